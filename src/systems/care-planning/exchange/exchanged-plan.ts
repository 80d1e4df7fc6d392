/** One person's plan as it travels between systems: whole, by references alone, with none of our own ids in it. */
import { z } from 'zod'
import { Reference } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { Answers } from '../../../kernel/questionnaire/answers.ts'
import { Achievement, Extent, OwnSays, Party, PersonSays, WordHow } from '../outcome-review/outcome-review.ts'
import { NeedGroup } from '../person/person.ts'
import { Voice } from '../personal-outcome/outcome-score.ts'
import { SetBy } from '../personal-outcome/personal-outcome.ts'
import { AgreedBy, AgreedHow } from '../plan/plan.ts'
import {
  ExchangedBand,
  ExchangedConsent,
  ExchangedContact,
  ExchangedOffer,
  ExchangedRelationship,
  ExchangedWish,
} from './exchanged-around.ts'

/** Days stay text: a plan on its way is compared, not reckoned with. */
const DayText = z.iso.date()
const InstantText = z.iso.datetime({ offset: true })
const Words = z.string().trim().min(1).max(4000)
const Prose = z.string().max(4000)
const Score = z.number().min(-1000).max(1000)
const Pence = z.number().int().min(0).max(10_000_000)

export const ExchangedPerson = z.object({
  ref: Reference,
  givenName: Words,
  familyName: Words,
  knownAs: Words.nullable(),
  bornOn: DayText.nullable(),
  language: Language,
  areaRef: z.string().nullable(),
  needGroup: NeedGroup.nullable(),
  whatMatters: Prose,
  whatMattersLanguage: Language.nullable(),
  startedOn: DayText.nullable(),
  endedOn: DayText.nullable(),
  contact: ExchangedContact.nullable().default(null),
  /** Where the record is closed to staff without a part in it. */
  isRestricted: z.boolean().default(false),
})
export type ExchangedPerson = z.infer<typeof ExchangedPerson>

export const ExchangedLevel = z.object({ level: z.number().int().min(-2).max(2), words: Words, language: Language })

export const ExchangedContribution = z.object({
  party: Party,
  providerRef: z.string().nullable(),
  extent: z.enum(['whole', 'part']),
  what: Prose,
  startsOn: DayText.nullable(),
  weeklyMinutes: z.number().int().min(0).max(10_080).nullable(),
  worksWhen: Prose,
})
export type ExchangedContribution = z.infer<typeof ExchangedContribution>

/** One time that the person or a carer said how an outcome went. Each is its own record, and none is averaged with another. */
export const ExchangedWord = z.object({
  says: OwnSays,
  saidBy: z.enum(['person', 'carer']),
  how: WordHow,
  saidOn: DayText,
  words: Prose,
  wordsLanguage: Language.nullable(),
  recordedBy: z.string(),
  recordedAt: InstantText,
})
export type ExchangedWord = z.infer<typeof ExchangedWord>

export const ExchangedReview = z.object({
  ref: Reference,
  dueOn: DayText,
  heldOn: DayText,
  score: Score.nullable(),
  achievement: Achievement,
  providerSays: Achievement.nullable(),
  personSays: PersonSays.nullable(),
  personSaidBy: z.enum(['person', 'carer']).nullable(),
  personSaidOn: DayText.nullable(),
  personWords: Prose,
  personWordsLanguage: Language.nullable(),
  personWordHow: WordHow.nullable(),
  personWordRecordedBy: z.string().nullable(),
  note: Prose,
  attributions: z.array(
    z.object({
      party: Party,
      extent: Extent,
      isNamedFirst: z.boolean(),
      evidence: Prose,
      sharePercent: z.number().int().min(0).max(100).nullable().default(null),
    }),
  ),
  /** All that was said about it, the earliest first; the newest stands in the fields above as well. */
  words: z.array(ExchangedWord).default([]),
})
export type ExchangedReview = z.infer<typeof ExchangedReview>

export const ExchangedScore = z.object({
  voice: Voice,
  providerRef: z.string().nullable(),
  scoredOn: DayText,
  score: Score,
  answers: z.array(z.number()),
  scaleEdition: z.string(),
  recordedBy: z.string(),
  recordedAt: InstantText,
})
export type ExchangedScore = z.infer<typeof ExchangedScore>

