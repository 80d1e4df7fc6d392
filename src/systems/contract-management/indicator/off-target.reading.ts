/** Which contracts missed a target last month: for the home page's count and for the list behind it. */
import { missesTarget } from '../../../kernel/chance.ts'
import { type Day, wholeMonthsBefore } from '../../../kernel/period.ts'
import { readBy } from '../../../measures/reading.ts'
import { findMeasure } from '../../../measures/registry.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Indicator } from './indicator.ts'

/** Ids of contracts of which some share missed its target in the last whole month by more than pure chance explains. */
export async function readOffTarget(
  tx: Tx,
  indicators: ReadonlyMap<number, readonly Indicator[]>,
  today: Day,
): Promise<ReadonlySet<number>> {
  const watched = [...new Set([...indicators.values()].flat().map((indicator) => indicator.measure))].filter(
    (name) => findMeasure(name)?.unit === 'share',
  )
  if (watched.length === 0) return new Set()
  const readings = await readBy(tx, 'contract', watched, {}, wholeMonthsBefore(today, 1))
  const isOff = (contractId: number, { measure: name, target }: Indicator) => {
    const measure = findMeasure(name)
    const found = readings.get(contractId)?.get(name)
    if (!measure || !found || target === null) return false
    return missesTarget('share', { value: target, better: measure.better }, found)
  }
  return new Set(
    [...indicators].flatMap(([contractId, own]) => (own.some((one) => isOff(contractId, one)) ? [contractId] : [])),
  )
}
