/** A fresh, migrated database for one test file: embedded, or on PostgreSQL where TEST_DATABASE_URL is given. */
import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { listMigrations } from './migrations.ts'
import { openPglite } from './pglite.ts'
import { openPostgres } from './postgres.ts'

/** The authority every test starts with. */
export const TEST_AUTHORITY_ID = 1

/** Kept between runs: migrating takes seconds, loading what was migrated before takes half of one. */
const CACHE = new URL('../../../build/', import.meta.url)

/** Test databases that nobody dropped (a killed test run) are dropped after an hour. */
const LEFT_BEHIND_SECONDS = 3600

/** Opens a database of the test's own, with two authorities in it. Close it when the tests are done. */
export async function openTestDatabase(): Promise<Database> {
  const server = process.env.TEST_DATABASE_URL
  return server ? openCopyOnServer(server) : openPglite({ contents: await migratedContents() })
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

/** A copy of a migrated template on the server; dropped when it is closed. */
async function openCopyOnServer(server: string): Promise<Database> {
  const template = `canlyn_template_${await digestOfSchema()}`
  const name = `canlyn_test_${Math.trunc(Date.now() / 1000)}_${randomUUID().slice(0, 8)}`
  await onServer(server, async (client) => {
    // A template can be made once and be copied by one at a time; other test files wait here for their turn.
    await client.query('select pg_advisory_lock(4106318)')
    await makeTemplate(client, server, template)
    await client.query(`create database ${name} template ${template}`)
  })
  const database = await openPostgres(addressOf(server, name), { connections: 4, migrate: false })
  const close = async () => {
    await database.close()
    await onServer(server, (client) => client.query(`drop database if exists ${name} with (force)`))
  }
  return { ...database, close }
}

async function makeTemplate(client: pg.Client, server: string, template: string): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database where datname like 'canlyn\\_%'`,
  )
  if (rows.some(({ name }) => name === template)) return
  const old = Date.now() / 1000 - LEFT_BEHIND_SECONDS
  for (const { name } of rows)
    if (Number(/^canlyn_test_(\d+)_/.exec(name)?.[1]) < old) await client.query(`drop database ${name} with (force)`)
  const unfinished = `${template}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished} template template0 encoding 'UTF8'`)
  const database = await openPostgres(addressOf(server, unfinished), { connections: 1 })
  await addAuthorities(database)
  await database.close()
  await client.query(`alter database ${unfinished} rename to ${template}`)
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
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
