/** Whether figures set side by side allow for how much help people need. */

import type { Measure } from './measure.ts'
import { listCompared } from './registry.ts'

/** `count`: how many there were, of which there is nothing to adjust. Figures by contract, area, service or model are never adjusted. */
export type Adjusted = 'need-band' | 'no' | 'count'

/** Whether a measure's figures by contract, provider or area, as they stand, are adjusted. */
export function adjustmentOf({ denominator }: Pick<Measure, 'denominator'>): Adjusted {
  return denominator === 'one' ? 'count' : 'no'
}

/** The measure by which the same is compared adjusted; undefined where there is none. */
export function comparedInstead(measure: Measure): Measure | undefined {
  if (measure.compared) return measure
  return listCompared().find(({ source, kind }) => source === measure.source && kind === measure.kind)
}
