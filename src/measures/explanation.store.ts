/** The very rows behind a number: the facts, or the members, for which the counter's column holds. */
import { type RawBuilder, sql } from 'kysely'
import type { Day, Period } from '../kernel/period.ts'
import type { Tx } from '../platform/database/database.ts'
import { coverPeriod } from './cover-period.ts'
import { type Counter, type ExplainColumn, isOfMembers, type MemberRollup, type RollupSource } from './measure.ts'
import { answer, pendingCells, sliceOf, within } from './reading.store.ts'
import type { Slice } from './reading.ts'
import { type ReadingState, readState } from './reading-state.store.ts'
import { getCounter, getMeasure, getSource } from './registry.ts'

export type ExplainedRows = {
  readonly columns: readonly string[]
  /** The columns with their names in words and how to show them. */
  readonly shown: readonly ExplainColumn[]
  readonly rows: readonly Readonly<Record<string, unknown>>[]
  /** How many rows there are in all; where rows are counted, this is the number itself. */
  readonly total: number
  /** Ask again with it for the next page; absent on the last. */
  readonly next?: string
}

type Wanted = {
  readonly source: RollupSource
  readonly counter: Counter
  readonly slice: Slice
  readonly period: Period
  readonly state: ReadingState
  readonly page: { readonly size: number; readonly after?: string }
}

/**
 * The very rows behind a numerator or denominator, newest first, for those who may see them (row-level security). Throws on a measure
 * nobody published and on the denominator of a plain count.
 */
export async function explainMeasure(
  tx: Tx,
  measureName: string,
  slice: Slice,
  period: Period,
  part: 'numerator' | 'denominator',
  page: { readonly size: number; readonly after?: string },
): Promise<ExplainedRows> {
  const measure = getMeasure(measureName)
  const source = getSource(measure.source)
  const counterName = part === 'numerator' ? measure.numerator : measure.denominator
  const counter = getCounter(source, counterName)
  const wanted: Wanted = { source, counter, slice, period, page, state: await readState(tx) }
  const shown = shownColumns(wanted)
  const query =
    isOfMembers(counter) && source.members
      ? memberRows(wanted, source.members)
      : factRows(wanted, await firstDayNeeded(tx, wanted))
  const found = (await query.execute(tx)).rows
  const rows = found.slice(0, page.size)
  const last = rows.at(-1)
  return {
    columns: shown.map(({ column }) => column),
    shown,
    rows: rows.map(({ cursor_day: _day, cursor_key: _key, ...row }) => row),
    total: await countRows(tx, wanted),
    ...(found.length > page.size && last ? { next: cursorOf(last) } : {}),
  }
}

type CursorRow = Readonly<Record<string, unknown>> & {
  readonly cursor_day: Temporal.PlainDate
  readonly cursor_key: string
}

function shownColumns({ source, counter }: Wanted): readonly ExplainColumn[] {
  if (!isOfMembers(counter) || !source.members) return source.explainColumns
  const { key, explainColumns } = source.members
  return 'differentMembers' in counter ? explainColumns.filter(({ column }) => column === key) : explainColumns
}

/**
 * The days of the rollup say how far back a page reaches, so that the newest fifty of a million rows are found among a few days' rows.
 * Only cells that are surely counted right are counted on; days before the cursor's own must give the whole page.
 */
async function firstDayNeeded(tx: Tx, wanted: Wanted): Promise<Day> {
  const { source, slice, period, page, state } = wanted
  const counter = rowCounter(wanted)
  if (!state.isExact) return period.from
  const cursorDay = sql`least(${period.to.toString()}::date + 1, ${cursorParts(page.after).at ?? null}::date)`
  const { rows } = await sql<{ day: Day }>`with ${pendingCells(source, state)}, days as (
      select cell.starts_on as day, sum(sum(${sql.ref(`cell.${counter}`)})) over (order by cell.starts_on desc) as so_far
      from ${sql.table(source.rollupTable)} cell ${dimensionOf(slice)}
      where cell.authority_id = platform.current_authority() and cell.grain = 'day'
        and ${within('cell.starts_on', period)} and cell.starts_on < ${cursorDay} and ${sliceOf(slice)}
        and not exists (
          select from pending p where p.contract_id = cell.contract_id and p.month = measures.month_of(cell.starts_on))
      group by cell.starts_on
    )
    select day from days where so_far > ${page.size} order by day desc limit 1`.execute(tx)
  return rows[0]?.day ?? period.from
}

function factRows({ source, counter, slice, period, page }: Wanted, from: Day): RawBuilder<CursorRow> {
  const where = rowsWhere(counter)
  return sql<CursorRow>`
    select cell.*, cell.day as cursor_day, cell.fact_key as cursor_key
    from ${sql.table(source.factView)} cell ${dimensionOf(slice)}
    where cell.authority_id = platform.current_authority() and ${within('cell.day', { from, to: period.to })}
      and measures.may_count(cell.provider_id) and ${sql.ref(`cell.${where}`)} and ${sliceOf(slice)}
      and ${afterCursor(page.after, sql`cell.day`, sql`cell.fact_key`)}
    order by cell.day desc, cell.fact_key desc limit ${page.size + 1}`
}

