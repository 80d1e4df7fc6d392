/** What one person wants to achieve: in their own words, on a scale, with who contributes and what was found at each review. */
import { z } from 'zod'
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
  readonly endedReason: string | null
  /** None while it is agreed and its plan is not. */
  readonly planId: number | null
  readonly whyItMatters: string
  readonly canDoNow: string
  readonly setBy: SetBy
  /** Among the person's goals in goal attainment scaling. */
  readonly weight: number
  /** The outcome that this one is a step towards. */
  readonly hangsOn: number | null
  /** The outcome that this one took the place of. */
  readonly reformulatedFrom: number | null
  readonly endedNote: string
  readonly contributions: readonly Contribution[]
  /** Oldest first. */
  readonly reviews: readonly OutcomeReview[]
  readonly version: number
}

/** Whose idea it was, as agreed with the person. */
export const SetBy = z.enum(['together', 'person', 'carer', 'worker'])
export type SetBy = z.infer<typeof SetBy>

export const SET_BY_NAMES = {
  together: { en: 'Agreed together', cy: 'Wedi’i gytuno gyda’i gilydd' },
  person: { en: 'Set by the person', cy: 'Wedi’i osod gan y person' },
  carer: { en: 'Set by their carer', cy: 'Wedi’i osod gan eu gofalwr' },
  worker: { en: 'Suggested by the worker', cy: 'Wedi’i awgrymu gan y gweithiwr' },
} as const satisfies Record<SetBy, Bilingual>

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
