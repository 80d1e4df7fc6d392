import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { anActor, anAuditEntry, TEST_ACTION } from './audit.fixtures.ts'
import { writeAudit } from './audit.store.ts'
import { type AuditFilter, countEvents, findEvent, historyOf, listEvents } from './reading.store.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  // 29 March 2026: the clocks go forward, so the day in Wales starts at 00:00 UTC and ends at 23:00 UTC.
  const times = ['2026-03-28T23:59:59Z', '2026-03-29T00:00:00Z', '2026-03-29T22:59:59Z', '2026-03-29T23:00:00Z']
  await database.transaction(anActor(), async (tx) => {
    for (const [index, at] of times.entries())
      await writeAudit(tx, {
        ...anAuditEntry({ at: Temporal.Instant.from(at), actor: anActor(undefined, { name: `Siân ${index}_%` }) }),
        changes: [{ recordType: 'audit.sample', recordId: index % 2, before: { n: index }, after: { n: index + 1 } }],
      })
  })
})
afterAll(() => database.close())

const sequences = (filter: AuditFilter, page: { limit: number; before?: number } = { limit: 10 }) =>
  database.transaction(anActor(), async (tx) => {
    const events = await listEvents(tx, 1, filter, page)
    if (!page.before && page.limit === 10) expect(await countEvents(tx, 1, filter)).toBe(events.length)
    return events.map((event) => event.sequence)
  })

test('the newest entry comes first, a page at a time', async () => {
  expect(await sequences({})).toEqual([4, 3, 2, 1])
  expect(await sequences({}, { limit: 2 })).toEqual([4, 3])
  expect(await sequences({}, { limit: 2, before: 3 })).toEqual([2, 1])
})

test('days are days in Wales, both included, also when the clocks change', async () => {
  const day = Temporal.PlainDate.from('2026-03-29')
  expect(await sequences({ from: day, to: day })).toEqual([3, 2])
  expect(await sequences({ from: day })).toEqual([4, 3, 2])
  expect(await sequences({ to: day.subtract({ days: 1 }) })).toEqual([1])
})

test('entries are found by who, what and record', async () => {
  expect(await sequences({ who: 'SIÂN 2' })).toEqual([3])
  expect(await sequences({ who: '_%' })).toEqual([4, 3, 2, 1])
  expect(await sequences({ who: '%_' })).toEqual([])
  expect(await sequences({ action: TEST_ACTION, recordType: 'audit.sample', recordId: '1' })).toEqual([4, 2])
  expect(await sequences({ action: 'audit.other' })).toEqual([])
})

test('the history of a record names who did what, in both languages, with before and after', async () => {
  const [newest, oldest] = await database.transaction(anActor(), (tx) => historyOf(tx, 1, 'audit.sample', 0))
  expect(newest).toMatchObject({ sequence: 3, before: { n: 2 }, after: { n: 3 }, actor: { kind: 'user', id: 7 } })
  expect(oldest?.actionTitle).toEqual({ en: 'Changed a sample', cy: 'Newidiwyd sampl' })
})

test('providers, people and other authorities see no history', async () => {
  for (const actor of [
    anActor({ kind: 'provider', providerId: 1 }),
    anActor({ kind: 'own', personIds: [1] }),
    anActor({ kind: 'authority' }, { authorityId: 2 }),
  ]) {
    expect(await database.transaction(actor, (tx) => historyOf(tx, 1, 'audit.sample', 0))).toEqual([])
    expect(await database.transaction(actor, (tx) => findEvent(tx, 1, 1))).toBeUndefined()
  }
  expect(await database.transaction(anActor(), (tx) => findEvent(tx, 1, 1))).toMatchObject({ sequence: 1 })
})
