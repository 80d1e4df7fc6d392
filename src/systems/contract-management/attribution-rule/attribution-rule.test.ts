/** The boundary pairs that officers can read and add to, judged by the rule; and thresholds that cannot contradict each other. */
import { describe, expect, it } from 'vitest'
import { ratio } from '../../../kernel/quantity.ts'
import { checkCases } from '../../../platform/frameworks/index.ts'
import { attributionRule } from './attribution-rule.framework.ts'
import { attributionNeedsAnotherLook, Thresholds } from './attribution-rule.ts'

const cases = await checkCases(attributionRule)

const thresholds: Thresholds = {
  months_looked_at: 6,
  months_that_make_poor: 4,
  months_still_good: 1,
  share_that_counts_as_achieved: 0.5,
  fall_that_still_holds: 0.03,
  deviations_that_make_poor: 2,
  reviews_needed: 10,
}

describe('whether attribution needs another look', () => {
  it('is tried on both sides of every threshold', () => {
    expect(cases.length).toBeGreaterThanOrEqual(19)
  })

  it.each(cases)('$name', ({ expect: expected, answered }) => {
    expect(answered).toBe(expected)
  })

  it('names the indicator that missed its target most often, and both periods', () => {
    const look = attributionNeedsAnotherLook(
      [
        { measure: 'visits-missed', monthsMissed: 2 },
        { measure: 'visits-on-time', monthsMissed: 5 },
      ],
      { now: ratio(61, 100), before: ratio(52, 100) },
      thresholds,
    )
    expect(look).toEqual({
      why: 'performance-poor-outcomes-achieved',
      measure: 'visits-on-time',
      monthsMissed: 5,
      monthsLookedAt: 6,
      outcomesNow: ratio(61, 100),
      outcomesBefore: ratio(52, 100),
    })
  })
})

describe('the thresholds', () => {
  const allowed = (changed: Partial<Thresholds>) => Thresholds.safeParse({ ...thresholds, ...changed }).success

  it('cannot call the same performance poor and good', () => {
    expect(allowed({ months_still_good: 3 })).toBe(true)
    expect(allowed({ months_still_good: 4 })).toBe(false)
  })

  it('cannot ask for more poor months than are looked at', () => {
    expect(allowed({ months_that_make_poor: 6 })).toBe(true)
    expect(allowed({ months_that_make_poor: 7 })).toBe(false)
  })
})
