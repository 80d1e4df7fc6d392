/** Contracts for programs: the list, one contract with what is watched under it, and changing what is watched. */
import { createRoute, z } from '@hono/zod-openapi'
import { CommissioningModel, Service } from '../../../kernel/model.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { changeIndicators, openIndicators, type WatchedContract } from '../indicator/indicator.actions.ts'
import { IndicatorInput } from '../indicator/indicator.ts'
import { browseContracts } from './contract-list.actions.ts'
import { CONTRACTS_PER_PAGE, ContractsAsked, type ListedContract } from './contract-list.ts'
import { type Contract, Route } from './contract-register.ts'

const Words = z.object({ en: z.string(), cy: z.string() })
const Counted = z.object({ numerator: z.number(), denominator: z.number() })

const ContractAnswer = z
  .object({
    contractId: z.number().int(),
    ref: z.string(),
    title: Words,
    providerId: z.number().int(),
    lot: z.string(),
    route: Route,
    service: Service,
    model: CommissioningModel,
    startsOn: z.string().openapi({ example: '2025-04-01' }),
    endsOn: z.string().nullable(),
    ratePerHourPence: z.number().int(),
    lateToleranceMinutes: z.number().int(),
    shortTolerancePercent: z.number().int(),
    areaIds: z.array(z.number().int()),
    outcomeIds: z.array(z.number().int()).openapi({ description: 'The outcomes that it is meant to serve' }),
    version: z.number().int(),
  })
  .openapi('Contract')

const ListedAnswer = ContractAnswer.extend({
  providerName: z.string(),
  people: z.number().openapi({ description: 'People served in the last twelve whole months' }),
  achieved: Counted.openapi({ description: 'Outcomes achieved over outcomes reviewed, in the same months' }),
  onTime: Counted.openapi({ description: 'Visits that started on time over visits with a start, in the same months' }),
}).openapi('ListedContract')

const WatchedAnswer = ContractAnswer.extend({ indicators: z.array(IndicatorInput) }).openapi('WatchedContract')

const json = <Schema extends z.ZodType>(description: string, schema: Schema) => ({
  200: { description, content: { 'application/json': { schema } } },
})
const Key = z.object({ contractId: z.coerce.number().int().min(1) })

const listRoute = createRoute({
  ...described('Contracts that match, a page at a time', 'Contractau sy’n cyfateb, fesul tudalen'),
  method: 'get',
  path: '/contracts',
  request: { query: ContractsAsked },
  responses: json(
    'One page of them',
    z.object({
      items: z.array(ListedAnswer),
      total: z.number().int(),
      page: z.number().int(),
      pages: z.number().int(),
    }),
  ),
})
const readRoute = createRoute({
  ...described('One contract and what is watched under it', 'Un contract a’r hyn a wylir odano'),
  method: 'get',
  path: '/contracts/{contractId}',
  request: { params: Key },
  responses: json('The contract; its version is its ETag', WatchedAnswer),
})
const changeRoute = createRoute({
  ...described('Replace what is watched under a contract', 'Disodli’r hyn a wylir o dan gontract'),
  method: 'put',
  path: '/contracts/{contractId}/indicators',
  request: {
    params: Key,
    body: {
      required: true,
      content: { 'application/json': { schema: z.object({ indicators: z.array(IndicatorInput) }) } },
    },
  },
  responses: json('The contract’s new version', z.object({ contractId: z.number().int(), version: z.number().int() })),
})

export function contractApi(doors: Doors): void {
  doors.api(listRoute, 'contracts:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseContracts, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ contracts, asked: { page } }) => {
      const items = contracts.slice((page - 1) * CONTRACTS_PER_PAGE, page * CONTRACTS_PER_PAGE).map(presentListed)
      const pages = Math.max(1, Math.ceil(contracts.length / CONTRACTS_PER_PAGE))
      return c.json({ items, total: contracts.length, page, pages }, 200)
    })
  })
  doors.api(readRoute, 'contracts:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openIndicators, c.req.valid('param'), originOf(c))
    return answered(c, result, (watched) => {
      c.header('ETag', entityTag(watched.contract.version))
      return c.json(presentWatched(watched), 200)
    })
  })
  doors.api(changeRoute, 'contracts:change', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('param'), ...c.req.valid('json'), version }
    const result = await perform(c.get('runtime'), actorOf(c), changeIndicators, input, originOf(c))
    return answered(c, result, (changed) => {
      c.header('ETag', entityTag(changed.version))
      return c.json(changed, 200)
    })
  })
}

function present(contract: Contract): z.infer<typeof ContractAnswer> {
  return {
    ...contract,
    startsOn: contract.startsOn.toString(),
    endsOn: contract.endsOn?.toString() ?? null,
    areaIds: [...contract.areaIds],
    outcomeIds: [...contract.outcomeIds],
  }
}

function presentListed({ contract, providerName, people, achieved, onTime }: ListedContract) {
  const counted = ({ numerator, denominator }: ListedContract['achieved']) => ({ numerator, denominator })
  return { ...present(contract), providerName, people, achieved: counted(achieved), onTime: counted(onTime) }
}

function presentWatched({ contract, indicators }: WatchedContract): z.infer<typeof WatchedAnswer> {
  return { ...present(contract), indicators: indicators.map((indicator) => ({ ...indicator })) }
}
