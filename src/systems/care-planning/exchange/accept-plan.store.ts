/** Received plans, and the versions that were agreed, into the database. */
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Person } from '../person/person.ts'
import { addDraft, listPlanVersions, putInForce } from '../plan/plan.store.ts'
import { type AcceptAt, idIn, maybeDay } from './accepting.ts'
import type { ExchangedCarePlan, ExchangedOutcome } from './exchanged-plan.ts'

/** Undefined where a plan of somebody else has the reference. */
export async function addReceivedPlan(tx: Tx, at: AcceptAt, plan: ExchangedCarePlan): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.plan')
    .values({
      authority_id: at.authorityId,
      ref: plan.ref,
      person_id: at.personId,
      agreed_on: day(plan.agreedOn),
      ends_on: maybeDay(plan.endsOn),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('plan_id')
    .executeTakeFirst()
  return row?.plan_id
}

/** Puts the version that was agreed elsewhere in force here, as if it had been agreed here. False while a draft is open. */
export async function bringInForce(
  tx: Tx,
  at: AcceptAt & { readonly person: Pick<Person, 'personId' | 'ref'>; readonly planId: number },
  plan: ExchangedCarePlan & { readonly version: NonNullable<ExchangedCarePlan['version']> },
  outcomes: readonly (ExchangedOutcome & { readonly personalOutcomeId: number })[],
): Promise<boolean> {
  const { version } = plan
  const content = {
    language: version.language,
    startsOn: maybeDay(version.startsOn),
    endsOn: maybeDay(plan.endsOn),
    reviewDueOn: maybeDay(version.reviewDueOn),
    indicativeWeeklyPence: version.indicativeWeeklyPence,
    budgetBasis: version.budgetBasis,
    finalWeeklyPence: version.finalWeeklyPence,
    risks: version.risks,
    contingency: version.contingency,
    preferences: version.preferences,
    outcomes: outcomes
      .filter(({ endedOn }) => endedOn === null)
      .map(({ personalOutcomeId, contributions }) => ({
        personalOutcomeId,
        contributions: contributions.map(({ providerRef, startsOn, ...one }) => ({
          ...one,
          providerId: idIn(at.neighbours.providers, providerRef),
          contractId: null,
          startsOn: maybeDay(startsOn),
        })),
      })),
  }
  const draft = {
    personId: at.personId,
    planId: at.planId,
    reason: version.reason,
    content,
    draftedBy: version.draftedBy,
    draftedAt: Temporal.Instant.from(version.draftedAt),
  }
  const number = await addDraft(tx, at.authorityId, draft)
  const added = (await listPlanVersions(tx, at.authorityId, at.personId)).find((one) => one.number === number)
  if (!added) return false
  const agreement = {
    ...version.agreement,
    agreedOn: day(version.agreement.agreedOn),
    recordedAt: Temporal.Instant.from(version.agreement.recordedAt),
  }
  await putInForce(tx, at.authorityId, at.person, added, agreement, { outcomeIds: [], providerIds: [] })
  await keepReviewDays(tx, at.authorityId, outcomes)
  return true
}

/** Agreeing a plan brings reviews forward; a plan that was agreed elsewhere has done so, and what moved since stays moved. */
async function keepReviewDays(
  tx: Tx,
  authorityId: number,
  outcomes: readonly (ExchangedOutcome & { readonly personalOutcomeId: number })[],
): Promise<void> {
  for (const { personalOutcomeId, reviewDueOn } of outcomes)
    await tx
      .updateTable('care_planning.personal_outcome')
      .set({ review_due_on: day(reviewDueOn) })
      .where('authority_id', '=', authorityId)
      .where('personal_outcome_id', '=', personalOutcomeId)
      .execute()
}
