/** People in the database: the list as asked, and one person. */
import { type Expression, type Selectable, type SqlBool, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { listFormerReferences } from '../merge/former-person.store.ts'
import type { NeedGroup, PeopleQuery, Person, PersonInList } from './person.ts'
import { type NamedRecord, namedRecordOf } from './person-write.store.ts'

export async function findPerson(tx: Tx, authorityId: number, personId: number): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('care_planning.person')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && personOf(row)
}

/** By the authority's own reference; one of a record that was merged finds the record that stands. */
export async function findPersonByRef(tx: Tx, authorityId: number, ref: string): Promise<Person | undefined> {
  const row = await tx
    .selectFrom('care_planning.person')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  if (row) return personOf(row)
  const standing = (await listFormerReferences(tx, authorityId)).get(ref)
  return standing === undefined ? undefined : findPerson(tx, authorityId, standing)
}

export type PeoplePage = { readonly people: readonly PersonInList[]; readonly total: number }

/** One page of the list, and how many people answer to the question, counted up to `COUNTED_UP_TO` and one more. `perPage` undefined: all of them, for an export. */
export async function listPeople(
  tx: Tx,
  authorityId: number,
  query: PeopleQuery,
  today: Day,
  perPage?: number,
): Promise<PeoplePage> {
  const direction = query.direction === 'ascending' ? 'asc' : 'desc'
  const byOutcomes = query.sort === 'outcomes' || query.sort === 'due'
  let rows = inList(tx, authorityId, query, today, byOutcomes || !perPage ? 'all' : 'each')
  if (query.sort === 'area') rows = rows.orderBy('p.area_id', direction)
  if (query.sort === 'outcomes') rows = rows.orderBy(sql`coalesce(live.live, 0)`, direction)
  if (query.sort === 'due')
    rows = rows.orderBy('live.next_due_on', (order) => (direction === 'asc' ? order.asc() : order.desc()).nullsLast())
  const byName = query.sort === 'name' ? direction : 'asc'
  rows = rows.orderBy(sql`lower(p.family_name)`, byName).orderBy('p.given_name', byName).orderBy('p.person_id', byName)
  if (perPage) rows = rows.limit(perPage).offset((query.page - 1) * perPage)
  const people = (await rows.execute()).map(personInListOf)
  return { total: perPage ? await countMatching(tx, authorityId, query, today) : people.length, people }
}

