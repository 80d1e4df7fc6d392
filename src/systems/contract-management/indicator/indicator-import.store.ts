/** What undoing an import asks of indicators: how many rest on these contracts or outcomes. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export async function countIndicatorsOf(
  tx: Tx,
  authorityId: number,
  kind: 'contracts' | 'outcome-catalogue',
  ids: readonly number[],
): Promise<number> {
  const column = kind === 'contracts' ? sql`contract_id` : sql`outcome_id`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from contract_management.contract_indicator
    where authority_id = ${authorityId} and ${column} = any(${ids}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
