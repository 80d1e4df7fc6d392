/** Providers compared, for programs: as counted and adjusted, with what chance explains. */
import { createRoute, z } from '@hono/zod-openapi'
import { NeedBandId } from '../../kernel/need-band.ts'
import { shareOf } from '../../kernel/quantity.ts'
import { nameOf, refOf } from '../../measures/slice-names.ts'
import { perform } from '../../platform/actions/action.ts'
import { described } from '../../platform/api/documented-route.ts'
import { answered } from '../../platform/api/problem-answers.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { askProvidersCompared, type ComparisonPage } from './providers-compared.actions.ts'
import type { ComparedProvider } from './providers-compared.ts'

const Asked = z.object({
  measure: z.string().max(80).optional().openapi({
    description: 'A measure that providers are compared by; left out: the first of them',
    example: 'outcomes-reached-person',
  }),
  area: z.string().max(80).optional().openapi({ description: 'Only the area with this reference' }),
  service: z.enum(['home-care', 'reablement']).optional(),
  model: z.enum(['1', '2', '3']).optional().openapi({ description: 'Only contracts of this commissioning model' }),
  from: z
    .string()
    .max(20)
    .optional()
    .openapi({ description: 'First day; left out: the twelve whole months before today', example: '2025-04-01' }),
  to: z.string().max(20).optional().openapi({ description: 'Last day, included', example: '2026-03-31' }),
})

const Share = z.number().nullable()
const ProviderAnswer = z.object({
  provider: z.string().openapi({ description: 'Reference; empty for what belongs to no provider' }),
  name: z.string(),
  numerator: z.number(),
  denominator: z.number(),
  crude: Share.openapi({ description: 'As counted, not adjusted' }),
  expected: z.number().openapi({ description: 'How many, had each band done as in the whole' }),
  adjusted: Share.openapi({ description: 'Adjusted for need band; null where there is no ground to compare' }),
  low: Share.openapi({ description: 'Lowest adjusted value that chance explains' }),
  high: Share.openapi({ description: 'Highest adjusted value that chance explains' }),
  verdict: z.enum(['below', 'within', 'above', 'too-few', 'alone', 'no-ground']),
  bands: z.array(
    z.object({ band: z.enum([...NeedBandId.options, 'none']), numerator: z.number(), denominator: z.number() }),
  ),
})

const route = createRoute({
  ...described('Providers compared, adjusted for need band', 'Cymharu darparwyr, wedi’i addasu yn ôl band angen'),
  method: 'get',
  path: '/providers-compared',
  request: { query: Asked },
  responses: {
    200: {
      description: 'Each provider against the whole',
      content: {
        'application/json': {
          schema: z
            .object({
              measure: z.string(),
              adjustedFor: z.literal('need-band'),
              from: z.string(),
              to: z.string(),
              whole: z.object({ numerator: z.number(), denominator: z.number() }),
              items: z.array(ProviderAnswer),
            })
            .openapi('ProvidersCompared'),
        },
      },
    },
  },
})

export function providersComparedApi(doors: Doors): void {
  doors.api(route, 'providers:compare', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), askProvidersCompared, c.req.valid('query'), originOf(c))
    return answered(c, result, (page) =>
      c.json(
        {
          measure: page.measure.name,
          adjustedFor: 'need-band' as const,
          from: page.period.from.toString(),
          to: page.period.to.toString(),
          whole: { ...page.whole },
          items: page.providers.map((provider) => present(page, provider)),
        },
        200,
      ),
    )
  })
}

function present({ choices }: ComparisonPage, provider: ComparedProvider) {
  const { providerId, observed, expected, adjusted, interval, verdict, bands } = provider
  return {
    provider: refOf(choices, providerId, 'providerId'),
    name: nameOf(choices, 'providerId', providerId)?.en ?? '',
    ...observed,
    crude: shareOf(observed) ?? null,
    expected,
    adjusted: adjusted ?? null,
    low: interval?.low ?? null,
    high: interval?.high ?? null,
    verdict,
    bands: [...bands].map(([band, found]) => ({ band, ...found })),
  }
}
