/** The last stop of the line of sight: the newest review of a contract, or how many reviews the authority has signed. */
import { type Bilingual, inBoth } from '../../../kernel/language.ts'
import { dayOf, showDay } from '../../../kernel/period.ts'
import type { StopReader, StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import { systemClock } from '../../../platform/clock/clock.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listFollowUps } from '../follow-up/follow-up.store.ts'
import { isLate } from '../follow-up/follow-up.ts'
import { reviewPaths } from '../paths.ts'
import { findSignedReport } from '../report/report.store.ts'
import { listReviews } from '../review-life/review.store.ts'
import type { Review } from '../review-life/review-life.ts'
import { text } from './review.stop.text.ts'

export const reviewStop: StopReader = {
  stop: 'review',
  async read(tx, focus) {
    const { authorityId, contractId } = focus
    if (focus.personId !== undefined || focus.outcomeId !== undefined) return undefined
    if (focus.areaId !== undefined || focus.providerId !== undefined) return undefined
    const all = (await listReviews(tx, authorityId)).filter((review) => review.state !== 'withdrawn')
    if (focus.reviewId !== undefined)
      return newest(
        tx,
        authorityId,
        all.filter(({ reviewId }) => reviewId === focus.reviewId),
      )
    if (contractId !== undefined)
      return newest(
        tx,
        authorityId,
        all.filter((review) => looksAt(review, contractId)),
      )
    return signedCount(
      tx,
      authorityId,
      all.filter(({ state }) => state === 'signed'),
    )
  },
}

/** A review of the whole authority looks at every contract. */
function looksAt(review: Review, contractId: number): boolean {
  return review.contractIds.length === 0 || review.contractIds.includes(contractId)
}

/** The newest signed one; where none is signed yet, the newest that is on its way. */
async function newest(tx: Tx, authorityId: number, reviews: readonly Review[]): Promise<StopReading | undefined> {
  const review = reviews.find(({ state }) => state === 'signed') ?? reviews[0]
  if (!review) return undefined
  const signed = await findSignedReport(tx, authorityId, review.reviewId)
  if (!signed)
    return {
      stop: 'review',
      headline: inBoth((language) => text[language][review.state === 'draft' ? 'written' : 'waiting']),
      href: reviewPaths.review(review.reviewId),
    }
  const day = dayOf(signed.signedAt)
  return {
    stop: 'review',
    headline: inBoth((language) => text[language].signed(showDay(language, day))),
    detail: await actionsOf(tx, authorityId, [review]),
    href: reviewPaths.report(review.reviewId),
  }
}

async function signedCount(tx: Tx, authorityId: number, signed: readonly Review[]): Promise<StopReading | undefined> {
  if (signed.length === 0) return undefined
  return {
    stop: 'review',
    headline: inBoth((language) => text[language].reviews(signed.length)),
    detail: await actionsOf(tx, authorityId, signed),
    href: reviewPaths.reviews(),
  }
}

async function actionsOf(tx: Tx, authorityId: number, reviews: readonly Review[]): Promise<Bilingual> {
  const followUps = await listFollowUps(tx, authorityId, { reviewIds: reviews.map(({ reviewId }) => reviewId) })
  const late = followUps.filter((followUp) => isLate(followUp, systemClock.today())).length
  return inBoth((language) => text[language].actions(followUps.length, late))
}
