/** Plan versions in the database, and what agreeing one writes to the records that are counted. */
import { type Selectable, sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Person } from '../person/person.ts'
import {
  type AgreedBy,
  type AgreedHow,
  leadOf,
  NO_SHARE,
  type PlanAgreement,
  PlanContent,
  type PlanShare,
  type PlanState,
  type PlanVersion,
  sharesOf,
} from './plan.ts'

/** All versions of one person's plan, the newest first; those given up are left out. */
export async function listPlanVersions(tx: Tx, authorityId: number, personId: number): Promise<readonly PlanVersion[]> {
  const rows = await tx
    .selectFrom('care_planning.plan_version')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'discarded')
    .orderBy('number', 'desc')
    .execute()
  const agreements = await tx
    .selectFrom('care_planning.plan_agreement')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
  const byVersion = new Map(agreements.map((row) => [row.plan_version_id, agreementOf(row)]))
  return rows.map((row) => versionOf(row, byVersion.get(row.plan_version_id) ?? null))
}

export type KnownPlan = { readonly planId: number; readonly agreedOn: Day; readonly endsOn: Day | null }

/** The plan in force, where files brought one or a version was agreed: the newest that has not ended. */
export async function findLivePlan(
  tx: Tx,
  authorityId: number,
  personId: number,
  today: Day,
): Promise<KnownPlan | undefined> {
  const row = await tx
    .selectFrom('care_planning.plan')
    .select(['plan_id', 'agreed_on', 'ends_on'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
    .orderBy('agreed_on', 'desc')
    .orderBy('plan_id', 'desc')
    .executeTakeFirst()
  return row && { planId: row.plan_id, agreedOn: row.agreed_on, endsOn: row.ends_on }
}

export type NewDraft = {
  readonly personId: number
  readonly planId: number | null
  readonly reason: string
  readonly content: PlanContent
  readonly draftedBy: string
  readonly draftedAt: Temporal.Instant
}

/** Adds a draft under the person's next number. Two at once meet the unique index: answers undefined where a version is open already. */
export async function addDraft(tx: Tx, authorityId: number, draft: NewDraft): Promise<number | undefined> {
  const { rows } = await sql<{ number: number }>`
    insert into care_planning.plan_version (authority_id, person_id, plan_id, number, reason, content, drafted_by, drafted_at)
    select ${authorityId}::integer, ${draft.personId}::bigint, ${draft.planId}::bigint,
      coalesce((select max(number) from care_planning.plan_version
        where authority_id = ${authorityId} and person_id = ${draft.personId}), 0) + 1,
      ${draft.reason}, ${JSON.stringify(draft.content)}::text::jsonb, ${draft.draftedBy}, ${draft.draftedAt}::timestamptz
    on conflict do nothing
    returning number`.execute(tx)
  return rows[0]?.number
}

type At = { readonly planVersionId: number; readonly version: number }

/** Saves a draft's content; false when somebody saved it since `version`. */
export async function saveContent(tx: Tx, authorityId: number, at: At, content: PlanContent): Promise<boolean> {
  return update(tx, authorityId, at, { content: JSON.stringify(content) })
}

export async function setPlanState(
  tx: Tx,
  authorityId: number,
  at: At,
  to: { readonly state: PlanState; readonly offeredAt?: Temporal.Instant },
): Promise<boolean> {
  return update(tx, authorityId, at, { state: to.state, ...(to.offeredAt ? { offered_at: to.offeredAt } : {}) })
}

async function update(
  tx: Tx,
  authorityId: number,
  at: At,
  values: { readonly content?: string; readonly state?: PlanState; readonly offered_at?: Temporal.Instant },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.plan_version')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('plan_version_id', '=', at.planVersionId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** What a version no longer holds of what was in force: live outcomes and providers that had a part. */
export type LeftOut = { readonly outcomeIds: readonly number[]; readonly providerIds: readonly number[] }

/**
 * Puts a version in force: the one before gives way, its contributions become those that are counted, and each provider gets its share:
 * one that has no part any more an empty share, so that it does not go on by the old one.
 */
export async function putInForce(
  tx: Tx,
  authorityId: number,
  person: Pick<Person, 'personId' | 'ref'>,
  plan: PlanVersion,
  agreement: PlanAgreement & { readonly recordedAt: Temporal.Instant },
  leftOut: LeftOut,
): Promise<number> {
  await tx
    .updateTable('care_planning.plan_version')
    .set({ state: 'superseded' })
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', person.personId)
    .where('state', '=', 'agreed')
    .execute()
  const planId = plan.planId ?? (await addPlan(tx, authorityId, person, plan, agreement.agreedOn))
  await tx
    .updateTable('care_planning.plan_version')
    .set((eb) => ({ state: 'agreed', plan_id: planId, agreed_on: agreement.agreedOn, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('plan_version_id', '=', plan.planVersionId)
    .execute()
  await tx
    .updateTable('care_planning.plan')
    .set((eb) => ({ ends_on: plan.content.endsOn, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('plan_id', '=', planId)
    .execute()
  await addAgreement(tx, authorityId, plan, agreement)
  await endContributions(tx, authorityId, leftOut.outcomeIds)
  await writeContributions(tx, authorityId, plan, planId)
  await share(tx, authorityId, plan, agreement.recordedAt, leftOut.providerIds)
  return planId
}

async function endContributions(tx: Tx, authorityId: number, outcomeIds: readonly number[]): Promise<void> {
  if (outcomeIds.length === 0) return
  await tx
    .deleteFrom('care_planning.contribution')
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', 'in', outcomeIds)
    .execute()
}

async function addPlan(
  tx: Tx,
  authorityId: number,
  person: Pick<Person, 'personId' | 'ref'>,
  plan: PlanVersion,
  agreedOn: Day,
): Promise<number> {
  const { plan_id } = await tx
    .insertInto('care_planning.plan')
    .values({
      authority_id: authorityId,
      ref: `${person.ref}-CSP${plan.number}`,
      person_id: person.personId,
      agreed_on: agreedOn,
    })
    .returning('plan_id')
    .executeTakeFirstOrThrow()
  return plan_id
}

async function addAgreement(
  tx: Tx,
  authorityId: number,
  plan: PlanVersion,
  agreement: PlanAgreement & { readonly recordedAt: Temporal.Instant },
): Promise<void> {
  await tx
    .insertInto('care_planning.plan_agreement')
    .values({
      authority_id: authorityId,
      plan_version_id: plan.planVersionId,
      person_id: plan.personId,
      how: agreement.how,
      by_whom: agreement.byWhom,
      name: agreement.name,
      agreed_on: agreement.agreedOn,
      words: agreement.words,
      recorded_by: agreement.recordedBy,
      recorded_at: agreement.recordedAt,
    })
    .execute()
}

async function writeContributions(tx: Tx, authorityId: number, plan: PlanVersion, planId: number): Promise<void> {
  const { outcomes, reviewDueOn } = plan.content
  for (const { personalOutcomeId, contributions } of outcomes) {
    await tx
      .deleteFrom('care_planning.contribution')
      .where('authority_id', '=', authorityId)
      .where('personal_outcome_id', '=', personalOutcomeId)
      .execute()
    if (contributions.length > 0)
      await tx
        .insertInto('care_planning.contribution')
        .values(
          contributions.map((one) => ({
            authority_id: authorityId,
            personal_outcome_id: personalOutcomeId,
            person_id: plan.personId,
            party: one.party,
            provider_id: one.providerId,
            contract_id: one.contractId,
            extent: one.extent,
            what: one.what,
            starts_on: one.startsOn ?? plan.content.startsOn,
            weekly_minutes: one.weeklyMinutes,
            works_when: one.worksWhen,
          })),
        )
        .execute()
    const lead = leadOf(contributions)
    await tx
      .updateTable('care_planning.personal_outcome')
      .set((eb) => ({
        plan_id: planId,
        version: eb('version', '+', 1),
        ...(reviewDueOn ? { review_due_on: eb.fn<Day>('least', ['review_due_on', eb.val(reviewDueOn)]) } : {}),
        ...(lead ? { contract_id: lead.contractId, provider_id: lead.providerId } : {}),
      }))
      .where('authority_id', '=', authorityId)
      .where('personal_outcome_id', '=', personalOutcomeId)
      .execute()
  }
}

async function share(
  tx: Tx,
  authorityId: number,
  plan: PlanVersion,
  at: Temporal.Instant,
  leftOut: readonly number[],
): Promise<void> {
  const shares = [...sharesOf(plan.content), ...leftOut.map((providerId) => [providerId, NO_SHARE] as const)]
  if (shares.length === 0) return
  await tx
    .insertInto('care_planning.plan_share')
    .values(
      shares.map(([providerId, content]) => ({
        authority_id: authorityId,
        plan_version_id: plan.planVersionId,
        person_id: plan.personId,
        provider_id: providerId,
        content: JSON.stringify(content),
        shared_at: at,
      })),
    )
    .execute()
}

export type SharedPlan = {
  readonly providerId: number
  readonly sharedAt: Temporal.Instant
  readonly content: PlanShare
}

const Share = PlanContent.pick({
  outcomes: true,
  risks: true,
  contingency: true,
  preferences: true,
  startsOn: true,
})

/** The newest share of each provider that the asker may see: a provider its own, staff all of them. */
export async function listShares(tx: Tx, authorityId: number, personId: number): Promise<readonly SharedPlan[]> {
  const rows = await tx
    .selectFrom('care_planning.plan_share')
    .selectAll()
    .distinctOn('provider_id')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .orderBy('provider_id')
    .orderBy('plan_version_id', 'desc')
    .execute()
  return rows.map((row) => ({
    providerId: row.provider_id,
    sharedAt: row.shared_at,
    content: Share.parse(row.content),
  }))
}

function versionOf(
  row: Selectable<Tables['care_planning.plan_version']>,
  agreement: PlanAgreement | null,
): PlanVersion {
  return {
    planVersionId: row.plan_version_id,
    personId: row.person_id,
    planId: row.plan_id,
    number: row.number,
    state: row.state as PlanState,
    reason: row.reason,
    content: PlanContent.parse(row.content),
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    agreedOn: row.agreed_on,
    agreement,
    version: row.version,
  }
}

function agreementOf(row: Selectable<Tables['care_planning.plan_agreement']>): PlanAgreement {
  return {
    how: row.how as AgreedHow,
    byWhom: row.by_whom as AgreedBy,
    name: row.name,
    agreedOn: row.agreed_on,
    words: row.words,
    recordedBy: row.recorded_by,
  }
}
