/**
 * What is counted after two records are merged, and after that is undone, is what a count from the beginning would give: with visits,
 * reviews and reablement of both at random, whichever of the two stands and whichever goes on.
 */
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../../../app.fixtures.ts'
import { listSources } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import { perform } from '../../../platform/actions/action.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { actorOfUser } from '../../../platform/session/session.ts'
import { compareRecords, mergePeople } from './merge.actions.ts'
import { allFrom, everythingOf } from './merge.fixtures.ts'
import { undoMerge } from './undo-merge.actions.ts'

let world: TestWorld
beforeAll(async () => {
  world = await openTestWorld()
}, 120_000)
afterAll(() => world.database.close())

const tablesOf = () =>
  listSources().flatMap((source) => [source.rollupTable, ...(source.members ? [source.members.table] : [])])

/** Every rollup as it stands, brought up to date by what changed. */
async function kept(): Promise<Readonly<Record<string, readonly string[]>>> {
  await world.database.transaction(systemActor(1), (tx) => refreshRollups(tx, 1))
  return world.database.asOwner(async (tx) => {
    const found: Record<string, readonly string[]> = {}
    for (const table of tablesOf()) {
      const { rows } = await sql<{ row: string }>`
        select to_jsonb(t)::text as row from ${sql.table(table)} t order by 1`.execute(tx)
      found[table] = rows.map(({ row }) => row)
    }
    return found
  })
}

/** The same counted from the beginning: everything is forgotten, and every month of every contract made again from the facts. */
async function scanned() {
  await world.database.asOwner(async (tx) => {
    for (const table of tablesOf()) await sql`delete from ${sql.table(table)}`.execute(tx)
    for (const { name, factView } of listSources())
      await sql`insert into measures.changed_cell (authority_id, source, contract_id, month)
        select distinct authority_id, ${name}, contract_id, measures.month_of(day) from ${sql.table(factView)}`.execute(
        tx,
      )
  })
  return kept()
}

type Added = {
  readonly whose: 'own' | 'others'
  readonly days: number
  readonly what: 'visit' | 'review' | 'reablement'
}
let made = 0

/** Another row like the one that the small authority has, so many days earlier. */
async function add({ whose, days, what }: Added): Promise<void> {
  made += 1
  const ids = whose === 'own' ? world.ids : world.othersIds
  await world.database.asOwner(async (tx) => {
    if (what === 'visit')
      await sql`insert into work_allocation.visit select (jsonb_populate_record(v, jsonb_build_object(
          'visit_ref', ${`V-${made}`}::text, 'service_day', v.service_day - ${days}::integer,
          'planned_start', v.planned_start - make_interval(days => ${days}), 'planned_end', v.planned_end - make_interval(days => ${days}),
          'actual_start', v.actual_start - make_interval(days => ${days}), 'actual_end', v.actual_end - make_interval(days => ${days})))).*
        from work_allocation.visit v where visit_ref = ${whose === 'own' ? 'V-88120441' : 'V-OTHER'}`.execute(tx)
    if (what === 'review')
      await sql`insert into care_planning.outcome_review select (jsonb_populate_record(r, jsonb_build_object(
          'outcome_review_id', ${90_000 + made}::integer, 'ref', ${`R-${made}`}::text,
          'held_on', r.held_on - ${days}::integer, 'due_on', r.due_on - ${days}::integer))).*
        from care_planning.outcome_review r where outcome_review_id = ${ids.outcomeReviewId}::bigint`.execute(tx)
    if (what === 'reablement')
      await sql`insert into care_planning.reablement_episode select (jsonb_populate_record(e, jsonb_build_object(
          'reablement_episode_id', ${90_000 + made}::integer, 'ref', ${`RE-${made}`}::text, 'referred_on', null,
          'started_on', e.started_on - ${days}::integer,
          'ended_on', case when ${days % 2 === 0} and e.ended_on is not null then e.ended_on - ${days}::integer end,
          'ending', case when ${days % 2 === 0} then e.ending end, 'early_reason', case when ${days % 2 === 0} then e.early_reason end))).*
        from care_planning.reablement_episode e where reablement_episode_id = ${ids.reablementEpisodeId}::bigint`.execute(
        tx,
      )
  })
}

const added: fc.Arbitrary<Added> = fc.record({
  whose: fc.constantFrom('own', 'others'),
  days: fc.nat(400),
  what: fc.constantFrom('visit', 'review', 'reablement'),
})

test('rollups after a merge and after its undoing equal a count from the facts, and undoing leaves every row as it was', async () => {
  const worker = actorOfUser(world.personas.get('social-worker')!, 'en')!
  const pair = [Number(world.ids.personId), Number(world.othersIds.personId)] as const
  const act = async <I, O>(action: Parameters<typeof perform<I, O>>[2], input: unknown): Promise<O> => {
    const result = await perform(world.runtime, worker, action, input, { via: 'page', at: '/test' })
    if (!result.ok) throw new Error(JSON.stringify(result.refusal))
    return result.value
  }
  await fc.assert(
    fc.asyncProperty(
      fc.array(added, { maxLength: 6 }),
      fc.constantFrom(...pair),
      fc.constantFrom(...pair),
      async (more, standing, chosen) => {
        for (const one of more) await add(one)
        const before = await everythingOf(world.database)
        const compared = await act(compareRecords, { personId: pair[0], otherId: pair[1] })
        const { personMergeId, personId } = await act(mergePeople, allFrom(compared, chosen, standing))
        expect(await kept()).toEqual(await scanned())
        await act(undoMerge, { personId, personMergeId, reason: 'Camgymeriad' })
        expect(await kept()).toEqual(await scanned())
        expect(await everythingOf(world.database)).toEqual(before)
      },
    ),
    { numRuns: 12, seed: 20260303 },
  )
}, 240_000)
