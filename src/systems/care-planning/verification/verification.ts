/** A sample of claims that anybody can draw again, and what whoever looked into one of them may find. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Refusal, refused } from '../../../kernel/result.ts'
import { ACHIEVEMENT_NAMES, Achievement, type PersonSays } from '../outcome-review/outcome-review.ts'

/** What looking into a claim found; `could-not-verify` is an honest answer. */
export const Found = z.enum([...Achievement.options, 'could-not-verify'])
export type Found = z.infer<typeof Found>

export const FOUND_NAMES = {
  ...ACHIEVEMENT_NAMES,
  'could-not-verify': { en: 'Could not be verified', cy: 'Nid oedd modd ei gadarnhau' },
} as const satisfies Record<Found, Bilingual>

export const VerifiedHow = z.enum(['person', 'carer', 'visit', 'records'])
export type VerifiedHow = z.infer<typeof VerifiedHow>

export const HOW_NAMES = {
  person: { en: 'Spoke with the person', cy: 'Siarad â’r person' },
  carer: { en: 'Spoke with their carer', cy: 'Siarad â’u gofalwr' },
  visit: { en: 'Visited and saw', cy: 'Ymweld a gweld' },
  records: { en: 'Looked into records', cy: 'Edrych ar gofnodion' },
} as const satisfies Record<VerifiedHow, Bilingual>

/** The most that one sample may hold: somebody has to look into each. */
export const LARGEST_SAMPLE = 500

export type Sample = {
  readonly verificationSampleId: number
  readonly seed: string
  /** None: the claims about all providers. */
  readonly providerId: number | null
  readonly from: Day
  readonly to: Day
  readonly size: number
  readonly eligible: number
  readonly drawnOn: Day
  readonly drawnBy: string
}

export type SampleItem = {
  readonly verificationSampleId: number
  readonly outcomeReviewId: number
  readonly reviewRef: string
  readonly personId: number
  readonly place: number
  readonly personName: string
  readonly ownWords: string
  readonly ownWordsLanguage: Language
  readonly heldOn: Day
  readonly providerId: number | null
  readonly claimed: Achievement
  readonly providerClaimed: Achievement | null
  readonly personSays: PersonSays | null
  readonly personSaidBy: 'person' | 'carer' | null
  readonly reviewRecordedByUser: number | null
  readonly found: Found | null
  readonly how: VerifiedHow | null
  readonly note: string
  readonly verifiedOn: Day | null
  readonly verifiedBy: string | null
  readonly version: number
}

export type Outcome = 'waiting' | 'upheld' | 'differs' | 'could-not-verify'

/** How an item of a sample came out. */
export function outcomeOf({ found, claimed }: Pick<SampleItem, 'found' | 'claimed'>): Outcome {
  if (found === null) return 'waiting'
  if (found === 'could-not-verify') return 'could-not-verify'
  return found === claimed ? 'upheld' : 'differs'
}

export type Tally = Readonly<Record<Outcome, number>>

export function tallyOf(items: readonly Pick<SampleItem, 'found' | 'claimed'>[]): Tally {
  const tally = { waiting: 0, upheld: 0, differs: 0, 'could-not-verify': 0 }
  for (const item of items) tally[outcomeOf(item)] += 1
  return tally
}

/** How many claims of a sample are missing from what one reader is shown: of restricted records, or of reviews that were removed. */
export function hiddenOf(sample: Pick<Sample, 'size' | 'eligible'>, shown: number): number {
  return Math.min(sample.size, sample.eligible) - shown
}

/** Refuses whoever would verify what they claimed themselves, and a day that cannot be. */
export function refuseVerification(
  item: Pick<SampleItem, 'heldOn' | 'reviewRecordedByUser'>,
  by: { readonly userId: number; readonly isOfProvider: boolean; readonly on: Day; readonly today: Day },
): { ok: false; refusal: Refusal } | undefined {
  if (by.isOfProvider || (item.reviewRecordedByUser !== null && item.reviewRecordedByUser === by.userId))
    return refused(OWN_CLAIM)
  if (Temporal.PlainDate.compare(by.on, item.heldOn) < 0) return refused(BEFORE_THE_REVIEW)
  if (Temporal.PlainDate.compare(by.on, by.today) > 0) return refused(STILL_TO_COME)
  return undefined
}

const OWN_CLAIM: Refusal = {
  kind: 'conflict',
  code: 'own-claim',
  message: {
    en: 'You recorded this review yourself, or work for the provider. Somebody independent must look into it.',
    cy: 'Chi a gofnododd yr adolygiad hwn, neu rydych yn gweithio i’r darparwr. Rhaid i rywun annibynnol edrych arno.',
  },
}
const BEFORE_THE_REVIEW: Refusal = {
  kind: 'invalid',
  code: 'verified-before-review',
  field: 'verifiedOn',
  message: {
    en: 'It cannot have been looked into before the day of the review.',
    cy: 'Ni all neb fod wedi edrych arno cyn diwrnod yr adolygiad.',
  },
}
const STILL_TO_COME: Refusal = {
  kind: 'invalid',
  code: 'verified-in-the-future',
  field: 'verifiedOn',
  message: { en: 'This day is still to come.', cy: 'Mae’r diwrnod hwn eto i ddod.' },
}
