/** Providers for programs, side by side. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { presentSupply, SupplyAnswer } from '../supply-answer.ts'
import { browseProviders, type ListedProvider, ProvidersAsked } from './provider.actions.ts'
import { SizeBand } from './provider.ts'

const ProviderAnswer = z
  .object({
    providerId: z.number().int(),
    ref: z.string(),
    name: z.string(),
    sizeBand: SizeBand,
    careWorkers: z.number().nullable(),
    welshSpeakingWorkers: z.number().nullable(),
    startsOn: z.string().nullable(),
    endsOn: z.string().nullable(),
    supply: SupplyAnswer,
  })
  .openapi('Provider')

const route = createRoute({
  ...described(
    'Providers, with what each supplied and achieved',
    'Darparwyr, gyda’r hyn a ddarparodd ac a gyflawnodd pob un',
  ),
  method: 'get',
  path: '/providers',
  request: { query: ProvidersAsked },
  responses: {
    200: {
      description: 'The providers that match',
      content: { 'application/json': { schema: z.object({ items: z.array(ProviderAnswer) }) } },
    },
  },
})

export function providerApi(doors: Doors): void {
  doors.api(route, 'catalogue:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseProviders, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ providers }) => c.json({ items: providers.map(present) }, 200))
  })
}

function present({ provider, supply }: ListedProvider): z.infer<typeof ProviderAnswer> {
  const { version: _, startsOn, endsOn, ...facts } = provider
  return {
    ...facts,
    startsOn: startsOn?.toString() ?? null,
    endsOn: endsOn?.toString() ?? null,
    supply: presentSupply(supply),
  }
}
