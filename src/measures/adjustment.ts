/** Whether figures set side by side allow for how much help people need. */

import type { Measure } from './measure.ts'
import { listCompared } from './registry.ts'

/** Of a measure's figures by contract, provider or area as they stand: `no`, they are not adjusted; `count`, there is nothing to adjust. */
export function adjustmentOf({ denominator }: Pick<Measure, 'denominator'>): 'no' | 'count' {
  return denominator === 'one' ? 'count' : 'no'
}

/** The measure by which the same is compared adjusted; undefined where there is none. */
export function comparedInstead(measure: Measure): Measure | undefined {
  if (measure.compared) return measure
  return listCompared().find(({ source, kind }) => source === measure.source && kind === measure.kind)
}
