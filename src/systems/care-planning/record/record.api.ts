/** All that is held about one person, as JSON: the copy that they may take to programs of their own. */
import { createRoute, z } from '@hono/zod-openapi'
import { Language } from '../../../kernel/language.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { IdText, jsonAnswer } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { copyRecord } from './record.actions.ts'
import { copyAsData } from './record-story.held.ts'

const copyRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/copy',
  ...described('Copy all that is held about a person', 'Copïo popeth a gedwir am berson'),
  request: { params: z.object({ personId: IdText }) },
  responses: {
    200: jsonAnswer(
      z
        .object({
          person: z.string(),
          language: Language,
          madeAt: z.string().openapi({ format: 'date-time' }),
          parts: z.array(
            z.object({
              part: z.string().openapi({ example: 'care_planning.personal_outcome' }),
              title: z.string(),
              leftOut: z.string().nullable(),
              columns: z.record(z.string(), z.string()),
              entries: z.array(z.record(z.string(), z.unknown())),
            }),
          ),
        })
        .openapi('RecordCopy'),
      'Part by part, the oldest entry first; that it was made stands in the log',
    ),
  },
})

export function recordApi(doors: Doors): void {
  doors.api(copyRoute, 'people:copy', async (c) => {
    const { clock } = c.get('runtime')
    const input = { ...c.req.valid('param'), format: 'json' }
    const result = await perform(c.get('runtime'), actorOf(c), copyRecord, input, originOf(c))
    return answered(c, result, (copy) => c.json(copyAsData(copy, clock.now()), 200))
  })
}
