/** Restricting a record and ending that, for programs. Opening a closed record is for people alone, who state why. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { liftRestriction, openRestriction, restrictRecord } from './restriction.actions.ts'

const params = z.object({ personId: IdText })
const path = '/people/{personId}/restriction'

const readRoute = createRoute({
  method: 'get',
  path,
  ...described('Read who may see a record', 'Darllen pwy a gaiff weld cofnod'),
  request: { params },
  responses: {
    200: jsonAnswer(
      z
        .object({
          isRestricted: z.boolean(),
          workerName: z.string().nullable().openapi({ description: 'Who sees it without stating a reason' }),
          restrictions: z.array(
            z.object({
              reason: z.string(),
              restrictedOn: DayText,
              restrictedBy: z.string(),
              endedOn: DayText.nullable(),
              endedBy: z.string().nullable(),
            }),
          ),
          openings: z.array(
            z.object({ openedBy: z.string(), reason: z.string(), openedAt: z.string(), closesAt: z.string() }),
          ),
        })
        .openapi('RecordRestriction'),
      'Restrictions and who opened the record all the same, the newest first',
    ),
  },
})

const restrictRoute = createRoute({
  method: 'post',
  path,
  ...described('Restrict a record', 'Cyfyngu cofnod'),
  request: { params, body: jsonBody(z.object({ reason: z.string() }).openapi('NewRestriction')) },
  responses: { 201: jsonAnswer(z.object({ personId: z.number().int() }), 'Restricted') },
})

const liftRoute = createRoute({
  method: 'delete',
  path,
  ...described('End the restriction of a record', 'Dod â chyfyngiad ar gofnod i ben'),
  request: { params },
  responses: { 204: { description: 'Ended; that it was restricted stays on record' } },
})

export function restrictionApi(doors: Doors): void {
  doors.api(readRoute, 'people:change', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openRestriction, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ restrictions, openings, workerName }) =>
      c.json(
        {
          isRestricted: restrictions.some(({ endedOn }) => endedOn === null),
          workerName: workerName ?? null,
          restrictions: restrictions.map(({ reason, restrictedOn, restrictedBy, endedOn, endedBy }) => ({
            reason,
            restrictedOn: restrictedOn.toString(),
            restrictedBy,
            endedOn: endedOn?.toString() ?? null,
            endedBy,
          })),
          openings: openings.map((one) => ({
            ...one,
            openedAt: one.openedAt.toString(),
            closesAt: one.closesAt.toString(),
          })),
        },
        200,
      ),
    )
  })
  doors.api(restrictRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), restrictRecord, input, originOf(c))
    return answered(c, result, (value) => c.json(value, 201))
  })
  doors.api(liftRoute, 'people:change', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), liftRestriction, c.req.valid('param'), originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
