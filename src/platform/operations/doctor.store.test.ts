/** The doctor finds in a real database what was made wrong in it, and readiness follows. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { factsOf } from './doctor.store.ts'
import { readiness } from './readiness.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

/** Makes something wrong, looks, and makes it right again. */
async function lookingAt(wrong: string, right: string) {
  await database.asOwner((tx) => sql.raw(wrong).execute(tx))
  const seen = { facts: await factsOf(database), readiness: await readiness(database) }
  await database.asOwner((tx) => sql.raw(right).execute(tx))
  return seen
}

test('a database fresh from its migrations has nothing wrong', async () => {
  expect(await factsOf(database)).toMatchObject({
    encoding: 'UTF8',
    knowsWelshCapitals: true,
    powerfulRoles: [],
    tablesWithoutRowSecurity: [],
    tablesWithoutPolicy: [],
    auditChangers: [],
    pendingMigrations: [],
    changedMigrations: [],
    unknownMigrations: [],
  })
  expect(await readiness(database)).toEqual({ isReady: true })
})

test('finds a table that row-level security does not guard, and one that nobody may see', async () => {
  const { facts } = await lookingAt(
    'create table platform.bare (authority_id int); create table platform.closed (authority_id int); alter table platform.closed enable row level security',
    'drop table platform.bare, platform.closed',
  )
  expect(facts.tablesWithoutRowSecurity).toEqual([expect.stringMatching(/\.bare$/)])
  expect(facts.tablesWithoutPolicy).toEqual([expect.stringMatching(/\.closed$/)])
})

test('finds a role that may change the audit log', async () => {
  const { facts } = await lookingAt(
    'grant delete on platform.audit_entry to canlyn_own',
    'revoke delete on platform.audit_entry from canlyn_own',
  )
  expect(facts.auditChangers).toEqual(['canlyn_own'])
})

test('finds migrations that are pending, changed or of a newer version; only a pending one keeps the program from serving', async () => {
  const table = 'public.canlyn_migration'
  const changed = await lookingAt(
    `update ${table} set digest = 'x' || digest where id like '%0001-foundation%'`,
    `update ${table} set digest = substr(digest, 2) where digest like 'x%'`,
  )
  expect(changed.facts.changedMigrations).toEqual(['platform/0001-foundation.sql'])
  const newer = await lookingAt(
    `insert into ${table} values ('platform/9999-x.sql', '')`,
    `delete from ${table} where id like '%9999%'`,
  )
  expect(newer.facts.unknownMigrations).toEqual(['platform/9999-x.sql'])
  expect(newer.readiness).toEqual({ isReady: true })
  const pending = await lookingAt(
    `update ${table} set id = '-' || id where id like 'platform/0001%'`,
    `update ${table} set id = substr(id, 2) where id like '-%'`,
  )
  expect(pending.facts.pendingMigrations).toEqual(['platform/0001-foundation.sql'])
  expect(pending.readiness).toEqual({ isReady: false, reason: 'migrations-pending' })
})

test('is not ready while the database is too busy to answer within a second', async () => {
  const { promise, resolve } = Promise.withResolvers<void>()
  const busy = Array.from({ length: 4 }, () => database.asOwner(() => promise))
  expect(await readiness(database)).toEqual({ isReady: false, reason: 'database-slow' })
  resolve()
  await Promise.all(busy)
  expect(await readiness(database)).toEqual({ isReady: true })
})
