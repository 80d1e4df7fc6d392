/** The life of an outcome, from wish to end; what it achieved is another question, answered by its reviews. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export type OutcomeLife = 'proposed' | 'agreed' | 'active' | 'under-review' | 'reformulated' | 'ended'

export const OUTCOME_LIFE_NAMES = {
  proposed: { en: 'Proposed', cy: 'Wedi’i gynnig' },
  agreed: { en: 'Agreed, not yet in a plan', cy: 'Wedi’i gytuno, heb fod mewn cynllun eto' },
  active: { en: 'Active', cy: 'Ar waith' },
  'under-review': { en: 'Under review', cy: 'Yn cael ei adolygu' },
  reformulated: { en: 'Put in other words', cy: 'Wedi’i ailwampio' },
  ended: { en: 'Ended', cy: 'Wedi dod i ben' },
} as const satisfies Record<OutcomeLife, Bilingual>

export type OutcomeMove =
  | 'agree'
  | 'decline'
  | 'put-in-plan'
  | 'change'
  | 'start-review'
  | 'record-review'
  | 'reformulate'
  | 'end'

/** What may happen next, from each state. An outcome that ended or was reformulated stays as it was. */
export const MAY_HAPPEN = {
  proposed: ['agree', 'decline'],
  agreed: ['put-in-plan', 'change', 'record-review', 'reformulate', 'end'],
  active: ['change', 'start-review', 'record-review', 'reformulate', 'end'],
  'under-review': ['change', 'record-review', 'reformulate', 'end'],
  reformulated: [],
  ended: [],
} as const satisfies Record<OutcomeLife, readonly OutcomeMove[]>

export function mayHappen(life: OutcomeLife, move: OutcomeMove): boolean {
  return (MAY_HAPPEN[life] as readonly OutcomeMove[]).includes(move)
}

export type LifeFacts = {
  readonly planId: number | null
  readonly endedOn: Day | null
  readonly endedReason: string | null
}

/** The reason under which an outcome ends when another takes its place. */
export const REFORMULATED = 'reformulated'

/** Where an outcome stands on a day. One that ends in the future is still alive. */
export function lifeOn(outcome: LifeFacts, today: Day, isUnderReview = false): Exclude<OutcomeLife, 'proposed'> {
  if (outcome.endedOn && Temporal.PlainDate.compare(outcome.endedOn, today) <= 0)
    return outcome.endedReason === REFORMULATED ? 'reformulated' : 'ended'
  if (isUnderReview) return 'under-review'
  return outcome.planId === null ? 'agreed' : 'active'
}

/** Where its next look stands: apart from its life, because an outcome can be active and overdue. */
export type OutcomeDue = 'overdue' | 'due-soon' | 'later'

const SOON_DAYS = 28

/** Overdue from the day after its review was due; due soon in the 28 days up to and including that day. */
export function dueState(reviewDueOn: Day, today: Day): OutcomeDue {
  const daysLeft = today.until(reviewDueOn).days
  if (daysLeft < 0) return 'overdue'
  return daysLeft <= SOON_DAYS ? 'due-soon' : 'later'
}

export const OUTCOME_DUE_NAMES = {
  overdue: { en: 'Review overdue', cy: 'Adolygiad yn hwyr' },
  'due-soon': { en: 'Review due soon', cy: 'Adolygiad ar ddod' },
  later: { en: 'Not due yet', cy: 'Heb fod i’w adolygu eto' },
} as const satisfies Record<OutcomeDue, Bilingual>

/**
 * Whether putting `step` under `goal` would make a circle, given what each outcome hangs on. A goal cannot be a step towards itself, nor
 * towards any of its own steps.
 */
export function wouldCircle(hangsOn: ReadonlyMap<number, number | null>, step: number, goal: number): boolean {
  const seen = new Set<number>()
  for (let at: number | null | undefined = goal; at !== null && at !== undefined; at = hangsOn.get(at)) {
    if (at === step) return true
    if (seen.has(at)) return true
    seen.add(at)
  }
  return false
}
