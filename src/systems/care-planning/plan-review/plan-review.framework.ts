/** The schedule of reviews and the flags of attribution as frameworks: the shape of their files, and how their cases are answered. */
import { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'
import { FileDay, FRAMEWORK_HEAD, type FrameworkKind, type Frameworks } from '../../../platform/frameworks/index.ts'
import { Achievement, Extent } from '../outcome-review/outcome-review.ts'
import { FlagThresholds, flagOf } from './review-flag.ts'
import { nextReviewOn, ScheduleRules } from './review-schedule.ts'

const ReviewSchedule = z.strictObject({ ...FRAMEWORK_HEAD, rules: ScheduleRules })
const ReviewFlags = z.strictObject({ ...FRAMEWORK_HEAD, thresholds: FlagThresholds })

const Since = z.strictObject({
  after: z.enum(['start', 'review']),
  on: FileDay,
  isReablement: z.boolean(),
  isHigherNeed: z.boolean(),
})
const Judged = z.strictObject({
  missed: z.number(),
  concerns: z.number(),
  achievement: Achievement,
  provider: Extent.optional(),
})

export const reviewSchedule: FrameworkKind<z.infer<typeof ReviewSchedule>> = {
  folder: 'care-planning/review-schedule',
  schema: ReviewSchedule,
  answer: ({ rules }, given) => nextReviewOn(rules, Since.parse(given)).toString(),
}

export const reviewFlags: FrameworkKind<z.infer<typeof ReviewFlags>> = {
  folder: 'care-planning/review-flags',
  schema: ReviewFlags,
  answer({ thresholds }, given) {
    const judged = Judged.parse(given)
    return flagOf(thresholds, judged, { ...judged, provider: judged.provider }) ?? 'nothing'
  },
}

/** The rules that hold on a day. Throws where none do: the program comes with an edition for every day since the Act. */
export function scheduleOn(frameworks: Frameworks, on: Day): ScheduleRules {
  const found = frameworks.findOn(reviewSchedule, 'review-schedule', on)
  if (!found) throw new Error(`no review schedule holds on ${on}`)
  return found.rules
}

export function flagThresholdsOn(frameworks: Frameworks, on: Day): FlagThresholds {
  const found = frameworks.findOn(reviewFlags, 'review-flags', on)
  if (!found) throw new Error(`no thresholds of flags hold on ${on}`)
  return found.thresholds
}
