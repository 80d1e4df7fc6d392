/** The worklist as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { Language } from '../../../kernel/language.ts'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, jsonAnswer } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { SituationKind } from '../situation/situation.ts'
import { openWorklist } from './worklist.actions.ts'
import { SHOWN_OF_ONE, WorkKind } from './worklist.ts'

const worklistRoute = createRoute({
  method: 'get',
  path: '/worklist',
  ...described('Read what waits', 'Darllen yr hyn sy’n aros'),
  request: { query: z.object({ whose: z.enum(['mine', 'everyone']).optional(), kind: WorkKind.optional() }) },
  responses: {
    200: jsonAnswer(
      z.object({
        whose: z.enum(['mine', 'everyone']),
        unallocated: z
          .number()
          .int()
          .openapi({ description: `Counted up to ${COUNTED_UP_TO + 1}` }),
        groups: z.array(
          z
            .object({
              kind: WorkKind,
              total: z
                .number()
                .int()
                .openapi({ description: `Of everyone's work counted up to ${SHOWN_OF_ONE + 1}` }),
              items: z.array(
                z.object({
                  personId: z.number().int(),
                  ref: z.string(),
                  on: DayText,
                  situation: SituationKind.nullable(),
                  count: z.number().int(),
                  words: z.object({ text: z.string(), language: Language }).nullable(),
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
            items: items.map(({ personId, ref, on, situation, count, words }) => ({
              personId,
              ref,
              on: on.toString(),
              situation,
              count,
              words,
            })),
          })),
        },
        200,
      ),
    )
  })
}
