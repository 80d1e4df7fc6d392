/** What can be counted: measures, the rollups they are read from, and the registry that every system publishes to. */
import type { Bilingual } from '../kernel/language.ts'

/** The source's own kinds (Tool 20 section 5), with cost as in Tool 20 section 4. */
export const MEASURE_KINDS = [
  'outcome',
  'activity',
  'performance',
  'quality',
  'quality-assurance',
  'timescale',
  'risk',
  'cost',
] as const
export type MeasureKind = (typeof MEASURE_KINDS)[number]

export type MeasureUnit =
  | 'share'
  | 'visits'
  | 'hours'
  | 'people'
  | 'outcomes'
  | 'reviews'
  | 'workers-per-person'
  | 'points'

/**
 * How one counter of a rollup is made from the fact rows: how many rows satisfy a boolean column, the sum of a number column, or how many
 * different values of a column occur. All three are column names of the fact view, so rollup, scan and explanation cannot differ.
 */
export type Counter = { readonly countWhere: string } | { readonly sumOf: string } | { readonly distinct: string }

/**
 * Facts of one kind and the rollup kept of them. The fact view has one row per fact with the columns authority_id, contract_id (0: none),
 * provider_id, area_id, day, and those its counters name. The rollup table has authority_id, contract_id, provider_id, area_id, grain
 * ('day' or 'month'), starts_on, and a bigint column per counter; its primary key is the first four plus grain and starts_on.
 */
export type RollupSource = {
  readonly name: string
  readonly factView: string
  readonly rollupTable: string
  readonly counters: Readonly<Record<string, Counter>>
  /** Columns of the fact view shown when someone asks which records lie behind a number; the first is the record's key. */
  readonly explainColumns: readonly string[]
}

export type Measure = {
  /** Kebab-case, in the field's words: `visits-late`. */
  readonly name: string
  readonly kind: MeasureKind
  readonly unit: MeasureUnit
  readonly source: string
  /** A counter of the source. */
  readonly numerator: string
  /** A counter of the source; `one` where the measure is a plain count. */
  readonly denominator: string | 'one'
  readonly better: 'higher' | 'lower' | 'neither'
  readonly label: Bilingual
  /** A sentence that says exactly what is counted over what. */
  readonly meaning: Bilingual
}
