/** What the quick lists keep is what a look at everybody would find; and lists that are long say so. */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { listWork } from '../worklist/worklist.store.ts'
import { SHOWN_OF_ONE } from '../worklist/worklist.ts'
import { countUnallocated, listAllocated } from './caseload.store.ts'
import { CaseloadQuery } from './caseload.ts'

let database: Database
const TODAY = Temporal.PlainDate.from('2026-03-03')
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'] })
const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(systemActor(1), work)
const asWorker = <T>(work: (tx: Tx) => Promise<T>) => database.transaction(worker, work)

beforeAll(async () => {
  database = await openTestDatabase()
  await asSystem(async (tx) => {
    await sql`insert into commissioning.area (authority_id, area_id, ref, name_en, name_cy) values (1, 1, 'a', 'Valley', 'Dyffryn')`.execute(
      tx,
    )
    await sql`insert into care_planning.worker (authority_id, worker_id, ref, name, team)
      select 1, n, 'w' || n, 'Nia', 'Tîm' from generate_series(1, 3) n`.execute(tx)
  })
})
afterAll(() => database.close())

const addPeople = (from: number, to: number) =>
  asSystem((tx) =>
    sql`insert into care_planning.person (authority_id, person_id, ref, given_name, family_name, language, area_id, need_group, started_on)
      select 1, n, 'p' || n, 'Gwen', 'Pugh', 'cy', 1, 'older', date '2025-01-01' from generate_series(${from}::integer, ${to}::integer) n`.execute(
      tx,
    ),
  )

type Move = { readonly person: number; readonly worker: number | 'nobody' | 'undone' }
const Moves = fc.array(
  fc.record({
    person: fc.integer({ min: 1, max: 5 }),
    worker: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant('nobody' as const), fc.constant('undone' as const)),
  }),
  { maxLength: 25 },
)

/** Gives somebody to a worker, ends who they are with, or takes the newest allocation back as an undone import does. */
async function move(tx: Tx, { person, worker }: Move, day: number): Promise<void> {
  const on = TODAY.add({ days: day })
  if (worker === 'undone') {
    await sql`delete from care_planning.allocation where authority_id = 1 and allocation_id in (
      select max(allocation_id) from care_planning.allocation where authority_id = 1 and person_id = ${person})`.execute(
      tx,
    )
    return
  }
  await sql`update care_planning.allocation set ends_on = ${on} where authority_id = 1 and person_id = ${person} and ends_on is null`.execute(
    tx,
  )
  if (worker !== 'nobody')
    await sql`insert into care_planning.allocation (authority_id, person_id, worker_id, starts_on) values (1, ${person}, ${worker}, ${on})`.execute(
      tx,
    )
}

describe('whose somebody is', () => {
  test('is kept beside them as the allocations say, however they were given, ended and taken back', async () => {
    await addPeople(1, 5)
    const known = fc.asyncProperty(Moves, async (moves) => {
      await asSystem(async (tx) => {
        await sql`delete from care_planning.allocation where authority_id = 1`.execute(tx)
        for (const [day, one] of moves.entries()) await move(tx, one, day)
        const { rows } = await sql<{ wrong: number; nobodys: number }>`
          select count(*) filter (where p.worker_id is distinct from a.worker_id)::integer as wrong,
            count(*) filter (where a.worker_id is null)::integer as nobodys
          from care_planning.person p left join care_planning.allocation a
            on a.authority_id = p.authority_id and a.person_id = p.person_id and a.ends_on is null
          where p.authority_id = 1`.execute(tx)
        expect([rows[0]!.wrong, await countUnallocated(tx, 1)]).toEqual([0, rows[0]!.nobodys])
      })
    })
    await fc.assert(known, { numRuns: 30 })
  })
})

describe('a list that is longer than anybody looks', () => {
  test('of people who are nobody’s is counted up to a thousand and one', async () => {
    await asSystem((tx) => sql`delete from care_planning.allocation where authority_id = 1`.execute(tx))
    await addPeople(6, COUNTED_UP_TO)
    expect(await asWorker((tx) => countUnallocated(tx, 1))).toBe(COUNTED_UP_TO)
    await addPeople(COUNTED_UP_TO + 1, COUNTED_UP_TO + 3)
    expect(await asWorker((tx) => countUnallocated(tx, 1))).toBe(COUNTED_UP_TO + 1)
    const query = CaseloadQuery.parse({ unallocated: 'yes', page: 2 })
    const { people } = await asWorker((tx) => listAllocated(tx, 1, query, 40))
    expect([people.length, people[0]?.personId]).toEqual([40, 41])
  })

  test('of what changed is counted up to two hundred and one, oldest first; a worker’s own is counted whole', async () => {
    const changed = (from: number, to: number) =>
      asSystem((tx) =>
        sql`insert into care_planning.situation (authority_id, person_id, kind, noticed_on, source_key)
          select 1, n, 'missed-visits', date '2026-03-01' - n, 'visits' from generate_series(${from}::integer, ${to}::integer) n`.execute(
          tx,
        ),
      )
    const asked = { today: TODAY, daysAhead: 14, workerId: undefined, limit: 10 }
    await changed(1, SHOWN_OF_ONE)
    const some = await asWorker((tx) => listWork(tx, 1, 'changed', asked))
    expect([some.total, some.items.length, some.items[0]?.personId]).toEqual([SHOWN_OF_ONE, 10, SHOWN_OF_ONE])
    await changed(SHOWN_OF_ONE + 1, SHOWN_OF_ONE + 60)
    const more = await asWorker((tx) => listWork(tx, 1, 'changed', asked))
    expect([more.total, more.items[0]?.personId]).toEqual([SHOWN_OF_ONE + 1, SHOWN_OF_ONE + 60])
    await asSystem((tx) =>
      sql`insert into care_planning.allocation (authority_id, person_id, worker_id, starts_on)
        select 1, n, 1, date '2026-01-01' from generate_series(1, ${SHOWN_OF_ONE + 60}::integer) n`.execute(tx),
    )
    const own = await asWorker((tx) => listWork(tx, 1, 'changed', { ...asked, workerId: 1 }))
    expect([own.total, own.items.length]).toEqual([SHOWN_OF_ONE + 60, 10])
  })
})
