import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { isOneLetterApart, likenessOf, soundOf } from './likeness.ts'

describe('names that sound alike', () => {
  test.each([
    ['Rhys', 'Rees'],
    ['Llewelyn', 'Llywelyn'],
    ['Davies', 'Davis'],
    ['Siân', 'Shan'],
    ['Gwyn', 'Gwynn'],
    ['Evans', 'Ifans'],
    ['Philip', 'Ffilip'],
  ])('%s and %s', (a, b) => expect(soundOf(a)).toBe(soundOf(b)))
  test.each([
    ['Morgan', 'Meredith'],
    ['Pugh', 'Rees'],
    ['Bevan', 'Owen'],
  ])('%s and %s do not', (a, b) => expect(soundOf(a)).not.toBe(soundOf(b)))
})

describe('records that may be of one person', () => {
  const gwen = { givenName: 'Gwenllian', familyName: 'Prydderch', knownAs: 'Gwen', bornOn: day('1941-06-09') }
  test('born on the same day and spelled otherwise', () => {
    expect(likenessOf(gwen, { ...gwen, givenName: 'Gwenllïan', familyName: 'Pridderch' })).toBe('same-birth')
  })
  test('called by another of their names', () => {
    expect(likenessOf(gwen, { givenName: 'Gwen', familyName: 'Prydderch', bornOn: null })).toBe('same-name')
  })
  test('day and month swapped is a slip; another year and month is another person', () => {
    expect(likenessOf(gwen, { ...gwen, bornOn: day('1941-09-06') })).toBe('same-name')
    expect(likenessOf(gwen, { ...gwen, bornOn: day('1952-03-11') })).toBeUndefined()
  })
  test('two who were born on one day and share no name are two', () => {
    expect(likenessOf(gwen, { givenName: 'Ifor', familyName: 'Rees', bornOn: gwen.bornOn })).toBeUndefined()
  })
})

test('one letter apart: a name and itself, one letter more, fewer or another, the same both ways; two letters are not', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.nat(8), fc.constantFrom('x', ''), (name, at, letter) => {
      const other = name.slice(0, at) + letter + name.slice(at + 1)
      expect([isOneLetterApart(name, name), isOneLetterApart(name, other), isOneLetterApart(other, name)]).toEqual([
        true,
        true,
        true,
      ])
    }),
  )
  expect([
    isOneLetterApart('rees', 'reese'),
    isOneLetterApart('rees', 'ress'),
    isOneLetterApart('rees', 'rose'),
  ]).toEqual([true, true, false])
  expect(isOneLetterApart('rees', 'bevan')).toBe(false)
})

test('one NHS number is one person’s, whatever else the records say', () => {
  const gwen = { givenName: 'Gwen', familyName: 'Prydderch', bornOn: null, nhsNumber: '9434765919' }
  expect(likenessOf(gwen, { ...gwen, givenName: 'Ifor', familyName: 'Rees' })).toBe('same-nhs-number')
  expect(likenessOf(gwen, { ...gwen, givenName: 'Ifor', familyName: 'Rees', nhsNumber: null })).toBeUndefined()
})
