/** Follow-ups: what is to be done about a finding, by whom, by when; they live on after the review is signed. */
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const FOLLOW_UP_STATES = ['open', 'done', 'dropped'] as const
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number]

export type FollowUp = {
  readonly actionId: number
  readonly reviewId: number
  readonly domainId: string
  /** In the words of who added it. */
  readonly what: string
  readonly language: Language
  readonly owner: string
  readonly dueOn: Day
  readonly state: FollowUpState
  readonly closedOn: Day | null
  readonly closingNote: string
  readonly version: number
}

/** Late from the day after it was due, until it is closed. */
export function isLate(followUp: Pick<FollowUp, 'state' | 'dueOn'>, today: Day): boolean {
  return followUp.state === 'open' && Temporal.PlainDate.compare(followUp.dueOn, today) < 0
}

/** Open and due within this many days from today, today and the last day included; late ones are not "due soon". */
export function isDueWithin(followUp: Pick<FollowUp, 'state' | 'dueOn'>, days: number, today: Day): boolean {
  if (followUp.state !== 'open' || isLate(followUp, today)) return false
  return Temporal.PlainDate.compare(followUp.dueOn, today.add({ days })) <= 0
}
