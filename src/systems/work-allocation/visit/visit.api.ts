/** Visits for programs: the list, newest first, and one visit. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { PageQuery, pageOf } from '../../../platform/api/page-cursor.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { browseVisits, openVisit } from './visit.actions.ts'
import { VISIT_STATUSES, type Visit, VisitsShown } from './visit.ts'

const Id = z.coerce.number().int().positive().optional()
const Instant = z.string().openapi({ example: '2026-03-02T08:00:00Z' })

const VisitAnswer = z
  .object({
    providerId: z.number().int(),
    visitRef: z.string().openapi({ description: 'The provider’s own reference of the visit' }),
    contractId: z.number().int(),
    packageId: z.number().int(),
    personId: z.number().int(),
    areaId: z.number().int(),
    day: z
      .string()
      .openapi({ description: 'The day in Wales on which it was planned to start', example: '2026-03-02' }),
    plannedStart: Instant,
    plannedEnd: Instant,
    actualStart: Instant.nullable(),
    actualEnd: Instant.nullable(),
    status: z.enum(VISIT_STATUSES),
    cancelledReason: z.string().nullable(),
    workerRef: z.string().nullable(),
    secondWorkerRef: z.string().nullable(),
    language: z.enum(['cy', 'en']).nullable(),
    languageAsked: z.enum(['cy', 'en']),
    isLate: z.boolean().openapi({ description: 'Started later than the contract allows' }),
    isShort: z
      .boolean()
      .openapi({ description: 'Shorter than the share of its planned length that the contract asks for' }),
  })
  .openapi('Visit')

const listRoute = createRoute({
  ...described('List visits, newest first', 'Rhestru ymweliadau, y diweddaraf yn gyntaf'),
  method: 'get',
  path: '/visits',
  request: {
    query: PageQuery.extend({
      show: VisitsShown.optional(),
      from: z.string().max(20).optional().openapi({ description: 'First day; left out: the seven days before today' }),
      to: z.string().max(20).optional().openapi({ description: 'Last day, included' }),
      contractId: Id,
      providerId: Id,
      areaId: Id,
      personId: Id,
      packageId: Id,
    }),
  },
  responses: {
    200: {
      description: 'One page of visits, and how many there are',
      content: { 'application/json': { schema: pageOf(VisitAnswer).extend({ total: z.number().int() }) } },
    },
  },
})

const visitRoute = createRoute({
  ...described('Read a visit', 'Darllen ymweliad'),
  method: 'get',
  path: '/visits/{providerId}/{visitRef}',
  request: { params: z.object({ providerId: z.coerce.number().int(), visitRef: z.string().max(200) }) },
  responses: { 200: { description: 'The visit', content: { 'application/json': { schema: VisitAnswer } } } },
})

export function visitApi(doors: Doors): void {
  doors.api(listRoute, 'visits:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseVisits, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ visits, total, next }) =>
      c.json({ items: visits.map(present), next: next ?? null, total }, 200),
    )
  })
  doors.api(visitRoute, 'visits:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openVisit, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ visit }) => c.json(present(visit), 200))
  })
}

function present(visit: Visit) {
  const { lateToleranceMinutes: _late, shortTolerancePercent: _short, ...named } = visit
  return {
    ...named,
    day: visit.day.toString(),
    plannedStart: visit.plannedStart.toString(),
    plannedEnd: visit.plannedEnd.toString(),
    actualStart: visit.actualStart?.toString() ?? null,
    actualEnd: visit.actualEnd?.toString() ?? null,
  }
}
