/** What the home page says about how things are going: which measures it shows, and what their twelve months amount to. */
import { type Band, bandFor, type Change, changeOf, type Usual, usualOf } from '../../kernel/chance.ts'
import { addRatios, type Ratio, shareOf } from '../../kernel/quantity.ts'
import type { Measure } from '../../measures/measure.ts'

/** Parts of one whole: every outcome looked at again ended as one of these. */
export const OUTCOME_PARTS = {
  achieved: 'outcomes-achieved',
  partly: 'outcomes-partly-achieved',
  not: 'outcomes-not-achieved',
  changed: 'outcomes-changed',
} as const

/** What is shown beneath, one line each. Shares all, so that twelve months add up to a year. */
export const HOME_MEASURES = ['outcomes-confirmed', 'reviews-on-time', 'visits-on-time', 'visits-missed'] as const

export const MONTHS_SHOWN = 12

export type TrendPoint = { readonly value: number | null; readonly band: Band | undefined }

/** A measure over the months shown: all of them together, month by month against what chance explains, and whether the newest differ. */
export type Trend = {
  readonly measure: Measure
  readonly year: Ratio
  readonly points: readonly TrendPoint[]
  readonly change: Change | undefined
  /** Whether the change is for the better; undefined where there is none, or where the measure has no better side. */
  readonly isBetter: boolean | undefined
}

/** What is usual is learnt from all months but the newest three, so that a change now does not hide itself. */
const NEWEST = 3

export function trendOf(measure: Measure, months: readonly Ratio[]): Trend {
  const usual = usualOf('share', months.slice(0, -NEWEST))
  const change = usual && changeOf(usual, months)
  const isUp = change?.direction === 'up'
  return {
    measure,
    year: addRatios(months),
    points: months.map((month) => ({ value: shareOf(month) ?? null, band: bandOf(usual, month) })),
    change,
    isBetter: change && measure.better !== 'neither' ? isUp === (measure.better === 'higher') : undefined,
  }
}

function bandOf(usual: Usual | undefined, month: Ratio): Band | undefined {
  return usual && month.denominator > 0 ? bandFor(usual, month) : undefined
}
