/** The contract's place on the line of sight, and the stops above it as a contract or a provider sees them. */
import { type Bilingual, inBoth } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Focus, StopReader, StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import type { StartReader } from '../../../measures/line-of-sight/start.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { familyIds, findProvider, listOutcomes, needOfOutcomes, outcomeReading } from '../../commissioning/index.ts'
import { countServing, findContract, listContracts } from '../contract-register/contract-register.store.ts'
import { type Contract, stateOn } from '../contract-register/contract-register.ts'
import { contractPaths } from '../paths.ts'
import { lineOfSightText } from './line-of-sight.text.ts'

const contractStop: StopReader = {
  stop: 'contract',
  async read(tx, focus, period) {
    if (focus.contractId !== undefined) return oneContract(tx, focus.authorityId, focus.contractId)
    if (focus.personId !== undefined || focus.reviewId !== undefined) return undefined
    const live = await liveContracts(tx, focus, period.to)
    const href = contractPaths.contracts(filterOf(focus))
    return { ...several(live, href), ...(live.length === 0 ? brokenAt(focus) : {}) }
  },
  async byOutcome(tx, authorityId, period) {
    const serving = await countServing(tx, authorityId, period.to)
    return new Map([...serving].map(([outcomeId, count]) => [outcomeId, { count }]))
  },
}

const needAbove: StopReader = {
  stop: 'need',
  read: async (tx, focus, period) => needOfOutcomes(tx, focus.authorityId, await outcomesServed(tx, focus, period.to)),
}

const outcomeAbove: StopReader = {
  stop: 'outcome',
  read: async (tx, focus, period) => outcomeReading(tx, focus.authorityId, await outcomesServed(tx, focus, period.to)),
}

export const contractStops = [needAbove, outcomeAbove, contractStop] as const

export const contractStarts: StartReader = {
  part: 'contractId',
  list: async (tx, authorityId) =>
    (await listContracts(tx, authorityId)).map((contract) => ({
      id: contract.contractId,
      ref: contract.ref,
      name: contract.title,
      href: contractPaths.contract(contract.contractId),
    })),
}

/** The outcomes of one contract, or of a provider's live ones; none for a focus that names neither. */
async function outcomesServed(tx: Tx, focus: Focus, on: Day): Promise<readonly number[]> {
  if (focus.contractId !== undefined)
    return (await findContract(tx, focus.authorityId, focus.contractId))?.outcomeIds ?? []
  if (focus.providerId === undefined) return []
  return [...new Set((await liveContracts(tx, focus, on)).flatMap((contract) => contract.outcomeIds))]
}

async function liveContracts(tx: Tx, focus: Focus, on: Day): Promise<readonly Contract[]> {
  const { authorityId, outcomeId, areaId, providerId } = focus
  const served = outcomeId === undefined ? [] : familyIds(await listOutcomes(tx, authorityId), outcomeId)
  return (await listContracts(tx, authorityId)).filter(
    (contract) =>
      stateOn(contract, on) === 'live' &&
      (providerId === undefined || contract.providerId === providerId) &&
      (areaId === undefined || contract.areaIds.includes(areaId)) &&
      (outcomeId === undefined || contract.outcomeIds.some((id) => served.includes(id))),
  )
}

async function oneContract(tx: Tx, authorityId: number, contractId: number): Promise<StopReading | undefined> {
  const contract = await findContract(tx, authorityId, contractId)
  if (!contract) return undefined
  const provider = await findProvider(tx, authorityId, contract.providerId)
  return {
    stop: 'contract',
    headline: contract.title,
    ...(provider ? { detail: say((text) => text.model(provider.name, contract.model)) } : {}),
    href: contractPaths.contract(contractId),
    ...(contract.outcomeIds.length === 0 ? { broken: say((text) => text.servesNone) } : {}),
  }
}

function several(contracts: readonly Contract[], href: string): StopReading {
  const providers = new Set(contracts.map((contract) => contract.providerId)).size
  return {
    stop: 'contract',
    headline: say((text) => text.contracts(contracts.length)),
    ...(contracts.length > 0 ? { detail: say((text) => text.providers(providers)) } : {}),
    href,
  }
}

function brokenAt(focus: Focus): { readonly broken?: Bilingual } {
  if (focus.outcomeId !== undefined) return { broken: say((text) => text.noneServesIt) }
  return focus.areaId !== undefined ? { broken: say((text) => text.noneHere) } : {}
}

function filterOf({ outcomeId, areaId, providerId }: Focus) {
  return {
    ...(outcomeId === undefined ? {} : { outcome: outcomeId }),
    ...(areaId === undefined ? {} : { area: areaId }),
    ...(providerId === undefined ? {} : { provider: providerId }),
    state: 'live' as const,
  }
}

function say(speak: (text: (typeof lineOfSightText)['en']) => string): Bilingual {
  return inBoth((language) => speak(lineOfSightText[language]))
}
