/** What one person wants to achieve: in their own words, on a scale, with who contributes and what was found at each review. */
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { OutcomeReview, Party } from '../outcome-review/outcome-review.ts'

export type Contribution = {
  readonly party: Party
  readonly providerId: number | null
  readonly contractId: number | null
  readonly extent: 'whole' | 'part'
  readonly what: string
}

export type PersonalOutcome = {
  readonly personalOutcomeId: number
  readonly ref: string
  readonly personId: number
  readonly ownWords: string
  readonly ownWordsLanguage: Language
  readonly outcomeId: number | null
  readonly contractId: number | null
  readonly providerId: number | null
  readonly areaId: number
  readonly scale: string
  readonly baselineScore: number | null
  readonly targetScore: number | null
  readonly agreedOn: Day
  readonly reviewDueOn: Day
  readonly endedOn: Day | null
  readonly contributions: readonly Contribution[]
  /** Oldest first. */
  readonly reviews: readonly OutcomeReview[]
  readonly version: number
}

/** Where an outcome stands on a day: its life, apart from its achievement. */
export type OutcomeLife = 'ended' | 'overdue' | 'due-soon' | 'active'

export const OUTCOME_LIFE_NAMES = {
  ended: { en: 'Ended', cy: 'Wedi dod i ben' },
  overdue: { en: 'Review overdue', cy: 'Adolygiad yn hwyr' },
  'due-soon': { en: 'Review due soon', cy: 'Adolygiad ar ddod' },
  active: { en: 'Active', cy: 'Ar waith' },
} as const satisfies Record<OutcomeLife, Bilingual>

const SOON_DAYS = 28

/** Overdue from the day after its review was due; due soon in the 28 days up to and including that day. */
export function lifeOn(outcome: Pick<PersonalOutcome, 'reviewDueOn' | 'endedOn'>, today: Day): OutcomeLife {
  if (outcome.endedOn && Temporal.PlainDate.compare(outcome.endedOn, today) <= 0) return 'ended'
  const daysLeft = today.until(outcome.reviewDueOn).days
  if (daysLeft < 0) return 'overdue'
  return daysLeft <= SOON_DAYS ? 'due-soon' : 'active'
}

export type ScorePoint = { readonly on: Day; readonly score: number }

/** The scores over time: where the person started, then each review that gave one. */
export function scoresOf(
  outcome: Pick<PersonalOutcome, 'agreedOn' | 'baselineScore' | 'reviews'>,
): readonly ScorePoint[] {
  const start = outcome.baselineScore === null ? [] : [{ on: outcome.agreedOn, score: outcome.baselineScore }]
  return [...start, ...outcome.reviews.flatMap((r) => (r.score === null ? [] : [{ on: r.heldOn, score: r.score }]))]
}

/** The last review held, if any was. */
export function latestReview(outcome: Pick<PersonalOutcome, 'reviews'>): OutcomeReview | undefined {
  return outcome.reviews.at(-1)
}
