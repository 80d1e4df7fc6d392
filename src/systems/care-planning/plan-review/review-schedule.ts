/** When to look at a plan again, by rules that are data. */
import { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'

export const ScheduleRules = z
  .strictObject({
    first_after_weeks: z.number().int().min(1),
    reablement_every_weeks: z.number().int().min(1),
    usual_every_months: z.number().int().min(1),
    higher_need_every_months: z.number().int().min(1),
    longest_months: z.number().int().min(1),
  })
  .refine((rules) => rules.higher_need_every_months <= rules.usual_every_months, 'a higher need is not looked at later')
  .refine((rules) => rules.usual_every_months <= rules.longest_months, 'the usual interval is longer than the longest')
export type ScheduleRules = z.infer<typeof ScheduleRules>

export type Since = {
  /** `start`: the plan began. `review`: it was looked at. */
  readonly after: 'start' | 'review'
  readonly on: Day
  readonly isReablement: boolean
  readonly isHigherNeed: boolean
}

export function nextReviewOn(rules: ScheduleRules, { after, on, isReablement, isHigherNeed }: Since): Day {
  if (isReablement) return on.add({ weeks: rules.reablement_every_weeks })
  if (after === 'start') return on.add({ weeks: rules.first_after_weeks })
  return on.add({ months: isHigherNeed ? rules.higher_need_every_months : rules.usual_every_months })
}

/** A review may be put off, but not beyond the longest interval. */
export function latestReviewOn(rules: ScheduleRules, heldOn: Day): Day {
  return heldOn.add({ months: rules.longest_months })
}
