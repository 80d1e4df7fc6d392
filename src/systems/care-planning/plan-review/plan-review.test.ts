import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { checkCases } from '../../../platform/frameworks/index.ts'
import { Extent, Party, refuseReview } from '../outcome-review/outcome-review.ts'
import { reviewFlags, reviewSchedule } from './plan-review.framework.ts'
import { latestReviewOn } from './review-schedule.ts'

describe('the schedule of reviews', async () => {
  test.each(await checkCases(reviewSchedule))('$name', ({ expect: expected, answered }) => {
    expect(answered).toEqual(expected)
  })
  test('a review can be put off by twelve months and not by a day more', () => {
    const rules = {
      first_after_weeks: 6,
      reablement_every_weeks: 2,
      usual_every_months: 6,
      higher_need_every_months: 3,
      longest_months: 12,
    }
    expect(latestReviewOn(rules, day('2024-02-29')).toString()).toBe('2025-02-28')
  })
})

describe('what was delivered and what was achieved', async () => {
  test.each(await checkCases(reviewFlags))('$name', ({ expect: expected, answered }) => {
    expect(answered).toEqual(expected)
  })
})

describe('attribution', () => {
  const at = { heldOn: day('2026-03-10'), achievement: 'achieved' as const }
  const given = fc.uniqueArray(
    fc.record({
      party: fc.constantFrom(...Party.options),
      extent: fc.constantFrom(...Extent.options),
      sharePercent: fc.option(fc.integer({ min: 0, max: 100 })),
    }),
    { selector: ({ party }) => party, minLength: 1 },
  )
  test('what is accepted never exceeds the whole, in words or in numbers', () => {
    fc.assert(
      fc.property(given, (attributions) => {
        if (refuseReview({ ...at, attributions }, day('2026-02-01'), day('2026-03-10'))) return true
        const whole = attributions.filter(({ extent }) => extent === 'whole').length
        const part = attributions.filter(({ extent }) => extent === 'part').length
        const shares = attributions.reduce((total, { sharePercent }) => total + (sharePercent ?? 0), 0)
        return whole <= 1 && (whole === 0 || part === 0) && shares <= 100
      }),
    )
  })
  test('shares of exactly the whole are accepted; one per cent more is not', () => {
    const shared = (own: number) => [
      { party: 'provider' as const, extent: 'part' as const, sharePercent: own },
      { party: 'family' as const, extent: 'part' as const, sharePercent: 60 },
    ]
    const judged = (own: number) =>
      refuseReview({ ...at, attributions: shared(own) }, day('2026-02-01'), day('2026-03-10'))
    expect(judged(40)).toBeUndefined()
    expect(judged(41)).toMatchObject({ refusal: { code: 'shares-exceed-whole' } })
  })
  test('that it cannot be said is an honest answer', () => {
    const attributions = [{ party: 'provider' as const, extent: 'cannot-say' as const }]
    expect(refuseReview({ ...at, attributions }, day('2026-02-01'), day('2026-03-10'))).toBeUndefined()
  })
})
