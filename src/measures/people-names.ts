/** What people are called, in lists of the records behind a number: asked of the system that keeps people. */
import type { PersonName } from '../kernel/person-name.ts'
import type { Tx } from '../platform/database/database.ts'

export type NamedPerson = { readonly ref: string; readonly name: PersonName }

/** Those of the people whom the asker may see, by id. */
export type PeopleNamer = (
  tx: Tx,
  authorityId: number,
  personIds: Iterable<number>,
) => Promise<ReadonlyMap<number, NamedPerson>>

let namer: PeopleNamer | undefined

/** The system that keeps people publishes how to name them; publishing again replaces it. */
export function publishPeopleNames(published: PeopleNamer): void {
  namer = published
}

/** Nobody has a name where no system publishes them. */
export const namesOfPeople: PeopleNamer = async (tx, authorityId, personIds) =>
  namer ? namer(tx, authorityId, personIds) : new Map()
