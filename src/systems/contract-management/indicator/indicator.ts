/** Indicators: the measures watched under a contract, each with its baseline, its target and the outcome that it serves. */
import { z } from 'zod'
import type { Ratio } from '../../../kernel/quantity.ts'

export type Indicator = {
  readonly measure: string
  /** The outcome of the catalogue that it serves; null: it serves none, which breaks the line of sight. */
  readonly outcomeId: number | null
  readonly baseline: Ratio | null
  /** Where the baseline comes from. */
  readonly baselineNote: string
  /** In the unit of the measure's value; a share between 0 and 1. null: watched without a target. */
  readonly target: number | null
}

/** What is typed or sent to change the indicators of a contract; they replace those there were. */
export const IndicatorInput = z.object({
  measure: z.string().min(1),
  outcomeId: z.number().int().positive().nullable(),
  baseline: z.object({ numerator: z.number().int(), denominator: z.number().int().min(0) }).nullable(),
  baselineNote: z.string().max(500),
  target: z.number().finite().min(0).nullable(),
})
export type IndicatorInput = z.infer<typeof IndicatorInput>

/** Whether somebody watches this contract and nothing that is watched serves an outcome. */
export function serveNoOutcome(indicators: readonly Indicator[]): boolean {
  return indicators.length > 0 && indicators.every((indicator) => indicator.outcomeId === null)
}
