import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkCases, loadFrameworks } from '../../../platform/frameworks/index.ts'
import { scaleFrameworks } from './scale.framework.ts'
import { type Scoring, scoreOn } from './scale.ts'

const gas: Scoring = {
  method: 'goal-attainment',
  rho: 0.3,
  levels: [-2, -1, 0, 1, 2].map((score) => ({ score, name: { en: String(score), cy: String(score) } })),
}
const levels = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 1, maxLength: 8 })

describe('the cases that officers read and add to', async () => {
  const cases = await checkCases(scaleFrameworks)
  test('there are some', () => expect(cases.length).toBeGreaterThan(10))
  test.each(cases)('$name', ({ expect: expected, answered }) => expect(answered).toEqual(expected))
})

describe('goal attainment', () => {
  test('equal weights, whatever they are, give the same T', () => {
    fc.assert(
      fc.property(levels, fc.integer({ min: 1, max: 9 }), (scores, weight) => {
        const plain = scoreOn(gas, { scores })
        const weighted = scoreOn(gas, { scores, weights: scores.map(() => weight) })
        if (!plain.ok || !weighted.ok) throw new Error('refused')
        expect(weighted.value.score).toBeCloseTo(plain.value.score, 9)
      }),
    )
  })

  test('the order of the goals does not matter, and the mirror of a profile is as far on the other side of 50', () => {
    fc.assert(
      fc.property(levels, (scores) => {
        const t = (of: readonly number[]) => {
          const result = scoreOn(gas, { scores: of })
          if (!result.ok) throw new Error('refused')
          return result.value.score
        }
        expect(t([...scores].reverse())).toBeCloseTo(t(scores), 9)
        expect(t(scores.map((score) => -score)) - 50).toBeCloseTo(50 - t(scores), 9)
      }),
    )
  })

  test('weights must be as many as the goals', () => {
    const result = scoreOn(gas, { scores: [1, 1], weights: [1] })
    expect(!result.ok && result.refusal.code).toBe('weights-do-not-fit')
  })

  test('the working can be done again by hand', () => {
    const result = scoreOn(gas, { scores: [1, 1, 1] })
    expect(result.ok && result.value.working.at(-1)).toBe('T = 50 + 10 × 3 ÷ 2.1909 = 63.6931')
  })
})

test('hours of support: fewer is better, and the way is shown', () => {
  const hours: Scoring = {
    method: 'quantity',
    better: 'lower',
    lowest: 0,
    highest: 168,
    unit: { en: 'hours', cy: 'awr' },
  }
  const result = scoreOn(hours, { scores: [14, 6] })
  expect(result).toEqual({ ok: true, value: { score: 6, working: ['14 → 6', '+8'] } })
  for (const impossible of [-1, 169, Number.NaN]) expect(scoreOn(hours, { scores: [impossible] }).ok).toBe(false)
})

test('a licensed instrument cannot be scored until the authority fills it in', async () => {
  const scales = (await loadFrameworks([scaleFrameworks])).list(scaleFrameworks)
  for (const id of ['ascot', 'icecap-o', 'eq-5d']) {
    const scale = scales.find((s) => s.id === id)
    const result = scale && scoreOn(scale.scoring, { scores: [1] })
    expect(result && !result.ok && result.refusal.code).toBe('licence-needed')
  }
})

describe('the published conversion of SWEMWBS', async () => {
  const scales = (await loadFrameworks([scaleFrameworks])).list(scaleFrameworks)
  const scoring = scales.find(({ id }) => id === 'swemwbs')!.scoring
  // Stewart-Brown and others 2009: the metric score of each raw sum from 7 to 35.
  const PUBLISHED = [
    7, 9.51, 11.25, 12.4, 13.33, 14.08, 14.75, 15.32, 15.84, 16.36, 16.88, 17.43, 17.98, 18.59, 19.25, 19.98, 20.73,
    21.54, 22.35, 23.21, 24.11, 25.03, 26.02, 27.03, 28.13, 29.31, 30.7, 32.55, 35,
  ]
  test('all 29 sums are there', () => expect(PUBLISHED).toHaveLength(29))
  test.each(PUBLISHED.map((metric, index) => [index + 7, metric]))('a sum of %i is %f', (sum, metric) => {
    // The items fill up from the first: 7 is seven ones, 8 is 2 1 1 1 1 1 1, 12 is 5 2 1 1 1 1 1.
    const scores = Array.from({ length: 7 }, (_, item) => 1 + Math.min(4, Math.max(0, sum - 7 - 4 * item)))
    const result = scoreOn(scoring, { scores })
    expect(result.ok && result.value.score).toBe(metric)
  })
})

describe('goal attainment by the published formula', () => {
  // Kiresuk and Sherman 1968, as Turner-Stokes 2009 prints it: 50 + 10 Σwx / √(0.7 Σw² + 0.3 (Σw)²).
  test.each([
    ['three goals all as expected, whatever their weights, are 50', [0, 0, 0], [1, 2, 9], 50],
    ['one goal two levels below is 30, and two above is 70', [-2], [4], 30],
    ['three equal goals, each one level above, are 63.69', [1, 1, 1], [1, 1, 1], 63.69],
    ['three equal goals, each one level below, are 36.31', [-1, -1, -1], [2, 2, 2], 36.31],
    ['two equal goals, each one level above, are 62.40', [1, 1], [1, 1], 62.4],
  ])('%s', (_, scores, weights, t) => {
    const result = scoreOn(gas, { scores, weights })
    expect(result.ok && result.value.score).toBeCloseTo(t, 2)
  })
})
