/** Reviews and their reports for programs: the list, one as it stands, its report as JSON, PDF and Word. */
import { createRoute, z } from '@hono/zod-openapi'
import { Language } from '../../../kernel/language.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { REVIEW_STATES } from '../review-life/review-life.ts'
import { type ReviewDetail, type ReviewLine, readReview, readReviews } from './report.actions.ts'
import { answerReportFile, REPORT_FORMATS, writeReportFile } from './report.file.ts'
import { answeredIn, promptsOf, ReportContent } from './report.ts'

const ReviewId = z.object({ reviewId: z.coerce.number().int().positive() })
const InstantText = z.string().openapi({ format: 'date-time' })

const Signed = z.object({ by: z.string(), at: InstantText, sha256: z.string() })

const ReviewAnswer = z
  .object({
    id: z.number().int(),
    name: z.string(),
    language: Language,
    state: z.enum(REVIEW_STATES),
    frameworkId: z.string(),
    frameworkEdition: z.string(),
    contractIds: z.array(z.number().int()).openapi({ description: 'Empty: the whole authority' }),
    from: DayText,
    to: DayText,
    answered: z.number().int(),
    asked: z.number().int(),
    actions: z.number().int(),
    version: z.number().int(),
  })
  .openapi('Review')

const ReviewDetailAnswer = ReviewAnswer.extend({
  conclusion: z.object({ text: z.string(), language: Language }),
  domains: z.array(
    z.object({ id: z.string(), answered: z.number().int(), asked: z.number().int(), prompts: z.array(z.string()) }),
  ),
  steps: z.array(z.object({ step: z.string(), by: z.string(), at: InstantText, reason: z.string() })),
  signature: Signed.nullable(),
}).openapi('ReviewDetail')

const listRoute = createRoute({
  method: 'get',
  path: '/reviews',
  ...described('List reviews', 'Rhestru adolygiadau'),
  request: {
    query: z.object({ state: z.enum(REVIEW_STATES).optional(), contractId: z.coerce.number().int().optional() }),
  },
  responses: {
    200: {
      description: 'Newest first',
      content: { 'application/json': { schema: z.object({ items: z.array(ReviewAnswer) }) } },
    },
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/reviews/{reviewId}',
  ...described('Read a review as it stands', 'Darllen adolygiad fel y mae'),
  request: { params: ReviewId },
  responses: {
    200: {
      description: 'The review, its version as ETag',
      content: { 'application/json': { schema: ReviewDetailAnswer } },
    },
  },
})

const reportRoute = createRoute({
  method: 'get',
  path: '/reviews/{reviewId}/report',
  ...described('Read the report of a review', 'Darllen adroddiad adolygiad'),
  request: { params: ReviewId },
  responses: {
    200: {
      description: 'As it was signed; as it stands while it is not',
      content: {
        'application/json': {
          schema: z.object({
            report: ReportContent,
            signature: Signed.nullable(),
          }),
        },
      },
    },
  },
})

const fileRoute = createRoute({
  method: 'get',
  path: '/reviews/{reviewId}/report/{format}',
  ...described('Download the report of a review', 'Lawrlwytho adroddiad adolygiad'),
  request: {
    params: ReviewId.extend({ format: z.enum(REPORT_FORMATS) }),
    query: z.object({ language: Language.default('en') }),
  },
  responses: {
    200: {
      description: 'The file',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

export function reportApi(doors: Doors): void {
  doors.api(listRoute, 'reviews:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readReviews, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ reviews }) => c.json({ items: reviews.map(presentLine) }, 200))
  })
  doors.api(oneRoute, 'reviews:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readReview, c.req.valid('param'), originOf(c))
    return answered(c, result, (detail) =>
      c.json(presentDetail(detail), 200, { ETag: entityTag(detail.review.version) }),
    )
  })
  doors.api(reportRoute, 'reviews:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readReview, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ report, signature }) =>
      c.json({ report, signature: presentSignature(signature) }, 200),
    )
  })
  doors.api(fileRoute, 'reviews:read', async (c) => {
    const { reviewId, format } = c.req.valid('param')
    const result = await perform(c.get('runtime'), actorOf(c), readReview, { reviewId }, originOf(c))
    return answered(c, result, async (detail) => {
      const { language } = c.req.valid('query')
      const file = await writeReportFile(detail, format, language, c.get('runtime').clock.now())
      // A file is no JSON body: its type is said by its own headers.
      return answerReportFile(file) as never
    })
  })
}

function presentLine(line: ReviewLine) {
  return {
    id: line.reviewId,
    name: line.name,
    language: line.language,
    state: line.state,
    frameworkId: line.frameworkId,
    frameworkEdition: line.frameworkEdition,
    contractIds: [...line.contractIds],
    from: line.period.from.toString(),
    to: line.period.to.toString(),
    answered: line.answered,
    asked: line.asked,
    actions: line.actions,
    version: line.version,
  }
}

function presentDetail({ review, report, steps, signature }: ReviewDetail) {
  const answeredCount = report.domains.reduce((sum, domain) => sum + answeredIn(domain), 0)
  const actions = report.domains.reduce((sum, domain) => sum + domain.actions.length, 0)
  return {
    id: review.reviewId,
    name: review.name,
    language: review.language,
    state: review.state,
    frameworkId: review.frameworkId,
    frameworkEdition: review.frameworkEdition,
    contractIds: [...review.contractIds],
    from: review.period.from.toString(),
    to: review.period.to.toString(),
    answered: answeredCount,
    asked: promptsOf(report).length,
    actions,
    version: review.version,
    conclusion: { ...review.conclusion },
    domains: report.domains.map((domain) => ({
      id: domain.id,
      answered: answeredIn(domain),
      asked: domain.prompts.length,
      prompts: domain.prompts.map((prompt) => prompt.id),
    })),
    steps: steps.map(({ step, by, at, reason }) => ({ step, by, at: at.toString(), reason })),
    signature: presentSignature(signature),
  }
}

function presentSignature(signature: ReviewDetail['signature']) {
  return signature ? { ...signature, at: signature.at.toString() } : null
}
