/** Whoever names a record that was merged arrives at the one that stands: pages, API, search, files, another system's plan, those who sign in. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from '../../../app.fixtures.ts'
import { perform } from '../../../platform/actions/action.ts'
import { importFile } from '../../../platform/import/import.actions.ts'
import { listImportKinds } from '../../../platform/import/kinds.ts'
import { undoImport } from '../../../platform/import/undo-import.actions.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { actorOfUser } from '../../../platform/session/session.ts'
import { receivePlan, sendPlan } from '../exchange/exchange.actions.ts'
import { addPerson } from '../person/person-write.actions.ts'
import { compareRecords, mergePeople } from './merge.actions.ts'
import { allFrom } from './merge.fixtures.ts'

let world: TestWorld
let own: number
let other: number
let bundle: unknown
let corrected: number
const system = systemActor(1, 'test')
const origin = { via: 'command', at: 'test' } as const

/** The example of a kind of file, with some columns otherwise. */
async function bringIn(name: string, cells: Readonly<Record<string, string>>) {
  const kind = listImportKinds().find((one) => one.name === name)!
  const rows = [kind.columns.map((column) => column.name), kind.columns.map((c) => cells[c.name] ?? c.example)]
  const file = Buffer.from(rows.map((row) => `${row.map((value) => `"${value}"`).join(',')}\n`).join(''))
  const source = {
    name: `${name}.csv`,
    stream: (async function* () {
      yield file
    })(),
  }
  const result = await importFile(world.runtime, system, name, source, { origin })
  if (!result.ok) throw new Error(result.refusal.message.en)
  return result.value
}
const OTHERS = { provider_ref: 'P099', contract_ref: 'C-OTHER', package_ref: 'PK-OTHER', person_ref: '40999' }

