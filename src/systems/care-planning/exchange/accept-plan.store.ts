/** Received plans, and the versions that were agreed, into the database. */
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Person } from '../person/person.ts'
import { addDraft, listPlanVersions, putInForce } from '../plan/plan.store.ts'
import type { PlanContent } from '../plan/plan.ts'
import { type AcceptAt, idIn, maybeDay } from './accepting.ts'
import type {
  ExchangedCarePlan,
  ExchangedContribution,
  ExchangedEarlierVersion,
  ExchangedOutcome,
  ExchangedVersion,
} from './exchanged-plan.ts'

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
  const inForce = outcomes.filter(({ endedOn }) => endedOn === null)
  const content = contentOf(at, { ...version, endsOn: plan.endsOn }, inForce)
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

/** What a version says, with our ids for what it names. */
function contentOf(
  { neighbours }: AcceptAt,
  version: ExchangedVersion & { readonly endsOn: string | null },
  outcomes: readonly {
    readonly personalOutcomeId: number
    readonly contributions: readonly ExchangedContribution[]
  }[],
): PlanContent {
  return {
    language: version.language,
    startsOn: maybeDay(version.startsOn),
    endsOn: maybeDay(version.endsOn),
    reviewDueOn: maybeDay(version.reviewDueOn),
    indicativeWeeklyPence: version.indicativeWeeklyPence,
    budgetBasis: version.budgetBasis,
    finalWeeklyPence: version.finalWeeklyPence,
    risks: version.risks,
    contingency: version.contingency,
    preferences: version.preferences,
    outcomes: outcomes.map(({ personalOutcomeId, contributions }) => ({
      personalOutcomeId,
      contributions: contributions.map(({ providerRef, startsOn, ...one }) => ({
        ...one,
        providerId: idIn(neighbours.providers, providerRef),
        contractId: null,
        startsOn: maybeDay(startsOn),
      })),
    })),
  }
}

/** Versions that had given way before the plan came here: history, of which no provider is told and nothing is counted. */
export async function addEarlierVersions(
  tx: Tx,
  at: AcceptAt & { readonly planId: number },
  versions: readonly ExchangedEarlierVersion[],
  outcomes: ReadonlyMap<string, number>,
): Promise<void> {
  const before = (await listPlanVersions(tx, at.authorityId, at.personId))[0]?.number ?? 0
  for (const [index, version] of versions.entries()) {
    const planned = version.outcomes.flatMap(({ ref, contributions }) => {
      const personalOutcomeId = outcomes.get(ref)
      return personalOutcomeId === undefined ? [] : [{ personalOutcomeId, contributions }]
    })
    const { agreement } = version
    const { plan_version_id } = await tx
      .insertInto('care_planning.plan_version')
      .values({
        authority_id: at.authorityId,
        person_id: at.personId,
        plan_id: at.planId,
        number: before + index + 1,
        state: 'superseded',
        reason: version.reason,
        content: JSON.stringify(contentOf(at, version, planned)),
        drafted_by: version.draftedBy,
        drafted_at: Temporal.Instant.from(version.draftedAt),
        agreed_on: day(agreement.agreedOn),
      })
      .returning('plan_version_id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('care_planning.plan_agreement')
      .values({
        authority_id: at.authorityId,
        plan_version_id,
        person_id: at.personId,
        how: agreement.how,
        by_whom: agreement.byWhom,
        name: agreement.name,
        agreed_on: day(agreement.agreedOn),
        words: agreement.words,
        recorded_by: agreement.recordedBy,
        recorded_at: Temporal.Instant.from(agreement.recordedAt),
      })
      .execute()
  }
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
