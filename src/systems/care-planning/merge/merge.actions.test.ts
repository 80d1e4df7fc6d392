import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../../../app.fixtures.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import { actorOfUser } from '../../../platform/session/session.ts'
import { compareRecords, findOtherRecord, mergePeople, openMergeStart, previewMerge } from './merge.actions.ts'
import { allFrom, everythingOf } from './merge.fixtures.ts'
import { sayTwoPeople, takeBackThatTwo } from './two-people.actions.ts'
import { openMerge, undoMerge } from './undo-merge.actions.ts'

let world: TestWorld
let own: number
let other: number
let worker: Actor

beforeEach(async () => {
  world = await openTestWorld()
  own = Number(world.ids.personId)
  other = Number(world.othersIds.personId)
  worker = actorOfUser(world.personas.get('social-worker')!, 'en')!
}, 120_000)
afterEach(() => world.database.close())

async function act<I, O>(action: Action<I, O>, input: unknown, actor = worker) {
  return perform(world.runtime, actor, action, input, { via: 'page', at: '/test' })
}
async function value<I, O>(action: Action<I, O>, input: unknown): Promise<O> {
  const result = await act(action, input)
  if (!result.ok) throw new Error(`${action.name}: ${JSON.stringify(result.refusal)}`)
  return result.value
}
const compared = (personId = own, otherId = other) => value(compareRecords, { personId, otherId })
const asOwner = <T>(work: (tx: Tx) => Promise<T>) => world.database.asOwner(work)
const merged = async (standing = own, chosen = own) => value(mergePeople, allFrom(await compared(), chosen, standing))
const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
  Number((await asOwner((tx) => query.execute(tx))).rows[0]?.n)

