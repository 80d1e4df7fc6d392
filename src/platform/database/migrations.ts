/** Finds the numbered SQL of every room and applies what is not yet applied, in order, each in a transaction of its own. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** In the order they may lean on one another; within a number, a room comes after those it leans on. */
const ROOMS = [
  'platform',
  'measures',
  'systems/commissioning',
  'systems/procurement',
  'systems/contract-management',
  'systems/care-planning',
  'systems/work-allocation',
  'systems/finance',
  'systems/review',
] as const

export type Migration = { readonly id: string; readonly text: string; readonly digest: string }

const SOURCE = new URL('../../', import.meta.url)

/** All migrations in the order they apply: by number, then by room. Ids are `<room>/<file>`. */
export async function listMigrations(): Promise<readonly Migration[]> {
  const found: { room: number; file: string; id: string; url: URL }[] = []
  for (const [index, room] of ROOMS.entries()) {
    const folder = new URL(`${room}/migrations/`, SOURCE)
    const files = await readdir(folder).catch(() => [])
    for (const file of files.filter((f) => /^\d{4}-.+\.sql$/.test(f)))
      found.push({ room: index, file, id: `${room}/${file}`, url: new URL(file, folder) })
  }
  found.sort(
    (a, b) => a.file.slice(0, 4).localeCompare(b.file.slice(0, 4)) || a.room - b.room || a.file.localeCompare(b.file),
  )
  return Promise.all(
    found.map(async ({ id, url }) => {
      const text = await readFile(url, 'utf8')
      return { id, text, digest: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

/**
 * Applies pending migrations through `run`, which must execute several statements in one transaction. Throws when an applied migration
 * was edited since. Answers how many it applied.
 */
export async function migrate(db: Tx, run: (statements: string) => Promise<void>): Promise<number> {
  await run(`create table if not exists public.canlyn_migration (
    id text primary key, digest text not null, applied_at timestamptz not null default now())`)
  const applied = new Map(
    (await sql<{ id: string; digest: string }>`select id, digest from public.canlyn_migration`.execute(db)).rows.map(
      (r) => [r.id, r.digest],
    ),
  )
  let count = 0
  for (const migration of await listMigrations()) {
    const digest = applied.get(migration.id)
    if (digest === migration.digest) continue
    if (digest) throw new Error(`migration ${migration.id} was changed after it was applied`)
    await run(
      `begin;\n${migration.text}\n;insert into public.canlyn_migration (id, digest) values ('${migration.id}', '${migration.digest}');\ncommit;`,
    )
    count += 1
  }
  return count
}
