/** Writing people down, and finding those that may be the same. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { listFormerReferences } from '../merge/former-person.store.ts'
import type { Described } from './likeness.ts'
import type { Person } from './person.ts'

export type PersonFacts = Pick<
  Person,
  | 'givenName'
  | 'familyName'
  | 'knownAs'
  | 'bornOn'
  | 'language'
  | 'areaId'
  | 'needGroup'
  | 'whatMatters'
  | 'whatMattersLanguage'
>

/** Adds a person under a reference of ours, `C-` and the next number, where the authority gave none; undefined where it is taken. */
export async function insertPerson(
  tx: Tx,
  authorityId: number,
  facts: PersonFacts,
  given: { readonly ref: string | undefined; readonly startedOn: Person['startedOn'] },
): Promise<number | undefined> {
  const ref = given.ref ?? (await nextReference(tx, authorityId))
  if ((await listFormerReferences(tx, authorityId)).has(ref)) return undefined
  const row = await tx
    .insertInto('care_planning.person')
    .values({ authority_id: authorityId, ref, started_on: given.startedOn, ...columnsOf(facts) })
    .onConflict((conflict) => conflict.columns(['authority_id', 'ref']).doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** False when somebody saved the person since `version`. */
export async function updatePerson(
  tx: Tx,
  authorityId: number,
  at: { readonly personId: number; readonly version: number },
  facts: PersonFacts,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.person')
    .set((eb) => ({ ...columnsOf(facts), version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', at.personId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function columnsOf(facts: PersonFacts) {
  return {
    given_name: facts.givenName,
    family_name: facts.familyName,
    known_as: facts.knownAs || null,
    born_on: facts.bornOn,
    language: facts.language,
    area_id: facts.areaId,
    need_group: facts.needGroup,
    what_matters: facts.whatMatters,
    what_matters_language: facts.whatMatters ? (facts.whatMattersLanguage ?? facts.language) : null,
  }
}

async function nextReference(tx: Tx, authorityId: number): Promise<string> {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(substring(ref from '^C-([0-9]+)$')::bigint), 10000) + 1 as next
    from (
      select ref from care_planning.person where authority_id = ${authorityId}
      union all select former_ref from care_planning.former_person where authority_id = ${authorityId}
    ) given where ref ~ '^C-[0-9]{1,12}$'`.execute(tx)
  return `C-${rows[0]?.next ?? 10001}`
}

export type NamedRecord = Described & { readonly personId: number; readonly ref: string }

/** Everybody's names and days of birth, whom the asker may see: for looking for those that are alike. */
export async function listNames(tx: Tx, authorityId: number): Promise<readonly NamedRecord[]> {
  const rows = await tx
    .selectFrom('care_planning.person as p')
    .leftJoin('care_planning.person_contact as c', (join) =>
      join.onRef('c.authority_id', '=', 'p.authority_id').onRef('c.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.ref', 'p.given_name', 'p.family_name', 'p.known_as', 'p.born_on', 'c.nhs_number'])
    .where('p.authority_id', '=', authorityId)
    .execute()
  return rows.map((row) => ({ ...namedRecordOf(row), nhsNumber: row.nhs_number }))
}

export function namedRecordOf(
  row: Pick<
    Selectable<Tables['care_planning.person']>,
    'person_id' | 'ref' | 'given_name' | 'family_name' | 'known_as' | 'born_on'
  >,
): NamedRecord {
  return {
    personId: row.person_id,
    ref: row.ref,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    bornOn: row.born_on,
  }
}