describe('merging two records of one person', () => {
  test('leaves one person with everything of both; the other is kept as it was, and undoing it gives back exactly what there was', async () => {
    const before = await everythingOf(world.database)
    const { personMergeId } = await merged()
    const after = await everythingOf(world.database)
    expect(after['care_planning.person']).toHaveLength(1)
    for (const [table, rows] of Object.entries(after))
      if (table !== 'platform.app_user')
        expect(
          rows.filter((row) => row.includes(`"person_id": ${other}`)),
          table,
        ).toEqual([])
    expect(after['work_allocation.visit']).toHaveLength(2)
    const former = await asOwner((tx) =>
      tx.selectFrom('care_planning.person_merge').selectAll().executeTakeFirstOrThrow(),
    )
    expect(former).toMatchObject({ former_ref: '40999', standing_ref: '40117', former: { given_name: 'Gwenllian' } })
    expect(await act(undoMerge, { personId: own, personMergeId, reason: 'Dau berson wedi’r cwbl' })).toMatchObject({
      ok: true,
    })
    expect(await everythingOf(world.database)).toEqual(before)
  })

  test('undoes exactly as well where the other record stands and everything goes on from the one that gives way', async () => {
    const before = await everythingOf(world.database)
    const { personId, personMergeId } = await merged(other, own)
    expect(personId).toBe(other)
    await value(undoMerge, { personId: other, personMergeId, reason: 'Camgymeriad' })
    expect(await everythingOf(world.database)).toEqual(before)
  })

  test('is refused while two plans would go on, and says which to choose; then one is in force and the other’s versions are kept', async () => {
    const asked = allFrom(await compared(), own)
    expect(await act(mergePeople, { ...asked, goesOn: { ...asked.goesOn, plan: '' } })).toMatchObject({
      refusal: { code: 'two-live-plans', field: 'goesOn.plan', kind: 'invalid' },
    })
    await value(mergePeople, asked)
    expect(
      await count(sql`select count(*) as n from care_planning.plan where ends_on is null or ends_on >= '2026-03-03'`),
    ).toBe(1)
    expect(await count(sql`select count(*) as n from care_planning.plan where ended_reason = 'merged'`)).toBe(1)
    expect(await count(sql`select count(*) as n from care_planning.plan_version where state = 'agreed'`)).toBe(1)
    expect(await count(sql`select count(*) as n from care_planning.plan_version where state = 'merged'`)).toBe(2)
    expect(await count(sql`select count(*) as n from care_planning.plan_version`)).toBe(4)
  })

  test('asks of a review begun, an assessment begun and reablement under way in both which goes on', async () => {
    await asOwner((tx) =>
      sql`update care_planning.reablement_episode set ended_on = null, ending = null, early_reason = null,
      needed_after = null, follows = null, minutes_at_end = null, six_months_later = null, is_mitigated = false`.execute(
        tx,
      ),
    )
    const { twice } = await compared()
    expect(twice).toEqual(['plan', 'reablement', 'review', 'assessment'])
    await merged()
    expect(await count(sql`select count(*) as n from care_planning.reablement_episode where ended_on is null`)).toBe(1)
    expect(await count(sql`select count(*) as n from care_planning.reablement_fact where is_started`)).toBe(1)
  })

  test('asks for every field in which both say something else, keeps what only one says, and says all that is missing at once', async () => {
    await asOwner((tx) =>
      sql`update care_planning.person set family_name = 'Pritchard', known_as = null where person_id = ${other}`.execute(
        tx,
      ),
    )
    const asked = { ...allFrom(await compared(), own), identity: {}, goesOn: {} }
    const result = await act(mergePeople, asked)
    expect(result).toMatchObject({ refusal: { field: 'identity.familyName', others: expect.any(Array) } })
    await value(mergePeople, { ...allFrom(await compared(), own), identity: { familyName: other } })
    const person = await asOwner((tx) => tx.selectFrom('care_planning.person').selectAll().executeTakeFirstOrThrow())
    expect(person).toMatchObject({ family_name: 'Pritchard', known_as: 'Gwen', ref: '40117' })
  })

  test('shows beforehand what it will do and does nothing', async () => {
    const before = await everythingOf(world.database)
    const preview = await value(previewMerge, allFrom(await compared(), own))
    expect(preview.former.holds.map(({ what, count }) => `${what.en} ${count}`)).toContain('Visits 1')
    expect(preview.ends.map(({ kind, of }) => [kind, of.record.ref])).toContainEqual(['plan', '40999'])
    expect(await everythingOf(world.database)).toEqual(before)
  })

  test('refuses a record with itself, a record that is not there, and one that was changed since it was looked at', async () => {
    const asked = allFrom(await compared(), own)
    expect(await act(mergePeople, { ...asked, otherId: own })).toMatchObject({ refusal: { code: 'same-record' } })
    expect(await act(mergePeople, { ...asked, otherId: 987_654 })).toMatchObject({
      refusal: { code: 'no-such-person' },
    })
    expect(await act(mergePeople, { ...asked, otherVersion: 7 })).toMatchObject({ refusal: { kind: 'stale' } })
    expect(await act(mergePeople, { ...asked, reason: ' ' })).toMatchObject({ refusal: { field: 'reason' } })
    expect(await act(findOtherRecord, { personId: own, ref: '40117' })).toMatchObject({
      refusal: { code: 'same-record' },
    })
    expect(await act(findOtherRecord, { personId: own, ref: 'nid-oes' })).toMatchObject({ refusal: { field: 'ref' } })
  })

  test('of two workers at once, one merges; the other is told that it is done already, whichever way round they would have had it', async () => {
    const asked = allFrom(await compared(), own)
    const results = await Promise.all([act(mergePeople, asked), act(mergePeople, { ...asked, standing: other })])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({ refusal: { code: 'merged-already' } })
    expect(await act(mergePeople, { ...asked, personId: other, otherId: own })).toMatchObject({
      refusal: { code: 'merged-already' },
    })
  })

  test('a chain arrives at its end, and is undone from its end', async () => {
    const third = await asOwner(async (tx) => {
      const { rows } = await sql<{ id: number }>`
        insert into care_planning.person (authority_id, ref, given_name, family_name, language, area_id, need_group)
        select authority_id, '41000', given_name, 'Prydderch', language, area_id, need_group from care_planning.person
        where person_id = ${own} returning person_id as id`.execute(tx)
      return Number(rows[0]?.id)
    })
    const visitor = await world.signIn('social-worker')
    const before = await everythingOf(world.database)
    const first = await merged()
    const second = await value(mergePeople, allFrom(await compared(third, own), own, third))
    expect((await visitor.get(`/people/${other}`)).headers.get('location')).toBe(`/people/${third}`)
    expect(await value(findOtherRecord, { personId: 999, ref: '40999' })).toEqual({ otherId: third })
    const undone = (personMergeId: number, personId: number) =>
      act(undoMerge, { personId, personMergeId, reason: 'Camgymeriad' })
    expect(await undone(first.personMergeId, third)).toMatchObject({ refusal: { code: 'merged-since' } })
    expect(await undone(second.personMergeId, third)).toMatchObject({ ok: true })
    expect(await undone(first.personMergeId, own)).toMatchObject({ ok: true })
    expect(await undone(first.personMergeId, own)).toMatchObject({ refusal: { code: 'undone-already' } })
    expect(await everythingOf(world.database)).toEqual(before)
  })
})

