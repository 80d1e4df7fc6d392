/** Looking through the contract register. */
import { compareNames } from '../../../kernel/language.ts'
import { type Day, type Period, wholeMonthsBefore } from '../../../kernel/period.ts'
import { addRatios, type Ratio, ratio } from '../../../kernel/quantity.ts'
import { accepted } from '../../../kernel/result.ts'
import { readBy } from '../../../measures/reading.ts'
import { findMeasure } from '../../../measures/registry.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import {
  type Area,
  familyIds,
  listAreas,
  listOutcomes,
  listProviders,
  type Outcome,
  type Provider,
} from '../../commissioning/index.ts'
import { listAllIndicators } from '../indicator/indicator.store.ts'
import { readOffTarget } from '../indicator/off-target.reading.ts'
import { ContractsAsked, inOrder, type ListedContract, MONTHS_TO_DECIDE, matches } from './contract-list.ts'
import { listContracts } from './contract-register.store.ts'
import { endsWithin } from './contract-register.ts'

export type ContractList = {
  readonly asked: ContractsAsked
  /** All that match, in order; the page shows a part of them. */
  readonly contracts: readonly ListedContract[]
  /** Of those that match. */
  readonly achieved: Ratio
  readonly onTime: Ratio
  readonly ending: number
  readonly providers: readonly Provider[]
  readonly areas: readonly Area[]
  readonly outcomes: readonly Outcome[]
  readonly period: Period
  readonly today: Day
}

export const browseContracts = defineAction({
  name: 'contract-management.browse-contracts',
  title: { en: 'Looked through the contracts', cy: 'Edrych drwy’r contractau' },
  permission: 'contracts:read',
  input: ContractsAsked,
  async run(context, asked) {
    const { tx, actor, clock } = context
    const { authorityId, language } = actor
    const today = clock.today()
    const period = wholeMonthsBefore(today, 12)
    const providers = await listProviders(tx, authorityId)
    const outcomes = await listOutcomes(tx, authorityId)
    const indicators = await listAllIndicators(tx, authorityId)
    const about = {
      today,
      outcomeIds: asked.outcome === undefined ? [] : familyIds(outcomes, asked.outcome),
      indicators,
      offTarget: asked.targets ? await readOffTarget(tx, indicators, today) : new Set<number>(),
    }
    const all = await listWithNumbers(context, providers, period)
    const found = all.filter((listed) => matches(listed, asked, about))
    return accepted<ContractList>({
      asked,
      contracts: inOrder(
        found,
        asked,
        (contract) => contract.title[language],
        (a, b) => compareNames(language, a, b),
      ),
      achieved: addRatios(found.map((listed) => listed.achieved)),
      onTime: addRatios(found.map((listed) => listed.onTime)),
      ending: found.filter(({ contract }) => endsWithin(contract, MONTHS_TO_DECIDE, today)).length,
      providers,
      areas: await listAreas(tx, authorityId),
      outcomes,
      period,
      today,
    })
  },
})

async function listWithNumbers(
  { tx, actor }: ActionContext,
  providers: readonly Provider[],
  period: Period,
): Promise<readonly ListedContract[]> {
  const names = ['people-served', 'outcomes-achieved', 'visits-on-time'].filter((name) => findMeasure(name))
  const readings = await readBy(tx, 'contract', names, {}, period)
  const nameOf = new Map(providers.map((provider) => [provider.providerId, provider.name]))
  return (await listContracts(tx, actor.authorityId)).map((contract) => {
    const read = readings.get(contract.contractId)
    return {
      contract,
      providerName: nameOf.get(contract.providerId) ?? '',
      people: read?.get('people-served')?.numerator ?? 0,
      achieved: read?.get('outcomes-achieved') ?? ratio(0, 0),
      onTime: read?.get('visits-on-time') ?? ratio(0, 0),
    }
  })
}