export const ExchangedOutcome = z.object({
  ref: Reference,
  ownWords: Words,
  ownWordsLanguage: Language,
  whyItMatters: Prose,
  canDoNow: Prose,
  setBy: SetBy,
  /** Of the catalogue's outcome that it belongs to. */
  outcomeRef: z.string().nullable(),
  providerRef: z.string().nullable(),
  planRef: z.string().nullable(),
  hangsOn: z.string().nullable(),
  reformulatedFrom: z.string().nullable(),
  scale: z.string().min(1),
  baselineScore: Score.nullable(),
  targetScore: Score.nullable(),
  weight: z.number().positive().max(1000),
  agreedOn: DayText,
  reviewDueOn: DayText,
  endedOn: DayText.nullable(),
  endedReason: z.string().nullable(),
  endedNote: Prose,
  levels: z.array(ExchangedLevel).max(5),
  contributions: z.array(ExchangedContribution),
  reviews: z.array(ExchangedReview),
  scores: z.array(ExchangedScore),
})
export type ExchangedOutcome = z.infer<typeof ExchangedOutcome>

/** The version in force: what it says besides its outcomes, and who agreed to it. */
export const ExchangedVersion = z.object({
  reason: Prose,
  draftedBy: z.string(),
  draftedAt: InstantText,
  language: Language,
  startsOn: DayText.nullable(),
  reviewDueOn: DayText.nullable(),
  indicativeWeeklyPence: Pence.nullable(),
  budgetBasis: Prose,
  finalWeeklyPence: Pence.nullable(),
  risks: z.array(z.object({ what: Words, whatIsDone: Prose, isShared: z.boolean() })),
  contingency: Prose,
  preferences: Prose,
  agreement: z.object({
    how: AgreedHow,
    byWhom: AgreedBy,
    name: Words,
    agreedOn: DayText,
    words: Prose,
    recordedBy: Words,
    recordedAt: InstantText,
  }),
})
export type ExchangedVersion = z.infer<typeof ExchangedVersion>

/** A version that a later one took the place of, with the contributions that it planned. */
export const ExchangedEarlierVersion = ExchangedVersion.extend({
  endsOn: DayText.nullable(),
  outcomes: z.array(z.object({ ref: Reference, contributions: z.array(ExchangedContribution) })),
})
export type ExchangedEarlierVersion = z.infer<typeof ExchangedEarlierVersion>

export const ExchangedCarePlan = z.object({
  ref: Reference,
  agreedOn: DayText,
  endsOn: DayText.nullable(),
  version: ExchangedVersion.nullable(),
  /** The oldest first. */
  earlier: z.array(ExchangedEarlierVersion).default([]),
})
export type ExchangedCarePlan = z.infer<typeof ExchangedCarePlan>

/** A complete assessment: which form and edition was asked, and what was answered. */
export const ExchangedAssessment = z.object({
  form: z.string().min(1),
  edition: z.string().min(1),
  wordsLanguage: Language,
  startedOn: DayText,
  startedBy: z.string(),
  completedOn: DayText,
  completedBy: Words,
  isEligible: z.boolean().nullable(),
  answers: Answers,
})
export type ExchangedAssessment = z.infer<typeof ExchangedAssessment>

export const ExchangedPlan = z.object({
  person: ExchangedPerson,
  plans: z.array(ExchangedCarePlan),
  outcomes: z.array(ExchangedOutcome),
  assessments: z.array(ExchangedAssessment).default([]),
  around: z.array(ExchangedRelationship).default([]),
  consents: z.array(ExchangedConsent).default([]),
  offers: z.array(ExchangedOffer).default([]),
  wishes: z.array(ExchangedWish).default([]),
  bands: z.array(ExchangedBand).default([]),
})
export type ExchangedPlan = z.infer<typeof ExchangedPlan>

/** The providers that a plan names, each once. */
export function providersIn(plan: ExchangedPlan): readonly string[] {
  const named = plan.outcomes.flatMap((outcome) => [
    outcome.providerRef,
    ...outcome.contributions.map(({ providerRef }) => providerRef),
    ...outcome.scores.map(({ providerRef }) => providerRef),
  ])
  const before = plan.plans.flatMap(({ earlier }) => earlier.flatMap(({ outcomes }) => outcomes))
  named.push(...before.flatMap(({ contributions }) => contributions.map(({ providerRef }) => providerRef)))
  return [...new Set(named.filter((ref) => ref !== null))]
}
