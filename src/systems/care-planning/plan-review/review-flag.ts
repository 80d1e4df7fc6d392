/** Feature M14 for one person: what was delivered and what was achieved do not go together, so the attribution is looked at once more. */
import { z } from 'zod'
import type { Achievement, Extent } from '../outcome-review/outcome-review.ts'

export const FlagThresholds = z
  .strictObject({
    missed_visits_that_make_poor: z.number().int().min(1),
    concerns_that_make_poor: z.number().int().min(1),
    missed_visits_still_good: z.number().int().min(0),
    missed_visits_noticed: z.number().int().min(1),
  })
  .refine((t) => t.missed_visits_still_good < t.missed_visits_that_make_poor, 'good performance cannot also be poor')
export type FlagThresholds = z.infer<typeof FlagThresholds>

export type ReviewFlag = 'poor-but-achieved' | 'good-but-not-achieved'

export type Performed = {
  /** Visits missed since the outcome was last looked at. */
  readonly missed: number
  /** Concerns and complaints since then. */
  readonly concerns: number
}

/** `provider`: what was attributed to the provider; undefined where nothing was said of it. */
export function flagOf(
  thresholds: FlagThresholds,
  performed: Performed,
  found: { readonly achievement: Achievement; readonly provider: Extent | undefined },
): ReviewFlag | undefined {
  const { missed, concerns } = performed
  const isPoor = missed >= thresholds.missed_visits_that_make_poor || concerns >= thresholds.concerns_that_make_poor
  const isGood = missed <= thresholds.missed_visits_still_good && concerns === 0
  const isCredited = found.provider === 'whole' || found.provider === 'part'
  if (isPoor && isCredited && (found.achievement === 'achieved' || found.achievement === 'partly'))
    return 'poor-but-achieved'
  return isGood && found.achievement === 'not' ? 'good-but-not-achieved' : undefined
}
