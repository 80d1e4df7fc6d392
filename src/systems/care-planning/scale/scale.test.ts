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
