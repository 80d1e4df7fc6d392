/** Opens a review for a page: the review as the visitor may see it, or the answer that says why not. */
import type { Context } from 'hono'
import { perform } from '../../../platform/actions/action.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { type ReviewDetail, readReview } from '../report/report.actions.ts'

export type FoundReview =
  | { readonly ok: true; readonly detail: ReviewDetail }
  | { readonly ok: false; readonly answer: Response }

/** From the path's `:reviewId`. */
export async function findReviewFor(c: Context<Env>): Promise<FoundReview> {
  const reviewId = c.req.param('reviewId')
  const result = await perform(c.get('runtime'), actorOf(c), readReview, { reviewId }, originOf(c))
  return result.ok ? { ok: true, detail: result.value } : { ok: false, answer: await answerRefusal(c, result.refusal) }
}

/** What a form sent, each field once; files apart. */
export type Typed = Readonly<Record<string, string>>

export async function readTyped(
  c: Context<Env>,
): Promise<{ readonly typed: Typed; readonly files: ReadonlyMap<string, File> }> {
  const body = await c.req.parseBody()
  const typed: Record<string, string> = {}
  const files = new Map<string, File>()
  for (const [name, value] of Object.entries(body)) {
    if (typeof value === 'string') typed[name] = value
    else if (value instanceof File && value.size > 0) files.set(name, value)
  }
  return { typed, files }
}
