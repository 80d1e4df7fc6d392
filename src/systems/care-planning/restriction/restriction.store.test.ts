import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import { type Actor, systemActor } from '../../../platform/permissions/actor.ts'
import { savePersonalOutcome, savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import {
  findClosedRecord,
  liftRestriction,
  openClosedRecord,
  openRestriction,
  restrictRecord,
} from './restriction.actions.ts'

let database: Database
const elin = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin', id: 5 })
const gruff = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Gruff', id: 6 })
const now = Temporal.Now.instant()

beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(systemActor(1), async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx)
    await sql`insert into care_planning.worker (authority_id, worker_id, ref, name, team, sign_in)
      values (1, 1, 'SW-1', 'Elin', 'Tîm y Dyffryn', 'elin')`.execute(tx)
    await sql`insert into care_planning.allocation (authority_id, person_id, worker_id, starts_on) values (1, 1, 1, '2026-02-01')`.execute(
      tx,
    )
  })
  await database.asOwner((tx) =>
    sql`insert into platform.app_user (authority_id, user_id, issuer, subject, name, created_at)
      overriding system value values (1, 5, 'test', 'elin', 'Elin', now()), (1, 6, 'test', 'gruff', 'Gruff', now())`.execute(
      tx,
    ),
  )
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor) {
  // Whether an opening still holds is judged by the database's own clock.
  const runtime = testRuntime(database, { clock: fixedClock(now.toString()) })
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

/** How many rows of the person each table shows this actor. */
async function seen(actor: Actor): Promise<number> {
  return database.transaction(actor, async (tx) => {
    let rows = 0
    for (const table of ['person', 'plan', 'personal_outcome'] as const)
      rows += (await tx.selectFrom(`care_planning.${table}`).select('person_id').where('person_id', '=', 1).execute())
        .length
    return rows
  })
}

describe('a restricted record', () => {
  test('is closed to staff who have no part in it, and open to whom the person is allocated', async () => {
    expect([await seen(elin), await seen(gruff)]).toEqual([3, 3])
    expect(await act(restrictRecord, { personId: 1, reason: 'Mewn perygl' }, elin)).toMatchObject({ ok: true })
    expect(await act(restrictRecord, { personId: 1, reason: 'Eto' }, elin)).toMatchObject({
      refusal: { code: 'restricted-before' },
    })
    expect([await seen(elin), await seen(gruff)]).toEqual([3, 0])
  })
  test('can be found to be there, and nothing more, by those who may open it', async () => {
    expect(await act(findClosedRecord, { personId: 1 }, gruff)).toMatchObject({ value: { familyName: 'Prydderch' } })
    const broker = anActor({ kind: 'authority' }, { roles: ['broker'], id: 7 })
    expect(await act(findClosedRecord, { personId: 1 }, broker)).toMatchObject({ refusal: { kind: 'forbidden' } })
  })
  test('opens for a reason, for whoever stated it alone; without one it stays closed', async () => {
    expect(await act(openClosedRecord, { personId: 1, reason: ' ' }, gruff)).toMatchObject({
      refusal: { field: 'reason' },
    })
    expect(await seen(gruff)).toBe(0)
    expect(await act(openClosedRecord, { personId: 1, reason: 'Galwad frys' }, gruff)).toMatchObject({ ok: true })
    expect(await seen(gruff)).toBe(3)
    expect(await seen(anActor({ kind: 'authority' }, { roles: ['social-worker'], id: 8 }))).toBe(0)
    const view = await act(openRestriction, { personId: 1 }, elin)
    expect(view.ok && view.value.openings.map(({ reason }) => reason)).toEqual(['Galwad frys'])
  })
  test('is never opened by a program, which has no name to answer with', async () => {
    await database.asOwner((tx) => sql`delete from care_planning.record_opening`.execute(tx))
    const client = anActor({ kind: 'authority' }, { kind: 'client', roles: ['social-worker'], id: 5 })
    expect(await seen(client)).toBe(0)
    expect(await act(openClosedRecord, { personId: 1, reason: 'x' }, client)).toMatchObject({
      refusal: { code: 'people-only' },
    })
  })
  test('closes again when its hours are over', async () => {
    await database.asOwner((tx) =>
      sql`insert into care_planning.record_opening (authority_id, person_id, user_id, opened_by, reason, opened_at, closes_at)
        values (1, 1, 6, 'Gruff', 'Ddoe', now() - interval '5 hours', now() - interval '1 second')`.execute(tx),
    )
    expect(await seen(gruff)).toBe(0)
  })
  test('is open to all again when the restriction ends', async () => {
    expect(await act(liftRestriction, { personId: 1 }, elin)).toMatchObject({ ok: true })
    expect(await seen(gruff)).toBe(3)
  })
})

/** Without them nothing could be said of who sees what; they hold no more than that somebody has a part in a record. */
const NOT_CLOSED = ['allocation', 'circle', 'record_opening', 'restriction']

test('every table with rows of one person is closed so, or stands on a list of its own', async () => {
  const { rows } = await database.asOwner((tx) =>
    sql<{ name: string; is_closed: boolean }>`
      select c.relname as name, exists (select from pg_policies p
        where p.schemaname = 'care_planning' and p.tablename = c.relname and p.policyname = 'closed_records') as is_closed
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
      where n.nspname = 'care_planning' and c.relkind in ('r', 'p') order by c.relname`.execute(tx),
  )
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ is_closed }) => !is_closed).map(({ name }) => name)).toEqual(NOT_CLOSED)
})
