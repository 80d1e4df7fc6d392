/** Merges records into a table by their reference, remembers how they stood before, and puts them back: for every kind but visits. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Fate, ImportContext, Undone } from './import-kind.ts'

export type ColumnType = 'text' | 'integer' | 'bigint' | 'smallint' | 'numeric' | 'boolean' | 'date' | 'jsonb'
export type Value = string | number | boolean | null | Readonly<Record<string, string>>
export type Values = Readonly<Record<string, Value | undefined>>

/** Rows that belong to a record and are replaced whole with it: the areas of a contract. The parent's id is their first key. */
export type ChildTable = { readonly table: string; readonly columns: Readonly<Record<string, ColumnType>> }

/** A table that an import writes. Besides what is named here it has authority_id, import_id and version. */
export type RecordTable = {
  /** `schema.table`. */
  readonly table: string
  readonly id: string
  /** Columns that tell one record of an authority from another; they never change. */
  readonly key: readonly string[]
  /** All columns the file fills, the key among them. */
  readonly columns: Readonly<Record<string, ColumnType>>
  readonly children?: readonly ChildTable[]
}

/** A record to merge: its own values and those of its child rows, by child table. Values left out are null. */
export type Entry = { readonly values: Values; readonly children?: Readonly<Record<string, readonly Values[]>> }

/** How a record stood or stands: all columns of its row as JSON, and its children under `children`. */
export type Row = Readonly<Record<string, unknown>>
export type Merged = { readonly fate: Fate; readonly id: number; readonly before?: Row }

type Existing = { n: number; id: number; version: number; differs: boolean; before: Record<string, unknown> }

const name = sql.ref
const list = (columns: readonly string[], of?: string): RawBuilder<unknown> =>
  sql.join(columns.map((c) => name(of ? `${of}.${c}` : c)))

/** Inserts what is new, corrects what differs, leaves alone what is the same; answers one fate for each entry, in order. */
export async function mergeRecords(
  tx: Tx,
  context: ImportContext,
  target: RecordTable,
  entries: readonly Entry[],
): Promise<readonly Merged[]> {
  if (entries.length === 0) return []
  const existing = await findExisting(tx, context, target, entries)
  const merged: Merged[] = []
  const fresh: number[] = []
  const corrected: Existing[] = []
  for (const [n, entry] of entries.entries()) {
    const found = existing.get(n)
    if (!found) {
      fresh.push(n)
      continue
    }
    const differs = found.differs || !sameChildren(target, found.before.children, entry)
    if (differs) corrected.push(found)
    merged[n] = { fate: differs ? 'corrected' : 'known', id: found.id, before: found.before }
  }
  const ids = await insertFresh(tx, context, target, entries, fresh)
  for (const [n, id] of ids) merged[n] = { fate: 'inserted', id }
  await correct(tx, context, target, entries, corrected)
  const changed = merged.map((m, n) => ({ ...m, n })).filter((m) => m.fate !== 'known')
  await replaceChildren(
    tx,
    context,
    target,
    changed.map((m) => ({ id: m.id, entry: entries[m.n] as Entry })),
  )
  const versions = new Map(corrected.map((c) => [c.id, c.version + 1]))
  await rememberChanges(
    tx,
    context,
    target.table,
    changed.map((m) => ({ ...m, version: versions.get(m.id) ?? 1 })),
  )
  return merged
}

/** The entries as a table `s`, with their number in the batch as `n`. */
function staged(target: RecordTable, entries: readonly Entry[], numbers?: readonly number[]): RawBuilder<unknown> {
  const rows = (numbers ?? [...entries.keys()]).map((n) => ({ n, ...entries[n]?.values }))
  return recordset(rows, { n: 'integer', ...target.columns })
}

