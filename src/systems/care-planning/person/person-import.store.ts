/** What imports ask of people's records: who is known by which reference, and who rests on what. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { listFormerReferences } from '../merge/former-person.store.ts'

export type KnownPerson = { readonly personId: number; readonly areaId: number }

/** Everybody the asker may see, by reference; those that were merged under their own reference too, as the record that stands. */
export async function listKnownPeople(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, KnownPerson>> {
  const rows = await tx
    .selectFrom('care_planning.person')
    .select(['ref', 'person_id', 'area_id'])
    .where('authority_id', '=', authorityId)
    .execute()
  const known = new Map(rows.map((row) => [row.ref, { personId: row.person_id, areaId: row.area_id }]))
  const byId = new Map([...known.values()].map((person) => [person.personId, person]))
  for (const [ref, personId] of await listFormerReferences(tx, authorityId)) {
    const standing = byId.get(personId)
    if (standing) known.set(ref, standing)
  }
  return known
}

/** References of records that were merged, each with the reference that stands. */
export async function listMergedReferences(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, string>> {
  const rows = await tx
    .selectFrom('care_planning.former_person as f')
    .innerJoin('care_planning.person as p', (join) =>
      join.onRef('p.authority_id', '=', 'f.authority_id').onRef('p.person_id', '=', 'f.person_id'),
    )
    .select(['f.former_ref', 'p.ref'])
    .where('f.authority_id', '=', authorityId)
    .execute()
  return new Map(rows.map((row) => [row.former_ref, row.ref]))
}

export async function countPeopleIn(tx: Tx, authorityId: number, areaIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from care_planning.person
    where authority_id = ${authorityId} and area_id = any(${areaIds}::integer[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