describe('undoing', () => {
  test('is refused, naming what, when something was added to the merged record or changed in it since; the record stays merged', async () => {
    const { personMergeId } = await merged()
    await asOwner((tx) =>
      sql`update care_planning.personal_outcome set review_due_on = '2027-01-01' where ref = 'O-OTHER'`.execute(tx),
    )
    await asOwner((tx) =>
      sql`insert into care_planning.consent (authority_id, person_id, what, answer, how, answered_on, answered_by, recorded_by, recorded_at)
      values (1, ${own}, 'share-with-health', 'given', 'spoken', '2026-03-03', 'Gwen', 'Elin', now())`.execute(tx),
    )
    await asOwner((tx) => sql`update care_planning.person set known_as = 'Gwenno'`.execute(tx))
    const refused = await act(undoMerge, { personId: own, personMergeId, reason: 'Camgymeriad' })
    expect(refused).toMatchObject({ refusal: { code: 'something-came-since' } })
    const said = !refused.ok && refused.refusal.message.en
    for (const named of ['Consents (1)', 'Outcomes (1)', 'The person (1)']) expect(said).toContain(named)
    expect(await value(openMerge, { personId: own, personMergeId })).toMatchObject({
      hindrance: { code: 'something-came-since' },
    })
  })

  test('a visit that came since goes with its package; a package that came since stands in the way', async () => {
    const { personMergeId } = await merged()
    await asOwner((tx) =>
      sql`insert into work_allocation.visit select (jsonb_populate_record(v, '{"visit_ref": "V-NEW"}')).*
      from work_allocation.visit v where visit_ref = 'V-OTHER'`.execute(tx),
    )
    await value(undoMerge, { personId: own, personMergeId, reason: 'Camgymeriad' })
    expect(await count(sql`select count(*) as n from work_allocation.visit where person_id = ${other}`)).toBe(2)
    const again = await merged()
    await asOwner((tx) =>
      sql`insert into work_allocation.package select (jsonb_populate_record(p, '{"package_id": 5000, "ref": "PK-NEW"}')).*
      from work_allocation.package p where ref = 'PK-OTHER'`.execute(tx),
    )
    expect(await act(undoMerge, { personId: own, personMergeId: again.personMergeId, reason: 'x' })).toMatchObject({
      refusal: { message: { en: expect.stringContaining('Packages of care (1)') } },
    })
  })
})

describe('restricted records', () => {
  const restrict = (personId: number) =>
    asOwner((tx) =>
      sql`insert into care_planning.restriction (authority_id, person_id, reason, restricted_on, restricted_by)
      values (1, ${personId}, 'Mewn perygl', '2026-03-01', 'Elin')`.execute(tx),
    )
  const open = (personId: number) =>
    asOwner((tx) =>
      sql`insert into care_planning.record_opening (authority_id, person_id, user_id, opened_by, reason, opened_at, closes_at)
      values (1, ${personId}, ${worker.id}, 'Elin', 'Cwyn', now(), now() + interval '1 hour')`.execute(tx),
    )
  const isOpenTo = async (actor: Actor) =>
    (
      await world.database.transaction(actor, (tx) =>
        sql`select from care_planning.person where person_id = ${own}`.execute(tx),
      )
    ).rows.length === 1

  test('whoever may not open one of two records may not merge them, and is told no more than of a record that is not there', async () => {
    const asked = allFrom(await compared(), own)
    await restrict(other)
    const closed = await act(mergePeople, asked)
    expect(closed).toEqual(await act(mergePeople, { ...asked, otherId: 987_654 }))
    expect(await act(compareRecords, { personId: own, otherId: other })).toEqual(closed)
    expect(await act(sayTwoPeople, { personId: own, otherId: other, reason: 'x' })).toEqual(closed)
  })

  test('where one was restricted the merged record is; whoever merged it still sees it, and others do not', async () => {
    await restrict(other)
    await open(other)
    const before = await everythingOf(world.database)
    const { personMergeId } = await merged()
    const reviewer = actorOfUser(world.personas.get('reviewer')!, 'en')!
    expect([await isOpenTo(worker), await isOpenTo(reviewer)]).toEqual([true, false])
    await value(undoMerge, { personId: own, personMergeId, reason: 'Camgymeriad' })
    expect(await everythingOf(world.database)).toEqual(before)
  })

  test('where both were restricted, whoever had opened one of them has not opened both', async () => {
    for (const personId of [own, other]) {
      await restrict(personId)
      await open(personId)
    }
    const reviewer = actorOfUser(world.personas.get('reviewer')!, 'en')!
    await asOwner((tx) =>
      sql`insert into care_planning.record_opening (authority_id, person_id, user_id, opened_by, reason, opened_at, closes_at)
      values (1, ${other}, ${reviewer.id}, 'Rhys', 'Cwyn', '2026-03-03T00:00:00Z', now() + interval '1 hour')`.execute(
        tx,
      ),
    )
    await merged()
    expect(await isOpenTo(reviewer)).toBe(false)
  })
})

describe('two people', () => {
  test('is said with a reason and remembered, keeps the records from being merged, and is taken back', async () => {
    expect((await value(openMergeStart, { personId: own })).alike.map(({ ref }) => ref)).toEqual(['40999'])
    await value(sayTwoPeople, { personId: other, otherId: own, reason: 'Mam a merch' })
    expect(await act(sayTwoPeople, { personId: own, otherId: other, reason: 'x' })).toMatchObject({
      refusal: { code: 'said-already' },
    })
    const start = await value(openMergeStart, { personId: own })
    expect(start).toMatchObject({ alike: [], twoPeople: [{ reason: 'Mam a merch', other: { ref: '40999' } }] })
    expect(await act(mergePeople, allFrom(await compared(), own))).toMatchObject({
      refusal: { code: 'said-to-be-two-people' },
    })
    await value(takeBackThatTwo, { personId: own, otherId: other, reason: 'Camgymeriad' })
    expect(await act(takeBackThatTwo, { personId: own, otherId: other, reason: 'x' })).toMatchObject({
      refusal: { code: 'not-said' },
    })
    expect((await value(openMergeStart, { personId: own })).alike).toHaveLength(1)
    await merged()
  })
})