async function act<I, O>(action: Parameters<typeof perform<I, O>>[2], input: unknown): Promise<O> {
  const worker = actorOfUser(world.personas.get('social-worker')!, 'en')!
  const result = await perform(world.runtime, worker, action, input, { via: 'page', at: '/test' })
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const personOf = async (table: string, column: string, ref: string) => {
  const { rows } = await world.database.asOwner((tx) =>
    sql<{ id: number }>`select person_id as id from ${sql.table(table)} where ${sql.ref(column)} = ${ref}`.execute(tx),
  )
  return Number(rows[0]?.id)
}

beforeAll(async () => {
  world = await openTestWorld()
  own = Number(world.ids.personId)
  other = Number(world.othersIds.personId)
  bundle = (await act(sendPlan, { personId: other })).bundle
  corrected = (await bringIn('packages', { ...OTHERS, weekly_minutes: '700' })).importId
  await world.database.asOwner((tx) =>
    sql`update platform.app_user set person_ids = array[${other}::bigint] where subject = 'carer'`.execute(tx),
  )
  await act(mergePeople, allFrom(await act(compareRecords, { personId: own, otherId: other }), own))
}, 120_000)
afterAll(() => world.database.close())

describe('by the number it had', () => {
  test('a page is shown where it is now, in the reader’s language, with what was asked', async () => {
    const worker = await world.signIn('social-worker')
    const moved = async (path: string) => (await worker.get(path)).headers.get('location')
    expect(await moved(`/people/${other}`)).toBe(`/people/${own}`)
    expect(await moved(`/cy/people/${other}/plan?x=1`)).toBe(`/cy/people/${own}/plan?x=1`)
    expect((await worker.get(`/people/${other}`)).status).toBe(307)
    expect((await worker.get('/people/987654')).status).toBe(404)
  })
  test('a form that was open is sent on, and the API answers with the record that stands', async () => {
    const worker = await world.signIn('social-worker')
    const sent = await worker.post(`/people/${other}/situations`, { kind: 'hospital', noticedOn: '2026-03-02' })
    expect([sent.status, sent.headers.get('location')]).toEqual([307, `/people/${own}/situations`])
    const answered = await worker.get(`/api/v1/people/${other}`)
    expect([answered.status, answered.headers.get('location')]).toEqual([307, `/api/v1/people/${own}`])
  })
  test('its provider arrives too; another provider and a stranger find nothing', async () => {
    const provider = await world.signIn('provider-manager')
    expect((await provider.get(`/people/${other}`)).headers.get('location')).toBe(`/people/${own}`)
    const finance = await world.signIn('finance-officer')
    expect((await finance.get(`/people/${other}`)).status).toBe(403)
  })
  test('whoever signs in for the person sees the record that stands', async () => {
    const carer = actorOfUser({ ...world.personas.get('carer')!, personIds: await reachOf('carer') }, 'en')
    expect(carer?.scope).toEqual({ kind: 'own', personIds: [own] })
  })
})

async function reachOf(subject: string): Promise<readonly number[]> {
  const { rows } = await world.database.asOwner((tx) =>
    sql<{ ids: number[] }>`select person_ids as ids from platform.app_user where subject = ${subject}`.execute(tx),
  )
  return (rows[0]?.ids ?? []).map(Number)
}

describe('by the reference it had', () => {
  test('a search finds the record that stands, and nobody new is given the reference', async () => {
    const worker = await world.signIn('social-worker')
    expect(await (await worker.get('/people?search=40999&state=all')).text()).toContain('40117')
    const added = perform(
      world.runtime,
      actorOfUser(world.personas.get('social-worker')!, 'en')!,
      addPerson,
      {
        givenName: 'Ifor',
        familyName: 'Pugh',
        language: 'en',
        areaId: world.ids.areaId,
        needGroup: 'older',
        ref: '40999',
      },
      { via: 'page', at: '/test' },
    )
    expect(await added).toMatchObject({ refusal: { code: 'reference-taken' } })
  })
  test('files of packages, visits, outcomes and reablement bring their rows to the record that stands', async () => {
    for (const [kind, cells] of [
      ['packages', { ...OTHERS, package_ref: 'PK-NEW' }],
      ['visits', { ...OTHERS, visit_ref: 'V-NEW' }],
      ['outcomes', { ...OTHERS, outcome_refs: 'L07', personal_outcome_ref: 'O-NEW', plan_ref: 'CSP-NEW' }],
      ['reablement', { ...OTHERS, episode_ref: 'RE-NEW', goal_refs: '' }],
    ] as const)
      expect((await bringIn(kind, cells)).tally, kind).toMatchObject({ inserted: 1, rejected: 0 })
    expect(await personOf('work_allocation.package', 'ref', 'PK-NEW')).toBe(own)
    expect(await personOf('work_allocation.visit', 'visit_ref', 'V-NEW')).toBe(own)
    expect(await personOf('care_planning.personal_outcome', 'ref', 'O-NEW')).toBe(own)
    expect(await personOf('care_planning.reablement_episode', 'ref', 'RE-NEW')).toBe(own)
  })
  test('the file of people neither adds the record again nor overwrites what was chosen; it is told where to send it', async () => {
    expect((await bringIn('people', { person_ref: '40999', area_ref: 'A01' })).tally).toMatchObject({
      inserted: 0,
      corrected: 0,
      rejected: 1,
    })
  })
  test('an import of before that is undone puts its package back as it was, with the record that stands', async () => {
    const undone = await perform(world.runtime, system, undoImport, { importId: corrected }, origin)
    expect(undone).toMatchObject({ ok: true })
    expect(await personOf('work_allocation.package', 'ref', 'PK-OTHER')).toBe(own)
  })
  test('a plan that another system sends is compared with the record that stands', async () => {
    const sent = { fileName: 'cynllun.json', text: JSON.stringify(bundle) }
    const { receivedPlanId } = await act(receivePlan, sent)
    expect(await personOf('care_planning.received_plan', 'received_plan_id', String(receivedPlanId))).toBe(own)
  })
  test('the story and the copy of the record say that it was merged, and under which reference it was', async () => {
    const worker = await world.signIn('social-worker')
    const story = await (await worker.get(`/people/${own}/record`)).text()
    expect(story).toContain('Two records of the person were merged')
    expect(story).toContain('40999')
    const copy = await worker.post(`/people/${own}/copy`, { format: 'json' })
    expect(await copy.text()).toContain('40999')
  })
})
