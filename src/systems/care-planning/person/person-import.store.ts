/** What imports ask of people's records: who is known by which reference, and who rests on what. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export type KnownPerson = { readonly personId: number; readonly areaId: number }

/** Everybody the asker may see, by reference. */
export async function listKnownPeople(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, KnownPerson>> {
  const rows = await tx
    .selectFrom('care_planning.person')
    .select(['ref', 'person_id', 'area_id'])
    .where('authority_id', '=', authorityId)
    .execute()
  return new Map(rows.map((row) => [row.ref, { personId: row.person_id, areaId: row.area_id }]))
}

export async function countPeopleIn(tx: Tx, authorityId: number, areaIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from care_planning.person
    where authority_id = ${authorityId} and area_id = any(${areaIds}::integer[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
