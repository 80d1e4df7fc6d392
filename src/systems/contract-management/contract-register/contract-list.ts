/** The list of contracts: what may be asked of it, and which contracts answer. */
import { z } from 'zod'
import { CommissioningModel, Service } from '../../../kernel/model.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Ratio, shareOf } from '../../../kernel/quantity.ts'
import { type Indicator, serveNoOutcome } from '../indicator/indicator.ts'
import { type Contract, ContractState, endsWithin, Route, stateOn } from './contract-register.ts'

export const CONTRACT_SORTS = ['title', 'provider', 'model', 'ends', 'people', 'achieved', 'on-time'] as const
export const CONTRACTS_PER_PAGE = 25

/** A live contract whose last day is this near waits for a decision. */
export const MONTHS_TO_DECIDE = 6

const Id = z.coerce.number().int().positive().optional().catch(undefined)

/** Words that do not fit are left out, so that an old link still shows the list. */
export const ContractsAsked = z.object({
  search: z.string().trim().max(100).default(''),
  provider: Id,
  area: Id,
  outcome: Id,
  service: Service.optional().catch(undefined),
  model: z.coerce.number().pipe(CommissioningModel).optional().catch(undefined),
  route: Route.optional().catch(undefined),
  state: z
    .enum([...ContractState.options, 'ending', 'all'])
    .default('live')
    .catch('live'),
  serves: z.enum(['nothing', 'nothing-watched']).optional().catch(undefined),
  targets: z.enum(['missed']).optional().catch(undefined),
  sort: z.enum(CONTRACT_SORTS).default('title').catch('title'),
  direction: z.enum(['ascending', 'descending']).default('ascending').catch('ascending'),
  page: z.coerce.number().int().min(1).max(10_000).default(1).catch(1),
})
export type ContractsAsked = z.infer<typeof ContractsAsked>

/** A contract with what a list needs to say of it; the numbers are of the last twelve whole months. */
export type ListedContract = {
  readonly contract: Contract
  readonly providerName: string
  readonly people: number
  /** Outcomes achieved over outcomes reviewed. */
  readonly achieved: Ratio
  /** Visits that started on time over visits with a start. */
  readonly onTime: Ratio
}

export type Match = {
  readonly today: Day
  /** The ids of the outcome asked for and of those that are part of it. */
  readonly outcomeIds: readonly number[]
  readonly indicators: ReadonlyMap<number, readonly Indicator[]>
  /** Contracts of which a target was missed in the last month. */
  readonly offTarget: ReadonlySet<number>
}

export function matches({ contract, providerName }: ListedContract, asked: ContractsAsked, about: Match): boolean {
  const words = `${contract.ref} ${contract.title.en} ${contract.title.cy} ${providerName}`.toLocaleLowerCase('cy')
  return (
    words.includes(asked.search.toLocaleLowerCase('cy')) &&
    (asked.provider === undefined || contract.providerId === asked.provider) &&
    (asked.area === undefined || contract.areaIds.includes(asked.area)) &&
    (asked.outcome === undefined || contract.outcomeIds.some((id) => about.outcomeIds.includes(id))) &&
    (asked.service === undefined || contract.service === asked.service) &&
    (asked.model === undefined || contract.model === asked.model) &&
    (asked.route === undefined || contract.route === asked.route) &&
    (asked.targets === undefined || about.offTarget.has(contract.contractId)) &&
    isInState(contract, asked.state, about.today) &&
    servesAsAsked(contract, asked.serves, about)
  )
}

function isInState(contract: Contract, state: ContractsAsked['state'], today: Day): boolean {
  if (state === 'all') return true
  return state === 'ending' ? endsWithin(contract, MONTHS_TO_DECIDE, today) : stateOn(contract, today) === state
}

function servesAsAsked(contract: Contract, serves: ContractsAsked['serves'], { indicators }: Match): boolean {
  if (serves === undefined) return true
  if (serves === 'nothing') return contract.outcomeIds.length === 0
  return serveNoOutcome(indicators.get(contract.contractId) ?? [])
}

/** Sorts by the question's order; what has no number stands last either way. `compare` is the alphabet of the page's language. */
export function inOrder(
  listed: readonly ListedContract[],
  { sort, direction }: Pick<ContractsAsked, 'sort' | 'direction'>,
  titleOf: (contract: Contract) => string,
  compare: (a: string, b: string) => number,
): readonly ListedContract[] {
  const sign = direction === 'ascending' ? 1 : -1
  const number = (one: ListedContract): number | undefined => {
    if (sort === 'model') return one.contract.model
    if (sort === 'people') return one.people
    if (sort === 'achieved') return shareOf(one.achieved)
    return sort === 'on-time' ? shareOf(one.onTime) : undefined
  }
  const word = (one: ListedContract): string => {
    if (sort === 'provider') return one.providerName
    return sort === 'ends' ? String(one.contract.endsOn ?? '9999-12-31') : titleOf(one.contract)
  }
  return [...listed].sort((a, b) => {
    const byTitle = compare(titleOf(a.contract), titleOf(b.contract))
    if (sort === 'title' || sort === 'provider' || sort === 'ends')
      return (
        sign * (sort === 'ends' ? Number(word(a) > word(b)) - Number(word(a) < word(b)) : compare(word(a), word(b))) ||
        byTitle
      )
    const [x, y] = [number(a), number(b)]
    if (x === undefined || y === undefined) return Number(x === undefined) - Number(y === undefined) || byTitle
    return sign * (x - y) || byTitle
  })
}
