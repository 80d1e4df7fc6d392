/** Starting a review, and each step of its life: sent for signature, returned, signed, withdrawn. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import { day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { findContract } from '../../contract-management/index.ts'
import { listAnswers } from '../answer/answer.store.ts'
import { isAnswered, LONGEST_TEXT, together } from '../answer/answer.ts'
import { contractsOf, frameworkOf, modelsOf, readEvidence } from '../evidence/evidence.actions.ts'
import { composeReport, sealReport } from '../report/compose-report.actions.ts'
import { insertSignedReport } from '../report/report.store.ts'
import { domainsFor, reviewFrameworks } from '../review-framework/review-framework.ts'
import { openDraft } from './draft.actions.ts'
import { addStep, addWriter, findReview, insertReview, listWriters, lockReview, updateReview } from './review.store.ts'
import {
  type Hand,
  isComplete,
  mayBeSignedBy,
  type Progress,
  REFUSALS,
  type Review,
  type ReviewStep,
  stateAfter,
} from './review-life.ts'

const RealDay = z.iso
  .date(bilingualIssue('Enter a real date', 'Rhowch ddyddiad go iawn'))
  .transform((text) => day(text))

const Reason = z.string().trim().max(LONGEST_TEXT)

export const StartReviewInput = z.object({
  frameworkId: z.string().min(1),
  name: z
    .string()
    .trim()
    .min(1, bilingualIssue('Give the review a name', 'Rhowch enw i’r adolygiad'))
    .max(200, bilingualIssue('Keep the name under 200 characters', 'Cadwch yr enw o dan 200 nod')),
  language: Language,
  /** None: the whole authority. */
  contractIds: z.array(RecordId).max(500).default([]),
  from: RealDay,
  to: RealDay,
})

export const startReview = defineAction({
  name: 'review.start-review',
  title: { en: 'Started a review', cy: 'Dechrau adolygiad' },
  permission: 'reviews:write',
  input: StartReviewInput,
  async run(context, input) {
    const { tx, actor, clock, runtime } = context
    const framework = runtime.frameworks.findOn(reviewFrameworks, input.frameworkId, clock.today())
    const problem = refusalOfPeriod(input, clock.today()) ?? (framework ? undefined : NO_FRAMEWORK)
    if (problem || !framework) return refused(problem ?? NO_FRAMEWORK)
    const contractIds = [...new Set(input.contractIds)]
    for (const contractId of contractIds)
      if (!(await findContract(tx, actor.authorityId, contractId))) return refused(NO_CONTRACT)
    const reviewId = await insertReview(
      tx,
      actor.authorityId,
      {
        name: input.name,
        language: input.language,
        frameworkId: framework.id,
        frameworkEdition: framework.edition,
        contractIds,
        period: { from: input.from, to: input.to },
      },
      { by: actor.name, at: clock.now() },
    )
    const hand = { kind: actor.kind, id: actor.id, name: actor.name }
    await addWriter(tx, actor.authorityId, reviewId, hand)
    await addStep(tx, actor.authorityId, reviewId, { step: 'start', by: actor.name, at: clock.now(), reason: '' })
    const review = (await findReview(tx, actor.authorityId, reviewId))!
    await readEvidence(context, review)
    await updateReview(tx, actor.authorityId, review, { evidenceReadAt: clock.now() })
    context.audit({
      recordType: 'review.review',
      recordId: reviewId,
      after: { name: input.name, framework: framework.id, edition: framework.edition, contractIds },
    })
    return accepted({ reviewId })
  },
})

function refusalOfPeriod(
  { from, to }: { from: Temporal.PlainDate; to: Temporal.PlainDate },
  today: Temporal.PlainDate,
): Refusal | undefined {
  if (Temporal.PlainDate.compare(to, from) < 0) return PERIOD_ENDS_FIRST
  return Temporal.PlainDate.compare(to, today) > 0 ? PERIOD_IN_FUTURE : undefined
}