async function countMatching(tx: Tx, authorityId: number, query: PeopleQuery, today: Day): Promise<number> {
  const { count } = await tx
    .selectFrom(
      matching(tx, authorityId, query, today)
        .select('p.person_id')
        .limit(COUNTED_UP_TO + 1)
        .as('counted'),
    )
    .select(sql<number>`count(*)`.as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** The people after one of them, by our own id: for programs that walk the whole list. One more than `limit`, to see whether more follow. */
export async function listPeopleAfter(
  tx: Tx,
  authorityId: number,
  query: PeopleQuery,
  place: { readonly after: number; readonly limit: number; readonly today: Day },
): Promise<readonly PersonInList[]> {
  const rows = inList(tx, authorityId, query, place.today, 'each').where('p.person_id', '>', place.after)
  return (
    await rows
      .orderBy('p.person_id')
      .limit(place.limit + 1)
      .execute()
  ).map(personInListOf)
}

/**
 * The columns of the list, each person with their live outcomes and when the next of them is due: looked up for `each` person of a page,
 * or for `all` at once where the list is sorted by them.
 */
function inList(tx: Tx, authorityId: number, query: PeopleQuery, today: Day, outcomesOf: 'each' | 'all') {
  return matching(tx, authorityId, query, today)
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('care_planning.personal_outcome as o')
          .select(['o.person_id', sql<number>`count(*)`.as('live'), sql<Day>`min(o.review_due_on)`.as('next_due_on')])
          .where('o.authority_id', '=', authorityId)
          .where((e) => e.or([e('o.ended_on', 'is', null), e('o.ended_on', '>', today)]))
          .where(outcomesOf === 'each' ? sql<boolean>`o.person_id = p.person_id` : sql<boolean>`true`)
          .groupBy('o.person_id')
          .as('live'),
      (join) => join.onRef('live.person_id', '=', 'p.person_id'),
    )
    .select(['p.person_id', 'p.ref', 'p.given_name', 'p.family_name', 'p.known_as', 'p.language', 'p.area_id'])
    .select(['p.need_group', 'live.live', 'live.next_due_on'])
}

type ListRow = Awaited<ReturnType<ReturnType<typeof inList>['execute']>>[number]

function personInListOf(row: ListRow): PersonInList {
  return {
    personId: row.person_id,
    ref: row.ref,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    language: row.language as Language,
    areaId: row.area_id,
    needGroup: row.need_group as NeedGroup,
    liveOutcomes: row.live ?? 0,
    nextDueOn: row.next_due_on,
  }
}

/**
 * The people a question is about, before sorting and paging. Every word searched for begins a part of a name or of the reference, whatever
 * its case and accents: "gwen pry" finds Gŵenllian Prydderch.
 */
function matching(tx: Tx, authorityId: number, query: PeopleQuery, today: Day) {
  let people = tx.selectFrom('care_planning.person as p').where('p.authority_id', '=', authorityId)
  if (query.search)
    people = people.where('p.person_id', 'in', foundBy(sql`care_planning.name_parts(${query.search})`, query.search))
  if (query.area) people = people.where('p.area_id', '=', query.area)
  if (query.language) people = people.where('p.language', '=', query.language)
  if (query.needGroup) people = people.where('p.need_group', '=', query.needGroup)
  if (query.state === 'now' || query.state === 'overdue')
    people = people.where((eb) => eb.or([eb('p.ended_on', 'is', null), eb('p.ended_on', '>', today)]))
  if (query.state === 'ended') people = people.where('p.ended_on', '<=', today)
  if (query.state === 'overdue')
    people = people.where(
      hasOutcome(authorityId, sql`o.review_due_on < ${today} and (o.ended_on is null or o.ended_on > ${today})`),
    )
  if (query.contract) people = people.where(hasOutcome(authorityId, sql`o.contract_id = ${query.contract}`))
  if (query.outcome) people = people.where(hasOutcome(authorityId, sql`o.outcome_id = ${query.outcome}`))
  return people
}

function hasOutcome(authorityId: number, where: Expression<unknown>): Expression<SqlBool> {
  return sql<boolean>`exists (select from care_planning.personal_outcome o
    where o.authority_id = ${authorityId} and o.person_id = p.person_id and ${where})`
}

/**
 * Ids of the people who have all of these keys, whether or not the asker may see them; for `where` on people as the asker sees them. Whose
 * record was merged is found by the reference that it had, or its beginning.
 */
function foundBy(keys: Expression<unknown>, search = '') {
  const wasCalled = sql`select f.person_id from care_planning.former_person f
    where f.authority_id = platform.current_authority() and starts_with(lower(f.former_ref), lower(${search}))`
  return sql<number>`(select care_planning.people_with_keys(${keys}) ${search ? sql`union all ${wasCalled}` : sql``})`
}

const ALIKE_SHOWN = 10

/** Those whose names sound like every word searched for that has more than two letters; by family name. */
export async function listSoundingLike(tx: Tx, authorityId: number, search: string): Promise<readonly NamedRecord[]> {
  const sounds = sql`(select array_agg('~' || care_planning.sound_of(part))
    from unnest(care_planning.name_parts(${search})) part where length(part) > 2)`
  const rows = await tx
    .selectFrom('care_planning.person as p')
    .select(['p.person_id', 'p.ref', 'p.given_name', 'p.family_name', 'p.known_as', 'p.born_on'])
    .where('p.authority_id', '=', authorityId)
    .where('p.person_id', 'in', foundBy(sounds))
    .orderBy(sql`lower(p.family_name)`)
    .orderBy('p.given_name')
    .orderBy('p.person_id')
    .limit(ALIKE_SHOWN)
    .execute()
  return rows.map(namedRecordOf)
}

/** In lower case and without accents, as names are compared in the database. */
export function plainLetters(text: string): string {
  return text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '')
}

function personOf(row: Selectable<Tables['care_planning.person']>): Person {
  return {
    personId: row.person_id,
    ref: row.ref,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
    bornOn: row.born_on,
    language: row.language as Language,
    areaId: row.area_id,
    needGroup: row.need_group as NeedGroup,
    whatMatters: row.what_matters,
    whatMattersLanguage: row.what_matters_language as Language | null,
    startedOn: row.started_on,
    endedOn: row.ended_on,
    version: row.version,
  }
}
