/** What imports ask of outcomes: which are known by which reference, and how many rest on what. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export type KnownOutcome = {
  readonly personalOutcomeId: number
  readonly personId: number
  readonly areaId: number
  readonly contractId: number | null
  readonly providerId: number | null
  readonly scale: string
  /** Days as `YYYY-MM-DD`, which compare as text. */
  readonly agreedOn: string
  readonly reviewDueOn: string
}

/** By reference. */
export async function listKnownOutcomes(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, KnownOutcome>> {
  const { rows } = await sql<
    Omit<KnownOutcome, 'personalOutcomeId' | 'personId'> & { ref: string; id: number; person: number }
  >`
    select ref, personal_outcome_id as id, person_id as person, area_id as "areaId", contract_id as "contractId",
      provider_id as "providerId", scale, agreed_on::text as "agreedOn", review_due_on::text as "reviewDueOn"
    from care_planning.personal_outcome where authority_id = ${authorityId}`.execute(tx)
  return new Map(
    rows.map(({ ref, id, person, ...rest }) => [
      ref,
      { ...rest, personalOutcomeId: Number(id), personId: Number(person) },
    ]),
  )
}

/** Plans of these people; an outcome always stands in one. */
export async function countPlansOf(tx: Tx, authorityId: number, personIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from care_planning.plan
    where authority_id = ${authorityId} and person_id = any(${personIds}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

export async function countOutcomesOf(
  tx: Tx,
  authorityId: number,
  kind: 'contracts' | 'outcome-catalogue' | 'areas',
  ids: readonly number[],
): Promise<number> {
  const column = { contracts: sql`contract_id`, 'outcome-catalogue': sql`outcome_id`, areas: sql`area_id` }[kind]
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from care_planning.personal_outcome
    where authority_id = ${authorityId} and ${column} = any(${ids}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