function recordset(rows: readonly unknown[], columns: Readonly<Record<string, ColumnType>>): RawBuilder<unknown> {
  const types = Object.entries(columns).map(([column, type]) => sql`${name(column)} ${sql.raw(type)}`)
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as s(${sql.join(types)})`
}

async function findExisting(tx: Tx, context: ImportContext, target: RecordTable, entries: readonly Entry[]) {
  const columns = Object.keys(target.columns)
  const sameKey = sql.join(
    target.key.map((k) => sql`${name(`t.${k}`)} is not distinct from ${name(`s.${k}`)}`),
    sql` and `,
  )
  // A plain equality first, so that the unique index on the reference is used.
  const first = target.key[0] as string
  const { rows } = await sql<Existing>`
    select s.n, ${name(`t.${target.id}`)} as id, t.version, to_jsonb(t) as before,
      (${list(columns, 't')}) is distinct from (${list(columns, 's')}) as differs
    from ${staged(target, entries)}
    join ${sql.table(target.table)} t on t.authority_id = ${context.authorityId}
      and ${name(`t.${first}`)} = ${name(`s.${first}`)} and ${sameKey}`.execute(tx)
  const byId = new Map(rows.map((row) => [Number(row.id), row]))
  for (const child of target.children ?? [])
    for (const [id, children] of await childrenOf(tx, context.authorityId, target, child, [...byId.keys()])) {
      const row = byId.get(id)
      if (row) row.before.children = { ...(row.before.children as object | undefined), [child.table]: children }
    }
  return new Map(rows.map((row) => [row.n, { ...row, id: Number(row.id) }]))
}

async function childrenOf(tx: Tx, authorityId: number, target: RecordTable, child: ChildTable, ids: readonly number[]) {
  const found = new Map<number, Values[]>(ids.map((id) => [id, []]))
  if (ids.length === 0) return found
  const { rows } = await sql<{ parent: number; child: Values }>`
    select ${name(`c.${target.id}`)} as parent, to_jsonb(c) as child from ${sql.table(child.table)} c
    where c.authority_id = ${authorityId} and ${name(`c.${target.id}`)} = any(${ids}::bigint[])`.execute(tx)
  for (const row of rows) {
    const kept = Object.keys(child.columns).map((column) => [column, row.child[column] ?? null] as const)
    found.get(Number(row.parent))?.push(Object.fromEntries(kept))
  }
  return found
}

function sameChildren(target: RecordTable, before: unknown, entry: Entry): boolean {
  const stood = (before ?? {}) as Record<string, readonly Values[]>
  return (target.children ?? []).every(
    (child) => canonical(child, stood[child.table] ?? []) === canonical(child, entry.children?.[child.table] ?? []),
  )
}

function canonical(child: ChildTable, rows: readonly Values[]): string {
  const columns = Object.keys(child.columns)
  return rows
    .map((row) => JSON.stringify(columns.map((c) => row[c] ?? null)))
    .sort()
    .join('\n')
}

async function insertFresh(
  tx: Tx,
  context: ImportContext,
  target: RecordTable,
  entries: readonly Entry[],
  fresh: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  if (fresh.length === 0) return new Map()
  const columns = Object.keys(target.columns)
  const { rows } = await sql<{ id: number } & Record<string, unknown>>`
    insert into ${sql.table(target.table)} (authority_id, import_id, ${list(columns)})
    select ${context.authorityId}::integer, ${context.importId}::bigint, ${list(columns, 's')}
    from ${staged(target, entries, fresh)} order by s.n
    returning ${name(target.id)} as id, ${list(target.key)}`.execute(tx)
  const keyOf = (values: Readonly<Record<string, unknown>>) =>
    JSON.stringify(target.key.map((k) => (values[k] === undefined || values[k] === null ? null : String(values[k]))))
  const ids = new Map(rows.map((row) => [keyOf(row), Number(row.id)]))
  return new Map(fresh.map((n) => [n, ids.get(keyOf(entries[n]?.values ?? {})) as number]))
}

async function correct(
  tx: Tx,
  context: ImportContext,
  target: RecordTable,
  entries: readonly Entry[],
  corrected: readonly Existing[],
): Promise<void> {
  if (corrected.length === 0) return
  const columns = Object.keys(target.columns)
  const rows = corrected.map((c) => ({ n: c.id, ...entries[c.n]?.values }))
  const sets = columns.map((c) => sql`${name(c)} = ${name(`s.${c}`)}`)
  await sql`
    update ${sql.table(target.table)} t set ${sql.join(sets)}, version = t.version + 1, import_id = ${context.importId}
    from ${recordset(rows, { n: 'bigint', ...target.columns })}
    where t.authority_id = ${context.authorityId} and ${name(`t.${target.id}`)} = s.n`.execute(tx)
}

async function replaceChildren(
  tx: Tx,
  context: Pick<ImportContext, 'authorityId'>,
  target: RecordTable,
  parents: readonly { readonly id: number; readonly entry: Entry }[],
): Promise<void> {
  if (parents.length === 0) return
  for (const child of target.children ?? []) {
    const ids = parents.map((p) => p.id)
    await sql`delete from ${sql.table(child.table)}
      where authority_id = ${context.authorityId} and ${name(target.id)} = any(${ids}::bigint[])`.execute(tx)
    const rows = parents.flatMap(({ id, entry }) =>
      (entry.children?.[child.table] ?? []).map((values) => ({ ...values, parent: id })),
    )
    if (rows.length === 0) continue
    const columns = Object.keys(child.columns)
    await sql`insert into ${sql.table(child.table)} (authority_id, ${name(target.id)}, ${list(columns)})
      select ${context.authorityId}::integer, s.parent, ${list(columns, 's')}
      from ${recordset(rows, { parent: 'bigint', ...child.columns })}`.execute(tx)
  }
}

async function rememberChanges(
  tx: Tx,
  context: ImportContext,
  table: string,
  changes: readonly { readonly id: number; readonly version: number; readonly before?: Row }[],
): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ id, version, before }) => ({ id, version, before: before ?? null }))
  await sql`insert into platform.import_change (authority_id, import_id, table_name, record_id, version_after, before)
    select ${context.authorityId}::integer, ${context.importId}::bigint, ${table}, s.id, s.version, nullif(s.before, 'null'::jsonb)
    from ${recordset(rows, { id: 'bigint', version: 'integer', before: 'jsonb' })}`.execute(tx)
}

/** How many records of the table that this import wrote were changed since by somebody else, or are gone. */
export async function countChangedSince(tx: Tx, context: ImportContext, target: RecordTable): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (${lastChanges(context, target)}) c
    left join ${sql.table(target.table)} t on t.authority_id = ${context.authorityId} and ${name(`t.${target.id}`)} = c.record_id
    where t.version is distinct from c.version_after or t.import_id is distinct from ${context.importId}`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** The newest change of each record; `first_before` is how it stood before the import touched it at all. */
function lastChanges(context: ImportContext, target: RecordTable): RawBuilder<unknown> {
  return sql`select distinct on (record_id) record_id, version_after from platform.import_change
    where authority_id = ${context.authorityId} and import_id = ${context.importId} and table_name = ${target.table}
    order by record_id, change_id desc`
}

/** Ids of the records of the table that the import brought in anew. */
export async function listBroughtIn(tx: Tx, context: ImportContext, target: RecordTable): Promise<readonly number[]> {
  const { rows } = await sql<{ record_id: number }>`
    select record_id from platform.import_change where authority_id = ${context.authorityId}
      and import_id = ${context.importId} and table_name = ${target.table} and before is null`.execute(tx)
  return rows.map((r) => Number(r.record_id))
}

export type TakenBack = Undone & {
  readonly ids: readonly number[]
  readonly after: readonly Row[]
  readonly before: readonly Row[]
}

/** Deletes what the import brought in and puts back, version and all, what it corrected. Call when nothing was changed since. */
export async function takeBack(tx: Tx, context: ImportContext, target: RecordTable): Promise<TakenBack> {
  const { rows: changes } = await sql<{ record_id: number; before: Row | null; stands: Row }>`
    select distinct on (c.record_id) c.record_id, c.before, to_jsonb(t) as stands from platform.import_change c
    join ${sql.table(target.table)} t on t.authority_id = c.authority_id and ${name(`t.${target.id}`)} = c.record_id
    where c.authority_id = ${context.authorityId} and c.import_id = ${context.importId} and c.table_name = ${target.table}
    order by c.record_id, c.change_id`.execute(tx)
  const fresh = changes.filter((c) => c.before === null).map((c) => Number(c.record_id))
  const restored = changes.filter((c) => c.before !== null)
  await replaceChildren(tx, context, target, [
    ...fresh.map((id) => ({ id, entry: { values: {} } })),
    ...restored.map((c) => ({ id: Number(c.record_id), entry: asEntry(c.before ?? {}) })),
  ])
  await sql`delete from ${sql.table(target.table)}
    where authority_id = ${context.authorityId} and ${name(target.id)} = any(${fresh}::bigint[])`.execute(tx)
  await restore(
    tx,
    context,
    target,
    restored.map((c) => ({ id: Number(c.record_id), before: c.before })),
  )
  return {
    deleted: fresh.length,
    restored: restored.length,
    ids: changes.map((c) => Number(c.record_id)),
    after: changes.map((c) => c.stands),
    before: restored.map((c) => c.before ?? {}),
  }
}

function asEntry(before: Row): Entry {
  return { values: {}, children: (before.children ?? {}) as Record<string, readonly Values[]> }
}

async function restore(
  tx: Tx,
  context: ImportContext,
  target: RecordTable,
  rows: readonly { readonly id: number; readonly before: Row | null }[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = [...Object.keys(target.columns), 'version', 'import_id']
  const sets = columns.map((c) => sql`${name(c)} = ${name(`b.${c}`)}`)
  await sql`
    update ${sql.table(target.table)} t set ${sql.join(sets)}
    from ${recordset(rows, { id: 'bigint', before: 'jsonb' })},
      lateral jsonb_populate_record(null::${sql.table(target.table)}, s.before) b
    where t.authority_id = ${context.authorityId} and ${name(`t.${target.id}`)} = s.id`.execute(tx)
}
