/** What may be found when an outcome is looked at again, in whose word, and what it can be attributed to. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Refusal, refused } from '../../../kernel/result.ts'

/** Where an outcome stands when it is reviewed. `changed`: circumstances changed and it no longer fits. */
export const Achievement = z.enum(['achieved', 'partly', 'not', 'changed', 'no-longer-wanted'])
export type Achievement = z.infer<typeof Achievement>

export const ACHIEVEMENT_NAMES = {
  achieved: { en: 'Achieved', cy: 'Wedi’i gyflawni' },
  partly: { en: 'Partly achieved', cy: 'Wedi’i gyflawni’n rhannol' },
  not: { en: 'Not achieved', cy: 'Heb ei gyflawni' },
  changed: { en: 'Circumstances changed', cy: 'Newidiodd yr amgylchiadau' },
  'no-longer-wanted': { en: 'No longer wanted', cy: 'Dim eisiau mwyach' },
} as const satisfies Record<Achievement, Bilingual>

/** The person's (or carer's) own word: an achievement as they see it, or why there is none. */
export const PersonSays = z.enum([...Achievement.options, 'not-asked', 'could-not-ask'])
export type PersonSays = z.infer<typeof PersonSays>

export const PERSON_SAYS_NAMES = {
  ...ACHIEVEMENT_NAMES,
  'not-asked': { en: 'Was not asked', cy: 'Ni ofynnwyd' },
  'could-not-ask': { en: 'Could not be asked', cy: 'Nid oedd modd gofyn' },
} as const satisfies Record<PersonSays, Bilingual>

/** What a carer says beside the person, in words. */
export const CARER_SAYS_NAMES = {
  ...ACHIEVEMENT_NAMES,
  'not-asked': { en: 'Says that nobody asked', cy: 'Yn dweud na ofynnodd neb' },
} as const satisfies Record<OwnSays, Bilingual>

/** What a person or carer may say themselves: how it went, or that nobody asked them. Somebody else cannot say that in their name. */
export const OwnSays = z.enum([...Achievement.options, 'not-asked'])
export type OwnSays = z.infer<typeof OwnSays>

/** How an own word reached us after the review. `visit`: said face to face. */
export const WordHow = z.enum(['page', 'letter', 'telephone', 'paper', 'visit'])
export type WordHow = z.infer<typeof WordHow>

/** Whoever may contribute to an outcome and whom its achievement may be attributed to. */
export const Party = z.enum(['provider', 'person', 'carer', 'family', 'community', 'health', 'equipment'])
export type Party = z.infer<typeof Party>

export const PARTY_NAMES = {
  provider: { en: 'Provider', cy: 'Darparwr' },
  person: { en: 'The person', cy: 'Y person' },
  carer: { en: 'Carer', cy: 'Gofalwr' },
  family: { en: 'Family', cy: 'Teulu' },
  community: { en: 'Community', cy: 'Cymuned' },
  health: { en: 'Health', cy: 'Iechyd' },
  equipment: { en: 'Equipment', cy: 'Offer' },
} as const satisfies Record<Party, Bilingual>

/** How far a party's contribution explains the achievement; `cannot-say` is an honest answer. */
export const Extent = z.enum(['whole', 'part', 'none', 'cannot-say'])
export type Extent = z.infer<typeof Extent>

export const EXTENT_NAMES = {
  whole: { en: 'Wholly', cy: 'Yn gyfan gwbl' },
  part: { en: 'In part', cy: 'Yn rhannol' },
  none: { en: 'Not at all', cy: 'Ddim o gwbl' },
  'cannot-say': { en: 'Cannot be said', cy: 'Ni ellir dweud' },
} as const satisfies Record<Extent, Bilingual>

export type Attribution = {
  readonly party: Party
  readonly extent: Extent
  readonly isNamedFirst: boolean
  readonly evidence: string
  /** In per cent, where people could say. */
  readonly sharePercent: number | null
}

/** What a carer says of an outcome, beside what the person says. */
export type CarersWord = {
  readonly says: OwnSays
  readonly saidOn: Day | null
  readonly words: string
  readonly wordsLanguage: Language | null
  readonly how: WordHow | null
  readonly recordedBy: string | null
}

export type OutcomeReview = {
  readonly outcomeReviewId: number
  readonly ref: string
  readonly dueOn: Day
  readonly heldOn: Day
  readonly score: number | null
  readonly achievement: Achievement
  readonly providerSays: Achievement | null
  readonly personSays: PersonSays | null
  readonly personSaidBy: 'person' | 'carer' | null
  readonly personSaidOn: Day | null
  readonly personWords: string
  readonly personWordsLanguage: Language | null
  /** The carer's own word beside it; the same as the one that stands where only the carer spoke. */
  readonly carer: CarersWord | null
  /** How the word reached us, and who wrote it down; none where it was taken down at the review itself. */
  readonly personWordHow: WordHow | null
  readonly personWordRecordedBy: string | null
  readonly note: string
  /** None where it came from a file. */
  readonly recordedByUser: number | null
  readonly attributions: readonly Attribution[]
  readonly version: number
}

