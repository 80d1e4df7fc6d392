/** Keeps the rollups: the marks of what changed, and making the marked cells again from their facts. */
import { type RawBuilder, sql } from 'kysely'
import type { Day } from '../kernel/period.ts'
import type { Database, Tx } from '../platform/database/database.ts'
import { systemActor } from '../platform/permissions/actor.ts'
import { type Counter, isOfMembers, type MemberRollup, type RollupSource } from './measure.ts'
import { listSources } from './registry.ts'

/** One contract's month: what is made again at once. */
export type Cell = { readonly contractId: number; readonly month: Day }

/**
 * Marks what a change touched, in the transaction of the change. The triggers on the fact tables do this by themselves for insert, update
 * and delete; this is for changes that no trigger sees, such as a new definition of a counter. Contract 0 is "no contract".
 */
export async function markChanged(
  tx: Tx,
  authorityId: number,
  source: string,
  cells: Iterable<{ readonly contractId: number; readonly month: Day }>,
): Promise<void> {
  const marks = [...cells].map(({ contractId, month }) => ({
    authority_id: authorityId,
    source,
    contract_id: contractId,
    month: month.with({ day: 1 }),
  }))
  if (marks.length > 0) await tx.insertInto('measures.changed_cell').values(marks).execute()
}

/**
 * Makes marked cells of one authority again and takes their marks away; answers how many cells it made. Needs a transaction that sees the
 * whole authority (its staff or the system). One refresh of an authority runs at a time; a second one waits for it.
 *
 * A change that commits while this runs keeps its own mark, because only the marks read at the start are taken away; so no change is ever
 * lost, at worst a cell is made twice.
 */
export async function refreshRollups(tx: Tx, authorityId: number, atMost = 100_000): Promise<number> {
  await waitForTurn(tx, authorityId)
  const began = Temporal.Now.instant()
  let made = 0
  for (const source of listSources()) {
    const cells = await takeMarks(tx, authorityId, source, atMost - made)
    if (cells.length === 0) continue
    await makeFactCells(tx, authorityId, source, cells)
    if (source.members) await makeMemberCells(tx, authorityId, source.members, cells)
    made += cells.length
  }
  if (made > 0) await countRefresh(tx, authorityId, began)
  return made
}

/**
 * Brings all rollups of an authority up to date in short transactions of their own, so that nobody waits long for the database. Run after
 * each import and action; readings are right before it too (they count marked cells from the facts), only slower.
 */
export async function bringRollupsUpToDate(
  database: Database,
  authorityId: number,
  options: { readonly cellsAtOnce?: number; readonly isStopped?: () => boolean } = {},
): Promise<number> {
  const { cellsAtOnce = 60, isStopped = () => false } = options
  let made = 0
  while (!isStopped()) {
    const now = await database.transaction(systemActor(authorityId), (tx) =>
      refreshRollups(tx, authorityId, cellsAtOnce),
    )
    made += now
    if (now === 0) break
  }
  if (made >= CELLS_WORTH_TIDYING) await database.tidy(tablesWritten())
  return made
}

/** A refresh of this many cells leaves plans without numbers to go by, and room of rows that are gone. */
const CELLS_WORTH_TIDYING = 200

function tablesWritten(): readonly string[] {
  return [
    'measures.changed_cell',
    ...listSources().flatMap(({ rollupTable, members }) => (members ? [rollupTable, members.table] : [rollupTable])),
  ]
}

/** Marks everything there is of a source, after a migration changed what its counters mean. */
export async function markEverything(tx: Tx, authorityId: number, source: RollupSource): Promise<void> {
  await sql`insert into measures.changed_cell (authority_id, source, contract_id, month)
    select ${authorityId}::integer, ${source.name}, contract_id, measures.month_of(day) from ${sql.table(source.factView)}
    where authority_id = ${authorityId}
    union
    select ${authorityId}::integer, ${source.name}, contract_id, starts_on from ${sql.table(source.rollupTable)}
    where authority_id = ${authorityId} and grain = 'month'`.execute(tx)
}

/** What a counter is of the rows of its fact view, here called `f`. */
export function countedFrom(counter: Counter): RawBuilder<number> {
  if ('countWhere' in counter) return sql`count(*) filter (where ${sql.ref(`f.${counter.countWhere}`)})`
  if ('sumOf' in counter)
    return sql`coalesce(sum(${sql.ref(`f.${counter.sumOf}`)}) filter (where ${sql.ref(`f.${counter.where}`)}), 0)`
  throw new Error('a counter of members is not counted from facts')
}

/** The column of the band of need with its comma, where the source keeps one. */
export function bandColumn(source: RollupSource): RawBuilder<unknown> {
  return source.isBanded ? sql`band,` : sql``
}

export function factCounters(source: RollupSource): readonly (readonly [string, Counter])[] {
  return Object.entries(source.counters).filter(([, counter]) => !isOfMembers(counter))
}

