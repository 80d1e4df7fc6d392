/** Puts a backup back: schema as it was, rows, sequences, a check that it is all there, then the migrations made since. All or nothing. */
import type { Readable } from 'node:stream'
import { sql } from 'kysely'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import type { Database, Tx } from '../database/database.ts'
import { listMigrations, type Migration, SCHEMAS, statementsOf, TABLE_OF_MIGRATIONS } from '../database/migrations.ts'
import { type BackupPart, BackupRefused, type End, type Head, readBackup, type TableContents } from './backup-format.ts'
import { contentsOf, isInUse } from './contents.ts'

export type RestoreSummary = {
  readonly madeAt: string
  readonly contents: readonly TableContents[]
  /** Migrations younger than the backup that were applied after it. */
  readonly migrated: readonly string[]
}

const LIMIT_SECONDS = 3600

/**
 * Restores a backup in one transaction: when anything is wrong, the database stays as it was. Refuses when the
 * database already has an authority in it (unless `replace`), when the file is damaged, and when it is of a newer Canlyn.
 */
export async function restore(
  database: Database,
  input: Readable,
  options: { readonly replace?: boolean } = {},
): Promise<Result<RestoreSummary>> {
  try {
    const summary = await database.asOwner(
      async (tx) => {
        if (!options.replace && (await isInUse(tx))) throw NOT_EMPTY
        return restoreWithin(database, tx, input)
      },
      { limitSeconds: LIMIT_SECONDS },
    )
    await database.tidy(summary.contents.map(({ table }) => table))
    return accepted(summary)
  } catch (error) {
    if (error instanceof BackupRefused) return refused(error.refusal)
    throw error
  }
}

async function restoreWithin(database: Database, tx: Tx, input: Readable): Promise<RestoreSummary> {
  const parts = readBackup(input)
  const head = await firstOf(parts)
  const { ofBackup, since } = await sorted(head)
  await rebuild(tx, ofBackup)
  const putBack = await setAside(tx)
  const end = await load(database, tx, parts)
  await putBack()
  for (const { sequence, value } of end.sequences) await sql`select setval(${sequence}::regclass, ${value})`.execute(tx)
  const contents = await contentsOf(tx)
  if (JSON.stringify(contents) !== JSON.stringify(end.contents)) throw DIFFERENT
  for (const migration of since) await sql.raw(statementsOf(migration)).execute(tx)
  return { madeAt: head.madeAt, contents, migrated: since.map(({ id }) => id) }
}

async function firstOf(parts: AsyncGenerator<BackupPart>): Promise<Head> {
  const { value } = await parts.next()
  if (value?.kind !== 'head') throw new Error('a backup starts with its head')
  return value.head
}

/** The backup's migrations, in their order, and those made since. A migration this program does not have means that the backup is newer. */
async function sorted(head: Head): Promise<{ ofBackup: readonly Migration[]; since: readonly Migration[] }> {
  const ours = await listMigrations()
  const ofBackup = head.migrations.map(({ id, digest }) => {
    const migration = ours.find((candidate) => candidate.id === id)
    if (migration?.digest !== digest) throw NEWER
    return migration
  })
  return { ofBackup, since: ours.filter((migration) => !ofBackup.includes(migration)) }
}

async function rebuild(tx: Tx, migrations: readonly Migration[]): Promise<void> {
  for (const schema of SCHEMAS) await sql.raw(`drop schema if exists ${schema} cascade`).execute(tx)
  await sql.raw(`drop table if exists public.canlyn_migration; ${TABLE_OF_MIGRATIONS}`).execute(tx)
  for (const migration of migrations) await sql.raw(statementsOf(migration)).execute(tx)
}

/**
 * Rows come table by table, so references between tables cannot hold until the last; and rows that triggers once wrote are in the backup
 * already. Both are set aside, and coming back, references are checked for every row.
 */
async function setAside(tx: Tx): Promise<() => Promise<void>> {
  const { rows: references } = await sql<{ table: string; name: string; definition: string }>`
    select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
    from pg_constraint where contype = 'f' and connamespace::regnamespace::text = any(${[...SCHEMAS]}::text[])`.execute(
    tx,
  )
  const { rows: triggered } = await sql<{ table: string }>`
    select distinct tgrelid::regclass::text as table from pg_trigger t join pg_class c on c.oid = t.tgrelid
    where not tgisinternal and c.relnamespace::regnamespace::text = any(${[...SCHEMAS]}::text[])`.execute(tx)
  for (const { table, name } of references) await sql.raw(`alter table ${table} drop constraint ${name}`).execute(tx)
  for (const { table } of triggered) await sql.raw(`alter table ${table} disable trigger user`).execute(tx)
  return async () => {
    for (const { table } of triggered) await sql.raw(`alter table ${table} enable trigger user`).execute(tx)
    for (const { table, name, definition } of references)
      await sql.raw(`alter table ${table} add constraint ${name} ${definition}`).execute(tx)
  }
}

async function load(database: Database, tx: Tx, parts: AsyncGenerator<BackupPart>): Promise<End> {
  let table: Extract<BackupPart, { kind: 'table' }> | undefined
  for await (const part of parts) {
    if (part.kind === 'end') return part.end
    if (part.kind === 'table') {
      table = part
      // A migration may have put rows in; the backup has them too.
      await sql.raw(`delete from ${part.name}`).execute(tx)
    } else if (part.kind === 'rows' && table) await database.copyIn(tx, table.name, table.columns, [part.rows])
  }
  throw new Error('a backup ends with its end')
}

const NOT_EMPTY = new BackupRefused({
  kind: 'conflict',
  code: 'database-not-empty',
  message: {
    en: 'This database already holds the records of an authority. Restoring would replace all of them: say so with --replace, after making a backup.',
    cy: 'Mae’r gronfa ddata hon eisoes yn dal cofnodion awdurdod. Byddai adfer yn disodli pob un ohonynt: dywedwch hynny â --replace, ar ôl gwneud copi wrth gefn.',
  },
})

const NEWER = new BackupRefused({
  kind: 'invalid',
  code: 'backup-newer',
  message: {
    en: 'This backup was made by a newer or different version of Canlyn. Restore it with that version.',
    cy: 'Gwnaed y copi wrth gefn hwn gan fersiwn mwy newydd neu wahanol o Canlyn. Adferwch ef â’r fersiwn honno.',
  },
  field: 'file',
})

const DIFFERENT = new BackupRefused({
  kind: 'invalid',
  code: 'restore-differs',
  message: {
    en: 'What was restored is not what the backup says it holds, so nothing was changed. Use another copy, and tell us.',
    cy: 'Nid yw’r hyn a adferwyd yr un fath â’r hyn y mae’r copi wrth gefn yn dweud ei fod yn ei ddal, felly ni newidiwyd dim byd. Defnyddiwch gopi arall, a rhowch wybod i ni.',
  },
  field: 'file',
})
