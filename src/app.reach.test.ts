/**
 * Row-level security alone: every table of care planning, read whole as the database lets a provider, a person and strangers read it,
 * over the small authority that has one of everything twice. A table that comes new shows nobody anything until it is named here.
 */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestWorld, type TestWorld } from './app.fixtures.ts'
import { anActor } from './platform/audit/audit.fixtures.ts'
import type { Tx } from './platform/database/database.ts'
import type { Actor } from './platform/permissions/actor.ts'

let world: TestWorld
let tables: readonly { readonly name: string; readonly columns: readonly string[] }[]

/** Of these a provider may see rows: its own people's, and of its own outcomes. Of everything else it sees nothing. */
const PROVIDER_SEES = new Set([
  'attribution',
  'circle',
  'contribution',
  'former_person',
  'need_band',
  'notice',
  'outcome_circle',
  'outcome_level',
  'outcome_review',
  'outcome_score',
  'own_word',
  'person',
  'personal_outcome',
  'plan',
  'plan_share',
  'provider_note',
  'reablement_episode',
  'reablement_goal',
  'relationship',
])
/** What is of no person: rollups (a provider's own cells) and what the whole authority shares. */
const OF_NO_PERSON = /_rollup$|^scale_registration$|^scale/

beforeAll(async () => {
  world = await openTestWorld()
  const { rows } = await world.database.asOwner((tx) =>
    sql<{ name: string; columns: string[] }>`
      select c.relname as name, array_agg(a.attname::text) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where n.nspname = 'care_planning' and c.relkind = 'r' group by c.relname order by c.relname`.execute(tx),
  )
  tables = rows
  // A provider that has a package for the person, and no part in any outcome.
  await world.database.asOwner((tx) =>
    tx
      .insertInto('care_planning.circle')
      .values({ authority_id: 1, person_id: Number(world.ids.personId), provider_id: 555, because: 'package' })
      .execute(),
  )
}, 120_000)
afterAll(() => world.database.close())

type Row = { readonly person_id?: number; readonly personal_outcome_id?: number; readonly provider_id?: number | null }

async function read(actor: Actor, table: string): Promise<readonly Row[]> {
  const all = (tx: Tx) => sql<Row>`select * from ${sql.table(`care_planning.${table}`)}`.execute(tx)
  return (await world.database.transaction(actor, all)).rows
}
async function seen(actor: Actor): Promise<ReadonlyMap<string, readonly Row[]>> {
  const found = new Map<string, readonly Row[]>()
  for (const { name } of tables) {
    const rows = OF_NO_PERSON.test(name) ? [] : await read(actor, name)
    if (rows.length > 0) found.set(name, rows)
  }
  return found
}
const asProvider = (providerId: number) => anActor({ kind: 'provider', providerId }, { roles: ['provider-manager'] })
const asPerson = (personId: number) => anActor({ kind: 'own', personIds: [personId] }, { roles: ['person'] })

describe('row-level security alone', () => {
  it('covers every table of care planning', async () => {
    const { rows } = await world.database.asOwner((tx) =>
      sql<{ name: string }>`
        select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'care_planning' and c.relkind = 'r' and not c.relrowsecurity`.execute(tx),
    )
    expect(rows).toEqual([])
    expect(tables.length).toBeGreaterThan(20)
  })

  it('shows the authority records of both, so that there is something to keep apart', async () => {
    const staff = anActor({ kind: 'authority' }, { roles: ['social-worker'] })
    for (const table of ['person', 'personal_outcome', 'outcome_review', 'provider_note', 'reablement_episode'])
      expect(new Set((await read(staff, table)).map((row) => row.person_id)).size, table).toBe(2)
  })

  it('shows a provider its own people, the outcomes it has a part in and what belongs to those, and nothing else', async () => {
    const found = await seen(asProvider(Number(world.ids.providerId)))
    expect([...found.keys()].filter((name) => !PROVIDER_SEES.has(name))).toEqual([])
    for (const [name, rows] of found)
      for (const row of rows) {
        if (row.person_id !== undefined) expect(row.person_id, name).toBe(Number(world.ids.personId))
        if (name === 'provider_note' || name === 'plan_share' || name === 'notice')
          expect(row.provider_id, name).toBe(Number(world.ids.providerId))
      }
    expect(found.get('personal_outcome')?.length).toBeGreaterThan(0)
    expect(found.get('outcome_review')?.length).toBeGreaterThan(0)
  })

  it('shows a provider that supports a person and has no part in an outcome the person, how much help they need and who is around them, alone', async () => {
    expect([...(await seen(asProvider(555))).keys()]).toEqual(['circle', 'need_band', 'person', 'relationship'])
  })

  it('shows a provider that supports nobody nothing', async () => {
    expect([...(await seen(asProvider(556))).keys()]).toEqual([])
  })

  it('shows a person what is theirs, and a stranger nothing', async () => {
    const own = Number(world.ids.personId)
    for (const [name, rows] of await seen(asPerson(own)))
      for (const row of rows) if (row.person_id !== undefined) expect(row.person_id, name).toBe(own)
    expect([...(await seen(asPerson(987_654))).keys()]).toEqual([])
  })

  it('shows nobody of another authority anything', async () => {
    const abroad = anActor({ kind: 'authority' }, { authorityId: 2, roles: ['social-worker'] })
    expect([...(await seen(abroad)).keys()]).toEqual([])
  })

  it('lets a provider change nothing of an outcome, a review or a score that is not its own voice', async () => {
    const provider = asProvider(Number(world.ids.providerId))
    const given = world.database.transaction(provider, (tx) =>
      sql`insert into care_planning.outcome_score
          (authority_id, personal_outcome_id, person_id, voice, scored_on, score, answers, scale_edition, recorded_by, recorded_at)
        values (1, ${world.ids.personalOutcomeId}, ${world.ids.personId}, 'person', '2026-03-01', 4, '[4]', '1', 'x', now())`.execute(
        tx,
      ),
    )
    await expect(given).rejects.toThrow('row-level security')
  })
})