/** True where the person or carer was asked and answered with an achievement of their own. */
export function hasOwnWord(review: Pick<OutcomeReview, 'personSays'>): boolean {
  return review.personSays !== null && review.personSays !== 'not-asked' && review.personSays !== 'could-not-ask'
}

/** The carer's word, where the person's stands and the carer spoke besides; the two are shown side by side. */
export function besideOf(review: Pick<OutcomeReview, 'carer' | 'personSaidBy'>): CarersWord | null {
  return review.personSaidBy === 'carer' ? null : review.carer
}

/** True where person and carer both spoke of how it went, and not the same. */
export function voicesDiffer(review: Pick<OutcomeReview, 'carer' | 'personSaidBy' | 'personSays'>): boolean {
  const beside = besideOf(review)
  return beside !== null && beside.says !== 'not-asked' && hasOwnWord(review) && beside.says !== review.personSays
}

/** True where the person or carer says that nobody asked them; a worker who could not ask says the same without their name. */
export function saysNobodyAsked(review: Pick<OutcomeReview, 'personSays' | 'personSaidBy'>): boolean {
  return review.personSays === 'not-asked' && review.personSaidBy !== null
}

/** What stands as the person's word on a review, in words; undefined where nothing does. */
export function nameOfWord(review: Pick<OutcomeReview, 'personSays' | 'personSaidBy'>): Bilingual | undefined {
  if (saysNobodyAsked(review)) return NOBODY_ASKED
  return review.personSays ? PERSON_SAYS_NAMES[review.personSays] : undefined
}

const NOBODY_ASKED = { en: 'Says that nobody asked', cy: 'Yn dweud na ofynnodd neb' } as const satisfies Bilingual

/** True where the person's word is not what the review concluded: the two are shown side by side, never merged. */
export function differs(review: Pick<OutcomeReview, 'achievement' | 'personSays'>): boolean {
  return hasOwnWord(review) && review.personSays !== review.achievement
}

export type NewReviewFacts = {
  readonly heldOn: Day
  readonly achievement: Achievement
  readonly attributions: readonly (Pick<Attribution, 'party' | 'extent'> & { readonly sharePercent?: number | null })[]
}

/** Refuses what cannot be: a review before the outcome was agreed or in the future, or two parties who each achieved the whole. */
export function refuseReview(
  review: NewReviewFacts,
  agreedOn: Day,
  today: Day,
): { ok: false; refusal: Refusal } | undefined {
  if (Temporal.PlainDate.compare(review.heldOn, agreedOn) < 0) return refused(BEFORE_AGREED)
  if (Temporal.PlainDate.compare(review.heldOn, today) > 0) return refused(IN_THE_FUTURE)
  const whole = review.attributions.filter((a) => a.extent === 'whole').length
  const others = review.attributions.filter((a) => a.extent === 'part').length
  if (whole > 1 || (whole === 1 && others > 0)) return refused(MORE_THAN_THE_WHOLE)
  if (sharesOf(review.attributions) > 100) return refused(SHARES_EXCEED)
  return undefined
}

/** What the shares that were said add up to. */
function sharesOf(attributions: NewReviewFacts['attributions']): number {
  return attributions.reduce((total, { sharePercent }) => total + (sharePercent ?? 0), 0)
}

const SHARES_EXCEED: Refusal = {
  kind: 'invalid',
  code: 'shares-exceed-whole',
  field: 'share_provider',
  message: {
    en: 'The shares add up to more than 100 per cent. Make them smaller, or leave out what cannot be said.',
    cy: 'Mae’r cyfrannau’n gwneud mwy na 100 y cant. Gwnewch nhw’n llai, neu gadewch allan yr hyn na ellir ei ddweud.',
  },
}

const BEFORE_AGREED: Refusal = {
  kind: 'invalid',
  code: 'review-before-agreed',
  field: 'heldOn',
  message: {
    en: 'The review cannot be earlier than the day the outcome was agreed.',
    cy: 'Ni all yr adolygiad fod yn gynharach na’r diwrnod y cytunwyd ar y canlyniad.',
  },
}
const IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'review-in-the-future',
  field: 'heldOn',
  message: { en: 'The review cannot be in the future.', cy: 'Ni all yr adolygiad fod yn y dyfodol.' },
}
const MORE_THAN_THE_WHOLE: Refusal = {
  kind: 'invalid',
  code: 'attribution-exceeds-whole',
  field: 'attribution_provider',
  message: {
    en: 'If one party achieved it wholly, no other can have achieved it wholly or in part.',
    cy: 'Os cyflawnodd un ef yn gyfan gwbl, ni all neb arall fod wedi’i gyflawni’n gyfan gwbl nac yn rhannol.',
  },
}
