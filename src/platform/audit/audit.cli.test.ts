import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCommand } from '../command/command.fixtures.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { auditCommands } from './audit.cli.ts'
import { anActor, anAuditEntry } from './audit.fixtures.ts'
import { writeAudit } from './audit.store.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(anActor(), async (tx) => {
    for (let i = 0; i < 3; i += 1) await writeAudit(tx, anAuditEntry())
  })
})
afterAll(() => database.close())

const verify = (words = '') => runCommand(database, [auditCommands], `audit verify --authority bryniau --json${words}`)

test('a whole log ends with 0 and prints the link to note', async () => {
  const { code, json } = await verify()
  expect(code).toBe(0)
  expect(json).toMatchObject({ isWhole: true, entries: 3, head: { sequence: 3 } })
  const text = await runCommand(database, [auditCommands], 'audit verify --authority bryniau')
  expect(text.out).toMatch(/each of its 3 entries follows/)
  expect(text.out).toMatch(/ 3:[0-9a-f]{64}\n$/)
})

test('a noted link is checked, and one that is no link is refused', async () => {
  const { head } = (await verify()).json as { head: { sequence: number; hash: string } }
  expect((await verify(` --noted ${head.sequence}:${head.hash}`)).code).toBe(0)
  expect((await verify(` --noted 2:${head.hash}`)).json).toMatchObject({ fault: 'rewritten', firstBroken: 2 })
  expect((await verify(' --noted 2')).code).toBe(2)
})

test('a broken log ends with 1 and says where, in the language asked for', async () => {
  await database.asOwner((tx) => sql`update platform.audit_entry set reason = 'x' where sequence = 2`.execute(tx))
  expect(await verify()).toMatchObject({ code: 1, json: { isWhole: false, firstBroken: 2, fault: 'entry-changed' } })
  const welsh = await runCommand(database, [auditCommands], 'audit verify --authority bryniau --language cy')
  expect(welsh.out).toMatch(/^Newidiwyd cofnod 2 ar ôl iddo gael ei ysgrifennu\./)
})
