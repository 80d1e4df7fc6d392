import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { perform } from '../../../platform/actions/action.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { listRejects } from '../../../platform/import/browse.actions.ts'
import { importRuntime, removeFolder, sendFile } from '../../../platform/import/import.fixtures.ts'
import type { ImportKind } from '../../../platform/import/import-kind.ts'
import { publishImportKinds } from '../../../platform/import/kinds.ts'
import { undoImport } from '../../../platform/import/undo-import.actions.ts'
import { type Actor, systemActor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { visitsImport } from './visit.import.ts'
import { layGround, type VisitRow, visitFile } from './visit-import.fixtures.ts'

const actor = systemActor(1)
const origin = { via: 'command', at: 'test' } as const
let database: Database
let runtime: Runtime

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = await importRuntime(database)
  await layGround(runtime, actor)
})
beforeEach(async () => {
  publishImportKinds([visitsImport])
  await database.asOwner(async (tx) => {
    await sql`delete from work_allocation.visit`.execute(tx)
    await sql`delete from work_allocation.visit_before`.execute(tx)
    await sql`delete from platform.import where kind = 'visits'`.execute(tx)
  })
})
afterAll(async () => {
  await database.close()
  await removeFolder(runtime)
})

const send = (rows: readonly VisitRow[], who: Actor = actor) => sendFile(runtime, who, 'visits', visitFile(rows))

async function visits(): Promise<readonly Record<string, unknown>[]> {
  const { rows } = await database.asOwner((tx) =>
    sql<
      Record<string, unknown>
    >`select *, import_id::int as import_id from work_allocation.visit order by provider_id, visit_ref`.execute(tx),
  )
  return rows
}

const withoutImport = (rows: readonly Record<string, unknown>[]) =>
  rows.map(({ import_id: _, ...row }) => JSON.stringify(row))

test('a visit comes in with its place, its times in Wales and what the package asked for', async () => {
  const sent = await send([{}])
  expect(sent.tally).toMatchObject({ read: 1, inserted: 1, rejected: 0, flagged: 0 })
  const [visit] = await visits()
  expect(visit).toMatchObject({ visit_ref: 'V1', status: 'delivered', language_asked: 'cy', flags: null })
  expect(String(visit?.planned_start)).toBe('2026-03-02T08:00:00Z')
  expect(String(visit?.service_day)).toBe('2026-03-02')
})

test('the same file twice changes nothing', async () => {
  await send([{}, {}, { status: 'missed', actual_start: '', actual_end: '' }])
  const before = await visits()
  const again = await send([{}, {}, { status: 'missed', actual_start: '', actual_end: '' }])
  expect(again.tally).toMatchObject({ read: 3, inserted: 0, corrected: 0, known: 3, rejected: 0 })
  expect(await visits()).toEqual(before)
})

test('a dry run says what a real one would do, and leaves nothing behind', async () => {
  await send([{}])
  const rows = [{}, { actual_end: '2026-03-02T08:40', visit_ref: 'V1b' }, { person_ref: 'H2' }]
  const dry = await sendFile(runtime, actor, 'visits', visitFile(rows), { dryRun: true })
  expect((await visits()).length).toBe(1)
  const real = await send(rows)
  expect(dry.state).toBe('checked')
  expect(dry.tally).toEqual(real.tally)
  expect(dry.rejects).toEqual(real.rejects)
})

test('a row that says something else of a known visit corrects it; undoing brings back exactly what was', async () => {
  await send([{}, {}])
  const before = await visits()
  const second = await send([{ actual_end: '2026-03-02T08:20' }, {}, {}])
  expect(second.tally).toMatchObject({ inserted: 1, corrected: 1, known: 1 })
  const undone = await perform(runtime, actor, undoImport, { importId: second.importId }, origin)
  expect(undone).toMatchObject({ ok: true, value: { deleted: 1, restored: 1 } })
  expect(await visits()).toEqual(before)
})

test('an import whose visits a later one corrected is undone only after that one', async () => {
  const first = await send([{}])
  const second = await send([{ actual_end: '2026-03-02T08:20' }])
  const early = await perform(runtime, actor, undoImport, { importId: first.importId }, origin)
  expect(early).toMatchObject({ ok: false, refusal: { code: 'changed-since' } })
  await perform(runtime, actor, undoImport, { importId: second.importId }, origin)
  expect((await perform(runtime, actor, undoImport, { importId: first.importId }, origin)).ok).toBe(true)
  expect(await visits()).toEqual([])
})

