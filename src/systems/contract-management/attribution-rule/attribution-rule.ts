/** Feature M14: performance and outcomes that do not go together ask for a second look at what the outcomes are attributed to (Tool 20, section 5). */
import { z } from 'zod'
import { isBelow } from '../../../kernel/chance.ts'
import { type Ratio, shareOf } from '../../../kernel/quantity.ts'

const Share = z.number().min(0).max(1)

/** What frameworks/contract-management/attribution-rule.yaml sets; each is explained there. */
export const Thresholds = z
  .strictObject({
    months_looked_at: z.number().int().min(1),
    months_that_make_poor: z.number().int().min(1),
    months_still_good: z.number().int().min(0),
    share_that_counts_as_achieved: Share,
    fall_that_still_holds: Share,
    deviations_that_make_poor: z.number().positive(),
    reviews_needed: z.number().int().min(1),
  })
  .refine((t) => t.months_still_good < t.months_that_make_poor, 'good performance cannot also be poor')
  .refine((t) => t.months_that_make_poor <= t.months_looked_at, 'poor performance could never be found')
export type Thresholds = z.infer<typeof Thresholds>

/** One watched measure of performance: in how many of the months looked at its target was missed by more than chance explains. */
export type WatchedPerformance = { readonly measure: string; readonly monthsMissed: number }

/** Outcomes achieved over outcomes reviewed. */
export type WatchedOutcomes = {
  readonly now: Ratio
  readonly before: Ratio
  /** A share between 0 and 1. */
  readonly target?: number
}

export type SecondLook = {
  readonly why: 'performance-poor-outcomes-achieved' | 'performance-good-outcomes-poor'
  /** The measure that missed its target most often: the evidence for poor performance; with good performance, the one nearest to missing. */
  readonly measure: string
  readonly monthsMissed: number
  readonly monthsLookedAt: number
  readonly outcomesNow: Ratio
  readonly outcomesBefore: Ratio
}

/**
 * Asks for a second look at attribution when performance was poor and outcomes are achieved all the same, or performance was good and
 * they are not; undefined where the two go together or too little is known. Only indicators with a target may be handed in.
 */
export function attributionNeedsAnotherLook(
  performance: readonly WatchedPerformance[],
  outcomes: WatchedOutcomes,
  thresholds: Thresholds,
): SecondLook | undefined {
  const worst = [...performance].sort((a, b) => b.monthsMissed - a.monthsMissed)[0]
  if (!worst || outcomes.now.denominator < thresholds.reviews_needed) return undefined
  const evidence = {
    measure: worst.measure,
    monthsMissed: worst.monthsMissed,
    monthsLookedAt: thresholds.months_looked_at,
    outcomesNow: outcomes.now,
    outcomesBefore: outcomes.before,
  }
  if (worst.monthsMissed >= thresholds.months_that_make_poor && areAchieved(outcomes, thresholds))
    return { why: 'performance-poor-outcomes-achieved', ...evidence }
  const floor = outcomes.target ?? thresholds.share_that_counts_as_achieved
  if (
    worst.monthsMissed <= thresholds.months_still_good &&
    isBelow(outcomes.now, floor, thresholds.deviations_that_make_poor)
  )
    return { why: 'performance-good-outcomes-poor', ...evidence }
  return undefined
}

/** At or above their target; or, from the share that counts, not fallen since the period before. */
function areAchieved({ now, before, target }: WatchedOutcomes, thresholds: Thresholds): boolean {
  const share = shareOf(now) ?? 0
  if (target !== undefined && share >= target) return true
  if (share < thresholds.share_that_counts_as_achieved) return false
  const shareBefore = shareOf(before)
  // Rounded to a millionth, so that 59 % less 56 % is three points, not 3.0000000000000027.
  return shareBefore === undefined
    ? target === undefined
    : Math.round((shareBefore - share) * 1e6) <= Math.round(thresholds.fall_that_still_holds * 1e6)
}
