/** Opens a draft for writing: whoever writes in it is noted, and may not sign it. */
import { accepted, type Result, refused } from '../../../kernel/result.ts'
import type { ActionContext } from '../../../platform/actions/action.ts'
import { addWriter, lockReview } from './review.store.ts'
import { REFUSALS, type Review } from './review-life.ts'

/** Refuses where there is no such review, or where it is no draft (any more). Nobody else can change it until the transaction ends. */
export async function openDraft(context: ActionContext, reviewId: number): Promise<Result<Review>> {
  const { tx, actor } = context
  const review = await lockReview(tx, actor.authorityId, reviewId)
  if (!review) return refused(REFUSALS.notFound)
  if (review.state !== 'draft') return refused(REFUSALS.notDraft)
  await addWriter(tx, actor.authorityId, reviewId, { kind: actor.kind, id: actor.id, name: actor.name })
  return accepted(review)
}
