/**
 * Rollups are always what a scan of the visits would give: under random imports, corrections, undoing, new tolerances and refreshes, in any
 * order. Every reading is compared with a count in plain code, for random periods and slices, before and after a refresh; and at the end
 * every cell of the rollup is compared with the fact view.
 */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Period } from '../../../kernel/period.ts'
import { answer } from '../../../measures/reading.store.ts'
import type { Slice } from '../../../measures/reading.ts'
import { readState } from '../../../measures/reading-state.store.ts'
import { publishSource } from '../../../measures/registry.ts'
import { bringRollupsUpToDate, refreshRollups } from '../../../measures/rollup.store.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { aContractDimension, aVisit, saveContractDimension, saveVisits, type VisitRow } from './visit.fixtures.ts'
import { VISITS } from './visit.measures.ts'
import { scanVisits } from './visit-scan.fixtures.ts'

publishSource(VISITS)
const system = systemActor(1)
const FIRST_DAY = Temporal.PlainDate.from('2026-01-20')
const COUNTERS = Object.keys(VISITS.counters)
let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const CONTRACTS = [
  { contract_id: 1, provider_id: 1, service: 'home-care', model: 1 },
  { contract_id: 2, provider_id: 1, service: 'reablement', model: 2 },
  { contract_id: 3, provider_id: 2, service: 'home-care', model: 3 },
] as const

const contract = fc.constantFrom(...CONTRACTS)
const visit: fc.Arbitrary<Partial<VisitRow>> = fc
  .record({
    contract,
    start: fc.tuple(fc.nat(75), fc.nat(23), fc.constantFrom(0, 15, 30)),
    minutes: fc.constantFrom(15, 30, 45),
    lateSeconds: fc.option(fc.constantFrom(-600, 0, 600, 601, 900, 901, 3600)),
    lengthPercent: fc.option(fc.constantFrom(50, 79, 80, 100, 120)),
    person_id: fc.integer({ min: 1, max: 4 }),
    area_id: fc.integer({ min: 1, max: 2 }),
    status: fc.constantFrom('delivered', 'delivered', 'delivered', 'missed', 'cancelled'),
    workers: fc.tuple(fc.constantFrom('a', 'b', null), fc.constantFrom('b', 'c', null)),
    language: fc.constantFrom('cy', 'en', null),
    language_asked: fc.constantFrom('cy', 'en'),
  })
  .map(({ contract, start: [days, hour, minute], minutes, lateSeconds, lengthPercent, workers, ...rest }) => {
    const planned_start = FIRST_DAY.add({ days })
      .toZonedDateTime('Europe/London')
      .add({ hours: hour, minutes: minute })
      .toInstant()
    const actual_start = lateSeconds === null ? null : planned_start.add({ seconds: lateSeconds })
    return {
      ...rest,
      contract_id: contract.contract_id,
      provider_id: contract.provider_id,
      planned_start,
      planned_end: planned_start.add({ minutes }),
      actual_start,
      actual_end:
        actual_start && lengthPercent ? actual_start.add({ seconds: (minutes * 60 * lengthPercent) / 100 }) : null,
      worker_ref: workers[0],
      second_worker_ref: workers[1],
    }
  })

const period: fc.Arbitrary<Period> = fc.tuple(fc.nat(75), fc.nat(75)).map(([a, b]) => ({
  from: FIRST_DAY.add({ days: Math.min(a, b) }),
  to: FIRST_DAY.add({ days: Math.max(a, b) }),
}))
const slice: fc.Arbitrary<Slice> = fc.constantFrom<Slice>(
  {},
  { contractIds: [1] },
  { contractIds: [2, 3] },
  { contractIds: [] },
  { providerId: 1 },
  { areaId: 2 },
  { service: 'home-care' },
  { model: 2, areaId: 1 },
)

type Step = (tx: Tx) => Promise<unknown>
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.array(visit, { minLength: 1, maxLength: 12 }).map(
    (visits): Step =>
      (tx) =>
        saveVisits(tx, visits.map(aVisit)),
  ),
  fc.tuple(visit, fc.nat(6)).map(
    ([to, nth]): Step =>
      (tx) =>
        correct(tx, to, nth),
  ),
  fc.nat(6).map(
    (nth): Step =>
      (tx) =>
        sql`delete from work_allocation.visit where hashtext(visit_ref) % 7 = ${nth}`.execute(tx),
  ),
  fc.tuple(contract, fc.constantFrom(10, 15, 60), fc.constantFrom(70, 80)).map(
    ([{ contract_id }, late, short]): Step =>
      (tx) =>
        tx
          .updateTable('measures.contract_dimension')
          .set({ late_tolerance_minutes: late, short_tolerance_percent: short })
          .where('contract_id', '=', contract_id)
          .execute(),
  ),
  fc.constantFrom(1, 3, 1000).map(
    (atMost): Step =>
      (tx) =>
        refreshRollups(tx, 1, atMost),
  ),
)