async function waitForTurn(tx: Tx, authorityId: number): Promise<void> {
  const { rows } = await sql<{ sees_all: boolean }>`
    select pg_advisory_xact_lock(hashtext('canlyn.rollups'), ${authorityId}::integer),
      platform.current_provider() is null and platform.current_people() is null as sees_all`.execute(tx)
  if (!rows[0]?.sees_all) throw new Error('rollups are refreshed only by who sees the whole authority')
}

async function takeMarks(tx: Tx, authorityId: number, source: RollupSource, atMost: number): Promise<readonly Cell[]> {
  if (atMost <= 0) return []
  const { rows } = await sql<{ contract_id: number; month: Day }>`
    with chosen as (
      select contract_id, month from measures.changed_cell
      where authority_id = ${authorityId} and source = ${source.name}
      group by contract_id, month order by contract_id, month limit ${atMost}
    ), taken as (
      delete from measures.changed_cell m using chosen c
      where m.authority_id = ${authorityId} and m.source = ${source.name}
        and m.contract_id = c.contract_id and m.month = c.month
      returning m.contract_id, m.month
    )
    select distinct contract_id, month from taken`.execute(tx)
  return rows.map((row) => ({ contractId: row.contract_id, month: row.month }))
}

async function makeFactCells(tx: Tx, authorityId: number, source: RollupSource, cells: readonly Cell[]): Promise<void> {
  const rollup = sql.table(source.rollupTable)
  const counters = factCounters(source)
  const band = bandColumn(source)
  const names = sql.join(counters.map(([name]) => sql.ref(name)))
  await sql`delete from ${rollup} r using ${cellTable(cells)}
    where r.authority_id = ${authorityId} and r.contract_id = cell.contract_id
      and r.starts_on between cell.month and measures.month_end(cell.month)`.execute(tx)
  // Cell by cell, so that a few marked cells are found by index however many facts there are.
  await sql`with days as (
      select cell.contract_id, found.* from ${cellTable(cells)}
      cross join lateral (
        select f.provider_id, f.area_id, ${band} f.day, ${sql.join(
          counters.map(([name, counter]) => sql`${countedFrom(counter)} as ${sql.ref(name)}`),
        )}
        from ${sql.table(source.factView)} f
        where f.authority_id = ${authorityId} and f.contract_id = cell.contract_id
          and f.day between cell.month and measures.month_end(cell.month)
        group by f.provider_id, f.area_id, ${band} f.day
      ) found
    )
    insert into ${rollup} (authority_id, contract_id, provider_id, area_id, ${band} grain, starts_on, ${names})
    select ${authorityId}::integer, contract_id, provider_id, area_id, ${band} 'day', day, ${names} from days
    union all
    select ${authorityId}::integer, contract_id, provider_id, area_id, ${band} 'month', measures.month_of(day), ${sql.join(
      counters.map(([name]) => sql`sum(${sql.ref(name)})`),
    )}
    from days group by contract_id, provider_id, area_id, ${band} measures.month_of(day)`.execute(tx)
}

async function makeMemberCells(
  tx: Tx,
  authorityId: number,
  members: MemberRollup,
  cells: readonly Cell[],
): Promise<void> {
  const table = sql.table(members.table)
  const columns = sql.join(['provider_id', 'area_id', members.key, ...members.columns].map((name) => sql.ref(name)))
  await sql`delete from ${table} m using ${cellTable(cells)}
    where m.authority_id = ${authorityId} and m.contract_id = cell.contract_id and m.month = cell.month`.execute(tx)
  await sql`insert into ${table} (authority_id, contract_id, month, ${columns})
    select ${authorityId}::integer, cell.contract_id, cell.month, ${columns}
    from ${cellTable(cells)}
    cross join lateral ${sql.table(members.cellFunction)}(${authorityId}::integer, cell.contract_id, cell.month)`.execute(
    tx,
  )
}

async function countRefresh(tx: Tx, authorityId: number, began: Temporal.Instant): Promise<void> {
  await sql`insert into measures.refresh as r (authority_id, number, refreshed_at, complete_at)
    select ${authorityId}, 1, clock_timestamp(), case when not exists (
      select from measures.changed_cell where authority_id = ${authorityId}) then ${began.toString()}::timestamptz end
    on conflict (authority_id) do update set number = r.number + 1, refreshed_at = excluded.refreshed_at,
      complete_at = coalesce(excluded.complete_at, r.complete_at)`.execute(tx)
}

/** The cells as a table of the query, named `cell`. */
function cellTable(cells: readonly Cell[]): RawBuilder<unknown> {
  const rows = cells.map(({ contractId, month }) => sql`(${contractId}::integer, ${month.toString()}::date)`)
  return sql`(values ${sql.join(rows)}) as cell (contract_id, month)`
}
