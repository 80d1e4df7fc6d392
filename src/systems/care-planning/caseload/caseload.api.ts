/** Caseloads and allocations as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { allocate, openCaseload } from './caseload.actions.ts'

const caseloadRoute = createRoute({
  method: 'get',
  path: '/caseload',
  ...described('Read who carries how much', 'Darllen pwy sy’n cario faint'),
  request: { query: z.object({ team: z.string().optional() }) },
  responses: {
    200: jsonAnswer(
      z.object({
        unallocated: z
          .number()
          .int()
          .openapi({ description: `Counted up to ${COUNTED_UP_TO + 1}` }),
        teams: z.array(z.object({ name: z.string(), workers: z.number().int() })),
        team: z.string().openapi({ description: 'The team whose workers these are; empty: every team' }),
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
    params: z.object({ personId: IdText }),
    body: jsonBody(
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
  responses: { 201: jsonAnswer(z.object({ personId: z.number().int() }), 'Allocated') },
})

export function caseloadApi(doors: Doors): void {
  doors.api(caseloadRoute, 'caseload:manage', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openCaseload, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ unallocated, teams, team, loads }) =>
      c.json(
        {
          unallocated,
          teams: [...teams],
          team,
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
}
