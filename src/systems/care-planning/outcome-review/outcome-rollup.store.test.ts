/**
 * Rollups are always what a scan of outcomes, contributions and reviews would give: under random agreements, reviews, corrections, removals
 * and refreshes, in any order. Every reading is compared with a count in plain code, before and after a refresh, and at the end every cell.
 */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BandGroup } from '../../../kernel/need-band.ts'
import type { Period } from '../../../kernel/period.ts'
import { isOfMembers } from '../../../measures/measure.ts'
import { answer } from '../../../measures/reading.store.ts'
import type { Slice } from '../../../measures/reading.ts'
import { readState } from '../../../measures/reading-state.store.ts'
import { publishSource } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { OUTCOMES_AGREED } from '../personal-outcome/personal-outcome.measures.ts'
import {
  type OutcomeReviewRow,
  type PersonalOutcomeRow,
  saveOutcomeReview,
  savePersonalOutcome,
  savePersonWithPlan,
} from './outcome-review.fixtures.ts'
import { OUTCOME_REVIEWS, REVIEWS_DUE } from './outcome-review.measures.ts'
import { FACTS_OF, readRecords, scanFacts } from './outcome-scan.fixtures.ts'

const SOURCES = [OUTCOME_REVIEWS, REVIEWS_DUE, OUTCOMES_AGREED]
for (const source of SOURCES) publishSource(source)

const system = systemActor(1)
const FIRST_DAY = Temporal.PlainDate.from('2026-01-20')
let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(system, savePersonWithPlan)
})
afterAll(() => database.close())

const day = fc.nat(75).map((days) => FIRST_DAY.add({ days }))
const place = fc.constantFrom(
  { contract_id: 1, provider_id: 1 },
  { contract_id: 2, provider_id: 1 },
  { contract_id: 3, provider_id: 2 },
  { contract_id: null, provider_id: null },
)
const outcome: fc.Arbitrary<Partial<PersonalOutcomeRow>> = fc
  .record({
    place,
    agreed_on: day,
    review_due_on: day,
    ended_on: fc.option(day),
    baseline_score: fc.constantFrom(1, 2, 3, null),
    target_score: fc.constantFrom(1, 4, 5.5, null),
  })
  .map(({ place, ...rest }) => ({ ...place, ...rest }))
const word = fc.constantFrom('achieved', 'partly', 'not', 'changed', 'no-longer-wanted')
const review: fc.Arbitrary<Partial<OutcomeReviewRow>> = fc
  .record({
    place,
    due_on: day,
    held_on: day,
    score: fc.constantFrom(0, 2, 3.25, 6, null),
    achievement: word,
    provider_says: fc.option(word),
    person_says: fc.option(fc.oneof(word, fc.constantFrom('not-asked', 'could-not-ask'))),
    person_said_by: fc.constantFrom('person', 'carer', null),
    carer_says: fc.option(fc.oneof(word, fc.constant('not-asked'))),
  })
  .map(({ place, ...rest }) => ({ ...place, ...rest }))

type Step = (tx: Tx) => Promise<unknown>

/** The nth of the outcomes there are, over and over; undefined where there is none. */
async function nthOutcome(tx: Tx, nth: number): Promise<number | undefined> {
  const rows = await tx.selectFrom('care_planning.personal_outcome').select('personal_outcome_id').execute()
  return rows[nth % Math.max(1, rows.length)]?.personal_outcome_id
}

const onSomeOutcome = (change: (tx: Tx, personalOutcomeId: number) => Promise<unknown>) =>
  fc.nat(20).map(
    (nth): Step =>
      async (tx) => {
        const personalOutcomeId = await nthOutcome(tx, nth)
        if (personalOutcomeId !== undefined) await change(tx, personalOutcomeId)
      },
  )

const step: fc.Arbitrary<Step> = fc.oneof(
  outcome.map(
    (given): Step =>
      (tx) =>
        savePersonalOutcome(tx, given),
  ),
  review.chain((given) =>
    onSomeOutcome((tx, personal_outcome_id) => saveOutcomeReview(tx, { ...given, personal_outcome_id })),
  ),
  outcome.chain((to) =>
    onSomeOutcome((tx, id) =>
      tx.updateTable('care_planning.personal_outcome').set(to).where('personal_outcome_id', '=', id).execute(),
    ),
  ),
  review.chain((to) =>
    onSomeOutcome((tx, id) =>
      tx.updateTable('care_planning.outcome_review').set(to).where('personal_outcome_id', '=', id).execute(),
    ),
  ),
  onSomeOutcome((tx, id) =>
    sql`insert into care_planning.contribution (authority_id, personal_outcome_id, person_id, party, extent)
      values (1, ${id}, 1, 'family', 'part') on conflict do nothing`.execute(tx),
  ),
  onSomeOutcome((tx, id) =>
    tx.deleteFrom('care_planning.contribution').where('personal_outcome_id', '=', id).execute(),
  ),
  onSomeOutcome((tx, id) =>
    tx.deleteFrom('care_planning.outcome_review').where('personal_outcome_id', '=', id).execute(),
  ),
  fc.record({ band: fc.constantFrom('lower', 'middle', 'higher', 'highest'), from_on: day }).map(
    (given): Step =>
      (tx) =>
        tx
          .insertInto('care_planning.need_band')
          .values({ authority_id: 1, person_id: 1, edition: 'test', ...given })
          .onConflict((conflict) =>
            conflict.columns(['authority_id', 'person_id', 'from_on']).doUpdateSet({ band: given.band }),
          )
          .execute(),
  ),
  day.map(
    (from_on): Step =>
      (tx) =>
        tx.deleteFrom('care_planning.need_band').where('from_on', '>=', from_on).execute(),
  ),
  onSomeOutcome(async (tx, id) => {
    await tx.deleteFrom('care_planning.outcome_review').where('personal_outcome_id', '=', id).execute()
    await tx.deleteFrom('care_planning.personal_outcome').where('personal_outcome_id', '=', id).execute()
  }),
  fc.constantFrom(1, 3, 1000).map(
    (atMost): Step =>
      (tx) =>
        refreshRollups(tx, 1, atMost),
  ),
)

