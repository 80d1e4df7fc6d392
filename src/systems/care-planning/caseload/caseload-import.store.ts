/** What imports ask of allocations: since when each person has the worker they have now. */
import type { Tx } from '../../../platform/database/database.ts'

/** Days as `YYYY-MM-DD`, by person. A map of one's own: whoever reads a file adds to it. */
export async function listOpenSince(tx: Tx, authorityId: number): Promise<Map<number, string>> {
  const rows = await tx
    .selectFrom('care_planning.allocation')
    .select(['person_id', 'starts_on'])
    .where('authority_id', '=', authorityId)
    .where('ends_on', 'is', null)
    .execute()
  return new Map(rows.map((row) => [row.person_id, row.starts_on.toString()]))
}
