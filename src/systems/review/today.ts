/** What the reviews have to say on the home page: what waits for a signature, what came back, which actions are late or fall due. */
import { inBoth } from '../../kernel/language.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { TodayItem } from '../../system.ts'
import { listFollowUps } from './follow-up/follow-up.store.ts'
import { isDueWithin, isLate } from './follow-up/follow-up.ts'
import { text } from './line-of-sight/review.stop.text.ts'
import { reviewPaths } from './paths.ts'
import { listReviews, listSteps, listWriters } from './review-life/review.store.ts'
import { mayBeSignedBy, type Review } from './review-life/review-life.ts'

const DAYS_AHEAD = 14

export async function reviewToday(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  if (!may(actor, 'reviews:read')) return []
  return [...(await waitingReviews(tx, actor)), ...(await ownActions(tx, actor, clock))]
}

async function waitingReviews(tx: Tx, actor: Actor): Promise<readonly TodayItem[]> {
  const toSign: Review[] = []
  const returned: Review[] = []
  for (const review of await listReviews(tx, actor.authorityId, { states: ['draft', 'awaiting-signature'] })) {
    const isWriter = !mayBeSignedBy(await listWriters(tx, actor.authorityId, review.reviewId), actor)
    if (review.state === 'awaiting-signature' && !isWriter && may(actor, 'reviews:sign')) toSign.push(review)
    if (review.state === 'draft' && isWriter) {
      const steps = await listSteps(tx, actor.authorityId, review.reviewId)
      if (steps.at(-1)?.step === 'return') returned.push(review)
    }
  }
  return [
    ...about(
      returned,
      'returned',
      ([only]) => reviewPaths.review(only!.reviewId),
      reviewPaths.reviews({ state: 'draft' }),
    ),
    ...about(
      toSign,
      'awaiting',
      ([only]) => reviewPaths.sign(only!.reviewId),
      reviewPaths.reviews({ state: 'awaiting-signature' }),
    ),
  ]
}

/** An action belongs to whoever has the name that was written as its owner. */
async function ownActions(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  const signed = await listReviews(tx, actor.authorityId, { states: ['signed'] })
  const reviewIds = signed.map(({ reviewId }) => reviewId)
  const own = (await listFollowUps(tx, actor.authorityId, { reviewIds })).filter(({ owner }) => owner === actor.name)
  const today = clock.today()
  const href = reviewPaths.followUps({ owner: actor.name })
  return [
    ...about(
      own.filter((followUp) => isLate(followUp, today)),
      'late',
      () => href,
      href,
    ),
    ...about(
      own.filter((followUp) => isDueWithin(followUp, DAYS_AHEAD, today)),
      'soon',
      () => href,
      href,
    ),
  ]
}

/** One sentence for all of them; where there is one only, straight to it. */
function about<T>(
  found: readonly T[],
  sentence: 'returned' | 'awaiting' | 'late' | 'soon',
  toOne: (found: readonly T[]) => string,
  toAll: string,
): readonly TodayItem[] {
  if (found.length === 0) return []
  return [
    {
      kind: 'attention',
      count: found.length,
      sentence: inBoth((language) => text[language][sentence](found.length)),
      href: found.length === 1 ? toOne(found) : toAll,
    },
  ]
}
