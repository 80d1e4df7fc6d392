/** The life of a review: what may happen next, who may sign, and what has to be there before it can be sent. */
import type { Language } from '../../../kernel/language.ts'
import type { Period } from '../../../kernel/period.ts'
import type { Refusal } from '../../../kernel/result.ts'

export const REVIEW_STATES = ['draft', 'awaiting-signature', 'signed', 'withdrawn'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

export type ReviewStep = 'submit' | 'return' | 'sign' | 'withdraw'

export type OwnWords = { readonly text: string; readonly language: Language }

export type Review = {
  readonly reviewId: number
  /** What its writers call it, in `language`. */
  readonly name: string
  readonly language: Language
  readonly frameworkId: string
  readonly frameworkEdition: string
  /** Empty: the whole authority. */
  readonly contractIds: readonly number[]
  readonly period: Period
  readonly state: ReviewState
  readonly conclusion: OwnWords
  readonly evidenceReadAt: Temporal.Instant | null
  readonly startedBy: string
  readonly startedAt: Temporal.Instant
  readonly version: number
}

export type NewReview = Pick<
  Review,
  'name' | 'language' | 'frameworkId' | 'frameworkEdition' | 'contractIds' | 'period'
>

export type TakenStep = {
  readonly step: ReviewStep | 'start'
  readonly by: string
  readonly at: Temporal.Instant
  readonly reason: string
}

/** What may happen next. A signed review stays as it was signed; a withdrawn one stays withdrawn. */
export const NEXT_STEPS = {
  draft: { submit: 'awaiting-signature', withdraw: 'withdrawn' },
  'awaiting-signature': { sign: 'signed', return: 'draft', withdraw: 'withdrawn' },
  signed: {},
  withdrawn: {},
} as const satisfies Record<ReviewState, Partial<Record<ReviewStep, ReviewState>>>

/** The state a step leads to; undefined where it may not be taken. */
export function stateAfter(state: ReviewState, step: ReviewStep): ReviewState | undefined {
  const next: Partial<Record<ReviewStep, ReviewState>> = NEXT_STEPS[state]
  return next[step]
}

/** Who acts, as far as a signature is concerned: two programs or two people with one number are told apart by kind and name. */
export type Hand = { readonly kind: 'user' | 'client' | 'system'; readonly id: number; readonly name: string }

/** A signature is a second pair of eyes: nobody who wrote in the review may give it. */
export function mayBeSignedBy(writers: readonly Hand[], signer: Hand): boolean {
  return !writers.some((writer) => isSameHand(writer, signer))
}

function isSameHand(a: Hand, b: Hand): boolean {
  if (a.kind !== b.kind || a.id !== b.id) return false
  // On the command line everybody is the system, told apart by the name of the computer's user.
  return a.kind !== 'system' || a.name === b.name
}

export type Progress = { readonly answered: number; readonly asked: number }

export function isComplete(progress: Progress): boolean {
  return progress.answered === progress.asked
}

export const REFUSALS = {
  notDraft: {
    kind: 'conflict',
    code: 'review-not-in-draft',
    message: {
      en: 'This review is no longer a draft, so it cannot be changed. If it awaits a signature, ask the person signing to return it.',
      cy: 'Nid yw’r adolygiad hwn yn ddrafft mwyach, felly ni ellir ei newid. Os yw’n aros am lofnod, gofynnwch i’r person sy’n llofnodi ei ddychwelyd.',
    },
  },
  notPossibleNow: {
    kind: 'conflict',
    code: 'review-step-not-possible',
    message: {
      en: 'This cannot be done at this point of the review. Look at the review again to see where it stands.',
      cy: 'Ni ellir gwneud hyn ar y pwynt hwn yn yr adolygiad. Edrychwch ar yr adolygiad eto i weld ble mae arni.',
    },
  },
  writerCannotSign: {
    kind: 'forbidden',
    code: 'writer-cannot-sign',
    message: {
      en: 'You wrote in this review, so somebody else has to sign it.',
      cy: 'Chi a ysgrifennodd yn yr adolygiad hwn, felly rhaid i rywun arall ei lofnodi.',
    },
  },
  incomplete: {
    kind: 'invalid',
    code: 'review-incomplete',
    message: {
      en: 'Some questions have no judgement yet. Answer them, or say that they do not apply and why.',
      cy: 'Nid oes barn eto ar rai cwestiynau. Atebwch nhw, neu dywedwch nad ydynt yn berthnasol a pham.',
    },
  },
  noConclusion: {
    kind: 'invalid',
    code: 'conclusion-missing',
    field: 'conclusion',
    message: {
      en: 'Write what the review concludes, in a few sentences.',
      cy: 'Ysgrifennwch beth yw casgliad yr adolygiad, mewn ychydig frawddegau.',
    },
  },
  noReason: {
    kind: 'invalid',
    code: 'reason-missing',
    field: 'reason',
    message: { en: 'Say why.', cy: 'Dywedwch pam.' },
  },
  notFound: {
    kind: 'not-found',
    code: 'no-such-review',
    message: { en: 'There is no such review.', cy: 'Nid oes adolygiad o’r fath.' },
  },
} as const satisfies Record<string, Refusal>
