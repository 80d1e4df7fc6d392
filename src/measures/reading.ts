/** Asking for measures: values for a slice and a period, month by month, side by side, and the rows behind them. */

import type { CommissioningModel, Service } from '../kernel/model.ts'
import { BandGroup } from '../kernel/need-band.ts'
import { lastOfMonth, monthsOf, type Period } from '../kernel/period.ts'
import type { Ratio } from '../kernel/quantity.ts'
import type { Tx } from '../platform/database/database.ts'
import { coverPeriod } from './cover-period.ts'
import { type Measure, type RollupSource, UNIT_SIZE } from './measure.ts'
import { type Answer, answer } from './reading.store.ts'
import { readState } from './reading-state.store.ts'
import { getMeasure, getSource } from './registry.ts'

export { type ExplainedRows, explainMeasure } from './explanation.store.ts'
export { markChanged } from './rollup.store.ts'

/** Which part of the authority is asked about; nothing given: all of it (that the asker may see). */
export type Slice = {
  readonly contractIds?: readonly number[]
  readonly providerId?: number
  readonly areaId?: number
  readonly service?: Service
  readonly model?: CommissioningModel
  /** Only results of people in this band of need; for measures of banded sources alone. */
  readonly band?: BandGroup
}

/** Numerator and denominator in the measure's unit; the denominator of a plain count is 1, so the value is always the one over the other. */
export type Reading = Ratio & {
  readonly measure: string
  readonly slice: Slice
  readonly period: Period
  /** Everything committed by then is counted: this moment, or where a whole import waits to be counted, the last full refresh. */
  readonly asOf: Temporal.Instant
}

export type Dimension = 'contract' | 'provider' | 'area' | 'service' | 'model'

/** The readings of one provider, by band of need and measure. */
export type ReadingsByBand = ReadonlyMap<BandGroup, ReadonlyMap<string, Reading>>

/** One value. Throws on a measure nobody published. */
export async function readMeasure(tx: Tx, measure: string, slice: Slice, period: Period): Promise<Reading> {
  const readings = await readMeasures(tx, [measure], slice, period)
  return readings.get(measure)!
}

/** Several at once, in one query per source; keyed by measure name. */
export async function readMeasures(
  tx: Tx,
  measures: readonly string[],
  slice: Slice,
  period: Period,
): Promise<ReadonlyMap<string, Reading>> {
  const readings = new Map<string, Reading>()
  const state = await readState(tx)
  for (const [source, ofSource] of bySource(measures)) {
    const sums = await answer(tx, state, { source, counters: countersOf(ofSource), slice, period })
    for (const measure of ofSource)
      readings.set(measure.name, readingOf(measure, sums, '', { slice, period, asOf: state.asOf }))
  }
  return readings
}

/**
 * Month by month, every whole month of the period present (with 0 over 0 where nothing happened; a plain count with 0 over 1). Months that
 * the period only touches are left out.
 */
export async function readMonthly(
  tx: Tx,
  measures: readonly string[],
  slice: Slice,
  period: Period,
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  const readings = new Map<string, readonly Reading[]>(measures.map((name) => [name, []]))
  const { months } = coverPeriod(period)
  if (!months) return readings
  const state = await readState(tx)
  for (const [source, ofSource] of bySource(measures)) {
    const sums = await answer(tx, state, { source, counters: countersOf(ofSource), slice, period: months, by: 'month' })
    for (const measure of ofSource)
      readings.set(
        measure.name,
        monthsOf(months).map((from) =>
          readingOf(measure, sums, from.toString(), {
            slice,
            period: { from, to: lastOfMonth(from) },
            asOf: state.asOf,
          }),
        ),
      )
  }
  return readings
}

/**
 * Side by side: one reading for each contract, provider, area, service or model of which anything was counted; keyed by its id or name.
 * What belongs to no contract or provider stands under 0.
 */
export async function readBy(
  tx: Tx,
  dimension: Dimension,
  measures: readonly string[],
  slice: Slice,
  period: Period,
): Promise<ReadonlyMap<number | string, ReadonlyMap<string, Reading>>> {
  const readings = new Map<number | string, Map<string, Reading>>()
  const state = await readState(tx)
  for (const [source, ofSource] of bySource(measures)) {
    const sums = await answer(tx, state, { source, counters: countersOf(ofSource), slice, period, by: dimension })
    for (const key of sums.keys()) {
      const id = dimension === 'service' ? key : Number(key)
      const beside = readings.get(id) ?? new Map<string, Reading>()
      for (const measure of ofSource)
        beside.set(measure.name, readingOf(measure, sums, key, { slice, period, asOf: state.asOf }))
      readings.set(id, beside)
    }
  }
  return readings
}

/**
 * Providers side by side, each with its results apart by band of need; keyed by provider's id, 0 for what belongs to none. What nobody has
 * banded stands under `none`. Throws on a measure whose source is not kept apart by band.
 */
export async function readProvidersByBand(
  tx: Tx,
  measures: readonly string[],
  slice: Slice,
  period: Period,
): Promise<ReadonlyMap<number, ReadingsByBand>> {
  const readings = new Map<number, Map<BandGroup, Map<string, Reading>>>()
  const state = await readState(tx)
  for (const [source, ofSource] of bySource(measures)) {
    if (!source.isBanded) throw new Error(`${source.name} is not kept apart by band of need`)
    const sums = await answer(tx, state, { source, counters: countersOf(ofSource), slice, period, by: 'provider-band' })
    for (const key of sums.keys()) {
      const [provider, given] = key.split('/')
      const [providerId, band] = [Number(provider), BandGroup.parse(given)]
      const bands = readings.get(providerId) ?? new Map<BandGroup, Map<string, Reading>>()
      const beside = bands.get(band) ?? new Map<string, Reading>()
      for (const measure of ofSource)
        beside.set(measure.name, readingOf(measure, sums, key, { slice, period, asOf: state.asOf }))
      readings.set(providerId, bands.set(band, beside))
    }
  }
  return readings
}

function bySource(names: readonly string[]): ReadonlyMap<RollupSource, readonly Measure[]> {
  const grouped = new Map<RollupSource, Measure[]>()
  for (const measure of names.map(getMeasure)) {
    const source = getSource(measure.source)
    grouped.set(source, [...(grouped.get(source) ?? []), measure])
  }
  return grouped
}

function countersOf(measures: readonly Measure[]): readonly string[] {
  return measures.flatMap(({ numerator, denominator }) =>
    denominator === 'one' ? [numerator] : [numerator, denominator],
  )
}

function readingOf(
  measure: Measure,
  sums: Answer,
  key: string,
  about: Pick<Reading, 'slice' | 'period' | 'asOf'>,
): Reading {
  const row = sums.get(key) ?? {}
  const size = UNIT_SIZE[measure.unit]
  return {
    ...about,
    measure: measure.name,
    numerator: (row[measure.numerator] ?? 0) / size,
    denominator: measure.denominator === 'one' ? 1 : (row[measure.denominator] ?? 0) / size,
  }
}
