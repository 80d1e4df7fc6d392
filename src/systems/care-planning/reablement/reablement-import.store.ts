/** What imports ask of reablement: who gives it to whom, and how much rests on what. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Support } from '../circle/circle.store.ts'

/** Which providers give, or gave, reablement to these people. */
export async function listReabling(
  tx: Tx,
  authorityId: number,
  personIds: readonly number[],
): Promise<readonly Support[]> {
  const { rows } = await sql<Support>`
    select distinct person_id as "personId", provider_id as "providerId" from care_planning.reablement_episode
    where authority_id = ${authorityId} and provider_id is not null
      and person_id = any(${[...new Set(personIds)]}::bigint[])`.execute(tx)
  return rows.map((row) => ({ personId: Number(row.personId), providerId: row.providerId }))
}

export async function countEpisodesOf(
  tx: Tx,
  authorityId: number,
  kind: 'people' | 'contracts' | 'outcomes',
  ids: readonly number[],
): Promise<number> {
  const from = {
    people: sql`care_planning.reablement_episode where person_id`,
    contracts: sql`care_planning.reablement_episode where contract_id`,
    outcomes: sql`care_planning.reablement_goal where personal_outcome_id`,
  }[kind]
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${from} = any(${ids}::bigint[]) and authority_id = ${authorityId}`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
