import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import type { Scope } from '../permissions/actor.ts'
import { anActor, anAuditEntry } from './audit.fixtures.ts'
import { writeAudit } from './audit.store.ts'
import { verifyAudit } from './verify-audit.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const EVERYONE: readonly Scope[] = [
  { kind: 'authority' },
  { kind: 'provider', providerId: 3 },
  { kind: 'own', personIds: [5] },
  { kind: 'system' },
]

/** What PostgreSQL says when the statement is refused; empty where it was allowed. */
function refusalOf(scope: Scope, statement: string): Promise<string> {
  return database
    .transaction(anActor(scope), (tx) => sql.raw(statement).execute(tx))
    .then(
      () => '',
      (error: Error) => error.message,
    )
}

const verdict = () => database.asOwner((tx) => verifyAudit(tx, 1))
const asOwner = (statement: string) => database.asOwner((tx) => sql.raw(statement).execute(tx))

/** Does something to the log as the owner of the tables, asks for the verdict, and undoes it all. */
async function verdictAfter(...statements: readonly string[]) {
  let seen: Awaited<ReturnType<typeof verdict>> | undefined
  await database
    .asOwner(async (tx) => {
      for (const statement of statements) await sql.raw(statement).execute(tx)
      seen = await verifyAudit(tx, 1)
      throw new Error('undo')
    })
    .catch(() => undefined)
  return seen
}

test('an empty log is whole', async () => {
  expect(await verdict()).toEqual({ entries: 0, head: { sequence: 0, hash: '0'.repeat(64) }, isWhole: true })
})

test.each(EVERYONE)('a change made by someone who reaches %o is written, one entry for each record', async (scope) => {
  const before = (await verdict()).entries
  const changes = [
    {
      recordType: 'audit.sample',
      recordId: 'a',
      after: { amounts: [1.5, 0.1, 1e21], name: 'Llŷr “Tŷ”', nothing: null },
    },
    { recordType: 'audit.sample', recordId: 'b', before: ['list'], reason: 'ended' },
  ]
  await database.transaction(anActor(scope), (tx) => writeAudit(tx, anAuditEntry({ actor: anActor(scope), changes })))
  expect(await verdict()).toMatchObject({ entries: before + 2, isWhole: true })
})

test.each(EVERYONE)('nobody changes or removes an entry, or moves the head: %o', async (scope) => {
  expect(await refusalOf(scope, `update platform.audit_entry set reason = 'x'`)).toMatch(/permission denied/)
  expect(await refusalOf(scope, `delete from platform.audit_entry`)).toMatch(/permission denied/)
  expect(await refusalOf(scope, `truncate platform.audit_entry`)).toMatch(/permission denied/)
  expect(await refusalOf(scope, `update platform.audit_head set sequence = 0`)).toMatch(/permission denied/)
  expect(await refusalOf(scope, `delete from platform.audit_head`)).toMatch(/permission denied/)
  expect(await refusalOf(scope, `insert into platform.audit_head values (1, 0, '${'0'.repeat(64)}')`)).toMatch(/denied/)
  expect(await refusalOf(scope, `select platform.move_audit_head(1)`)).toMatch(/no entry/)
  expect(await refusalOf(scope, `select platform.move_audit_head(1000)`)).toMatch(/no entry/)
})

test.each([
  [{ kind: 'authority' }, true],
  [{ kind: 'system' }, true],
  [{ kind: 'provider', providerId: 3 }, false],
  [{ kind: 'own', personIds: [5] }, false],
] as const)('who reaches %o reads the log of the authority: %s', async (scope, reads) => {
  const count = await database.transaction(anActor(scope), (tx) =>
    tx.selectFrom('platform.audit_entry').select('sequence').execute(),
  )
  expect(count.length > 0).toBe(reads)
})

test('another authority has a chain of its own and sees nothing of ours', async () => {
  const other = anActor({ kind: 'authority' }, { authorityId: 2 })
  await database.transaction(other, (tx) => writeAudit(tx, anAuditEntry({ actor: other })))
  const seen = await database.transaction(other, (tx) =>
    tx.selectFrom('platform.audit_entry').select(['authority_id', 'sequence']).execute(),
  )
  expect(seen).toEqual([{ authority_id: 2, sequence: 1 }])
  expect(await refusalOf({ kind: 'authority' }, FORGED_FOR_OTHER)).toMatch(/row-level security/)
})

const FORGED_FOR_OTHER = `insert into platform.audit_entry values (2, 2, now(), 'user', 7, 'x', 'x', 'x', 'x', null, null, null,
  'page', '/', null, '${'0'.repeat(64)}', '${'0'.repeat(64)}')`

