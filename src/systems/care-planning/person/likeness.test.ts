import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { lettersApart, likenessOf, soundOf } from './likeness.ts'

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

test('letters apart: none between a name and itself, and the same both ways', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (a, b) => {
      expect(lettersApart(a, a)).toBe(0)
      expect(lettersApart(a, b)).toBe(lettersApart(b, a))
    }),
  )
  expect([lettersApart('rees', 'reese'), lettersApart('rees', 'bevan')]).toEqual([1, 3])
})
