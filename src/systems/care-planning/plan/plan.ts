/** A care and support plan: for each outcome who contributes what, what it may cost, what may go wrong; and how two versions differ. */
import { z } from 'zod'
import { FileDay } from '../../../kernel/framework.ts'
import type { Bilingual } from '../../../kernel/language.ts'
import { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { Party } from '../outcome-review/outcome-review.ts'

/** Whole pence a week; a plan is never negative, nor more than a hundred thousand pounds a week. */
const WeeklyPence = z.number().int().min(0).max(10_000_000)

export const PlannedContribution = z.object({
  party: Party,
  providerId: z.number().int().positive().nullable(),
  contractId: z.number().int().positive().nullable(),
  extent: z.enum(['whole', 'part']),
  what: z.string(),
  startsOn: FileDay.nullable(),
  /** Where that can be said. */
  weeklyMinutes: z.number().int().min(0).max(10_080).nullable(),
  worksWhen: z.string(),
})
export type PlannedContribution = z.infer<typeof PlannedContribution>

export const PlannedRisk = z.object({
  what: z.string(),
  whatIsDone: z.string(),
  /** Whether providers are told of it. */
  isShared: z.boolean(),
})
export type PlannedRisk = z.infer<typeof PlannedRisk>

export const PlanContent = z.object({
  /** The person's: the plan is printed in it. */
  language: Language,
  startsOn: FileDay.nullable(),
  endsOn: FileDay.nullable(),
  reviewDueOn: FileDay.nullable(),
  outcomes: z.array(
    z.object({ personalOutcomeId: z.number().int().positive(), contributions: z.array(PlannedContribution) }),
  ),
  indicativeWeeklyPence: WeeklyPence.nullable(),
  budgetBasis: z.string(),
  finalWeeklyPence: WeeklyPence.nullable(),
  risks: z.array(PlannedRisk),
  contingency: z.string(),
  preferences: z.string(),
})
export type PlanContent = z.infer<typeof PlanContent>

export const PlanState = z.enum(['draft', 'offered', 'agreed', 'superseded', 'discarded', 'merged'])
export type PlanState = z.infer<typeof PlanState>

export const PLAN_STATE_NAMES = {
  draft: { en: 'Draft', cy: 'Drafft' },
  offered: { en: 'Waits for the person’s agreement', cy: 'Yn aros am gytundeb y person' },
  agreed: { en: 'Agreed, in force', cy: 'Wedi’i gytuno, mewn grym' },
  superseded: { en: 'Replaced by a later version', cy: 'Wedi’i ddisodli gan fersiwn ddiweddarach' },
  discarded: { en: 'Given up', cy: 'Wedi’i roi o’r neilltu' },
  merged: {
    en: 'Ended when two records of the person were merged',
    cy: 'Daeth i ben pan gyfunwyd dau gofnod o’r person',
  },
} as const satisfies Record<PlanState, Bilingual>

export type PlanMove = 'change' | 'offer' | 'take-back' | 'agree' | 'discard'

/** What may happen to a version next. What was agreed is never edited: an amendment is a new draft. */
export const PLAN_MOVES = {
  draft: ['change', 'offer', 'agree', 'discard'],
  offered: ['take-back', 'agree', 'discard'],
  agreed: [],
  superseded: [],
  discarded: [],
  merged: [],
} as const satisfies Record<PlanState, readonly PlanMove[]>

export function mayMove(state: PlanState, move: PlanMove): boolean {
  return (PLAN_MOVES[state] as readonly PlanMove[]).includes(move)
}

export const AgreedHow = z.enum(['signed-on-screen', 'letter-code', 'in-person', 'by-telephone', 'on-paper'])
export type AgreedHow = z.infer<typeof AgreedHow>

export const AGREED_HOW_NAMES = {
  'signed-on-screen': { en: 'Signed on screen', cy: 'Llofnodwyd ar y sgrin' },
  'letter-code': { en: 'With the code of a letter', cy: 'Gyda’r cod mewn llythyr' },
  'in-person': { en: 'In person', cy: 'Wyneb yn wyneb' },
  'by-telephone': { en: 'By telephone', cy: 'Dros y ffôn' },
  'on-paper': { en: 'On paper', cy: 'Ar bapur' },
} as const satisfies Record<AgreedHow, Bilingual>

export const AgreedBy = z.enum(['person', 'carer', 'advocate', 'attorney'])
export type AgreedBy = z.infer<typeof AgreedBy>

export const AGREED_BY_NAMES = {
  person: { en: 'The person', cy: 'Y person' },
  carer: { en: 'Their carer', cy: 'Eu gofalwr' },
  advocate: { en: 'Their advocate', cy: 'Eu heiriolwr' },
  attorney: { en: 'Their attorney or deputy', cy: 'Eu hatwrnai neu ddirprwy' },
} as const satisfies Record<AgreedBy, Bilingual>

export type PlanAgreement = {
  readonly how: AgreedHow
  readonly byWhom: AgreedBy
  readonly name: string
  readonly agreedOn: Day
  readonly words: string
  readonly recordedBy: string
}

export type PlanVersion = {
  readonly planVersionId: number
  readonly personId: number
  readonly planId: number | null
  readonly number: number
  readonly state: PlanState
  readonly reason: string
  readonly content: PlanContent
  readonly draftedBy: string
  readonly draftedAt: Temporal.Instant
  readonly agreedOn: Day | null
  readonly agreement: PlanAgreement | null
  readonly version: number
}

/** What keeps a draft from being offered or agreed; empty where nothing does. */
export type PlanGap =
  | 'no-outcomes'
  | 'no-contribution'
  | 'no-start'
  | 'no-review'
  | 'ends-before-start'
  | 'due-before-start'
  | 'whole-and-part'

export type GapAt = { readonly gap: PlanGap; readonly personalOutcomeId?: number }

export function gapsOf(content: PlanContent): readonly GapAt[] {
  const { startsOn, endsOn, reviewDueOn, outcomes } = content
  const gaps: GapAt[] = []
  if (outcomes.length === 0) gaps.push({ gap: 'no-outcomes' })
  for (const { personalOutcomeId, contributions } of outcomes) {
    if (contributions.length === 0) gaps.push({ gap: 'no-contribution', personalOutcomeId })
    if (isMoreThanTheWhole(contributions)) gaps.push({ gap: 'whole-and-part', personalOutcomeId })
  }
  if (!startsOn) gaps.push({ gap: 'no-start' })
  if (!reviewDueOn) gaps.push({ gap: 'no-review' })
  if (startsOn && endsOn && Temporal.PlainDate.compare(endsOn, startsOn) < 0) gaps.push({ gap: 'ends-before-start' })
  if (startsOn && reviewDueOn && Temporal.PlainDate.compare(reviewDueOn, startsOn) <= 0)
    gaps.push({ gap: 'due-before-start' })
  return gaps
}

/** If one is to achieve it wholly, nobody else can contribute a part of it. */
export function isMoreThanTheWhole(contributions: readonly Pick<PlannedContribution, 'extent'>[]): boolean {
  return contributions.some(({ extent }) => extent === 'whole') && contributions.length > 1
}

/** Minutes a week over all contributions for which they can be said; those that serve several outcomes are planned under one of them. */
export function weeklyMinutesOf(content: PlanContent): number {
  return content.outcomes
    .flatMap(({ contributions }) => contributions)
    .reduce((total, { weeklyMinutes }) => total + (weeklyMinutes ?? 0), 0)
}

export type PlanShare = {
  readonly outcomes: readonly {
    readonly personalOutcomeId: number
    readonly contributions: readonly PlannedContribution[]
  }[]
  readonly risks: readonly PlannedRisk[]
  readonly contingency: string
  readonly preferences: string
  readonly startsOn: Day | null
}

/** For a provider that had a part in the version before and has none now. */
export const NO_SHARE: PlanShare = { outcomes: [], risks: [], contingency: '', preferences: '', startsOn: null }

/** What each provider needs of a plan: its own contributions, the risks that are shared, what to do if things go wrong. */
export function sharesOf(content: PlanContent): ReadonlyMap<number, PlanShare> {
  const all = content.outcomes.flatMap(({ contributions }) => contributions.map(({ providerId }) => providerId))
  const providerIds = new Set(all.filter((id) => id !== null))
  return new Map(
    [...providerIds].map((providerId) => [
      providerId,
      {
        outcomes: content.outcomes
          .map(({ personalOutcomeId, contributions }) => ({
            personalOutcomeId,
            contributions: contributions.filter((one) => one.providerId === providerId),
          }))
          .filter(({ contributions }) => contributions.length > 0),
        risks: content.risks.filter((risk) => risk.isShared),
        contingency: content.contingency,
        preferences: content.preferences,
        startsOn: content.startsOn,
      },
    ]),
  )
}

/** The contract that leads on an outcome, so that it is counted once: whoever is to achieve it wholly, else the first under a contract. */
export function leadOf(
  contributions: readonly PlannedContribution[],
): { readonly contractId: number; readonly providerId: number } | undefined {
  const placed = contributions.filter((one) => one.contractId !== null && one.providerId !== null)
  const lead = placed.find(({ extent }) => extent === 'whole') ?? placed[0]
  return lead && { contractId: lead.contractId!, providerId: lead.providerId! }
}

export type Contributed = {
  readonly personalOutcomeId: number
  readonly endedOn: Day | null
  readonly contributions: readonly { readonly providerId: number | null }[]
}

/** What agreeing to this leaves out of what is in force: outcomes that go on without a plan, and providers that lose their last part. */
export function leftOutOf(content: PlanContent, inForce: readonly Contributed[]) {
  const live = inForce.filter(({ endedOn, contributions }) => endedOn === null && contributions.length > 0)
  const planned = new Set(content.outcomes.map(({ personalOutcomeId }) => personalOutcomeId))
  const kept = sharesOf(content)
  const providerIds = new Set(live.flatMap(({ contributions }) => contributions.map(({ providerId }) => providerId)))
  return {
    outcomeIds: live.map(({ personalOutcomeId }) => personalOutcomeId).filter((id) => !planned.has(id)),
    providerIds: [...providerIds].filter((id) => id !== null).filter((id) => !kept.has(id)),
  }
}
