/** Finds the numbered SQL of every room and applies what is not yet applied, in order, each in a transaction of its own. */

import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { ClientBase } from 'pg'

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

/** The schema each room has to itself, of the same name. */
export const SCHEMAS: readonly string[] = ROOMS.map((room) => room.replace('systems/', '').replaceAll('-', '_'))

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

/** Where it is kept which migrations were applied. */
export const TABLE_OF_MIGRATIONS = `create table if not exists public.canlyn_migration (
  id text primary key, digest text not null, applied_at timestamptz not null default clock_timestamp())`

/** A migration and the note that it was applied, to run in one transaction. */
export function statementsOf({ id, text, digest }: Migration): string {
  return `${text}\n;insert into public.canlyn_migration (id, digest) values ('${id}', '${digest}')`
}

/** Any two processes that start at once take turns: the number is ours alone within a database. */
const TURN = 'select pg_advisory_lock(4106317)'

/** Applies pending migrations, each in a transaction of its own. Throws when an applied one was edited since. Answers how many it applied. */
export async function migrate(client: ClientBase): Promise<number> {
  await client.query(TURN)
  try {
    await client.query(TABLE_OF_MIGRATIONS)
    const applied = new Map(
      (await client.query<{ id: string; digest: string }>('select id, digest from public.canlyn_migration')).rows.map(
        (row) => [row.id, row.digest],
      ),
    )
    let count = 0
    for (const migration of await listMigrations()) {
      const digest = applied.get(migration.id)
      if (digest === migration.digest) continue
      if (digest) throw new Error(`migration ${migration.id} was changed after it was applied`)
      await apply(client, migration)
      count += 1
    }
    return count
  } finally {
    await client.query('select pg_advisory_unlock_all()')
  }
}

async function apply(client: ClientBase, migration: Migration): Promise<void> {
  try {
    await client.query(`begin;\n${statementsOf(migration)};\ncommit;`)
  } catch (error) {
    await client.query('rollback')
    throw new Error(`migration ${migration.id} failed: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    })
  }
}