/** Writes what the review concludes, in a few sentences. `version` is the review's as it was seen. */
export const concludeReview = defineAction({
  name: 'review.conclude-review',
  title: { en: 'Wrote the conclusion of a review', cy: 'Ysgrifennu casgliad adolygiad' },
  permission: 'reviews:write',
  input: z.object({
    reviewId: RecordId,
    conclusion: z.string().trim().max(LONGEST_TEXT),
    language: Language,
    version: z.coerce.number().int().min(1),
  }),
  async run(context, input) {
    const draft = await openDraft(context, input.reviewId)
    if (!draft.ok) return draft
    const review = draft.value
    if (review.conclusion.text === input.conclusion) return accepted({ version: review.version })
    if (review.version !== input.version) return refused(CONCLUSION_CLASH)
    const conclusion = { text: input.conclusion, language: input.language }
    await updateReview(context.tx, context.actor.authorityId, review, { conclusion })
    context.audit({
      recordType: 'review.review',
      recordId: review.reviewId,
      before: { conclusion: review.conclusion.text },
      after: { conclusion: input.conclusion },
    })
    return accepted({ version: review.version + 1 })
  },
})

/** Sends a draft to be signed: every question that is asked has a judgement, and the conclusion is written. */
export const submitReview = defineAction({
  name: 'review.submit-review',
  title: { en: 'Sent a review for signature', cy: 'Anfon adolygiad i’w lofnodi' },
  permission: 'reviews:write',
  input: z.object({ reviewId: RecordId }),
  async run(context, { reviewId }) {
    const draft = await openDraft(context, reviewId)
    if (!draft.ok) return draft
    const missing = together([
      ...(isComplete(await progressOf(context, draft.value)) ? [] : [REFUSALS.incomplete]),
      ...(draft.value.conclusion.text === '' ? [REFUSALS.noConclusion] : []),
    ])
    if (missing) return refused(missing)
    return takeStep(context, draft.value, 'submit', '')
  },
})

/** How many of the questions asked of these contracts have a judgement. */
export async function progressOf(context: ActionContext, review: Review): Promise<Progress> {
  const models = modelsOf(await contractsOf(context, review.contractIds))
  const prompts = domainsFor(frameworkOf(context, review), models).flatMap((domain) => domain.prompts)
  const answers = await listAnswers(context.tx, context.actor.authorityId, review.reviewId)
  const answered = prompts.filter((prompt) => isAnswered(answers.find((answer) => answer.promptId === prompt.id)))
  return { answered: answered.length, asked: prompts.length }
}

export const returnReview = defineAction({
  name: 'review.return-review',
  title: { en: 'Returned a review to its writers', cy: 'Dychwelyd adolygiad i’w awduron' },
  permission: 'reviews:sign',
  input: z.object({ reviewId: RecordId, reason: Reason }),
  async run(context, { reviewId, reason }) {
    const review = await lockReview(context.tx, context.actor.authorityId, reviewId)
    if (!review) return refused(REFUSALS.notFound)
    if (reason === '') return refused(REFUSALS.noReason)
    return takeStep(context, review, 'return', reason)
  },
})

export const withdrawReview = defineAction({
  name: 'review.withdraw-review',
  title: { en: 'Withdrew a review', cy: 'Tynnu adolygiad yn ôl' },
  permission: 'reviews:write',
  input: z.object({ reviewId: RecordId, reason: Reason }),
  async run(context, { reviewId, reason }) {
    const review = await lockReview(context.tx, context.actor.authorityId, reviewId)
    if (!review) return refused(REFUSALS.notFound)
    if (reason === '') return refused(REFUSALS.noReason)
    return takeStep(context, review, 'withdraw', reason)
  },
})

