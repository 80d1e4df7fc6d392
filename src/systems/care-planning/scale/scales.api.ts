/** The scales as JSON, and recording that the authority may use one. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { rangeOf } from './scale.ts'
import { browseScales, registerScale } from './scales.actions.ts'

const ScaleAnswer = z
  .object({
    name: z.string(),
    edition: z.string(),
    title: z.object({ en: z.string(), cy: z.string() }),
    method: z.string(),
    lowest: z.number().nullable(),
    highest: z.number().nullable(),
    licence: z.enum(['free', 'registration', 'licensed']),
    isUsable: z.boolean(),
    registeredOn: DayText.nullable(),
    reference: z.string().nullable(),
    version: z.number().int().openapi({ description: 'Of the registration; 0 where there is none' }),
  })
  .openapi('Scale')

const listRoute = createRoute({
  method: 'get',
  path: '/scales',
  ...described('List the scales that outcomes are scored on', 'Rhestru’r graddfeydd y sgorir canlyniadau arnynt'),
  responses: {
    200: {
      description: 'All scales, and whether the authority may use each',
      content: { 'application/json': { schema: z.object({ items: z.array(ScaleAnswer) }) } },
    },
  },
})

const registerRoute = createRoute({
  method: 'put',
  path: '/scales/{scale}/registration',
  ...described('Record that the authority may use a scale', 'Cofnodi y caiff yr awdurdod ddefnyddio graddfa'),
  request: {
    params: z.object({ scale: z.string() }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              version: z
                .number()
                .int()
                .openapi({ description: 'The registration’s version as it was read; 0 for none' }),
              registeredOn: DayText,
              reference: z.string(),
              items: z.string().optional().openapi({ description: 'The items’ wording, `English | Welsh` a line' }),
              instrument: z.string().optional().openapi({
                description: 'What fills a slot: `# English | Welsh` an item, `value | English | Welsh` a level',
              }),
              constant: z.number().optional(),
              factor: z.number().optional(),
              better: z.enum(['higher', 'lower']).optional(),
            })
            .openapi('ScaleRegistration'),
        },
      },
    },
  },
  responses: { 204: { description: 'It has been recorded' } },
})

export function scalesApi(doors: Doors): void {
  doors.api(listRoute, 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseScales, {}, originOf(c))
    return answered(c, result, (scales) =>
      c.json(
        {
          items: scales.map(({ scale, registration, isUsable }) => ({
            name: scale.id,
            edition: scale.edition,
            title: scale.title,
            method: scale.scoring.method,
            lowest: rangeOf(scale.scoring)?.lowest ?? null,
            highest: rangeOf(scale.scoring)?.highest ?? null,
            licence: scale.licence.kind,
            isUsable,
            registeredOn: registration?.registeredOn.toString() ?? null,
            reference: registration?.reference ?? null,
            version: registration?.version ?? 0,
          })),
        },
        200,
      ),
    )
  })
  doors.api(registerRoute, 'scales:register', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), registerScale, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
