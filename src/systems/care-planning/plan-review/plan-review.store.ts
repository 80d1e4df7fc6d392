/** Reviews of plans in the database. */
import type { Selectable } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { PlanReview, PlanReviewKind, TookPart } from './plan-review.ts'

/** Newest first. */
export async function listPlanReviews(tx: Tx, authorityId: number, personId: number): Promise<readonly PlanReview[]> {
  const rows = await tx
    .selectFrom('care_planning.plan_review')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'given-up')
    .orderBy('held_on', 'desc')
    .orderBy('plan_review_id', 'desc')
    .execute()
  return rows.map(planReviewOf)
}

/** Begins one; undefined where one is open already (two workers at once meet the unique index). */
export async function addPlanReview(
  tx: Tx,
  authorityId: number,
  given: { readonly personId: number; readonly kind: PlanReviewKind; readonly heldOn: Day; readonly begunBy: string },
): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.plan_review')
    .values({
      authority_id: authorityId,
      person_id: given.personId,
      kind: given.kind,
      held_on: given.heldOn,
      begun_by: given.begunBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('plan_review_id')
    .executeTakeFirst()
  return row?.plan_review_id
}

export type Conclusion = {
  readonly tookPart: readonly TookPart[]
  readonly summary: string
  readonly nextDueOn: Day
  readonly concludedBy: string
}

/** Concludes it, or gives it up; false when somebody saved it since `version`. */
export async function endPlanReview(
  tx: Tx,
  authorityId: number,
  at: { readonly planReviewId: number; readonly version: number },
  conclusion: Conclusion | undefined,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.plan_review')
    .set((eb) => ({
      ...(conclusion
        ? {
            state: 'concluded',
            took_part: [...conclusion.tookPart],
            summary: conclusion.summary,
            next_due_on: conclusion.nextDueOn,
            concluded_by: conclusion.concludedBy,
          }
        : { state: 'given-up' }),
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('plan_review_id', '=', at.planReviewId)
    .where('version', '=', at.version)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Which of its outcome reviews belong to which meeting. */
export async function reviewsByMeeting(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<ReadonlyMap<number, readonly number[]>> {
  const rows = await tx
    .selectFrom('care_planning.outcome_review')
    .select(['outcome_review_id', 'plan_review_id'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('plan_review_id', 'is not', null)
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.plan_review_id!)
  return new Map([...grouped].map(([id, own]) => [id, own.map((row) => row.outcome_review_id)]))
}

/** Puts an outcome review under the meeting at which it was made. */
export async function setMeeting(
  tx: Tx,
  authorityId: number,
  outcomeReviewId: number,
  planReviewId: number,
): Promise<void> {
  await tx
    .updateTable('care_planning.outcome_review')
    .set({ plan_review_id: planReviewId })
    .where('authority_id', '=', authorityId)
    .where('outcome_review_id', '=', outcomeReviewId)
    .execute()
}

/** Looks again at outcomes no later than the meeting said. */
export async function bringForward(tx: Tx, authorityId: number, personId: number, nextDueOn: Day): Promise<void> {
  await tx
    .updateTable('care_planning.personal_outcome')
    .set((eb) => ({ review_due_on: nextDueOn, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .where('review_due_on', '>', nextDueOn)
    .execute()
}

function planReviewOf(row: Selectable<Tables['care_planning.plan_review']>): PlanReview {
  return {
    planReviewId: row.plan_review_id,
    personId: row.person_id,
    kind: row.kind as PlanReviewKind,
    state: row.state as PlanReview['state'],
    heldOn: row.held_on,
    tookPart: row.took_part as readonly TookPart[],
    summary: row.summary,
    nextDueOn: row.next_due_on,
    begunBy: row.begun_by,
    concludedBy: row.concluded_by,
    version: row.version,
  }
}
