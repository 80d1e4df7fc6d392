/** Writes the demonstration's reviews through the same actions that people use: one officer writes and sends, another signs. */
import { wholeMonthsBefore } from '../src/kernel/period.ts'
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
import { actIn } from './act.ts'
import { DEMO_REVIEWS, type DemoReview } from './reviews.ts'

/** `writer` writes and sends; `signer` signs those that are to be signed. */
export async function writeReviews(runtime: Runtime, writer: Actor, signer: Actor): Promise<void> {
  const there = await actIn(runtime)(writer, readReviews, {})
  for (const review of DEMO_REVIEWS)
    if (!there.reviews.some(({ name }) => name === review.name)) await writeReview(runtime, { writer, signer }, review)
}

async function writeReview(
  runtime: Runtime,
  hands: { writer: Actor; signer: Actor },
  review: DemoReview,
): Promise<void> {
  const { writer, signer } = hands
  const act = actIn(runtime)
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
