/** Writes everything the database holds to one file, from one moment, while others go on working. */
import type { Writable } from 'node:stream'
import { sql } from 'kysely'
import type { Database, Tx } from '../database/database.ts'
import { BackupWriter, type TableContents } from './backup-format.ts'
import { contentsOf, listTables, sequencesOf, type Table } from './contents.ts'

export type BackupSummary = { readonly madeAt: string; readonly contents: readonly TableContents[] }

/** Rows of so many pages (of 8 KB) are read at a time, so that memory stays the same however large a table is. */
const PAGES_AT_A_TIME = 512

const LIMIT_SECONDS = 3600

/** Streams a backup to `out` and ends it. The same file can be restored into either kind of database. Throws when `out` fails. */
export function backUp(database: Database, out: Writable, madeAt: Temporal.Instant): Promise<BackupSummary> {
  return database.asOwner(
    async (tx) => {
      await sql`set transaction isolation level repeatable read, read only`.execute(tx)
      const writer = new BackupWriter(out)
      await writer.head({
        kind: 'canlyn-backup',
        edition: 1,
        madeAt: madeAt.toString(),
        migrations: await appliedMigrations(tx),
      })
      for (const table of await listTables(tx)) {
        await writer.table(table.name, table.columns)
        for await (const rows of rowsOf(database, tx, table)) await writer.rows(rows)
      }
      const contents = [...(await contentsOf(tx))]
      await writer.end({ kind: 'end', contents, sequences: [...(await sequencesOf(tx))] })
      return { madeAt: madeAt.toString(), contents }
    },
    { limitSeconds: LIMIT_SECONDS },
  )
}

async function* rowsOf(database: Database, tx: Tx, { name, columns }: Table): AsyncGenerator<Uint8Array> {
  const { rows } = await sql<{ pages: number }>`
    select pg_relation_size(${name}::regclass) / current_setting('block_size')::int as pages`.execute(tx)
  const pages = rows[0]?.pages ?? 0
  for (let from = 0; from < pages; from += PAGES_AT_A_TIME) {
    const where = `ctid >= '(${from},0)' and ctid < '(${from + PAGES_AT_A_TIME},0)'`
    const parts: Uint8Array[] = []
    for await (const part of database.copyOut(tx, `select ${columns.join(', ')} from ${name} where ${where}`))
      parts.push(part)
    if (parts.length > 0) yield Buffer.concat(parts)
  }
}

/** In the order they were applied. */
async function appliedMigrations(tx: Tx): Promise<{ id: string; digest: string }[]> {
  const { rows } = await sql<{ id: string; digest: string }>`
    select id, digest from public.canlyn_migration order by applied_at, id`.execute(tx)
  return rows
}
