/** What people are called, for lists in other systems. */
import type { PersonName } from '../../../kernel/person-name.ts'
import type { Tx } from '../../../platform/database/database.ts'

export type NamedPerson = { readonly ref: string; readonly name: PersonName }

/** Those of the people whom the asker may see, by our own id. */
export async function namePeople(
  tx: Tx,
  authorityId: number,
  personIds: Iterable<number>,
): Promise<ReadonlyMap<number, NamedPerson>> {
  const ids = [...new Set(personIds)]
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('care_planning.person')
    .select(['person_id', 'ref', 'given_name', 'family_name', 'known_as'])
    .where('authority_id', '=', authorityId)
    .where('person_id', 'in', ids)
    .execute()
  return new Map(
    rows.map((row) => [
      row.person_id,
      { ref: row.ref, name: { givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as } },
    ]),
  )
}
