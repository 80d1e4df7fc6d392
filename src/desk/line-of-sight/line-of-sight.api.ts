/** The line of sight for programs: the thread of whatever is asked about, and where it is broken. */
import { createRoute, z } from '@hono/zod-openapi'
import { STOPS } from '../../measures/line-of-sight/line-of-sight.ts'
import { perform } from '../../platform/actions/action.ts'
import { described } from '../../platform/api/documented-route.ts'
import { answered } from '../../platform/api/problem-answers.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { listBrokenLinks, readThread } from './line-of-sight.actions.ts'
import { presentBrokenLink, presentThread } from './line-of-sight.answer.ts'

const only = (of: string) =>
  z.coerce
    .number()
    .int()
    .min(1)
    .optional()
    .openapi({ description: `Only what belongs to the ${of} with this id` })
const InPeriod = z.object({
  from: z.string().max(20).optional().openapi({
    description: 'First day; left out: the twelve whole months before today',
    example: '2025-04-01',
  }),
  to: z.string().max(20).optional().openapi({ description: 'Last day, included', example: '2026-03-31' }),
})
const Asked = InPeriod.extend({
  outcomeId: only('outcome of the catalogue'),
  contractId: only('contract'),
  areaId: only('area'),
  providerId: only('provider'),
  personId: only('person').openapi({ description: 'Only what belongs to the person with this id; needs people:read' }),
})

const Href = z.string().openapi({ description: 'Path of the page one click further', example: '/contracts' })

const StopAnswer = z
  .object({
    stop: z.enum(STOPS),
    name: z.string(),
    headline: z.string(),
    detail: z.string().nullable(),
    href: Href,
    broken: z.string().nullable().openapi({ description: 'Said where the chain is broken here' }),
  })
  .openapi('Stop')

const BrokenLinkAnswer = z
  .object({
    kind: z.string().openapi({ description: 'Stable, for programs', example: 'contract-serves-no-outcome' }),
    between: z.array(z.enum(STOPS)).openapi({ description: 'The two stops that should be joined, in their order' }),
    count: z.number().int(),
    sentence: z.string(),
    remedy: z.string(),
    href: Href,
    examples: z
      .array(
        z.object({
          name: z.string(),
          href: Href,
          language: z.enum(['en', 'cy']).nullable().openapi({ description: 'Of the name, where it is in one alone' }),
        }),
      )
      .openapi({ description: 'A few by name; none of people to those who may not see people' }),
  })
  .openapi('BrokenLink')

const Period = { from: z.string(), to: z.string() }

const threadRoute = createRoute({
  ...described('The line of sight, from need to review', 'Y llinell welediad, o angen i adolygiad'),
  method: 'get',
  path: '/line-of-sight',
  request: { query: Asked },
  responses: {
    200: {
      description: 'Its stops in their order; one at which there is nothing is left out',
      content: { 'application/json': { schema: z.object({ ...Period, stops: z.array(StopAnswer) }) } },
    },
  },
})

const brokenRoute = createRoute({
  ...described('Where the line of sight is broken', 'Lle mae’r llinell welediad wedi torri'),
  method: 'get',
  path: '/line-of-sight/broken-links',
  request: { query: InPeriod },
  responses: {
    200: {
      description: 'Every way in which it is broken; refused to those who see only a part of the records',
      content: { 'application/json': { schema: z.object({ ...Period, items: z.array(BrokenLinkAnswer) }) } },
    },
  },
})

export function lineOfSightApi(doors: Doors): void {
  doors.api(threadRoute, 'measures:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readThread, c.req.valid('query'), originOf(c))
    return answered(c, result, (thread) => c.json(presentThread(c.get('language'), thread), 200))
  })
  doors.api(brokenRoute, 'measures:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), listBrokenLinks, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ broken, period }) =>
      c.json(
        {
          from: period.from.toString(),
          to: period.to.toString(),
          items: broken.map((link) => presentBrokenLink(c.get('language'), link)),
        },
        200,
      ),
    )
  })
}
