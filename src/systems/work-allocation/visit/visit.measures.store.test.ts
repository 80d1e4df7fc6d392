/** What is counted of visits, on the embedded database: each definition on both sides of its threshold. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { period } from '../../../kernel/period.ts'
import { explainMeasure, readMeasure, readMonthly } from '../../../measures/reading.ts'
import { publishMeasures, publishSource } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { aContractDimension, aVisit, saveContractDimension, saveVisits, type VisitRow } from './visit.fixtures.ts'
import { VISIT_MEASURES, VISITS } from './visit.measures.ts'

publishSource(VISITS)
publishMeasures(VISIT_MEASURES)

const MARCH = period('2026-03-01', '2026-03-31')
const at = (text: string) => Temporal.Instant.from(text)
let database: Database
const system = systemActor(1)

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())
beforeEach(() =>
  database.transaction(system, async (tx) => {
    await tx.deleteFrom('work_allocation.visit').execute()
    await tx.deleteFrom('measures.contract_dimension').execute()
    await saveContractDimension(tx, aContractDimension())
    await refreshRollups(tx, 1)
  }),
)

/** The measure before a refresh and after it, which must be the same. */
async function measured(measure: string, visits: readonly VisitRow[], over = MARCH): Promise<string> {
  return database.transaction(system, async (tx) => {
    await saveVisits(tx, visits)
    const before = await readMeasure(tx, measure, {}, over)
    expect(await refreshRollups(tx, 1)).toBeGreaterThan(0)
    const after = await readMeasure(tx, measure, {}, over)
    expect([after.numerator, after.denominator]).toEqual([before.numerator, before.denominator])
    return `${after.numerator} of ${after.denominator}`
  })
}

describe('late', () => {
  test('a visit exactly at the contract’s tolerance is on time', async () => {
    const visit = aVisit({ actual_start: at('2026-03-02T08:15:00Z') })
    expect(await measured('visits-late', [visit])).toBe('0 of 1')
  })
  test('a visit one second beyond the tolerance is late', async () => {
    const visit = aVisit({ actual_start: at('2026-03-02T08:15:01Z') })
    expect(await measured('visits-late', [visit])).toBe('1 of 1')
    expect(await measured('visits-on-time', [aVisit()])).toBe('1 of 2')
  })
  test('a visit without a logged start is neither late nor on time', async () => {
    expect(await measured('visits-late', [aVisit({ actual_start: null })])).toBe('0 of 0')
  })
  test('on the night the clocks go forward an hour by the clock is no time at all', async () => {
    const visit = aVisit({ planned_start: at('2026-03-29T00:50:00Z'), actual_start: at('2026-03-29T01:05:00Z') })
    expect(await measured('visits-late', [visit])).toBe('0 of 1')
  })
})

describe('short', () => {
  test('a visit of exactly the share the contract asks for is not short', async () => {
    expect(await measured('visits-short', [aVisit({ actual_end: at('2026-03-02T08:24:00Z') })])).toBe('0 of 1')
  })
  test('a visit one second under that share is short', async () => {
    expect(await measured('visits-short', [aVisit({ actual_end: at('2026-03-02T08:23:59Z') })])).toBe('1 of 1')
  })
})

describe('what became of a visit', () => {
  const visits = () => [aVisit(), aVisit({ status: 'missed' }), aVisit({ status: 'cancelled' })]
  test('all that were planned are counted, cancelled or not', async () => {
    expect(await measured('visits-planned', visits())).toBe('3 of 1')
  })
  test('a cancelled visit was not due, so it cannot be missed', async () => {
    expect(await measured('visits-missed', visits())).toBe('1 of 2')
  })
  test('cancelled visits are set over all that were planned', async () => {
    expect(await measured('visits-cancelled', visits())).toBe('1 of 3')
  })
})

describe('hours', () => {
  test('a visit by two care workers counts its time once, and its care-worker time twice', async () => {
    const visit = aVisit({ second_worker_ref: 'worker-2' })
    expect(await measured('hours-delivered', [visit])).toBe('0.5 of 1')
    expect(await measured('care-worker-hours', [aVisit({ status: 'missed' })])).toBe('1 of 1')
  })
})

