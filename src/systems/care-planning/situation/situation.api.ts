/** What changed in somebody's situation, told by another program. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { handle, NOTED_BY_HAND, noteSituation } from './situation.actions.ts'

const situationRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/situations',
  ...described(
    'Note that something changed: a hospital system tells of an admission here',
    'Nodi bod rhywbeth wedi newid: yma y mae system ysbyty’n rhoi gwybod am dderbyniad',
  ),
  request: {
    params: z.object({ personId: IdText }),
    body: jsonBody(
      z.object({ kind: z.enum(NOTED_BY_HAND), noticedOn: DayText, detail: z.string() }).openapi('NewSituation'),
    ),
  },
  responses: { 201: jsonAnswer(z.object({ personId: z.number().int() }), 'Noted') },
})

const handledRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/situations/{situationId}/handling',
  ...described('Note that a changed situation was dealt with', 'Nodi yr ymdriniwyd â sefyllfa a newidiodd'),
  request: {
    params: z.object({ personId: IdText, situationId: IdText }),
    body: jsonBody(z.object({ note: z.string().optional() }).openapi('SituationHandling')),
  },
  responses: { 200: jsonAnswer(z.object({ personId: z.number().int() }), 'Dealt with') },
})

export function situationApi(doors: Doors): void {
  doors.api(situationRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), noteSituation, input, originOf(c))
    return answered(c, result, (value) => c.json(value, 201))
  })
  doors.api(handledRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), handle, input, originOf(c))
    return answered(c, result, (value) => c.json(value, 200))
  })
}
