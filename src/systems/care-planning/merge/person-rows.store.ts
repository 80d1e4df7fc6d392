/** The rows that hang on a person, whatever table they are in: which there are, moving them to another record, and single rows as JSON. */
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** What tells a row of a table apart besides authority and person, as the database writes it: `{"plan_id": 7}`. */
export type RowKey = string

/** Rows by table. The print of a row is a hash of all that it says but whose it is. */
export type RowKeys = Readonly<Record<string, readonly RowKey[]>>
export type RowPrints = Readonly<Record<string, Readonly<Record<RowKey, string>>>>

export type Row = Readonly<Record<string, unknown>>

/** One row that a merge changed: none before, it was added; none after, it was taken out of its table and is kept here. */
export type RowChange = { readonly table: string; readonly before: Row | null; readonly after: Row | null }

type PersonTable = { readonly name: string; readonly key: readonly string[] }

const listPersonTables = async (tx: Tx): Promise<readonly PersonTable[]> =>
  (await sql<PersonTable>`select name, key from care_planning.person_tables()`.execute(tx)).rows

const tableOf = (name: string) => sql.table(`care_planning.${name}`)

function keyOf(table: PersonTable): RawBuilder<string> {
  const parts = table.key.map((column) => sql`${sql.lit(column)}, ${sql.ref(`t.${column}`)}`)
  return sql<string>`jsonb_build_object(${sql.join(parts)})::text`
}

/** Every row of one person with its print, table by table; tables without any are left out. */
export async function readPrints(tx: Tx, authorityId: number, personId: number): Promise<RowPrints> {
  const prints: Record<string, Record<RowKey, string>> = {}
  for (const table of await listPersonTables(tx)) {
    const { rows } = await sql<{ key: RowKey; print: string }>`
      select ${keyOf(table)} as key, md5((to_jsonb(t) - 'person_id')::text) as print from ${tableOf(table.name)} t
      where t.authority_id = ${authorityId} and t.person_id = ${personId}`.execute(tx)
    if (rows.length > 0) prints[table.name] = Object.fromEntries(rows.map(({ key, print }) => [key, print]))
  }
  return prints
}

/** Makes rows of one person another's: all of them, or those named. What a row says stays as it is. */
export async function moveRows(
  tx: Tx,
  authorityId: number,
  whose: { readonly from: number; readonly to: number },
  only?: RowKeys,
): Promise<void> {
  for (const table of await listPersonTables(tx)) {
    const keys = only?.[table.name]
    if (only && !keys) continue
    await sql`
      update ${tableOf(table.name)} t set person_id = ${whose.to}
      where t.authority_id = ${authorityId} and t.person_id = ${whose.from}
        ${keys ? sql`and ${keyOf(table)} = any(${keys}::text[])` : sql``}`.execute(tx)
  }
}

type Where = Readonly<Record<string, string | number>>

const matching = (authorityId: number, where: Where) =>
  sql.join(
    [
      sql`t.authority_id = ${authorityId}`,
      ...Object.entries(where).map(([column, value]) => sql`${sql.ref(`t.${column}`)} = ${value}`),
    ],
    sql` and `,
  )

/** Rows as the database writes them in JSON. `and` narrows further; it sees the row as `t`. */
export async function readRows(
  tx: Tx,
  authorityId: number,
  table: string,
  where: Where,
  and: RawBuilder<unknown> = sql`true`,
): Promise<readonly Row[]> {
  const { rows } = await sql<{ row: Row }>`
    select to_jsonb(t) as row from ${tableOf(table)} t
    where ${matching(authorityId, where)} and ${and}`.execute(tx)
  return rows.map(({ row }) => row)
}

