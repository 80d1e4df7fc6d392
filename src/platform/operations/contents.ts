/** What a database of ours holds: its tables, how many rows each has, a fingerprint of them, and how far its sequences have counted. */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { SCHEMAS } from '../database/migrations.ts'
import type { SequenceValue, TableContents } from './backup-format.ts'

export type Table = { readonly name: string; readonly columns: readonly string[] }

/** All tables of our schemas with the columns that hold something of their own (none that is computed from others). */
export async function listTables(tx: Tx): Promise<readonly Table[]> {
  const { rows } = await sql<Table>`
    select n.nspname || '.' || quote_ident(c.relname) as name,
           array_agg(quote_ident(a.attname) order by a.attnum)::text[] as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind = 'r' and n.nspname = any(${[...SCHEMAS]}::text[])
    group by 1 order by 1`.execute(tx)
  return rows
}

/** Counts and fingerprints every table; the fingerprint does not depend on the order of rows, nor on which database holds them. */
export async function contentsOf(tx: Tx): Promise<readonly TableContents[]> {
  const contents: TableContents[] = []
  for (const { name, columns } of await listTables(tx)) {
    const row = sql.raw(`row(${columns.join(', ')})::text`)
    const { rows } = await sql<{ rows: number; fingerprint: string }>`
      select count(*) as rows, coalesce(sum(hashtextextended(${row}, 0)::numeric), 0)::text as fingerprint
      from ${sql.raw(name)}`.execute(tx)
    contents.push({ table: name, rows: rows[0]?.rows ?? 0, fingerprint: rows[0]?.fingerprint ?? '0' })
  }
  return contents
}

/** The last number each sequence gave; those that have given none are left out. */
export async function sequencesOf(tx: Tx): Promise<readonly SequenceValue[]> {
  const { rows } = await sql<SequenceValue>`
    select quote_ident(schemaname) || '.' || quote_ident(sequencename) as sequence, last_value as value
    from pg_sequences where schemaname = any(${[...SCHEMAS]}::text[]) and last_value is not null
    order by 1`.execute(tx)
  return rows
}

/** Whether the database has an authority in it: then it is somebody's, and not to be written over unasked. */
export async function isInUse(tx: Tx): Promise<boolean> {
  const { rows } = await sql<{ there: boolean }>`select to_regclass('platform.authority') is not null as there`.execute(
    tx,
  )
  if (!rows[0]?.there) return false
  const first = await tx.selectFrom('platform.authority').select('authority_id').limit(1).executeTakeFirst()
  return first !== undefined
}