/** Corrects some visits: another outcome, another area, another contract, another day. */
async function correct(tx: Tx, { planned_start, ...to }: Partial<VisitRow>, nth: number): Promise<void> {
  const service_day = planned_start?.toZonedDateTimeISO('Europe/London').toPlainDate()
  await tx
    .updateTable('work_allocation.visit')
    .set({ ...to, ...(planned_start ? { planned_start } : {}), ...(service_day ? { service_day } : {}) })
    .where(sql<boolean>`abs(hashtext(visit_ref)) % 7 = ${nth}`)
    .execute()
}

test(
  'whatever happens to visits, every reading and every cell is what a scan gives',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), period, slice, async (steps, over, part) => {
        await database.transaction(system, startAgain)
        for (const take of steps) {
          await database.transaction(system, take)
          await database.transaction(system, (tx) => expectReadingsToBeScans(tx, part, over))
        }
        await database.transaction(system, (tx) => refreshRollups(tx, 1))
        await database.transaction(system, async (tx) => {
          await expectReadingsToBeScans(tx, part, over)
          await expectCellsToBeScans(tx)
        })
      }),
      { numRuns: 40 },
    )
  },
)

async function startAgain(tx: Tx): Promise<void> {
  await tx.deleteFrom('work_allocation.visit').execute()
  await tx.deleteFrom('measures.contract_dimension').execute()
  for (const contract of CONTRACTS) await saveContractDimension(tx, aContractDimension(contract))
}

async function expectReadingsToBeScans(tx: Tx, slice: Slice, period: Period): Promise<void> {
  const visits = await tx.selectFrom('work_allocation.visit').selectAll().execute()
  const contracts = await tx.selectFrom('measures.contract_dimension').selectAll().execute()
  const sums = await answer(tx, await readState(tx), { source: VISITS, counters: COUNTERS, slice, period })
  const scan = scanVisits(visits, contracts, slice, period)
  expect(sums.get('')).toEqual(Object.fromEntries(COUNTERS.map((name) => [name, scan[name] ?? 0])))
}

/** Day by day and month by month, the rollup has just the cells that there are visits for, and nothing stands marked. */
async function expectCellsToBeScans(tx: Tx): Promise<void> {
  const marks = await tx.selectFrom('measures.changed_cell').select('mark_id').execute()
  expect(marks).toEqual([])
  const visits = await tx.selectFrom('work_allocation.visit').selectAll().execute()
  const contracts = await tx.selectFrom('measures.contract_dimension').selectAll().execute()
  const cells = await tx.selectFrom('work_allocation.visit_rollup').selectAll().execute()
  const cellsOfVisits = new Set(
    visits.flatMap((v) => {
      const place = `${v.contract_id}/${v.provider_id}/${v.area_id}`
      return [`${place}/day/${v.service_day}`, `${place}/month/${v.service_day.with({ day: 1 })}`]
    }),
  )
  expect(new Set(cells.map((c) => `${c.contract_id}/${c.provider_id}/${c.area_id}/${c.grain}/${c.starts_on}`))).toEqual(
    cellsOfVisits,
  )
  for (const { authority_id: _, contract_id, provider_id, area_id, grain, starts_on, ...counters } of cells) {
    const to = grain === 'day' ? starts_on : starts_on.with({ day: starts_on.daysInMonth })
    const part = { contractIds: [contract_id], providerId: provider_id, areaId: area_id }
    expect(scanVisits(visits, contracts, part, { from: starts_on, to })).toMatchObject(counters)
  }
}

test('changes and refreshes at the same time lose nothing, and wait for nothing but one another’s commit', async () => {
  await database.transaction(system, startAgain)
  const change = (n: number) =>
    database.transaction(system, async (tx) => {
      await saveVisits(tx, [
        aVisit({ contract_id: 1 + (n % 2), person_id: n }),
        aVisit({ contract_id: 3, provider_id: 2, status: n % 3 === 0 ? 'missed' : 'delivered' }),
      ])
      if (n % 4 === 0) await correct(tx, { status: 'cancelled' }, n % 7)
    })
  const refresh = () => database.transaction(system, (tx) => refreshRollups(tx, 1, 2))
  await Promise.all(Array.from({ length: 24 }, (_, n) => (n % 3 === 2 ? refresh() : change(n))))
  const everything = { from: FIRST_DAY, to: FIRST_DAY.add({ days: 100 }) }
  await database.transaction(system, (tx) => expectReadingsToBeScans(tx, {}, everything))
  await bringRollupsUpToDate(database, 1)
  await database.transaction(system, expectCellsToBeScans)
})