/** Changes rows and answers how each was and became; `set` is the list of assignments. A version, where there is one, goes up. */
export async function changeRows(
  tx: Tx,
  authorityId: number,
  table: string,
  changed: { readonly where: Where; readonly and?: RawBuilder<unknown>; readonly set: RawBuilder<unknown> },
): Promise<readonly RowChange[]> {
  const rows = await readRows(tx, authorityId, table, changed.where, changed.and)
  const changes: RowChange[] = []
  for (const before of rows) {
    const version = 'version' in before ? sql`, version = t.version + 1` : sql``
    const { rows: after } = await sql<{ row: Row }>`
      update ${tableOf(table)} t set ${changed.set}${version}
      where to_jsonb(t) = ${JSON.stringify(before)}::text::jsonb and ${matching(authorityId, changed.where)}
      returning to_jsonb(t) as row`.execute(tx)
    changes.push({ table, before, after: after[0]?.row ?? null })
  }
  return changes
}

/** Takes rows out of their table; the change keeps them. */
export async function takeOut(
  tx: Tx,
  authorityId: number,
  table: string,
  where: Where,
  and: RawBuilder<unknown> = sql`true`,
): Promise<readonly RowChange[]> {
  const { rows } = await sql<{ row: Row }>`
    delete from ${tableOf(table)} t where ${matching(authorityId, where)} and ${and}
    returning to_jsonb(t) as row`.execute(tx)
  return rows.map(({ row }) => ({ table, before: row, after: null }))
}

/** Puts a row back that was taken out. */
export async function putBack(tx: Tx, table: string, row: Row): Promise<void> {
  await sql`
    insert into ${tableOf(table)} select * from jsonb_populate_record(null::${tableOf(table)}, ${JSON.stringify(row)}::text::jsonb)`.execute(
    tx,
  )
}

/** The columns that tell a row apart, of every table that a merge may change rows of. */
const KEYS: Readonly<Record<string, readonly string[]>> = {
  person: ['person_id'],
  person_contact: ['person_id'],
  plan: ['plan_id'],
  plan_version: ['plan_version_id'],
  plan_share: ['plan_version_id', 'provider_id'],
  plan_review: ['plan_review_id'],
  allocation: ['allocation_id'],
  assessment: ['assessment_id'],
  letter_code: ['letter_code_id'],
  reablement_episode: ['reablement_episode_id'],
  restriction: ['restriction_id'],
  two_people: ['two_people_id'],
}

function whereOf(table: string, row: Row): Where {
  const key = KEYS[table]
  if (!key) throw new Error(`nobody said what tells rows of ${table} apart`)
  return Object.fromEntries(key.map((column) => [column, row[column] as number]))
}

/** The row of a change as it is now, whoever's it is; undefined where it is gone. */
export async function readAgain(
  tx: Tx,
  authorityId: number,
  { table, before, after }: RowChange,
): Promise<Row | undefined> {
  return (await readRows(tx, authorityId, table, whereOf(table, (after ?? before)!)))[0]
}

/** Makes a changed row say again what it said before, as another version, so that nobody saves over what they have not seen. */
export async function changeBack(tx: Tx, authorityId: number, change: RowChange): Promise<void> {
  const { table, before, after } = change
  if (before === null) {
    if (after) await takeOut(tx, authorityId, table, whereOf(table, after))
    return
  }
  if (after === null) {
    await putBack(tx, table, before)
    return
  }
  const changed = Object.keys(before).filter((column) => column !== 'version' && !isSame(before[column], after[column]))
  const sets = changed.map((column) => sql`${sql.ref(column)} = ${sql.ref(`b.${column}`)}`)
  if ('version' in before) sets.push(sql`version = t.version + 1`)
  await sql`
    update ${tableOf(table)} t set ${sql.join(sets)}
    from jsonb_populate_record(null::${tableOf(table)}, ${JSON.stringify(before)}::text::jsonb) b
    where ${matching(authorityId, whereOf(table, before))}`.execute(tx)
}

/** Whether a row says the same, its version and whose it is apart. */
export function saysTheSame(a: Row, b: Row): boolean {
  return Object.keys(a).every((column) => APART.has(column) || isSame(a[column], b[column]))
}

/** What other parts of the program keep beside a row, and whose it is. */
const APART = new Set(['version', 'person_id', 'import_id', 'worker_id'])
const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
