import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compareGaps,
  compareShares,
  expectedOf,
  FEWEST_TO_COMPARE,
  gapInterval,
  scoreInterval,
} from './like-for-like.ts'
import { addRatios, type Ratio, ratio, shareOf } from './quantity.ts'

const NINETY_FIVE = 1.959964
type Own = Record<string, readonly [number, number]>
const groups = (own: Own) => new Map(Object.entries(own).map(([group, [n, d]]) => [group, ratio(n, d)]))
const compare = (all: Record<string, Own>) =>
  compareShares(new Map(Object.entries(all).map(([key, own]) => [key, groups(own)])))

describe('agrees with published results', () => {
  test('Bland, An Introduction to Medical Statistics: doctors’ deaths from cirrhosis, 4.4966 expected, 14 seen, ratio 3.11', () => {
    const doctors = { '15': [0, 1080], '25': [0, 12860], '35': [0, 11510], '45': [0, 10330], '55': [0, 7790] } as const
    const men = new Map(
      Object.entries({ '15': 5.859, '25': 13.05, '35': 46.937, '45': 161.503, '55': 271.358 }).map(([age, deaths]) => [
        age,
        ratio(deaths, 1_000_000),
      ]),
    )
    const expected = expectedOf(groups(doctors), men)
    expect(expected).toBeCloseTo(4.4966, 4)
    expect(14 / expected).toBeCloseTo(3.11, 2)
  })
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Newcombe 1998, table I, score method without continuity correction: %i of %i', (n, of, low, high) => {
    const found = scoreInterval(ratio(n, of), NINETY_FIVE)
    expect([found.low, found.high]).toEqual([expect.closeTo(low, 4), expect.closeTo(high, 4)])
  })
  test('the approval of a prime minister asked twice (Agresti, Categorical Data Analysis): 86 more, 150 less, of 1,600', () => {
    // The book gives -0.06 to -0.02 by the usual large-sample limits; with so many cases the score limits lie beside them.
    const found = gapInterval({ more: 86, less: 150, all: 1600 }, NINETY_FIVE)
    expect([found.low, found.high]).toEqual([expect.closeTo(-0.059, 3), expect.closeTo(-0.021, 3)])
  })
})

describe('two providers, worked by hand', () => {
  // Lower band: 40 + 120 of 50 + 150, 80 %. Higher band: 60 + 20 of 150 + 50, 40 %. Whole: 240 of 400, 60 %.
  const { whole, each } = compare({
    heavy: { lower: [40, 50], higher: [60, 150] },
    light: { lower: [120, 150], higher: [20, 50] },
  })
  test('the one with more people of higher need looks worse, and is not', () => {
    expect(whole).toEqual(ratio(240, 400))
    expect(shareOf(each.get('heavy')!.observed)).toBe(0.5)
    // 50 × 0.8 + 150 × 0.4 = 100 expected, 100 seen.
    expect(each.get('heavy')).toMatchObject({ expected: 100, adjusted: expect.closeTo(0.6, 10), verdict: 'within' })
    expect(shareOf(each.get('light')!.observed)).toBe(0.7)
    expect(each.get('light')).toMatchObject({ expected: 140, adjusted: expect.closeTo(0.6, 10), verdict: 'within' })
  })
})

describe('what chance explains', () => {
  const others = { middle: [600, 1000] } as const
  test('nine are too few to say anything of, ten are not', () => {
    const found = compare({
      nine: { middle: [0, FEWEST_TO_COMPARE - 1] },
      ten: { middle: [0, FEWEST_TO_COMPARE] },
      others,
    })
    expect([found.each.get('nine')!.verdict, found.each.get('ten')!.verdict]).toEqual(['too-few', 'below'])
  })
  test('far below is told, a little below is not', () => {
    const found = compare({ far: { middle: [40, 100] }, near: { middle: [50, 100] }, others })
    expect([found.each.get('far')!.verdict, found.each.get('near')!.verdict]).toEqual(['below', 'within'])
  })
  test('a provider that is most of its bands is not compared with itself', () => {
    expect(compare({ big: { middle: [600, 1000] }, small: { middle: [10, 100] } }).each.get('big')!.verdict).toBe(
      'alone',
    )
  })
  test('no gap in 22 cases is not a proof that there is none', () => {
    const { low, high } = gapInterval({ more: 0, less: 0, all: 22 })
    // Wilson for 0 of 22 at three deviations: 9 / (22 + 9) = 0.2903; and the same the other way.
    expect([low, high]).toEqual([expect.closeTo(-0.2903, 4), expect.closeTo(0.2903, 4)])
  })
  test('a gap that is wider than elsewhere is told', () => {
    const gap = (more: number, less: number, all: number) => new Map([['middle', { more, less, all }]])
    const { each } = compareGaps(
      new Map([
        ['candid', gap(20, 20, 200)],
        ['boastful', gap(50, 2, 200)],
        ['others', gap(120, 80, 1000)],
      ]),
    )
    expect(each.get('boastful')!.verdict).toBe('above')
    expect(each.get('others')!.verdict).toBe('within')
  })
})