test('visits keep their packages: the packages’ import is not undone under them', async () => {
  await send([{}])
  const { rows } = await database.asOwner((tx) =>
    sql<{ id: number }>`select import_id as id from platform.import where kind = 'packages'`.execute(tx),
  )
  const undone = await perform(runtime, actor, undoImport, { importId: Number(rows[0]?.id) }, origin)
  expect(undone).toMatchObject({ ok: false, refusal: { code: 'records-rest-on-it' } })
  if (!undone.ok) expect(undone.refusal.message.en).toContain('visits (1)')
})

test('what does not belong together is rejected at its column', async () => {
  const sent = await send([
    { contract_ref: 'C9' },
    { package_ref: 'K9' },
    { person_ref: 'H9' },
    { person_ref: 'H2' },
    { provider_ref: 'P2' },
    { package_ref: 'K3' },
  ])
  expect(sent.rejects).toEqual([
    '2 contract_ref unknown-contract',
    '3 package_ref unknown-package',
    '4 person_ref unknown-person',
    '5 person_ref person-not-of-package',
    '6 provider_ref provider-not-of-contract',
    '7 package_ref package-of-other-contract',
  ])
})

test('times are held to sense on both sides of every limit', async () => {
  const sent = await send([
    { planned_end: '2026-03-02T08:00' },
    { planned_end: '2026-03-03T08:00' },
    { planned_end: '2026-03-03T08:01' },
    { actual_end: '2026-03-02T08:03' },
    { actual_end: '2026-03-02T08:04' },
    {
      planned_start: '2026-11-22T12:30',
      planned_end: '2026-11-22T13:00',
      actual_start: '2026-11-22T12:30',
      actual_end: '2026-11-22T13:00',
    },
    {
      planned_start: '2026-11-22T12:30',
      planned_end: '2026-11-22T13:00',
      actual_start: '2026-11-22T12:30',
      actual_end: '2026-11-22T13:01',
    },
    { status: 'missed' },
    { status: 'missed', actual_start: '', actual_end: '' },
    {
      status: 'cancelled',
      actual_start: '',
      actual_end: '',
      planned_start: '2027-01-01T08:00',
      planned_end: '2027-01-01T08:30',
    },
  ])
  expect(sent.rejects).toEqual([
    '2 planned_end ends-before-start',
    '4 planned_end longer-than-a-day',
    '5 actual_end ends-before-start',
    '8 actual_end in-the-future',
    '9 actual_start times-without-visit',
  ])
})

test('what is odd and possible is taken and flagged', async () => {
  const sent = await send([
    { actual_start: '', actual_end: '' },
    {
      planned_start: '2026-03-02T23:45',
      planned_end: '2026-03-03T00:15',
      actual_start: '2026-03-02T23:50',
      actual_end: '2026-03-03T00:10',
    },
    { status: 'cancelled', actual_start: '', actual_end: '' },
    {
      planned_start: '2025-05-31T08:00',
      planned_end: '2025-05-31T08:30',
      actual_start: '2025-05-31T08:00',
      actual_end: '2025-05-31T08:30',
    },
    { log_method: 'manual' },
    { second_worker_ref: 'W2' },
  ])
  expect(sent.rejects).toEqual([])
  expect((await visits()).map((v) => v.flags)).toEqual([
    'no-actual-start no-actual-end',
    'crosses-midnight',
    'no-cancelled-reason',
    'outside-package',
    'no-manual-reason',
    null,
  ])
  expect(sent.tally.flagged).toBe(5)
})

test('a double-handed visit needs two different workers', async () => {
  expect((await send([{ second_worker_ref: 'W1' }])).rejects).toEqual(['2 second_worker_ref same-worker-twice'])
})

test('on the night the clocks go forward a time that never was is rejected', async () => {
  const sent = await send([
    {
      planned_start: '2026-03-29T01:30',
      planned_end: '2026-03-29T02:30',
      actual_start: '2026-03-29T02:00',
      actual_end: '2026-03-29T02:20',
    },
  ])
  expect(sent.rejects).toEqual(['2 planned_start impossible-time'])
})

