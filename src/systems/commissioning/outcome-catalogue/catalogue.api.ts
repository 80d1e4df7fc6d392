/** The outcome catalogue for programs, with what stands at each stop of the line of sight. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { browseOutcomes, type Catalogue } from './catalogue.actions.ts'
import type { Outcome } from './outcome.ts'

const Words = z.object({ en: z.string(), cy: z.string() })
const Tally = z.object({ count: z.number(), of: z.number().nullable() })

const OutcomeAnswer = z
  .object({
    outcomeId: z.number().int(),
    ref: z.string(),
    level: z.enum(['national', 'local']),
    wellBeingArea: z.number().int().nullable().openapi({ description: 'One of the eight aspects of well-being' }),
    statement: Words,
    nationalRef: z.string().nullable().openapi({ description: 'The national outcome that it is part of' }),
    needRef: z.string().nullable().openapi({ description: 'The need that it answers' }),
    isVerified: z.boolean().openapi({ description: 'Whether the wording was held against its source' }),
    source: z.string(),
    edition: z.string(),
    tallies: z
      .record(z.string(), Tally)
      .openapi({ description: 'By stop of the line of sight: contract, people, achieved' }),
  })
  .openapi('Outcome')

const route = createRoute({
  ...described('The outcome catalogue', 'Y catalog canlyniadau'),
  method: 'get',
  path: '/outcomes',
  responses: {
    200: {
      description: 'All outcomes, national and the authority’s own',
      content: { 'application/json': { schema: z.object({ items: z.array(OutcomeAnswer) }) } },
    },
  },
})

export function catalogueApi(doors: Doors): void {
  doors.api(route, 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseOutcomes, {}, originOf(c))
    return answered(c, result, (catalogue) =>
      c.json({ items: catalogue.outcomes.map((outcome) => present(catalogue, outcome)) }, 200),
    )
  })
}

function present({ tallies }: Catalogue, outcome: Outcome): z.infer<typeof OutcomeAnswer> {
  const { outcomeId, ref, level, wellBeingArea, statement, nationalRef, needRef, isVerified, source, edition } = outcome
  const standing = [...tallies].flatMap(([stop, counts]) => {
    const tally = counts.get(outcomeId)
    return tally ? [[stop, { count: tally.count, of: tally.of ?? null }] as const] : []
  })
  return {
    ...{ outcomeId, ref, level, wellBeingArea, statement, nationalRef, needRef, isVerified, source, edition },
    tallies: Object.fromEntries(standing),
  }
}
