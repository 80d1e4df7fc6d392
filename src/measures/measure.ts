/** What can be counted: measures, the rollups they are read from, and the registry that every system publishes to. */
import type { Bilingual } from '../kernel/language.ts'
import type { Permission } from '../platform/permissions/permission.ts'

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
  | 'episodes'
  | 'workers-per-person'
  | 'points'

/**
 * How one counter is made. Of facts: how many rows have a boolean column true, or the sum of a number column over the rows where a
 * boolean column is true. Of members (a person in a month): the same over the member rows, whole months only; or how many different
 * members there are, by a boolean of the member rows in whole months and a boolean of the facts on the days at the edges.
 * All are column names, so that rollup, scan and explanation cannot differ.
 */
export type Counter =
  | { readonly countWhere: string }
  | { readonly sumOf: string; readonly where: string }
  | { readonly membersWhere: string }
  | { readonly sumOverMembers: string; readonly where: string }
  | { readonly differentMembers: { readonly inMonthsWhere: string; readonly onDaysWhere: string } }

/** A column of the rows shown behind a number. */
export type ExplainColumn = {
  readonly column: string
  readonly label: Bilingual
  /**
   * `person`: the id of a person, shown by their name, or by their reference to those who may not see people's records. `words`: a person's own, in the language that `languageColumn` names. `code`: shown by its name in `names`. `time`: an instant whose
   * day stands in a column of its own.
   */
  readonly shownAs: 'reference' | 'person' | 'words' | 'code' | 'day' | 'month' | 'time' | 'count' | 'score'
  readonly names?: Readonly<Record<string, Bilingual>>
  readonly languageColumn?: string
  /** The record's page, without language prefix; undefined where this row has none. */
  readonly href?: (row: Readonly<Record<string, unknown>>) => string | undefined
  /** Shown only to those who hold it, beside the permission to list rows at all. */
  readonly permission?: Permission
}

/**
 * Facts of one kind and the rollup kept of them. The fact view has one row per fact with the columns authority_id, contract_id (0: none),
 * provider_id, area_id (0: none), day, fact_key (text, unique), and those its counters name. The rollup table has authority_id,
 * contract_id, provider_id, area_id, grain ('day' or 'month'), starts_on, and a bigint column per counter of facts, of the counter's name;
 * its primary key is all that stands before the counters. The database marks changed months in `measures.changed_cell` by triggers on the tables
 * behind the view, under the source's name. Where the source is banded, view and rollup also have a text column `band` (a `BandGroup`),
 * which in the key stands after the area.
 */
export type RollupSource = {
  readonly name: string
  readonly title: Bilingual
  readonly factView: string
  readonly rollupTable: string
  readonly counters: Readonly<Record<string, Counter>>
  readonly explainColumns: readonly ExplainColumn[]
  readonly members?: MemberRollup
  /** Kept apart by band of need as well, so that results can be compared like with like. */
  readonly isBanded?: true
}

/**
 * One row per member (a person), contract, provider, area and month, for what cannot be added up from days: different people, different
 * workers. `cellFunction(authority, contract, month)` gives the rows of one contract and month from the facts themselves, with the table's
 * columns except authority_id, contract_id and month.
 */
export type MemberRollup = {
  readonly table: string
  readonly cellFunction: string
  readonly key: string
  /** Columns of the table beside authority_id, contract_id, provider_id, area_id, month and the key. */
  readonly columns: readonly string[]
  readonly explainColumns: readonly ExplainColumn[]
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
  /**
   * Providers are compared by it, adjusted for need band: its source is banded. `share`: by its share. Else it is a gap between two voices
   * over the same cases, and these are the measures of the cases in which one alone, and the other alone, says so. Only what somebody's
   * own support can bring about is compared so, never the outcomes of a whole population.
   */
  readonly compared?: 'share' | { readonly more: string; readonly less: string }
  readonly label: Bilingual
  /** A sentence that says exactly what is counted over what. */
  readonly meaning: Bilingual
}

/** What a counter's sum is divided by to stand in the measure's unit: hours are counted in seconds, so that nothing is rounded twice. */
export const UNIT_SIZE = {
  share: 1,
  visits: 1,
  hours: 3600,
  people: 1,
  outcomes: 1,
  reviews: 1,
  episodes: 1,
  'workers-per-person': 1,
  points: 1,
} as const satisfies Record<MeasureUnit, number>

/** Whether the counter is kept for members rather than for days. */
export function isOfMembers(counter: Counter): boolean {
  return 'membersWhere' in counter || 'sumOverMembers' in counter || 'differentMembers' in counter
}
