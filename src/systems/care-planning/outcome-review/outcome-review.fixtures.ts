/** People, outcomes, contributions and reviews for tests, written straight into the tables; what a test does not say is ordinary. */
import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'

export type PersonalOutcomeRow = Insertable<Tables['care_planning.personal_outcome']> & { personal_outcome_id: number }
export type OutcomeReviewRow = Insertable<Tables['care_planning.outcome_review']> & { outcome_review_id: number }

const day = (text: string) => Temporal.PlainDate.from(text)
let made = 0

/** An outcome of person 1 under contract 1, from 2 to 4 on its scale, agreed on 2 February 2026, to be looked at again on 31 March. */
export function aPersonalOutcome(given: Partial<PersonalOutcomeRow> = {}): PersonalOutcomeRow {
  made += 1
  return {
    authority_id: 1,
    personal_outcome_id: made,
    ref: `outcome-${made}`,
    person_id: 1,
    plan_id: 1,
    area_id: 1,
    own_words: 'Cerdded i’r siop',
    own_words_language: 'cy',
    contract_id: 1,
    provider_id: 1,
    scale: 'five-steps',
    baseline_score: 2,
    target_score: 4,
    agreed_on: day('2026-02-02'),
    review_due_on: day('2026-03-31'),
    ...given,
  }
}

/** A review of an outcome held on the day it was due, 10 March 2026: achieved, as the provider and the person say. */
export function anOutcomeReview(given: Partial<OutcomeReviewRow> = {}): OutcomeReviewRow {
  made += 1
  return {
    authority_id: 1,
    outcome_review_id: made,
    ref: `review-${made}`,
    personal_outcome_id: 1,
    person_id: 1,
    area_id: 1,
    contract_id: 1,
    provider_id: 1,
    due_on: day('2026-03-10'),
    held_on: day('2026-03-10'),
    score: 4,
    achievement: 'achieved',
    provider_says: 'achieved',
    person_says: 'achieved',
    ...given,
  }
}

/** Area 1, person 1 and plan 1 of authority 1: what outcomes stand on. */
export async function savePersonWithPlan(tx: Tx): Promise<void> {
  await sql`insert into commissioning.area (authority_id, area_id, ref, name_en, name_cy) values (1, 1, 'dyffryn', 'Valley', 'Dyffryn')`.execute(
    tx,
  )
  await sql`insert into care_planning.person (authority_id, person_id, ref, given_name, family_name, language, area_id, need_group)
    values (1, 1, 'person-1', 'Gwen', 'Prydderch', 'cy', 1, 'older')`.execute(tx)
  await sql`insert into care_planning.plan (authority_id, plan_id, ref, person_id, agreed_on) values (1, 1, 'plan-1', 1, '2026-02-01')`.execute(
    tx,
  )
}

export async function savePersonalOutcome(tx: Tx, given: Partial<PersonalOutcomeRow> = {}): Promise<number> {
  const row = aPersonalOutcome(given)
  await tx.insertInto('care_planning.personal_outcome').values(row).execute()
  return row.personal_outcome_id
}

export async function saveOutcomeReview(tx: Tx, given: Partial<OutcomeReviewRow> = {}): Promise<number> {
  const row = anOutcomeReview(given)
  await tx.insertInto('care_planning.outcome_review').values(row).execute()
  return row.outcome_review_id
}