function memberRows(wanted: Wanted, members: MemberRollup): RawBuilder<CursorRow> {
  const { counter, slice, page } = wanted
  const key = sql.ref(`cell.${members.key}`)
  if ('differentMembers' in counter)
    return sql<CursorRow>`with ${pendingCells(wanted.source, wanted.state)}, cell as (${memberCells(wanted, members)})
      select * from (
        select ${key}, max(cell.month) as cursor_day, lpad(${key}::text, 20, '0') as cursor_key
        from cell ${dimensionOf(slice)} where ${sliceOf(slice)} group by ${key}
      ) cell
      where ${afterCursor(page.after, sql`cell.cursor_day`, sql`cell.cursor_key`)}
      order by cursor_day desc, cursor_key desc limit ${page.size + 1}`
  return sql<CursorRow>`with ${pendingCells(wanted.source, wanted.state)}, cell as (${memberCells(wanted, members)}), keyed as (
      select cell.*, cell.month as cursor_day,
        lpad(${key}::text, 20, '0') || '/' || cell.contract_id || '/' || cell.provider_id || '/' || cell.area_id as cursor_key
      from cell ${dimensionOf(slice)} where ${sliceOf(slice)}
    )
    select * from keyed cell where ${afterCursor(page.after, sql`cell.cursor_day`, sql`cell.cursor_key`)}
    order by cursor_day desc, cursor_key desc limit ${page.size + 1}`
}

/** The member rows that count: of whole months, and for different members also the facts of the days at the edges. */
function memberCells({ source, counter, period }: Wanted, members: MemberRollup): RawBuilder<unknown> {
  const { months, edges } = coverPeriod(period)
  const columns = sql.join(members.columns.map((column) => sql.ref(`m.${column}`)))
  const key = sql.ref(`m.${members.key}`)
  const where = sql.ref(`m.${rowsWhere(counter)}`)
  const inMonths = months ? within('m.month', months) : sql`false`
  const edgeRows =
    'differentMembers' in counter && edges.length > 0
      ? sql`union all
        select f.contract_id, f.provider_id, f.area_id, f.day, ${sql.ref(`f.${members.key}`)},
          ${sql.join(members.columns.map(() => sql`null`))}
        from ${sql.table(source.factView)} f
        where f.authority_id = platform.current_authority() and measures.may_count(f.provider_id)
          and (${sql.join(
            edges.map((edge) => within('f.day', edge)),
            sql` or `,
          )})
          and ${sql.ref(`f.${counter.differentMembers.onDaysWhere}`)}`
      : sql``
  return sql`
    select m.contract_id, m.provider_id, m.area_id, m.month, ${key}, ${columns}
    from ${sql.table(members.table)} m
    where m.authority_id = platform.current_authority() and ${inMonths} and ${where}
      and not exists (
        select from pending p where p.contract_id = m.contract_id and p.month = m.month)
    union all
    select p.contract_id, m.provider_id, m.area_id, p.month, ${key}, ${columns}
    from pending p
    cross join lateral ${sql.table(members.cellFunction)}(platform.current_authority(), p.contract_id, p.month) m
    where ${months ? within('p.month', months) : sql`false`} and ${where} and measures.may_count(m.provider_id)
    ${edgeRows}`
}

/** The boolean column of a fact or member that says whether the counter looks at it. */
function rowsWhere(counter: Counter): string {
  if ('countWhere' in counter) return counter.countWhere
  if ('membersWhere' in counter) return counter.membersWhere
  if ('differentMembers' in counter) return counter.differentMembers.inMonthsWhere
  return counter.where
}

async function countRows(tx: Tx, wanted: Wanted): Promise<number> {
  const { source, slice, period, state } = wanted
  const name = rowCounter(wanted)
  const sums = await answer(tx, state, { source, counters: [name], slice, period })
  return sums.get('')?.[name] ?? 0
}

/** The counter of the source that counts these very rows one by one. */
function rowCounter({ source, counter }: Wanted): string {
  const where = rowsWhere(counter)
  const name = Object.entries(source.counters).find(([, c]) =>
    'sumOf' in counter || 'countWhere' in counter
      ? 'countWhere' in c && c.countWhere === where
      : 'differentMembers' in counter
        ? c === counter
        : 'membersWhere' in c && c.membersWhere === where,
  )?.[0]
  if (!name) throw new Error(`${source.name} has no counter of the rows where ${where}`)
  return name
}

function dimensionOf(slice: Slice): RawBuilder<unknown> {
  if (!slice.service && !slice.model) return sql``
  return sql`join measures.contract_dimension dimension
      on dimension.authority_id = platform.current_authority() and dimension.contract_id = cell.contract_id`
}

function cursorOf(row: CursorRow): string {
  return Buffer.from(`${row.cursor_day.toString()} ${row.cursor_key}`).toString('base64url')
}

/** A cursor that was tampered with starts again from the newest row. */
function afterCursor(
  cursor: string | undefined,
  day: RawBuilder<unknown>,
  key: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const { at, after } = cursorParts(cursor)
  if (!at || !after) return sql`true`
  return sql`(${day}, ${key}) < (${at}::date, ${after}::text)`
}

function cursorParts(cursor: string | undefined): { readonly at?: string; readonly after?: string } {
  const [, at, after] = /^(\d{4}-\d{2}-\d{2}) (.+)$/.exec(Buffer.from(cursor ?? '', 'base64url').toString()) ?? []
  return at && after && isDay(at) ? { at, after } : {}
}

function isDay(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}
