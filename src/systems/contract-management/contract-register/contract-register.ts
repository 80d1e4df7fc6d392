/** The contract register: what was bought, from whom, where, by which model, for which outcomes. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { CommissioningModel, Service } from '../../../kernel/model.ts'
import type { Pence } from '../../../kernel/money.ts'
import type { Day } from '../../../kernel/period.ts'

export const Route = z.enum(['framework', 'block', 'spot'])
export type Route = z.infer<typeof Route>

/** What a contract says; the authority's own reference names it. */
export type ContractFacts = {
  readonly ref: string
  readonly title: Bilingual
  readonly providerId: number
  /** Empty where the contract has no lots. */
  readonly lot: string
  readonly route: Route
  readonly service: Service
  readonly model: CommissioningModel
  readonly startsOn: Day
  /** null: it runs until somebody ends it. */
  readonly endsOn: Day | null
  readonly ratePerHourPence: Pence
  /** A visit is late when it starts more than this many minutes after its planned start. */
  readonly lateToleranceMinutes: number
  /** A visit is short when it lasts less than this share of its planned length, in per cent. */
  readonly shortTolerancePercent: number
  readonly areaIds: readonly number[]
  /** The outcomes of the catalogue that it is meant to serve. */
  readonly outcomeIds: readonly number[]
}

export type Contract = ContractFacts & { readonly contractId: number; readonly version: number }

export const ContractState = z.enum(['upcoming', 'live', 'ended'])
export type ContractState = z.infer<typeof ContractState>

/** The first and the last day both belong to the contract. */
export function stateOn(contract: Pick<ContractFacts, 'startsOn' | 'endsOn'>, on: Day): ContractState {
  if (Temporal.PlainDate.compare(on, contract.startsOn) < 0) return 'upcoming'
  if (contract.endsOn && Temporal.PlainDate.compare(contract.endsOn, on) < 0) return 'ended'
  return 'live'
}

/** Whether a live contract's last day is within this many months of today. */
export function endsWithin(contract: Pick<ContractFacts, 'startsOn' | 'endsOn'>, months: number, today: Day): boolean {
  if (!contract.endsOn || stateOn(contract, today) !== 'live') return false
  return Temporal.PlainDate.compare(contract.endsOn, today.add({ months })) <= 0
}

/** Whether two contracts say the same, whatever the order of their areas and outcomes. */
export function saysTheSame(a: ContractFacts, b: ContractFacts): boolean {
  return comparable(a) === comparable(b)
}

function comparable(contract: ContractFacts): string {
  const { ref, title, providerId, lot, route, service, model, startsOn, endsOn } = contract
  const { ratePerHourPence, lateToleranceMinutes, shortTolerancePercent } = contract
  const sorted = (ids: readonly number[]) => [...new Set(ids)].sort((x, y) => x - y)
  return JSON.stringify([
    [ref, title.en, title.cy, providerId, lot, route, service, model, String(startsOn), endsOn && String(endsOn)],
    [ratePerHourPence, lateToleranceMinutes, shortTolerancePercent],
    sorted(contract.areaIds),
    sorted(contract.outcomeIds),
  ])
}
