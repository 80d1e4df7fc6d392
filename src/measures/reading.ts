/** Asking for measures: values for a slice and a period, month by month, side by side, and the rows behind them. */

import type { CommissioningModel, Service } from '../kernel/model.ts'
import type { Period } from '../kernel/period.ts'
import type { Ratio } from '../kernel/quantity.ts'
import type { Tx } from '../platform/database/database.ts'

/** Which part of the authority is asked about; nothing given: all of it (that the asker may see). */
export type Slice = {
  readonly contractIds?: readonly number[]
  readonly providerId?: number
  readonly areaId?: number
  readonly service?: Service
  readonly model?: CommissioningModel
}

export type Reading = Ratio & {
  readonly measure: string
  readonly slice: Slice
  readonly period: Period
  /** When the newest rollup behind it was made. */
  readonly asOf: Temporal.Instant
}

export type Dimension = 'contract' | 'provider' | 'area' | 'service' | 'model'

/** One value. Throws on a measure nobody published. */
export async function readMeasure(_tx: Tx, _measure: string, _slice: Slice, _period: Period): Promise<Reading> {
  throw new Error('not yet: the measures room is being built')
}

/** Several at once, in one query per source; keyed by measure name. */
export async function readMeasures(
  _tx: Tx,
  _measures: readonly string[],
  _slice: Slice,
  _period: Period,
): Promise<ReadonlyMap<string, Reading>> {
  throw new Error('not yet: the measures room is being built')
}

/** Month by month, every whole month of the period present (with 0 over 0 where nothing happened). */
export async function readMonthly(
  _tx: Tx,
  _measures: readonly string[],
  _slice: Slice,
  _period: Period,
): Promise<ReadonlyMap<string, readonly Reading[]>> {
  throw new Error('not yet: the measures room is being built')
}

/** Side by side: one reading for each contract, provider, area, service or model; keyed by its id. */
export async function readBy(
  _tx: Tx,
  _dimension: Dimension,
  _measures: readonly string[],
  _slice: Slice,
  _period: Period,
): Promise<ReadonlyMap<number | string, ReadonlyMap<string, Reading>>> {
  throw new Error('not yet: the measures room is being built')
}

export type ExplainedRows = {
  readonly columns: readonly string[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  readonly total: number
  /** Ask again with it for the next page; absent on the last. */
  readonly next?: string
}

/** The very rows behind a numerator or denominator, newest first, for those who may see them (row-level security). */
export async function explainMeasure(
  _tx: Tx,
  _measure: string,
  _slice: Slice,
  _period: Period,
  _part: 'numerator' | 'denominator',
  _page: { readonly size: number; readonly after?: string },
): Promise<ExplainedRows> {
  throw new Error('not yet: the measures room is being built')
}

/**
 * Marks what a change touched, in the transaction of the change: the rollups of these contracts and months are made again before they
 * are next read. Contract 0 is "no contract".
 */
export async function markChanged(
  _tx: Tx,
  _authorityId: number,
  _source: string,
  _cells: Iterable<{ readonly contractId: number; readonly month: Temporal.PlainDate }>,
): Promise<void> {
  throw new Error('not yet: the measures room is being built')
}
