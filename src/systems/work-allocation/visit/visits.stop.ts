/** Visits on the line of sight: how many were delivered, and what of those due were missed. */
import { inBoth } from '../../../kernel/language.ts'
import type { Period } from '../../../kernel/period.ts'
import { showCount, showShare } from '../../../kernel/quantity.ts'
import type { Focus, StopReader, StopReading, Tally } from '../../../measures/line-of-sight/line-of-sight.ts'
import { measurePaths } from '../../../measures/paths.ts'
import { readBy, readMeasures, type Slice } from '../../../measures/reading.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { listContracts } from '../../contract-management/index.ts'
import { workAllocationPaths } from '../paths.ts'
import { countVisitsOf } from './visit.store.ts'
import { text } from './visit.text.ts'

export const visitsStop: StopReader = {
  stop: 'visits',
  async read(tx, focus, period) {
    if (focus.reviewId !== undefined) return undefined
    if (focus.personId !== undefined) return ofPerson(tx, focus.authorityId, focus.personId, period)
    if (focus.outcomeId !== undefined) {
      const contractIds = await contractsServing(tx, focus.authorityId, focus.outcomeId)
      const href = measurePaths.measure('visits-delivered', { contractIds }, period)
      return ofSlice(tx, { contractIds }, period, href)
    }
    return ofSlice(
      tx,
      sliceOf(focus),
      period,
      workAllocationPaths.visits({ show: 'delivered', ...placeOf(focus) }, period),
    )
  },
  byOutcome: visitsByOutcome,
}

function placeOf({ contractId, providerId, areaId }: Focus) {
  return { contractId, providerId, areaId }
}

function sliceOf({ contractId, providerId, areaId }: Focus): Slice {
  return {
    ...(contractId === undefined ? {} : { contractIds: [contractId] }),
    ...(providerId === undefined ? {} : { providerId }),
    ...(areaId === undefined ? {} : { areaId }),
  }
}

async function contractsServing(tx: Tx, authorityId: number, outcomeId: number): Promise<readonly number[]> {
  const contracts = await listContracts(tx, authorityId)
  return contracts.filter((contract) => contract.outcomeIds.includes(outcomeId)).map((contract) => contract.contractId)
}

async function ofSlice(tx: Tx, slice: Slice, period: Period, href: string): Promise<StopReading> {
  const readings = await readMeasures(tx, ['visits-delivered', 'visits-missed'], slice, period)
  const missed = readings.get('visits-missed')!
  return stopReading(readings.get('visits-delivered')!.numerator, missed.numerator, missed.denominator, href)
}

async function ofPerson(tx: Tx, authorityId: number, personId: number, period: Period): Promise<StopReading> {
  const { delivered, missed } = await countVisitsOf(tx, authorityId, { personIds: [personId] }, period)
  return stopReading(delivered, missed, delivered + missed, workAllocationPaths.visits({ personId }, period))
}

function stopReading(delivered: number, missed: number, due: number, href: string): StopReading {
  if (due === 0) return { stop: 'visits', headline: inBoth((language) => text[language].stop.none), href }
  return {
    stop: 'visits',
    headline: inBoth((language) => text[language].stop.delivered(showCount(language, delivered))),
    detail: inBoth((language) =>
      text[language].stop.share(showShare(language, { numerator: missed, denominator: due }, 1)),
    ),
    href,
  }
}

/** Visits under the contracts that serve each outcome: one visit may stand under several. */
async function visitsByOutcome(tx: Tx, authorityId: number, period: Period): Promise<ReadonlyMap<number, Tally>> {
  const delivered = await readBy(tx, 'contract', ['visits-delivered'], {}, period)
  const tallies = new Map<number, Tally>()
  for (const contract of await listContracts(tx, authorityId)) {
    const count = delivered.get(contract.contractId)?.get('visits-delivered')?.numerator ?? 0
    for (const outcomeId of count > 0 ? contract.outcomeIds : [])
      tallies.set(outcomeId, { count: (tallies.get(outcomeId)?.count ?? 0) + count })
  }
  return tallies
}