test('on the night they go back the first of the two hours is taken, and an end before its start is the second', async () => {
  await send([
    {
      planned_start: '2026-10-25T01:45',
      planned_end: '2026-10-25T01:15',
      actual_start: '2026-10-25T01:45',
      actual_end: '2026-10-25T01:20',
    },
  ])
  const [visit] = await visits()
  expect([visit?.planned_start, visit?.planned_end].map(String)).toEqual([
    '2026-10-25T00:45:00Z',
    '2026-10-25T01:15:00Z',
  ])
  expect(visit?.flags).toBe('ambiguous-time')
})

test('the same reference twice in a file: the same content is known, other content is rejected with the line of the first', async () => {
  const sent = await send([{}, { visit_ref: 'V1' }, { visit_ref: 'V1', language: 'en' }])
  expect(sent.tally).toMatchObject({ inserted: 1, known: 1, rejected: 1 })
  expect(sent.rejects).toEqual(['4  twice-in-file'])
  const rejects = await listRejects(runtime, actor, sent.importId)
  expect(rejects.ok && rejects.value[0]?.message.en).toContain('Line 2 ')
})

test('a file does not correct a visit twice: of two rows for one known visit the first counts, in one batch or in two', async () => {
  await send([{}])
  for (const batchSize of [1, 1000]) {
    publishImportKinds([inBatchesOf(batchSize)])
    const sent = await send([{}, { visit_ref: 'V1', language: 'en' }])
    expect(sent.tally).toMatchObject({ known: 1, corrected: 0, rejected: 1 })
  }
})

test('columns nobody knows are kept with the visit and named', async () => {
  const sent = await sendFile(runtime, actor, 'visits', visitFile([{}], ['Team Name', 'round']))
  expect(sent.unknownColumns).toEqual(['team_name', 'round'])
  expect((await visits())[0]?.extra).toEqual({ team_name: 'x', round: 'x' })
})

test('a provider brings in its own visits and nobody else’s', async () => {
  const { rows } = await database.asOwner((tx) =>
    sql<{ id: number }>`select provider_id as id from commissioning.provider where ref = 'P1'`.execute(tx),
  )
  const provider: Actor = {
    kind: 'user',
    id: 5,
    name: 'Rheolwr',
    authorityId: 1,
    scope: { kind: 'provider', providerId: Number(rows[0]?.id) },
    roles: ['provider-manager'],
    language: 'cy',
  }
  const sent = await send([{}, { provider_ref: 'P2', contract_ref: 'C2', package_ref: 'K3' }], provider)
  expect(sent.tally).toMatchObject({ inserted: 1, rejected: 1 })
  expect(sent.rejects).toEqual(['3 contract_ref not-your-contract'])
  await expect(sendFile(runtime, provider, 'people', 'person_ref\n')).rejects.toThrow('not-allowed')
})

test('a file cut in half loses its last row and no other; sent whole it adds only what was missing', async () => {
  const whole = visitFile([{}, {}, {}, {}])
  const half = await sendFile(runtime, actor, 'visits', whole.slice(0, whole.length - 60))
  expect(half.tally).toMatchObject({ read: 4, inserted: 3, rejected: 1 })
  const rest = await sendFile(runtime, actor, 'visits', whole)
  expect(rest.tally).toMatchObject({ inserted: 1, known: 3, rejected: 0 })
})

/** The same kind with batches of another size. */
const inBatchesOf = (batchSize: number): ImportKind => ({ ...visitsImport, batchSize })

test('however a file is cut into batches, the result is the same', async () => {
  const row = fc.record({
    visit_ref: fc.constantFrom('V1', 'V2', 'V3', 'V4', 'V5'),
    language: fc.constantFrom('cy', 'en'),
    person_ref: fc.constantFrom('H1', 'H1', 'H1', 'H9'),
  })
  const files = fc.tuple(fc.array(row, { maxLength: 8 }), fc.array(row, { minLength: 1, maxLength: 12 }))
  await fc.assert(
    fc.asyncProperty(files, fc.integer({ min: 1, max: 5 }), async ([known, rows], size) => {
      const results: string[] = []
      for (const batchSize of [1000, size]) {
        await database.asOwner(async (tx) => {
          await sql`delete from work_allocation.visit`.execute(tx)
          await sql`delete from work_allocation.visit_before`.execute(tx)
        })
        publishImportKinds([inBatchesOf(batchSize)])
        await send(known)
        const sent = await send(rows)
        results.push(JSON.stringify([sent.tally, sent.rejects, withoutImport(await visits())]))
      }
      expect(results[1]).toBe(results[0])
    }),
    { seed: 20170621, numRuns: 12 },
  )
})
