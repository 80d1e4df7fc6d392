/** What undoing an import asks of contributions: how many rest on these outcomes. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

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
