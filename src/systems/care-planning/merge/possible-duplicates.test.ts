import fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { likenessOf } from '../person/likeness.ts'
import type { NamedRecord } from '../person/person-write.store.ts'
import { alikeTo, possibleDuplicates } from './possible-duplicates.ts'

const record = (personId: number, given: Partial<NamedRecord>): NamedRecord => ({
  personId,
  ref: `C-${personId}`,
  givenName: 'Gwen',
  familyName: 'Rees',
  knownAs: null,
  bornOn: null,
  nhsNumber: null,
  ...given,
})

test('the likeliest pair stands first: an NHS number, then a day of birth, then names', () => {
  const names = [
    record(1, { familyName: 'Rhys', bornOn: day('1940-02-24') }),
    record(2, { familyName: 'Rees', bornOn: day('1940-02-24') }),
    record(3, { familyName: 'Pugh', nhsNumber: '9434765919' }),
    record(4, { familyName: 'Bevan', givenName: 'Ifor', nhsNumber: '9434765919' }),
    record(5, { familyName: 'Rees', bornOn: day('1940-02-10') }),
  ]
  expect(possibleDuplicates(names).map(({ one, other, likeness }) => [one.personId, other.personId, likeness])).toEqual(
    [
      [3, 4, 'same-nhs-number'],
      [1, 2, 'same-birth'],
      [2, 5, 'same-name'],
      [1, 5, 'same-name'],
    ],
  )
  expect(alikeTo(1, names).map(({ personId }) => personId)).toEqual([2, 5])
})

test('finds every pair that comparing everybody with everybody would find, and no other', () => {
  const names = fc.array(
    fc.record({
      givenName: fc.constantFrom('Gwen', 'Gwenn', 'Ifor', 'Siân', 'Shan'),
      familyName: fc.constantFrom('Rhys', 'Rees', 'Reese', 'Pugh', 'Bevan'),
      bornOn: fc.constantFrom(
        null,
        day('1940-02-03'),
        day('1940-03-02'),
        day('1941-02-03'),
        day('1940-02-24'),
        day('1950-07-01'),
      ),
      nhsNumber: fc.constantFrom(null, null, '9434765919', '9434765870'),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(names, (given) => {
      const all = given.map((one, index) => record(index + 1, one))
      const pairs = all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b, likenessOf(a, b)] as const))
      const expected = pairs.filter(([, , likeness]) => likeness).map(([a, b]) => `${a.personId}/${b.personId}`)
      const found = possibleDuplicates(all).map(({ one, other }) => `${one.personId}/${other.personId}`)
      expect([...found].sort()).toEqual(expected.sort())
    }),
  )
})