/** Signs: the report is put together once more, kept as it is now, and sealed. Nobody who wrote in it may. */
export const signReview = defineAction({
  name: 'review.sign-review',
  title: { en: 'Signed off a review', cy: 'Llofnodi adolygiad' },
  permission: 'reviews:sign',
  /** `version`: of the review as the signer read it; nobody signs what they have not seen. */
  input: z.object({ reviewId: RecordId, version: z.coerce.number().int().min(1).optional() }),
  async run(context, { reviewId, version }) {
    const { tx, actor, clock } = context
    const review = await lockReview(tx, actor.authorityId, reviewId)
    if (!review) return refused(REFUSALS.notFound)
    const signer: Hand = { kind: actor.kind, id: actor.id, name: actor.name }
    if (!mayBeSignedBy(await listWriters(tx, actor.authorityId, reviewId), signer))
      return refused(REFUSALS.writerCannotSign)
    if (version !== undefined && version !== review.version) return refused(CHANGED_SINCE_READ)
    const stepped = await takeStep(context, review, 'sign', '')
    if (!stepped.ok) return stepped
    const sealed = sealReport(await composeReport(context, review))
    await insertSignedReport(tx, actor.authorityId, reviewId, {
      ...sealed,
      signedBy: actor.name,
      signedAt: clock.now(),
    })
    return accepted({ ...stepped.value, sha256: sealed.sha256 })
  },
})

async function takeStep(
  context: ActionContext,
  review: Review,
  step: ReviewStep,
  reason: string,
): Promise<Result<{ readonly state: Review['state'] }>> {
  const { tx, actor, clock } = context
  const state = stateAfter(review.state, step)
  if (!state) return refused(REFUSALS.notPossibleNow)
  await updateReview(tx, actor.authorityId, review, { state })
  await addStep(tx, actor.authorityId, review.reviewId, { step, by: actor.name, at: clock.now(), reason })
  context.audit({
    recordType: 'review.review',
    recordId: review.reviewId,
    before: { state: review.state },
    after: { state },
    ...(reason ? { reason } : {}),
  })
  return accepted({ state })
}

const NO_FRAMEWORK: Refusal = {
  kind: 'invalid',
  code: 'no-such-framework',
  field: 'frameworkId',
  message: { en: 'Choose a framework that is in force today.', cy: 'Dewiswch fframwaith sydd mewn grym heddiw.' },
}
const NO_CONTRACT: Refusal = {
  kind: 'invalid',
  code: 'no-such-contract',
  field: 'contractIds',
  message: { en: 'One of the contracts chosen does not exist.', cy: 'Nid yw un o’r contractau a ddewiswyd yn bodoli.' },
}
const PERIOD_ENDS_FIRST: Refusal = {
  kind: 'invalid',
  code: 'period-ends-before-it-starts',
  field: 'to',
  message: {
    en: 'The last day must not be before the first day.',
    cy: 'Ni chaiff y diwrnod olaf fod cyn y diwrnod cyntaf.',
  },
}
const PERIOD_IN_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'period-in-the-future',
  field: 'to',
  message: {
    en: 'The last day must be today or before: what has not happened cannot be reviewed.',
    cy: 'Rhaid i’r diwrnod olaf fod heddiw neu cyn hynny: ni ellir adolygu’r hyn nad yw wedi digwydd.',
  },
}
const CHANGED_SINCE_READ: Refusal = {
  kind: 'stale',
  code: 'review-changed-since-read',
  message: {
    en: 'The review has changed since you opened it. Read the report again before you sign.',
    cy: 'Mae’r adolygiad wedi newid ers i chi ei agor. Darllenwch yr adroddiad eto cyn llofnodi.',
  },
}
const CONCLUSION_CLASH: Refusal = {
  kind: 'stale',
  code: 'conclusion-changed',
  field: 'conclusion',
  message: {
    en: 'Somebody else changed this review while you wrote. Compare both texts, then save again.',
    cy: 'Newidiodd rhywun arall yr adolygiad hwn wrth i chi ysgrifennu. Cymharwch y ddau destun, yna cadwch eto.',
  },
}
