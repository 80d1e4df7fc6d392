/** Writes the demonstration's reviews through the same actions that people use: one officer writes and sends, another signs. */
import { wholeMonthsBefore } from '../src/kernel/period.ts'
import type { Result } from '../src/kernel/result.ts'
import { type Action, perform } from '../src/platform/actions/action.ts'
import type { Actor } from '../src/platform/permissions/actor.ts'
import type { Runtime } from '../src/platform/runtime.ts'
import { findContractByRef } from '../src/systems/contract-management/index.ts'
import {
  addFollowUp,
  concludeReview,
  readReview,
  readReviews,
  saveDomain,
  signReview,
  startReview,
  submitReview,
} from '../src/systems/review/index.ts'
import { DEMO_REVIEWS, type DemoReview } from './reviews.ts'

const ORIGIN = { via: 'command', at: 'demonstration' } as const

/** `writer` writes and sends; `signer` signs those that are to be signed. */
export async function writeReviews(runtime: Runtime, writer: Actor, signer: Actor): Promise<void> {
  const there = accept(await perform(runtime, writer, readReviews, {}, ORIGIN))
  for (const review of DEMO_REVIEWS)
    if (!there.reviews.some(({ name }) => name === review.name)) await writeReview(runtime, { writer, signer }, review)
}

async function writeReview(
  runtime: Runtime,
  hands: { writer: Actor; signer: Actor },
  review: DemoReview,
): Promise<void> {
  const { writer, signer } = hands
  const act = async <I, O>(actor: Actor, action: Action<I, O>, input: unknown): Promise<O> =>
    accept(await perform(runtime, actor, action, input, ORIGIN))
  const contract = await runtime.database.transaction(writer, (tx) =>
    findContractByRef(tx, writer.authorityId, review.contractRef),
  )
  if (!contract) throw new Error(`the demonstration has no contract ${review.contractRef}`)
  const today = runtime.clock.today()
  const { reviewId } = await act(writer, startReview, {
    frameworkId: 'contract-management',
    name: review.name,
    language: 'en',
    contractIds: [contract.contractId],
    from: wholeMonthsBefore(today, review.monthsAgo.from).from.toString(),
    to: wholeMonthsBefore(today, review.monthsAgo.to)
      .from.with({ day: 1 })
      .add({ months: 1 })
      .subtract({ days: 1 })
      .toString(),
  })
  const opened = await act(writer, readReview, { reviewId })
  for (const domain of opened.report.domains) {
    const note = review.notes[domain.id]
    await act(writer, saveDomain, {
      reviewId,
      domainId: domain.id,
      language: 'en',
      answers: domain.prompts.map(({ id }) => {
        const [judgement, finding] = review.answers[id] ?? ['developing', '']
        return { promptId: id, judgement, finding }
      }),
      ...(note ? { note } : {}),
    })
  }
  for (const { dueInDays, ...action } of review.actions)
    await act(writer, addFollowUp, {
      reviewId,
      language: 'en',
      ...action,
      dueOn: today.add({ days: dueInDays }).toString(),
    })
  const { review: written } = await act(writer, readReview, { reviewId })
  await act(writer, concludeReview, {
    reviewId,
    conclusion: review.conclusion,
    language: 'en',
    version: written.version,
  })
  await act(writer, submitReview, { reviewId })
  if (review.isSigned) await act(signer, signReview, { reviewId })
}

function accept<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`the demonstration could not be written: ${result.refusal.message.en}`)
  return result.value
}
