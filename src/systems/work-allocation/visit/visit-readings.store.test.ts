/** When and to whom a reading of visits is given: who sees what, while a whole import waits, and after two changes at once. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { period } from '../../../kernel/period.ts'
import { explainMeasure, readBy, readMeasure, readMonthly } from '../../../measures/reading.ts'
import { publishMeasures, publishSource } from '../../../measures/registry.ts'
import { bringRollupsUpToDate, markEverything, refreshRollups } from '../../../measures/rollup.store.ts'
import { startRollupKeeper } from '../../../measures/rollup-keeper.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { type Scope, systemActor } from '../../../platform/permissions/actor.ts'
import { aContractDimension, aVisit, saveContractDimension, saveVisits } from './visit.fixtures.ts'
import { VISIT_MEASURES, VISITS } from './visit.measures.ts'

publishSource(VISITS)
publishMeasures(VISIT_MEASURES)

const MARCH = period('2026-03-01', '2026-03-31')
const system = systemActor(1)
let database: Database
const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(system, work)
const as = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => database.transaction({ authorityId: 1, scope }, work)
const delivered = async (tx: Tx) => (await readMeasure(tx, 'visits-delivered', {}, MARCH)).numerator

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() =>
  asSystem(async (tx) => {
    await tx.deleteFrom('work_allocation.visit').execute()
    await tx.deleteFrom('measures.contract_dimension').execute()
    await refreshRollups(tx, 1)
    await saveContractDimension(tx, aContractDimension({ contract_id: 1, provider_id: 1 }))
    await saveContractDimension(tx, aContractDimension({ contract_id: 2, provider_id: 2, service: 'reablement' }))
    await saveVisits(tx, [aVisit(), aVisit(), aVisit({ contract_id: 2, provider_id: 2, person_id: 2, area_id: 2 })])
  }),
)

describe.each([
  ['while it waits to be counted', async () => 0],
  ['once it is counted', async () => bringRollupsUpToDate(database, 1)],
])('%s', (_, prepare) => {
  test.each<[string, Scope, number]>([
    ['staff count the whole authority', { kind: 'authority' }, 3],
    ['a provider counts its own visits', { kind: 'provider', providerId: 2 }, 1],
    ['a person counts nothing', { kind: 'own', personIds: [1] }, 0],
  ])('%s', async (_, scope, expected) => {
    await prepare()
    expect(await as(scope, delivered)).toBe(expected)
  })

  test('the rows behind a provider’s number are as many as the number', async () => {
    await prepare()
    const explained = await as({ kind: 'provider', providerId: 1 }, (tx) =>
      explainMeasure(tx, 'visits-delivered', {}, MARCH, 'numerator', { size: 10 }),
    )
    expect([explained.rows.length, explained.total]).toEqual([2, 2])
  })

  test('another authority sees nothing', async () => {
    await prepare()
    expect(await database.transaction(systemActor(2), delivered)).toBe(0)
  })

  test('side by side, each contract, provider, area and service has its own', async () => {
    await prepare()
    const keys = async (dimension: 'contract' | 'provider' | 'area' | 'service' | 'model') => {
      const found = await asSystem((tx) => readBy(tx, dimension, ['visits-delivered', 'people-served'], {}, MARCH))
      return Object.fromEntries(
        [...found].map(([key, readings]) => [key, [...readings.values()].map((reading) => reading.numerator)]),
      )
    }
    expect(await keys('contract')).toEqual({ 1: [2, 1], 2: [1, 1] })
    expect(await keys('provider')).toEqual({ 1: [2, 1], 2: [1, 1] })
    expect(await keys('area')).toEqual({ 1: [2, 1], 2: [1, 1] })
    expect(await keys('service')).toEqual({ 'home-care': [2, 1], reablement: [1, 1] })
    expect(await keys('model')).toEqual({ 1: [3, 2] })
  })
})

test('while far too many cells wait, a reading is of the last full refresh and says so', async () => {
  await bringRollupsUpToDate(database, 1)
  const before = Temporal.Now.instant()
  await asSystem(async (tx) => {
    const days = Array.from({ length: 201 }, (_, month) => Temporal.PlainDate.from('2000-01-01').add({ months: month }))
    await saveVisits(tx, [aVisit(), ...days.map((service_day) => aVisit({ service_day }))])
  })
  const waiting = await asSystem((tx) => readMeasure(tx, 'visits-delivered', {}, MARCH))
  expect(waiting.numerator).toBe(3)
  expect(Temporal.Instant.compare(waiting.asOf, before)).toBeLessThan(0)
  await bringRollupsUpToDate(database, 1)
  const counted = await asSystem((tx) => readMeasure(tx, 'visits-delivered', {}, MARCH))
  expect(counted.numerator).toBe(4)
  expect(Temporal.Instant.compare(counted.asOf, before)).toBeGreaterThan(0)
})

test('what a rolled-back transaction read is not remembered', async () => {
  const undone = asSystem(async (tx) => {
    await saveVisits(tx, [aVisit()])
    expect(await delivered(tx)).toBe(4)
    throw new Error('rolled back')
  })
  await expect(undone).rejects.toThrow('rolled back')
  expect(await asSystem(delivered)).toBe(3)
  await asSystem((tx) => saveVisits(tx, [aVisit(), aVisit()]))
  expect(await asSystem(delivered)).toBe(5)
})

test('a new tolerance is seen by the next reading, counted or not', async () => {
  const late = () => asSystem(async (tx) => (await readMeasure(tx, 'visits-late', {}, MARCH)).numerator)
  const tolerate = (minutes: number) =>
    asSystem((tx) => tx.updateTable('measures.contract_dimension').set({ late_tolerance_minutes: minutes }).execute())
  const actual_start = Temporal.Instant.from('2026-03-02T08:20:00Z')
  await asSystem((tx) => saveVisits(tx, [aVisit({ actual_start })]))
  expect(await late()).toBe(1)
  await tolerate(20)
  expect(await late()).toBe(0)
  await bringRollupsUpToDate(database, 1)
  expect(await late()).toBe(0)
  await tolerate(19)
  expect(await late()).toBe(1)
})

test('a refresh of a few cells at a time comes to the end of them', async () => {
  expect(await bringRollupsUpToDate(database, 1, { cellsAtOnce: 1 })).toBe(2)
  expect(await asSystem((tx) => refreshRollups(tx, 1))).toBe(0)
})

test('only who sees the whole authority may refresh its rollups', async () => {
  await expect(as({ kind: 'provider', providerId: 1 }, (tx) => refreshRollups(tx, 1))).rejects.toThrow(
    /whole authority/,
  )
})

test('everything of a source can be marked, where its counters came to mean something else', async () => {
  await bringRollupsUpToDate(database, 1)
  await asSystem((tx) => markEverything(tx, 1, VISITS))
  expect(await bringRollupsUpToDate(database, 1)).toBe(2)
})

test('the keeper counts what it finds marked, and what is marked later', async () => {
  const counted = () => asSystem((tx) => tx.selectFrom('measures.changed_cell').select('mark_id').execute())
  const keeper = startRollupKeeper(database, { everyMs: 5 })
  await expect.poll(counted).toEqual([])
  await asSystem((tx) => saveVisits(tx, [aVisit()]))
  await expect.poll(counted).toEqual([])
  await keeper.close()
  const monthly = await asSystem((tx) => readMonthly(tx, ['visits-delivered'], {}, MARCH))
  expect(monthly.get('visits-delivered')?.map((reading) => reading.numerator)).toEqual([4])
})

test.each([
  1, 2, 7, 40,
])('walking the rows behind a number by pages of %s meets each row once, newest first', async (size) => {
  const days = Array.from({ length: 30 }, (_, n) =>
    Temporal.Instant.from(`2026-03-${String(1 + (n % 12)).padStart(2, '0')}T08:00:00Z`),
  )
  await asSystem((tx) =>
    saveVisits(
      tx,
      days.map((planned_start) => aVisit({ planned_start })),
    ),
  )
  await bringRollupsUpToDate(database, 1)
  await asSystem((tx) => saveVisits(tx, [aVisit({ contract_id: 2, provider_id: 2, visit_ref: 'waiting' })]))
  const met: string[] = []
  for (let after: string | undefined, isFirst = true; isFirst || after; isFirst = false) {
    const page = { size, ...(after ? { after } : {}) }
    const { rows, next } = await asSystem((tx) => explainMeasure(tx, 'visits-delivered', {}, MARCH, 'numerator', page))
    met.push(...rows.map((row) => `${row.day} ${row.fact_key}`))
    after = next
  }
  expect(met).toEqual([...new Set(met)].sort().reverse())
  expect(met).toHaveLength(34)
})

test('a place in the list that was tampered with starts again from the newest', async () => {
  for (const after of ['nonsense', Buffer.from('2026-19-39 x').toString('base64url')]) {
    const { rows } = await asSystem((tx) =>
      explainMeasure(tx, 'visits-delivered', {}, MARCH, 'numerator', { size: 10, after }),
    )
    expect(rows).toHaveLength(3)
  }
})
