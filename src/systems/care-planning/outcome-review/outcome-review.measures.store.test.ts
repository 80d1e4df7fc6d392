/** What is counted of outcomes and their reviews, on the embedded database: each definition on both sides of its threshold. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { period } from '../../../kernel/period.ts'
import { readMeasure } from '../../../measures/reading.ts'
import { publishMeasures, publishSource } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { OUTCOMES_AGREED, PERSONAL_OUTCOME_MEASURES } from '../personal-outcome/personal-outcome.measures.ts'
import {
  type OutcomeReviewRow,
  type PersonalOutcomeRow,
  saveOutcomeReview,
  savePersonalOutcome,
  savePersonWithPlan,
} from './outcome-review.fixtures.ts'
import {
  OUTCOME_REVIEW_MEASURES,
  OUTCOME_REVIEWS,
  REVIEW_DUE_MEASURES,
  REVIEWS_DUE,
} from './outcome-review.measures.ts'

for (const source of [OUTCOME_REVIEWS, REVIEWS_DUE, OUTCOMES_AGREED]) publishSource(source)
publishMeasures([...OUTCOME_REVIEW_MEASURES, ...REVIEW_DUE_MEASURES, ...PERSONAL_OUTCOME_MEASURES])

const MARCH = period('2026-03-01', '2026-03-31')
const day = (text: string) => Temporal.PlainDate.from(text)
const system = systemActor(1)
let database: Database

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(system, savePersonWithPlan)
})
afterAll(() => database.close())
beforeEach(() =>
  database.transaction(system, async (tx) => {
    await tx.deleteFrom('care_planning.outcome_review').execute()
    await tx.deleteFrom('care_planning.personal_outcome').execute()
    await refreshRollups(tx, 1)
  }),
)

/** One outcome with these reviews; the measure before a refresh and after it, which must be the same. */
async function measured(
  measure: string,
  reviews: readonly Partial<OutcomeReviewRow>[],
  outcome: Partial<PersonalOutcomeRow> = {},
  over = MARCH,
): Promise<string> {
  return database.transaction(system, async (tx) => {
    const personalOutcomeId = await savePersonalOutcome(tx, outcome)
    for (const review of reviews) await saveOutcomeReview(tx, { ...review, personal_outcome_id: personalOutcomeId })
    const before = await readMeasure(tx, measure, {}, over)
    await refreshRollups(tx, 1)
    const after = await readMeasure(tx, measure, {}, over)
    expect([after.numerator, after.denominator]).toEqual([before.numerator, before.denominator])
    return `${after.numerator} of ${after.denominator}`
  })
}

describe('what was achieved', () => {
  const all: Partial<OutcomeReviewRow>[] = [
    { achievement: 'achieved' },
    { achievement: 'partly' },
    { achievement: 'not' },
    { achievement: 'changed' },
    { achievement: 'no-longer-wanted' },
  ]
  test.each([
    ['outcomes-achieved', '1 of 5'],
    ['outcomes-partly-achieved', '1 of 5'],
    ['outcomes-not-achieved', '1 of 5'],
    ['outcomes-changed', '2 of 5'],
  ])('%s is %s of five different conclusions', async (measure, expected) => {
    expect(await measured(measure, all)).toBe(expected)
  })
  test('a review is counted in the month it was held, not when it was due', async () => {
    expect(await measured('outcomes-achieved', [{ due_on: day('2026-03-31'), held_on: day('2026-04-01') }])).toBe(
      '0 of 0',
    )
  })
})

