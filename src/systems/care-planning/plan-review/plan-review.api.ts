/** Reviews of a plan, and what changed since the last, as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { SituationKind } from '../situation/situation.ts'
import { beginReview, concludeReview, giveUpReview, openReviews } from './plan-review.actions.ts'
import { PlanReviewKind, TookPart } from './plan-review.ts'

const AT_PERSON = z.object({ personId: IdText })

const reviewsRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/plan-reviews',
  ...described('Read reviews of a plan and what changed', 'Darllen adolygiadau o gynllun a’r hyn a newidiodd'),
  request: { params: AT_PERSON },
  responses: {
    200: jsonAnswer(
      z.object({
        reviews: z.array(
          z
            .object({
              id: z.number().int(),
              kind: PlanReviewKind,
              state: z.enum(['open', 'concluded', 'given-up']),
              heldOn: DayText,
              tookPart: z.array(TookPart),
              summary: z.string(),
              nextDueOn: DayText.nullable(),
              outcomes: z.array(
                z.object({
                  outcomeId: z.number().int(),
                  reviewId: z.number().int().nullable(),
                  flag: z.enum(['poor-but-achieved', 'good-but-not-achieved']).nullable(),
                }),
              ),
              version: z.number().int(),
            })
            .openapi('PlanReview'),
        ),
        situations: z.array(
          z
            .object({
              id: z.number().int(),
              kind: SituationKind,
              noticedOn: DayText,
              count: z.number().int(),
              detail: z.string(),
              handledOn: DayText.nullable(),
            })
            .openapi('Situation'),
        ),
      }),
      'Newest first',
    ),
  },
})

const beginRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plan-reviews',
  ...described('Begin a review of a plan', 'Dechrau adolygiad o gynllun'),
  request: {
    params: AT_PERSON,
    body: jsonBody(z.object({ kind: PlanReviewKind, heldOn: DayText }).openapi('NewPlanReview')),
  },
  responses: { 201: jsonAnswer(z.object({ id: z.number().int() }), 'The review') },
})

const concludeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plan-reviews/{planReviewId}/conclusion',
  ...described('Conclude a review of a plan', 'Cwblhau adolygiad o gynllun'),
  request: {
    params: z.object({ personId: IdText, planReviewId: IdText }),
    body: jsonBody(
      z
        .object({
          version: z.number().int(),
          tookPart: z.array(TookPart),
          summary: z.string(),
          nextDueOn: DayText,
        })
        .openapi('PlanReviewConclusion'),
    ),
  },
  responses: { 200: jsonAnswer(z.object({ id: z.number().int() }), 'The review') },
})

const giveUpRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plan-reviews/{planReviewId}/giving-up',
  ...described('Give up a review that came to nothing', 'Rhoi’r gorau i adolygiad na ddaeth dim ohono'),
  request: {
    params: z.object({ personId: IdText, planReviewId: IdText }),
    body: jsonBody(z.object({ version: z.number().int(), note: z.string().optional() }).openapi('PlanReviewGivenUp')),
  },
  responses: { 204: { description: 'Given up' } },
})

export function planReviewApi(doors: Doors): void {
  doors.api(reviewsRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openReviews, c.req.valid('param'), originOf(c))
    return answered(c, result, (view) =>
      c.json(
        {
          reviews: view.meetings.map((meeting) => ({
            id: meeting.planReviewId,
            kind: meeting.kind,
            state: meeting.state,
            heldOn: meeting.heldOn.toString(),
            tookPart: [...meeting.tookPart],
            summary: meeting.summary,
            nextDueOn: meeting.nextDueOn?.toString() ?? null,
            outcomes: (view.lookedAt.get(meeting.planReviewId) ?? []).map(({ outcome, review, flag }) => ({
              outcomeId: outcome.personalOutcomeId,
              reviewId: review?.outcomeReviewId ?? null,
              flag: flag ?? null,
            })),
            version: meeting.version,
          })),
          situations: view.situations.map((one) => ({
            id: one.situationId,
            kind: one.kind,
            noticedOn: one.noticedOn.toString(),
            count: one.count,
            detail: one.detail,
            handledOn: one.handledOn?.toString() ?? null,
          })),
        },
        200,
      ),
    )
  })
  doors.api(beginRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), beginReview, input, originOf(c))
    return answered(c, result, ({ planReviewId }) => c.json({ id: planReviewId }, 201))
  })
  doors.api(concludeRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), concludeReview, input, originOf(c))
    return answered(c, result, ({ planReviewId }) => c.json({ id: planReviewId }, 200))
  })
  doors.api(giveUpRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), giveUpReview, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
