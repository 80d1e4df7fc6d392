import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accepted, refused } from '../../kernel/result.ts'
import { anActor } from '../audit/audit.fixtures.ts'
import { countEvents } from '../audit/reading.store.ts'
import { fixedClock } from '../clock/clock.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { testRuntime } from '../http/site.fixtures.ts'
import type { Actor } from '../permissions/actor.ts'
import { defineAction, perform } from './action.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

let times = 0

const addSample = defineAction({
  name: 'actions.add-sample',
  title: { en: 'Added a sample', cy: 'Ychwanegwyd sampl' },
  permission: 'imports:visits',
  input: z.object({ name: z.string(), isRefused: z.boolean().default(false) }),
  run: async ({ audit, clock }, { name, isRefused }) => {
    times += 1
    audit({ recordType: 'actions.sample', recordId: times, after: { name } })
    if (isRefused) return refused({ kind: 'conflict', code: 'no', message: { en: 'No.', cy: 'Na.' } })
    return accepted({
      times,
      name,
      on: clock.today(),
      at: clock.now(),
      nothing: undefined,
      list: [{ deep: clock.today() }],
    })
  },
})

function send(idempotencyKey: string, input: unknown, actor: Actor = anActor(), at = '2026-03-03') {
  const runtime = testRuntime(database, { clock: fixedClock(at) })
  return perform(runtime, actor, addSample, input, { via: 'api', at: '/api/v1/samples', idempotencyKey })
}

test('the same request with the same key is done once, audited once, and answered the same, dates and all', async () => {
  const first = await send('a', { name: 'Un' })
  const again = await send('a', { name: 'Un' })
  expect(again).toEqual(first)
  expect(again).toMatchObject({ value: { on: Temporal.PlainDate.from('2026-03-03'), name: 'Un' } })
  const entries = await database.transaction(anActor(), (tx) => countEvents(tx, 1, { recordType: 'actions.sample' }))
  expect(entries).toBe(1)
})

test('requests sent at the same time with one key are done once', async () => {
  const before = times
  const answers = await Promise.all(Array.from({ length: 5 }, () => send('together', { name: 'Pump' })))
  expect(times).toBe(before + 1)
  for (const answer of answers) expect(answer).toEqual(answers[0])
})

test('the same key with something else is refused, and nothing is done', async () => {
  await send('b', { name: 'Dau' })
  const before = times
  expect(await send('b', { name: 'Tri' })).toMatchObject({
    refusal: { kind: 'key-reused', code: 'idempotency-key-reused' },
  })
  expect(times).toBe(before)
})

test('a refused request leaves its key free, so that it can be mended and sent again', async () => {
  expect(await send('c', { name: 'Un', isRefused: true })).toMatchObject({ refusal: { code: 'no' } })
  expect(await send('c', { name: 'Un' })).toMatchObject({ ok: true })
})

test('a key belongs to who used it: others, also of other reach or authority, are answered their own', async () => {
  await send('d', { name: 'Un' })
  const provider = anActor({ kind: 'provider', providerId: 3 }, { id: 8 })
  const elsewhere = anActor({ kind: 'authority' }, { authorityId: 2 })
  for (const actor of [provider, elsewhere]) {
    const before = times
    expect(await send('d', { name: 'Arall' }, actor)).toMatchObject({ value: { times: before + 1, name: 'Arall' } })
    expect(await send('d', { name: 'Arall' }, actor)).toMatchObject({ value: { times: before + 1 } })
  }
  const seen = await database.transaction(provider, (tx) =>
    tx.selectFrom('platform.idempotent_answer').select('key_hash').execute(),
  )
  expect(seen).toEqual([])
})

test('a key is remembered for three days and forgotten after', async () => {
  await send('e', { name: 'Un' }, anActor(), '2026-03-03T12:00:00Z')
  const before = times
  await send('e', { name: 'Un' }, anActor(), '2026-03-06T11:59:59Z')
  expect(times).toBe(before)
  await send('e', { name: 'Un' }, anActor(), '2026-03-06T12:00:00Z')
  expect(times).toBe(before + 1)
})
