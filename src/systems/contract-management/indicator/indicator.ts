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

/** More than this watch nothing any more. */
export const MOST_INDICATORS = 40

const WHOLE_NUMBER = JSON.stringify({
  en: 'Enter whole numbers, such as 88 out of 100.',
  cy: 'Rhowch rifau cyfan, megis 88 o 100.',
})
const A_NUMBER = JSON.stringify({
  en: 'Enter a number, such as 90, or nothing.',
  cy: 'Rhowch rif, megis 90, neu ddim.',
})

/** What is typed or sent to change the indicators of a contract; they replace those there were. */
export const IndicatorInput = z.object({
  measure: z.string().min(1).max(80),
  outcomeId: z.number().int().positive().nullable(),
  baseline: z
    .object({
      numerator: z.number(WHOLE_NUMBER).int(WHOLE_NUMBER),
      denominator: z.number(WHOLE_NUMBER).int(WHOLE_NUMBER).min(1, WHOLE_NUMBER),
    })
    .nullable(),
  baselineNote: z.string().max(500),
  target: z.number(A_NUMBER).min(0, A_NUMBER).nullable(),
})
export type IndicatorInput = z.infer<typeof IndicatorInput>

/** Whether somebody watches this contract and nothing that is watched serves an outcome. */
export function serveNoOutcome(indicators: readonly Indicator[]): boolean {
  return indicators.length > 0 && indicators.every((indicator) => indicator.outcomeId === null)
}

/** The fields of one indicator on the form, as typed. */
export type TypedIndicator = {
  readonly measure: string
  /** Of a share in per cent: "90". */
  readonly target: string
  readonly outcomeId: string
  readonly baselineNumerator: string
  readonly baselineDenominator: string
  readonly baselineNote: string
}

/** The form's flat fields, one row after another (`measure-0`, `target-0`, …); rows without a measure, or ticked to be left out, are left out. */
export function typedIndicators(form: Readonly<Record<string, unknown>>): readonly TypedIndicator[] {
  const field = (name: string, row: number) => {
    const typed = form[`${name}-${row}`]
    return typeof typed === 'string' ? typed.trim() : ''
  }
  const rows = Array.from({ length: MOST_INDICATORS + 1 }, (_, row) => row)
  return rows
    .filter((row) => field('measure', row) !== '' && field('remove', row) === '')
    .map((row) => ({
      measure: field('measure', row),
      target: field('target', row),
      outcomeId: field('outcome', row),
      baselineNumerator: field('baseline-numerator', row),
      baselineDenominator: field('baseline-denominator', row),
      baselineNote: field('baseline-note', row),
    }))
}

/** What was typed, as the action takes it; numbers that are none become NaN, which its schema refuses with a sentence. */
export function indicatorOfTyped(typed: TypedIndicator, isShare: boolean): IndicatorInput {
  const { baselineNumerator, baselineDenominator, outcomeId } = typed
  const target = typed.target === '' ? null : numberOf(typed.target)
  const hasBaseline = baselineNumerator !== '' || baselineDenominator !== ''
  return {
    measure: typed.measure,
    outcomeId: outcomeId === '' ? null : Number(outcomeId),
    // 90 per cent is 0.9, not 0.9000000000000001.
    target: target !== null && isShare ? Number((target / 100).toFixed(6)) : target,
    baseline: hasBaseline
      ? { numerator: numberOf(baselineNumerator), denominator: numberOf(baselineDenominator) }
      : null,
    baselineNote: typed.baselineNote,
  }
}

/** "90", "90%", "1,240" and "4.5"; a comma is taken for thousands, as both languages write numbers. */
function numberOf(typed: string): number {
  const plain = typed.replace(/%$/, '').replaceAll(',', '').trim()
  return plain === '' ? Number.NaN : Number(plain)
}
