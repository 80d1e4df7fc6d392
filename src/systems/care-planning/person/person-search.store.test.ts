/** Finding people by name, as the database keeps what they can be found by. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { soundOf } from './likeness.ts'
import { listPeople, listSoundingLike } from './person.store.ts'
import { PeopleQuery } from './person.ts'

let database: Database
const TODAY = Temporal.PlainDate.from('2026-03-03')

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(systemActor(1), async (tx) => {
    await sql`insert into commissioning.area (authority_id, area_id, ref, name_en, name_cy) values (1, 1, 'a', 'Valley', 'Dyffryn')`.execute(
      tx,
    )
    const people = [
      [1, 'P-10110', 'Gŵenllian', 'Prydderch', 'Gwen'],
      [2, 'P-10111', 'Siôn', 'ap Rhys-Davies', null],
      [3, 'P-10112', 'Mary', "O'Connor", null],
      [4, 'X/77', 'Wałęsa', 'Ŷstwyth', null],
    ] as const
    for (const [id, ref, given, family, known] of people)
      await sql`insert into care_planning.person (authority_id, person_id, ref, given_name, family_name, known_as, language, area_id, need_group)
        values (1, ${id}::bigint, ${ref}, ${given}, ${family}, ${known}, 'cy', 1, 'older')`.execute(tx)
  })
})
afterAll(() => database.close())

const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'] })
async function found(search: string): Promise<readonly number[]> {
  const query = PeopleQuery.parse({ search })
  const { people } = await database.transaction(worker, (tx) => listPeople(tx, 1, query, TODAY, 25))
  return people.map(({ personId }) => Number(personId)).toSorted()
}

describe('somebody is found', () => {
  test.each([
    ['gwen', [1]],
    ['GWENLLIAN pryd', [1]],
    ['pryd gwen', [1]],
    ['p-10110', [1]],
    ['10111', [2]],
    ['p-1011', [1, 2, 3]],
    ['rhys davies', [2]],
    ['Davies', [2]],
    ['o’connor', [3]],
    ["o'con mar", [3]],
    ['ystwyth', [4]],
    ['Ŷstw', [4]],
    ['x/77', [4]],
    ['wenllian', []],
    ['gwen jones', []],
    ['%', []],
    ['_', []],
    ["'", []],
    ['y'.repeat(90), []],
  ])('by “%s”', async (search, ids) => {
    expect(await found(search)).toEqual(ids)
  })

  test('by what sounds like their names, where nobody is spelled so', async () => {
    const sounding = (search: string) => database.transaction(worker, (tx) => listSoundingLike(tx, 1, search))
    expect((await sounding('Gwenlian Prytherch')).map(({ ref }) => ref)).toEqual(['P-10110'])
    expect((await sounding('Shon Rees')).map(({ ref }) => ref)).toEqual(['P-10111'])
    expect(await sounding('Llewelyn')).toEqual([])
    expect(await sounding('a')).toEqual([])
  })

  test('only by those who may see them', async () => {
    const provider = anActor({ kind: 'provider', providerId: 9 }, { roles: ['provider-manager'] })
    const query = PeopleQuery.parse({ search: 'gwen' })
    const { people, total } = await database.transaction(provider, (tx) => listPeople(tx, 1, query, TODAY, 25))
    expect([people.length, total]).toEqual([0, 0])
    const ids = (tx: Tx) => sql`select care_planning.people_with_keys(array['gwen'])`.execute(tx)
    const own = (personId: number) => anActor({ kind: 'own', personIds: [personId] }, { roles: ['person'] })
    for (const [actor, number] of [
      [provider, 0],
      [own(2), 0],
      [own(1), 1],
      [worker, 1],
    ] as const)
      expect((await database.transaction(actor, ids)).rows).toHaveLength(number)
    await database.transaction(systemActor(1), (tx) =>
      sql`insert into care_planning.restriction (authority_id, person_id, reason, restricted_on, restricted_by)
        values (1, 1, 'Staff', date '2026-03-03', 'Nia')`.execute(tx),
    )
    expect((await database.transaction(worker, ids)).rows).toHaveLength(0)
    expect((await database.transaction(systemActor(1), ids)).rows).toHaveLength(1)
  })
})

test('a name sounds the same in the database and in the program', async () => {
  const names = fc.sample(fc.stringMatching(/^[A-Za-zâêîôûŵŷ]{0,14}$/), { numRuns: 500, seed: 7 })
  const known = [
    'Rhys',
    'Rees',
    'Llywelyn',
    'Davies',
    'Siân',
    'Shan',
    'Ifan',
    'Evan',
    'Phillips',
    'Wyn',
    'Eifion',
    'Sioned',
  ]
  const all = [...known, ...names]
  const { rows } = await database.transaction(worker, (tx) =>
    sql<{ sound: string }>`select care_planning.sound_of(name) as sound
      from jsonb_array_elements_text(${JSON.stringify(all)}::jsonb) with ordinality n(name, place) order by place`.execute(
      tx,
    ),
  )
  expect(rows.map(({ sound }) => sound)).toEqual(all.map(soundOf))
})