describe('people and workers', () => {
  test('a person seen in whole months and on edge days is one person', async () => {
    const visits = ['2026-01-31', '2026-02-10', '2026-03-15', '2026-04-02'].map((day) =>
      aVisit({ planned_start: at(`${day}T09:00:00Z`) }),
    )
    visits.push(aVisit({ person_id: 2, planned_start: at('2026-04-02T10:00:00Z') }))
    visits.push(aVisit({ person_id: 3, planned_start: at('2026-04-03T10:00:00Z') }))
    expect(await measured('people-served', visits, period('2026-01-31', '2026-04-02'))).toBe('2 of 1')
  })
  test('both care workers of a double-handed visit count towards continuity, each once', async () => {
    const visits = [
      aVisit({ worker_ref: 'a', second_worker_ref: 'b' }),
      aVisit({ worker_ref: 'b', second_worker_ref: 'c' }),
      aVisit({ worker_ref: 'd', status: 'missed' }),
    ]
    expect(await measured('continuity', visits)).toBe('3 of 1')
  })
  test('a month only partly in the period is left out of continuity', async () => {
    expect(await measured('continuity', [aVisit()], period('2026-03-01', '2026-03-30'))).toBe('0 of 0')
  })
  test('one missed visit in a month is not two', async () => {
    expect(await measured('people-missed-twice', [aVisit({ status: 'missed' }), aVisit()])).toBe('0 of 1')
    expect(await measured('people-missed-twice', [aVisit({ status: 'missed' })])).toBe('1 of 1')
  })
})

describe('language', () => {
  test('a visit without a recorded language is left out of the match, and is not Welsh where Welsh was asked', async () => {
    const visits = [aVisit({ language_asked: 'cy', language: 'cy' }), aVisit({ language_asked: 'cy', language: null })]
    expect(await measured('language-match', visits)).toBe('1 of 1')
    expect(await measured('welsh-when-asked', [aVisit()])).toBe('1 of 2')
  })
})

test('every whole month of the period is there, with nothing over nothing where nothing happened', async () => {
  await measured('visits-late', [aVisit()])
  const monthly = await database.transaction(system, (tx) =>
    readMonthly(tx, ['visits-late', 'visits-planned'], {}, period('2026-01-15', '2026-04-30')),
  )
  expect(monthly.get('visits-late')?.map((r) => [r.period.from.toString(), r.numerator, r.denominator])).toEqual([
    ['2026-02-01', 0, 0],
    ['2026-03-01', 0, 1],
    ['2026-04-01', 0, 0],
  ])
  expect(monthly.get('visits-planned')?.map((r) => [r.numerator, r.denominator])).toEqual([
    [0, 1],
    [1, 1],
    [0, 1],
  ])
})

test('a new tolerance counts the contract’s months again', async () => {
  expect(await measured('visits-late', [aVisit({ actual_start: at('2026-03-02T08:20:00Z') })])).toBe('1 of 1')
  const after = await database.transaction(system, async (tx) => {
    await tx.updateTable('measures.contract_dimension').set({ late_tolerance_minutes: 20 }).execute()
    return readMeasure(tx, 'visits-late', {}, MARCH)
  })
  expect(after.numerator).toBe(0)
})

test('the rows behind a number are listed newest first, page by page, and are as many as the number', async () => {
  const late = ['2026-03-02', '2026-03-03', '2026-03-04'].map((day) =>
    aVisit({ visit_ref: day, planned_start: at(`${day}T08:00:00Z`), actual_start: at(`${day}T09:00:00Z`) }),
  )
  await measured('visits-late', [...late, aVisit()])
  const [first, second] = await database.transaction(system, async (tx) => {
    const first = await explainMeasure(tx, 'visits-late', {}, MARCH, 'numerator', { size: 2 })
    const second = await explainMeasure(tx, 'visits-late', {}, MARCH, 'numerator', { size: 2, after: first.next! })
    return [first, second]
  })
  expect(first.rows.map((row) => row.visit_ref)).toEqual(['2026-03-04', '2026-03-03'])
  expect(second.rows.map((row) => row.visit_ref)).toEqual(['2026-03-02'])
  expect([first.total, second.total, second.next]).toEqual([3, 3, undefined])
})
