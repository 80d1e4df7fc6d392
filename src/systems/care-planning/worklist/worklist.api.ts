/** Worklist, caseload, reviews and changed situations as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { allocate, openCaseload } from '../caseload/caseload.actions.ts'
import { beginReview, concludeReview, openReviews } from '../plan-review/plan-review.actions.ts'
import { PlanReviewKind, TookPart } from '../plan-review/plan-review.ts'
import { NOTED_BY_HAND, noteSituation } from '../situation/situation.actions.ts'
import { SituationKind } from '../situation/situation.ts'
import { openWorklist } from './worklist.actions.ts'
import { WorkKind } from './worklist.ts'

const Id = z.coerce.number().int().positive()
const DayText = z.string().openapi({ format: 'date', example: '2026-03-03' })
const AT_PERSON = z.object({ personId: Id })
const json = <T extends z.ZodType>(schema: T, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const body = <T extends z.ZodType>(schema: T) => ({
  required: true as const,
  content: { 'application/json': { schema } },
})

const worklistRoute = createRoute({
  method: 'get',
  path: '/worklist',
  ...described('Read what waits', 'Darllen yr hyn sy’n aros'),
  request: { query: z.object({ whose: z.enum(['mine', 'everyone']).optional(), kind: WorkKind.optional() }) },
  responses: {
    200: json(
      z.object({
        whose: z.enum(['mine', 'everyone']),
        unallocated: z.number().int(),
        groups: z.array(
          z
            .object({
              kind: WorkKind,
              total: z.number().int(),
              items: z.array(
                z.object({
                  personId: z.number().int(),
                  ref: z.string(),
                  on: DayText,
                  situation: SituationKind.nullable(),
                  count: z.number().int(),
                }),
              ),
            })
            .openapi('WorkGroup'),
        ),
      }),
      'By kind, the most pressing first',
    ),
  },
})

const caseloadRoute = createRoute({
  method: 'get',
  path: '/caseload',
  ...described('Read who carries how much', 'Darllen pwy sy’n cario faint'),
  responses: {
    200: json(
      z.object({
        unallocated: z.number().int(),
        workers: z.array(
          z
            .object({
              id: z.number().int(),
              ref: z.string(),
              name: z.string(),
              team: z.string(),
              people: z.number().int(),
              overdue: z.number().int(),
              dueSoon: z.number().int(),
              situations: z.number().int(),
              higherNeed: z.number().int(),
            })
            .openapi('WorkerLoad'),
        ),
      }),
      'Workers with their people counted',
    ),
  },
})

const allocateRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/allocations',
  ...described('Allocate somebody to a worker', 'Dyrannu rhywun i weithiwr'),
  request: {
    params: AT_PERSON,
    body: body(
      z
        .object({
          workerId: z.number().int(),
          startsOn: DayText,
          note: z.string().optional(),
          seen: z.number().int().optional().openapi({ description: 'The allocation seen as open; 0: none' }),
        })
        .openapi('NewAllocation'),
    ),
  },
  responses: { 201: json(z.object({ personId: z.number().int() }), 'Allocated') },
})

const reviewsRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/plan-reviews',
  ...described('Read reviews of a plan and what changed', 'Darllen adolygiadau o gynllun a’r hyn a newidiodd'),
  request: { params: AT_PERSON },
  responses: {
    200: json(
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
    body: body(z.object({ kind: PlanReviewKind, heldOn: DayText }).openapi('NewPlanReview')),
  },
  responses: { 201: json(z.object({ id: z.number().int() }), 'The review') },
})

const concludeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plan-reviews/{planReviewId}/conclusion',
  ...described('Conclude a review of a plan', 'Cwblhau adolygiad o gynllun'),
  request: {
    params: z.object({ personId: Id, planReviewId: Id }),
    body: body(
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
  responses: { 200: json(z.object({ id: z.number().int() }), 'The review') },
})

const situationRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/situations',
  ...described(
    'Note that something changed: a hospital system tells of an admission here',
    'Nodi bod rhywbeth wedi newid: yma y mae system ysbyty’n rhoi gwybod am dderbyniad',
  ),
  request: {
    params: AT_PERSON,
    body: body(
      z.object({ kind: z.enum(NOTED_BY_HAND), noticedOn: DayText, detail: z.string() }).openapi('NewSituation'),
    ),
  },
  responses: { 201: json(z.object({ personId: z.number().int() }), 'Noted') },
})

export function worklistApi(doors: Doors): void {
  doors.api(worklistRoute, 'people:change', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openWorklist, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ whose, unallocated, groups }) =>
      c.json(
        {
          whose,
          unallocated,
          groups: groups.map(({ kind, total, items }) => ({
            kind,
            total,
            items: items.map(({ personId, ref, on, situation, count }) => ({
              personId,
              ref,
              on: on.toString(),
              situation,
              count,
            })),
          })),
        },
        200,
      ),
    )
  })
  doors.api(caseloadRoute, 'caseload:manage', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openCaseload, {}, originOf(c))
    return answered(c, result, ({ unallocated, loads }) =>
      c.json(
        {
          unallocated,
          workers: loads.map(({ workerId, ref, name, team, people, overdue, dueSoon, situations, higherNeed }) => ({
            id: workerId,
            ref,
            name,
            team,
            people,
            overdue,
            dueSoon,
            situations,
            higherNeed,
          })),
        },
        200,
      ),
    )
  })
  doors.api(allocateRoute, 'caseload:manage', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), allocate, input, originOf(c))
    return answered(c, result, (value) => c.json(value, 201))
  })
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
  doors.api(situationRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), noteSituation, input, originOf(c))
    return answered(c, result, (value) => c.json(value, 201))
  })
}