describe('in whose word', () => {
  test('an outcome is confirmed where the person says just what was concluded', async () => {
    expect(
      await measured('outcomes-confirmed', [
        { achievement: 'partly', person_says: 'partly' },
        { achievement: 'partly', person_says: 'achieved' },
        { achievement: 'achieved', person_says: null },
        { achievement: 'not', person_says: 'not' },
      ]),
    ).toBe('1 of 3')
  })
  test('a person who could not be asked has not spoken', async () => {
    const said = [
      { person_says: 'not' },
      { person_says: 'could-not-ask' },
      { person_says: 'not-asked' },
      { person_says: null },
    ]
    expect(await measured('outcomes-asked', said)).toBe('1 of 4')
  })
  test('the gap is open where the provider says achieved and the person does not, and closes the other way round', async () => {
    const gap = { provider_says: 'achieved', person_says: 'not' }
    const other = { provider_says: 'partly', person_says: 'achieved' }
    expect(await measured('word-gap', [gap, gap, other, { provider_says: null }])).toBe('1 of 3')
  })
  test('the gap is below zero where people say more than their provider', async () => {
    expect(await measured('word-gap', [{ provider_says: 'partly', person_says: 'achieved' }])).toBe('-1 of 1')
  })
})

describe('distance travelled', () => {
  test.each([
    ['half of the way is 50', 3, '50 of 1'],
    ['beyond the target is held at 100', 5, '100 of 1'],
    ['further away than the baseline is below zero', 1, '-50 of 1'],
    ['far away is held at -100', -3, '-100 of 1'],
  ])('%s', async (_, score, expected) => {
    expect(await measured('distance-travelled', [{ score }])).toBe(expected)
  })
  test('on a scale where less is better, down is forward', async () => {
    expect(await measured('distance-travelled', [{ score: 4 }], { baseline_score: 6, target_score: 2 })).toBe('50 of 1')
  })
  test('where no way was agreed, nothing is scored', async () => {
    expect(await measured('distance-travelled', [{ score: 4 }], { baseline_score: 4, target_score: 4 })).toBe('0 of 0')
    expect(await measured('distance-travelled', [{ score: null }])).toBe('0 of 0')
  })
  test('a new baseline counts the months of the outcome’s reviews again', async () => {
    expect(await measured('distance-travelled', [{ score: 3 }])).toBe('50 of 1')
    const after = await database.transaction(system, async (tx) => {
      await tx.updateTable('care_planning.personal_outcome').set({ baseline_score: 3 }).execute()
      return readMeasure(tx, 'distance-travelled', {}, MARCH)
    })
    expect(after.numerator).toBe(0)
  })
})

describe('when due', () => {
  test('a review held on the day it is due is on time; a day later is not', async () => {
    const onTime = { due_on: day('2026-03-10'), held_on: day('2026-03-10') }
    const late = { due_on: day('2026-03-10'), held_on: day('2026-03-11') }
    expect(await measured('reviews-on-time', [onTime, late], { review_due_on: day('2026-09-01') })).toBe('1 of 2')
  })
  test('a review nobody held is due on the day the outcome says, and is not on time', async () => {
    expect(await measured('reviews-on-time', [], { review_due_on: day('2026-03-31') })).toBe('0 of 1')
    expect(await measured('outcomes-due-review', [], { review_due_on: day('2026-04-01') })).toBe('1 of 1')
  })
  test('a review held for the day the outcome says is not due twice', async () => {
    const held = { due_on: day('2026-03-31'), held_on: day('2026-03-20') }
    expect(await measured('outcomes-due-review', [held], { review_due_on: day('2026-03-31') })).toBe('1 of 1')
  })
  test('an outcome that ended before its review fell due owes none; one that ended that day does', async () => {
    expect(await measured('outcomes-due-review', [], { ended_on: day('2026-03-30') })).toBe('0 of 1')
    expect(await measured('outcomes-due-review', [], { ended_on: day('2026-03-31') })).toBe('1 of 1')
  })
})

test('an outcome is without contribution until somebody’s is recorded', async () => {
  const FEBRUARY = period('2026-02-01', '2026-02-28')
  expect(await measured('outcomes-without-contribution', [], {}, FEBRUARY)).toBe('1 of 1')
  const after = await database.transaction(system, async (tx) => {
    const { personal_outcome_id } = await tx
      .selectFrom('care_planning.personal_outcome')
      .select('personal_outcome_id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('care_planning.contribution')
      .values({ authority_id: 1, personal_outcome_id, person_id: 1, party: 'family', extent: 'part' })
      .execute()
    return readMeasure(tx, 'outcomes-without-contribution', {}, FEBRUARY)
  })
  expect(after.numerator).toBe(0)
})