const period: fc.Arbitrary<Period> = fc.tuple(fc.nat(75), fc.nat(75)).map(([a, b]) => ({
  from: FIRST_DAY.add({ days: Math.min(a, b) }),
  to: FIRST_DAY.add({ days: Math.max(a, b) }),
}))
const slice = fc.constantFrom<Slice>(
  {},
  { contractIds: [1] },
  { contractIds: [0, 3] },
  { providerId: 1 },
  { areaId: 1 },
)

test(
  'whatever happens to outcomes, every reading and every cell is what a scan gives',
  { timeout: 300_000 },
  async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), period, slice, async (steps, over, part) => {
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
  await tx.deleteFrom('care_planning.need_band').execute()
  await tx.deleteFrom('care_planning.outcome_review').execute()
  await tx.deleteFrom('care_planning.personal_outcome').execute()
}

async function expectReadingsToBeScans(tx: Tx, slice: Slice, period: Period): Promise<void> {
  const records = await readRecords(tx)
  const state = await readState(tx)
  for (const source of SOURCES) {
    const counters = Object.keys(source.counters)
    const sums = await answer(tx, state, { source, counters, slice, period })
    const scan = scanFacts(FACTS_OF[source.name]!(records), slice, period)
    expect([source.name, sums.get('')]).toEqual([
      source.name,
      Object.fromEntries(counters.map((name) => [name, scan[name] ?? 0])),
    ])
    if (!source.isBanded) continue
    const apart = await answer(tx, state, { source, counters, slice, period, by: 'provider-band' })
    for (const [key, found] of apart) {
      const [providerId, band] = [Number(key.split('/')[0]), BandGroup.parse(key.split('/')[1])]
      const facts = FACTS_OF[source.name]!(records).filter((fact) => fact.providerId === providerId)
      const own = scanFacts(facts, { ...slice, band }, period)
      expect([key, found]).toEqual([key, Object.fromEntries(counters.map((name) => [name, own[name] ?? 0]))])
    }
    const held = [...apart.values()].reduce((sum, found) => sum + (found.held ?? 0), 0)
    expect(held).toBe(scan.held ?? 0)
  }
}

/** Every cell of every rollup; and no fact without its two cells. */
async function expectCellsToBeScans(tx: Tx): Promise<void> {
  const records = await readRecords(tx)
  for (const source of SOURCES) {
    const facts = FACTS_OF[source.name]!(records)
    const { rows } = await sql<Record<string, number> & { grain: string; starts_on: Temporal.PlainDate }>`
      select * from ${sql.table(source.rollupTable)}`.execute(tx)
    const cellsOf = new Set(
      facts.flatMap((f) => [
        [f.contractId, f.providerId, f.areaId, f.band, 'day', f.day].join('/'),
        [f.contractId, f.providerId, f.areaId, f.band, 'month', f.day.with({ day: 1 })].join('/'),
      ]),
    )
    expect(
      new Set(rows.map((r) => [r.contract_id, r.provider_id, r.area_id, r.band, r.grain, r.starts_on].join('/'))),
    ).toEqual(cellsOf)
    const names = Object.entries(source.counters).flatMap(([name, counter]) => (isOfMembers(counter) ? [] : [name]))
    for (const row of rows) {
      const to = row.grain === 'day' ? row.starts_on : row.starts_on.with({ day: row.starts_on.daysInMonth })
      const part = {
        contractIds: [row.contract_id!],
        providerId: row.provider_id!,
        areaId: row.area_id!,
        ...(source.isBanded ? { band: BandGroup.parse(row.band) } : {}),
      }
      const scan = scanFacts(facts, part, { from: row.starts_on, to })
      expect(Object.fromEntries(names.map((name) => [name, row[name]]))).toEqual(scan)
    }
  }
}
