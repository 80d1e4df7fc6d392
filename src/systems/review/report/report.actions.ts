/** Looking at reviews: the list, one as it stands, and its report as it was signed. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { readLineOfSight } from '../../../measures/line-of-sight/line-of-sight.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { may } from '../../../platform/permissions/actor.ts'
import { listContracts } from '../../contract-management/index.ts'
import { listFollowUps } from '../follow-up/follow-up.store.ts'
import { isLate } from '../follow-up/follow-up.ts'
import { reviewFrameworks } from '../review-framework/review-framework.ts'
import { findReview, listReviews, listSteps, listWriters } from '../review-life/review.store.ts'
import {
  type Hand,
  mayBeSignedBy,
  NEXT_STEPS,
  REFUSALS,
  REVIEW_STATES,
  type Review,
  type TakenStep,
} from '../review-life/review-life.ts'
import { composeReport, openSealed } from './compose-report.actions.ts'
import { findSignedReport } from './report.store.ts'
import { actionsOf, answeredIn, promptsOf, type ReportContent, type Signature } from './report.ts'

/** A review with its report: as it stands while it is being written, as it was signed from then on. */
export type ReviewDetail = {
  readonly review: Review
  readonly report: ReportContent
  readonly signature: Signature | undefined
  readonly steps: readonly TakenStep[]
  readonly may: {
    readonly write: boolean
    /** True for those who may sign reviews and wrote nothing in this one. */
    readonly sign: boolean
    readonly isWriter: boolean
    /** Open the records behind a number. */
    readonly explain: boolean
  }
}

export const readReview = defineAction({
  name: 'review.read-review',
  title: { en: 'Opened a review', cy: 'Agor adolygiad' },
  permission: 'reviews:read',
  input: z.object({ reviewId: RecordId }),
  async run(context, { reviewId }) {
    const { tx, actor } = context
    const review = await findReview(tx, actor.authorityId, reviewId)
    if (!review) return refused(REFUSALS.notFound)
    const signed = await findSignedReport(tx, actor.authorityId, reviewId)
    const report = signed ? openSealed(signed) : await composeReport(context, review)
    const detail: ReviewDetail = {
      review,
      report,
      signature: signed && { by: signed.signedBy, at: signed.signedAt, sha256: signed.sha256 },
      steps: await listSteps(tx, actor.authorityId, reviewId),
      may: await whatTheyMay(context, review),
    }
    return accepted(detail)
  },
})

async function whatTheyMay({ tx, actor }: ActionContext, review: Review): Promise<ReviewDetail['may']> {
  const hand: Hand = { kind: actor.kind, id: actor.id, name: actor.name }
  const isWriter = !mayBeSignedBy(await listWriters(tx, actor.authorityId, review.reviewId), hand)
  return {
    write: review.state === 'draft' && may(actor, 'reviews:write'),
    sign: 'sign' in NEXT_STEPS[review.state] && may(actor, 'reviews:sign') && !isWriter,
    isWriter,
    explain: may(actor, 'measures:explain'),
  }
}

/** The whole thread that a review ends: of its contract, or of the authority; several contracts have no one thread. */
export const readThread = defineAction({
  name: 'review.read-thread',
  title: { en: 'Looked along the line of sight of a review', cy: 'Edrych ar hyd llinell welediad adolygiad' },
  permission: 'reviews:read',
  input: z.object({ reviewId: RecordId }),
  async run({ tx, actor }, { reviewId }) {
    const review = await findReview(tx, actor.authorityId, reviewId)
    if (!review) return refused(REFUSALS.notFound)
    const [contractId, ...more] = review.contractIds
    if (more.length > 0) return accepted({ stops: [] })
    const focus = { authorityId: actor.authorityId, ...(contractId === undefined ? {} : { contractId }) }
    return accepted({ stops: await readLineOfSight(tx, focus, review.period) })
  },
})

/** One line of the list of reviews. */
export type ReviewLine = Review & {
  readonly answered: number
  readonly asked: number
  readonly actions: number
  readonly lateActions: number
  readonly signedBy: string | undefined
  readonly signedAt: Temporal.Instant | undefined
  readonly contracts: ReportContent['contracts']
  readonly frameworkTitle: ReportContent['framework']['title']
}

export const REVIEWS_PER_PAGE = 25

/** Newest first; without a page, all of them. `counts` is of all reviews by state, whatever is asked for. */
export const readReviews = defineAction({
  name: 'review.read-reviews',
  title: { en: 'Looked at the list of reviews', cy: 'Edrych ar y rhestr o adolygiadau' },
  permission: 'reviews:read',
  input: z.object({
    state: z.enum(REVIEW_STATES).optional(),
    contractId: RecordId.optional(),
    /** Part of the name. */
    search: z.string().trim().max(200).optional(),
    page: z.coerce.number().int().min(1).optional(),
  }),
  async run(context, { state, contractId, search, page }) {
    const { tx, actor } = context
    const all = await listReviews(tx, actor.authorityId, contractId ? { contractId } : {})
    const found = all.filter((review) => (!state || review.state === state) && (!search || isNamed(review, search)))
    const shown = page ? found.slice((page - 1) * REVIEWS_PER_PAGE, page * REVIEWS_PER_PAGE) : found
    const reviews: ReviewLine[] = []
    for (const review of shown) reviews.push(await lineOf(context, review))
    const counts = Object.fromEntries(
      REVIEW_STATES.map((each) => [each, all.filter((review) => review.state === each).length]),
    ) as Record<Review['state'], number>
    return accepted({ reviews, total: found.length, counts })
  },
})

/** Whatever the case and the accents: "cwm uchaf" finds "Cŵm Uchaf". */
function isNamed(review: Pick<Review, 'name'>, search: string): boolean {
  const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return plain(review.name).includes(plain(search))
}

async function lineOf(context: ActionContext, review: Review): Promise<ReviewLine> {
  const { tx, actor, clock } = context
  const signed = await findSignedReport(tx, actor.authorityId, review.reviewId)
  const report = signed ? openSealed(signed) : await composeReport(context, review)
  const followUps = await listFollowUps(tx, actor.authorityId, { reviewId: review.reviewId })
  return {
    ...review,
    answered: report.domains.reduce((sum, domain) => sum + answeredIn(domain), 0),
    asked: promptsOf(report).length,
    actions: actionsOf(report).length,
    lateActions: signed ? followUps.filter((followUp) => isLate(followUp, clock.today())).length : 0,
    signedBy: signed?.signedBy,
    signedAt: signed?.signedAt,
    contracts: report.contracts,
    frameworkTitle: report.framework.title,
  }
}

/** What a new review can be about: the frameworks in force today, and the contracts. */
export const readStartChoices = defineAction({
  name: 'review.read-start-choices',
  title: { en: 'Opened the page that starts a review', cy: 'Agor y dudalen sy’n dechrau adolygiad' },
  permission: 'reviews:write',
  input: z.object({}),
  async run({ tx, actor, clock, runtime }) {
    const ids = [...new Set(runtime.frameworks.list(reviewFrameworks).map((framework) => framework.id))]
    const frameworks = ids.flatMap((id) => runtime.frameworks.findOn(reviewFrameworks, id, clock.today()) ?? [])
    return accepted({ frameworks, contracts: await listContracts(tx, actor.authorityId), today: clock.today() })
  },
})
