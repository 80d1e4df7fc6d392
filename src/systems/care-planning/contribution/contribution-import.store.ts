/** What imports ask of contributions: how many rest on these outcomes, and which providers contribute for whom. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Support } from '../circle/circle.store.ts'

export async function countContributionsTo(
  tx: Tx,
  authorityId: number,
  outcomeIds: readonly number[],
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from care_planning.contribution
    where authority_id = ${authorityId} and personal_outcome_id = any(${outcomeIds}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** Which providers contribute, or contributed, to outcomes of these people. */
export async function listContributing(
  tx: Tx,
  authorityId: number,
  personIds: readonly number[],
): Promise<readonly Support[]> {
  const { rows } = await sql<Support>`
    select distinct person_id as "personId", provider_id as "providerId" from care_planning.contribution
    where authority_id = ${authorityId} and provider_id is not null
      and person_id = any(${[...new Set(personIds)]}::bigint[])`.execute(tx)
  return rows.map((row) => ({ personId: Number(row.personId), providerId: row.providerId }))
}
