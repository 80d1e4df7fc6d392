/** A fresh, migrated database for one test file: embedded, or on PostgreSQL where TEST_DATABASE_URL is given. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { listMigrations } from './migrations.ts'
import { openPglite } from './pglite.ts'

/** The authority every test starts with. */
export const TEST_AUTHORITY_ID = 1

/** Kept between runs: migrating takes seconds, loading what was migrated before takes half of one. */
const CACHE = new URL('../../../build/', import.meta.url)

/** Opens a database of the test's own, with two authorities in it. Close it when the tests are done. */
export async function openTestDatabase(): Promise<Database> {
  return openPglite(undefined, await migratedContents())
}

/** Files are named by what was migrated and appear whole or not at all, so test files may run side by side. */
async function migratedContents(): Promise<Blob> {
  const file = new URL(`test-database-${await digestOfSchema()}.tar`, CACHE)
  const kept = await readFile(file).catch(() => undefined)
  if (kept) return new Blob([kept])
  const database = await openPglite()
  await addAuthorities(database)
  const contents = await database.dump()
  await database.close()
  await mkdir(CACHE, { recursive: true })
  for (const old of await readdir(CACHE))
    if (/^test-database-.*\.tar$/.test(old)) await rm(new URL(old, CACHE), { force: true })
  const unfinished = new URL(`${file.href}.${randomUUID()}`)
  await writeFile(unfinished, contents.stream())
  await rename(unfinished, file)
  return contents
}

/** Changes with the migrations, with PGlite, and with this file's own rows. */
async function digestOfSchema(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(new URL(import.meta.url)))
  hash.update(await readFile(new URL('../../../package-lock.json', import.meta.url)))
  for (const migration of await listMigrations()) hash.update(`${migration.id} ${migration.digest}\n`)
  return hash.digest('hex').slice(0, 16)
}

async function addAuthorities(database: Database): Promise<void> {
  await database.asOwner(async (tx) => {
    await sql`insert into platform.authority (authority_id, ref, name_en, name_cy) values
      (1, 'bryniau', 'Bryniau County Council', 'Cyngor Sir y Bryniau'),
      (2, 'arall', 'Arall County Council', 'Cyngor Sir Arall')`.execute(tx)
    await sql`alter table platform.authority alter column authority_id restart with 3`.execute(tx)
  })
}