test('a change that is rolled back leaves no entry', async () => {
  const before = await verdict()
  await database
    .transaction(anActor(), async (tx) => {
      await writeAudit(tx, anAuditEntry())
      throw new Error('undo')
    })
    .catch(() => undefined)
  expect(await verdict()).toEqual(before)
})

test('writers at the same time take turns and the chain stays whole', async () => {
  const before = (await verdict()).entries
  await Promise.all(
    Array.from({ length: 20 }, () => database.transaction(anActor(), (tx) => writeAudit(tx, anAuditEntry()))),
  )
  expect(await verdict()).toMatchObject({ entries: before + 20, isWhole: true })
})

test('an action without a title is a fault of ours', async () => {
  const untitled = anAuditEntry({ action: 'audit.untitled' })
  await expect(database.transaction(anActor(), (tx) => writeAudit(tx, untitled))).rejects.toThrow(/no title/)
})

test.each([
  [`update platform.audit_entry set before = '{"name": "x"}' where sequence = 4`, 4, 'entry-changed'],
  [`update platform.audit_entry set after = null where sequence = 3`, 3, 'entry-changed'],
  [`update platform.audit_entry set after = after || '{"more": 1}' where sequence = 1`, 1, 'entry-changed'],
  [`update platform.audit_entry set actor_name = 'Rhywun arall' where sequence = 6`, 6, 'entry-changed'],
  [`update platform.audit_entry set at = at + interval '1 microsecond' where sequence = 2`, 2, 'entry-changed'],
  [`update platform.audit_entry set hash = repeat('a', 64) where sequence = 5`, 5, 'entry-changed'],
  [`update platform.audit_entry set previous_hash = repeat('a', 64) where sequence = 5`, 5, 'link-broken'],
  [`update platform.audit_entry set sequence = 1000 where sequence = 5`, 5, 'entries-missing'],
  [`delete from platform.audit_entry where sequence = 5`, 5, 'entries-missing'],
  [`delete from platform.audit_entry where sequence <= 3`, 1, 'entries-missing'],
  [`delete from platform.audit_entry where sequence > 20`, 21, 'end-missing'],
  [`delete from platform.audit_entry where authority_id = 1`, 1, 'end-missing'],
  [`update platform.audit_head set hash = repeat('a', 64) where authority_id = 1`, 28, 'head-changed'],
  [`update platform.audit_head set sequence = 20 where authority_id = 1`, 21, 'entries-after-head'],
  [`delete from platform.audit_head where authority_id = 1`, 1, 'entries-after-head'],
])('tampering is noticed: %s', async (statement, firstBroken, fault) => {
  expect((await verdict()).entries).toBe(28)
  expect(await verdictAfter(statement)).toMatchObject({ isWhole: false, firstBroken, fault })
  expect(await verdict()).toMatchObject({ isWhole: true })
})

test('two entries that change places are noticed', async () => {
  const swapped = await verdictAfter(
    `update platform.audit_entry set sequence = 900 where authority_id = 1 and sequence = 7`,
    `update platform.audit_entry set sequence = 7 where authority_id = 1 and sequence = 8`,
    `update platform.audit_entry set sequence = 8 where authority_id = 1 and sequence = 900`,
  )
  expect(swapped).toMatchObject({ isWhole: false, firstBroken: 7, fault: 'link-broken' })
})

test('an end cut off together with its head is only noticed by a link noted elsewhere', async () => {
  const noted = (await verdict()).head
  await asOwner(`delete from platform.audit_entry where authority_id = 1 and sequence > 20`)
  await asOwner(`update platform.audit_head h set sequence = 20, hash = e.hash from platform.audit_entry e
    where h.authority_id = 1 and e.authority_id = 1 and e.sequence = 20`)
  expect(await verdict()).toMatchObject({ isWhole: true, entries: 20 })
  expect(await database.asOwner((tx) => verifyAudit(tx, 1, noted))).toMatchObject({
    isWhole: false,
    fault: 'end-missing',
  })

  await database.transaction(anActor(), async (tx) => {
    for (let i = 0; i < 10; i += 1) await writeAudit(tx, anAuditEntry({ actor: anActor(undefined, { name: 'X' }) }))
  })
  expect(await verdict()).toMatchObject({ isWhole: true, entries: 30 })
  const rewritten = await database.asOwner((tx) => verifyAudit(tx, 1, noted))
  expect(rewritten).toMatchObject({ isWhole: false, firstBroken: 28, fault: 'rewritten' })
})
