/** Nouns after numbers: the Welsh mutations, and where "o" begins. */
import { expect, it } from 'vitest'
import { type CountedNoun, counted, inWords, monthsInWords } from './counted.ts'

it.each([
  ['contract', 1, '1 contract', '1 contract'],
  ['contract', 2, '2 contracts', '2 gontract'],
  ['contract', 3, '3 contracts', '3 chontract'],
  ['contract', 4, '4 contracts', '4 contract'],
  ['contract', 6, '6 contracts', '6 chontract'],
  ['contract', 10, '10 contracts', '10 contract'],
  ['contract', 11, '11 contracts', '11 o gontractau'],
  ['contract', 0, '0 contracts', '0 o gontractau'],
  ['person', 2, '2 people', '2 berson'],
  ['person', 1240, '1,240 people', '1,240 o bobl'],
  ['provider', 2, '2 providers', '2 ddarparwr'],
  ['provider', 3, '3 providers', '3 darparwr'],
  ['outcome', 6, '6 outcomes', '6 chanlyniad'],
  ['visit', 84310, '84,310 visits', '84,310 o ymweliadau'],
] as const satisfies readonly (readonly [
  CountedNoun,
  number,
  string,
  string,
])[])('%s after %i', (noun, count, en, cy) => {
  expect(counted('en', count, noun)).toBe(en)
  expect(counted('cy', count, noun)).toBe(cy)
})

it('says months in words up to twelve', () => {
  expect([1, 2, 6, 12, 13].map((months) => monthsInWords('en', months))).toEqual([
    'one month',
    'two months',
    'six months',
    'twelve months',
    '13 months',
  ])
  expect([1, 2, 6, 12, 13].map((months) => monthsInWords('cy', months))).toEqual([
    'un mis',
    'dau fis',
    'chwe mis',
    'deuddeg mis',
    '13 mis',
  ])
})

it('says a number alone in words up to twelve', () => {
  expect([5, 6, 12, 13].map((number) => inWords('en', number))).toEqual(['five', 'six', 'twelve', '13'])
  expect([5, 6, 12, 13].map((number) => inWords('cy', number))).toEqual(['pump', 'chwech', 'deuddeg', '13'])
})