test('people without a band are a group of their own', () => {
  const { each } = compare({ a: { none: [1, 20], lower: [18, 20] }, b: { none: [1, 20], lower: [36, 40] } })
  // 20 × 2/40 + 20 × 54/60 = 1 + 18.
  expect(each.get('a')!.expected).toBeCloseTo(19, 10)
  expect(each.get('a')!.observed).toEqual(ratio(19, 40))
})

const result = fc.nat(60).chain((all) => fc.nat(all).map((reached): Ratio => ratio(reached, all)))
const market = fc.dictionary(
  fc.constantFrom('a', 'b', 'c', 'd'),
  fc.dictionary(fc.constantFrom('lower', 'middle', 'higher', 'highest', 'none'), result),
)
const asMaps = (given: Record<string, Record<string, Ratio>>) =>
  new Map(Object.entries(given).map(([key, own]) => [key, new Map(Object.entries(own))]))

describe('whatever providers achieve', () => {
  test('the expected add up to the observed, and every number is possible', () => {
    fc.assert(
      fc.property(market, (given) => {
        const { whole, each } = compareShares(asMaps(given))
        const found = [...each.values()]
        expect(found.reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(whole.numerator, 6)
        expect(addRatios(found.map(({ observed }) => observed))).toEqual(whole)
        for (const { expected, observed, adjusted, interval } of found) {
          expect(expected).toBeLessThanOrEqual(observed.denominator + 1e-9)
          if (adjusted === undefined || !interval) continue
          expect(adjusted).toBeGreaterThanOrEqual(interval.low - 1e-9)
          expect(adjusted).toBeLessThanOrEqual(interval.high + 1e-9)
          expect([interval.low >= 0, interval.high <= 1]).toEqual([true, true])
        }
      }),
    )
  })
  test('where all have the same mix of people, adjusted is as counted', () => {
    const mix = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 4 })
    const shares = fc.array(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 4, maxLength: 4 }), {
      minLength: 2,
      maxLength: 4,
    })
    fc.assert(
      fc.property(mix, shares, (sizes, reached) => {
        const all = new Map(
          reached.map((own, key) => [
            key,
            new Map(sizes.map((size, group) => [group, ratio(Math.round(size * own[group]!), size)])),
          ]),
        )
        for (const { adjusted, observed } of compareShares(all).each.values())
          if (adjusted !== undefined) expect(adjusted).toBeCloseTo(shareOf(observed)!, 9)
      }),
    )
  })
  test('gaps, too: expected add up to the whole, and every number is possible', () => {
    const differences = fc
      .tuple(fc.nat(20), fc.nat(20), fc.nat(20))
      .map(([more, less, same]) => ({ more, less, all: more + less + same }))
    const given = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.dictionary(fc.constantFrom('lower', 'none', 'higher'), differences),
    )
    fc.assert(
      fc.property(given, (market) => {
        const all = new Map(Object.entries(market).map(([key, own]) => [key, new Map(Object.entries(own))]))
        const { whole, each } = compareGaps(all)
        expect([...each.values()].reduce((sum, { expected }) => sum + expected, 0)).toBeCloseTo(whole.numerator, 6)
        for (const { adjusted, interval } of each.values())
          if (adjusted !== undefined && interval)
            expect([Math.abs(adjusted) <= 1, interval.low >= -1, interval.high <= 1]).toEqual([true, true, true])
      }),
    )
  })
})
