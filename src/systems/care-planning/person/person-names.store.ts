/** What people are called, for lists in other systems. */
import type { NamedPerson, PeopleNamer } from '../../../measures/people-names.ts'

export type { NamedPerson }

/** Those of the people whom the asker may see, by our own id. */
export const namePeople: PeopleNamer = async (tx, authorityId, personIds) => {
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
