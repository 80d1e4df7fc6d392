/** Whom reviews name first is counted where the review stands, and stays right as attributions and reviews change, move and go. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { period } from '../../../kernel/period.ts'
import { readMeasure } from '../../../measures/reading.ts'
import { publishMeasures, publishSource } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { ATTRIBUTION_MEASURES, ATTRIBUTIONS } from './attribution.measures.ts'
import { saveOutcomeReview, savePersonalOutcome, savePersonWithPlan } from './outcome-review.fixtures.ts'

publishSource(ATTRIBUTIONS)
publishMeasures(ATTRIBUTION_MEASURES)

const MARCH = period('2026-03-01', '2026-03-31')
const APRIL = period('2026-04-01', '2026-04-30')
let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await asSystem(async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx, { personal_outcome_id: 501 })
  })
})
afterAll(() => database.close())
beforeEach(() => asSystem((tx) => tx.deleteFrom('care_planning.outcome_review').execute()))

const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(systemActor(1), work)
const changed = (work: (tx: Tx) => Promise<unknown>) =>
  asSystem(async (tx) => {
    await work(tx)
    await refreshRollups(tx, 1)
  })
const elsewhere = (span = MARCH) =>
  asSystem(async (tx) => {
    const { numerator, denominator } = await readMeasure(tx, 'outcomes-attributed-elsewhere', {}, span)
    return [numerator, denominator]
  })
const review = (tx: Tx, outcome_review_id: number) =>
  saveOutcomeReview(tx, { outcome_review_id, personal_outcome_id: 501 })
const names = (tx: Tx, outcome_review_id: number, party: string, is_named_first = true) =>
  tx
    .insertInto('care_planning.attribution')
    .values({ authority_id: 1, outcome_review_id, person_id: 1, party, extent: 'part', is_named_first })
    .execute()

test('a review that names the family first counts, one that names the provider first is counted over', async () => {
  await changed(async (tx) => {
    await review(tx, 901)
    await review(tx, 902)
    await names(tx, 901, 'family')
    await names(tx, 902, 'provider')
  })
  expect(await elsewhere()).toEqual([1, 2])
})

test('who is named, but not first, is not counted', async () => {
  await changed(async (tx) => {
    await review(tx, 901)
    await names(tx, 901, 'provider')
    await names(tx, 901, 'family', false)
  })
  expect(await elsewhere()).toEqual([0, 1])
})

test('an attribution that is put right is counted anew', async () => {
  await changed(async (tx) => {
    await review(tx, 901)
    await names(tx, 901, 'provider')
  })
  await changed((tx) => tx.updateTable('care_planning.attribution').set({ party: 'community' }).execute())
  expect(await elsewhere()).toEqual([1, 1])
})

test('a review that moves to another month takes its attribution with it', async () => {
  await changed(async (tx) => {
    await review(tx, 901)
    await names(tx, 901, 'family')
  })
  const held_on = Temporal.PlainDate.from('2026-04-02')
  await changed((tx) => tx.updateTable('care_planning.outcome_review').set({ held_on }).execute())
  expect([await elsewhere(MARCH), await elsewhere(APRIL)]).toEqual([
    [0, 0],
    [1, 1],
  ])
})

test('a review that is undone leaves nothing behind', async () => {
  await changed(async (tx) => {
    await review(tx, 901)
    await names(tx, 901, 'family')
  })
  await changed((tx) => tx.deleteFrom('care_planning.outcome_review').execute())
  expect(await elsewhere()).toEqual([0, 0])
})
