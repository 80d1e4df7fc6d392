/** Records whose time comes, as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { browseRetention, readRetention } from './retention.actions.ts'

const retentionRoute = createRoute({
  method: 'get',
  path: '/retention',
  ...described('Read whose record’s time comes within a year', 'Darllen pa gofnodion y daw eu hamser o fewn blwyddyn'),
  responses: {
    200: jsonAnswer(
      z.object({
        due: z.number().int(),
        records: z.array(
          z
            .object({
              personId: z.number().int(),
              ref: z.string(),
              endedOn: DayText.nullable(),
              lastOn: DayText.nullable(),
              keptUntil: DayText.nullable(),
              rule: z.string(),
              isDue: z.boolean(),
            })
            .openapi('KeptRecord'),
        ),
      }),
      `Soonest first, at most ${COUNTED_UP_TO}`,
    ),
  },
})

const keptRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/retention',
  ...described('Read until when a record is kept, and why', 'Darllen tan ba bryd y cedwir cofnod, a pham'),
  request: { params: z.object({ personId: IdText }) },
  responses: {
    200: jsonAnswer(
      z
        .object({ keptUntil: DayText.nullable(), rule: z.string(), isDue: z.boolean(), isHeld: z.boolean() })
        .openapi('Retention'),
      'While care goes on no day is named',
    ),
  },
})

export function retentionApi(doors: Doors): void {
  doors.api(keptRoute, 'people:copy', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readRetention, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ until, rule, isDue, hold }) =>
      c.json({ keptUntil: until?.toString() ?? null, rule, isDue, isHeld: hold !== null }, 200),
    )
  })
  doors.api(retentionRoute, 'people:copy', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseRetention, {}, originOf(c))
    return answered(c, result, ({ due, records }) =>
      c.json(
        {
          due,
          records: records.slice(0, COUNTED_UP_TO).map(({ personId, ref, endedOn, lastOn, kept }) => ({
            personId,
            ref,
            endedOn: endedOn?.toString() ?? null,
            lastOn: lastOn?.toString() ?? null,
            keptUntil: kept.until?.toString() ?? null,
            rule: kept.rule,
            isDue: kept.isDue,
          })),
        },
        200,
      ),
    )
  })
}
