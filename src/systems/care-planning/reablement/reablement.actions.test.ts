/** Reablement from its start to six months after: who may do what, what is refused, and what two at once are told. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { savePersonalOutcome, savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import {
  endReablement,
  readReablement,
  recordSixMonths,
  recordTwoWeeks,
  startReablement,
} from './reablement.actions.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const provider = anActor({ kind: 'provider', providerId: 7 }, { roles: ['provider-coordinator'], name: 'Osian', id: 3 })
const another = anActor({ kind: 'provider', providerId: 8 }, { roles: ['provider-coordinator'], name: 'Huw', id: 4 })
const person = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'], name: 'Gwen', id: 9 })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database)
  await database.asOwner(async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx, { personal_outcome_id: 501, contract_id: null, provider_id: null })
    await tx
      .insertInto('measures.contract_dimension')
      .values({
        authority_id: 1,
        contract_id: 3,
        ref: 'RE-1',
        provider_id: 7,
        service: 'reablement',
        model: 2,
        starts_on: Temporal.PlainDate.from('2025-04-01'),
        late_tolerance_minutes: 30,
        short_tolerance_percent: 80,
      })
      .execute()
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

const START = {
  personId: 1,
  contractId: '3',
  cameFrom: 'hospital',
  isSupportedAlready: 'no',
  referredOn: '2025-07-01',
  startedOn: '2025-07-03',
  expectedWeeks: '6',
  hoursAtStart: '10.5',
  goalIds: ['501'],
}
const END = { endedOn: '2025-08-20', ending: 'completed', hoursAtEnd: '2', neededAfter: 'less', follows: 'low-level' }

async function episodes(actor: Actor = worker) {
  const result = await act(readReablement, { personId: 1 }, actor)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.episodes
}

describe('the journey', () => {
  test('what is missing is told at each field, and nothing is started', async () => {
    const result = await act(startReablement, { personId: 1, startedOn: '', expectedWeeks: '0', hoursAtStart: 'many' })
    if (result.ok) throw new Error('accepted')
    const fields = [result.refusal, ...(result.refusal.others ?? [])].map(({ field }) => field)
    expect(fields.sort()).toEqual([
      'cameFrom',
      'expectedWeeks',
      'goalIds',
      'hoursAtStart',
      'isSupportedAlready',
      'startedOn',
    ])
    expect(await episodes()).toEqual([])
  })

  test('somebody else’s outcome is no goal, and a contract of home care no place for it', async () => {
    expect(await act(startReablement, { ...START, goalIds: ['777'] })).toMatchObject({
      refusal: { code: 'goal-of-another' },
    })
    expect(await act(startReablement, { ...START, contractId: '99' })).toMatchObject({
      refusal: { code: 'no-such-contract' },
    })
  })

  test('started under a contract, its provider sees the person; only a worker may start it', async () => {
    expect(await act(startReablement, START, provider)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await act(startReablement, START)).toMatchObject({ ok: true, value: { ref: 'RE-person-1-1' } })
    const [episode] = await episodes(provider)
    expect(episode).toMatchObject({ minutesAtStart: 630, expectedWeeks: 6, goalIds: [501], providerId: 7 })
    expect(await act(readReablement, { personId: 1 }, another)).toMatchObject({ refusal: { kind: 'not-found' } })
    expect(await act(startReablement, START)).toMatchObject({ refusal: { code: 'one-at-a-time' } })
  })

  test('after two weeks its provider says the hours; the person does not, and two at once are told', async () => {
    const [episode] = await episodes()
    const at = { personId: 1, reablementEpisodeId: episode!.reablementEpisodeId, version: 1 }
    expect(await act(recordTwoWeeks, { ...at, hoursAtTwoWeeks: '7' }, person)).toMatchObject({
      refusal: { code: 'not-allowed' },
    })
    expect(await act(recordTwoWeeks, { ...at, hoursAtTwoWeeks: '' }, provider)).toMatchObject({
      refusal: { field: 'hoursAtTwoWeeks' },
    })
    expect(await act(recordTwoWeeks, { ...at, hoursAtTwoWeeks: '7' }, provider)).toMatchObject({ ok: true })
    expect(await act(recordTwoWeeks, { ...at, hoursAtTwoWeeks: '8' })).toMatchObject({ refusal: { kind: 'stale' } })
  })

  test('the worker concludes it, not who gave it; a conclusion can be put right', async () => {
    const [episode] = await episodes()
    const at = { personId: 1, reablementEpisodeId: episode!.reablementEpisodeId, version: 2 }
    expect(await act(endReablement, { ...at, ...END }, provider)).toMatchObject({ refusal: { code: 'not-allowed' } })
    expect(await act(endReablement, { ...at, ...END, neededAfter: 'none' })).toMatchObject({
      refusal: { code: 'hours-contradict' },
    })
    expect(await act(endReablement, { ...at, ...END })).toMatchObject({ ok: true })
    const corrected = { ...END, neededAfter: 'none', hoursAtEnd: '0', follows: 'nothing' }
    expect(await act(endReablement, { ...at, version: 3, ...corrected })).toMatchObject({ ok: true })
    expect((await episodes())[0]).toMatchObject({ ending: 'completed', minutesAtEnd: 0, follows: 'nothing' })
    expect(await act(recordTwoWeeks, { ...at, version: 4, hoursAtTwoWeeks: '3' })).toMatchObject({
      refusal: { code: 'has-ended' },
    })
  })

  test('six months later it is looked at again; a new start within twelve months is a return', async () => {
    const [episode] = await episodes()
    const at = { personId: 1, reablementEpisodeId: episode!.reablementEpisodeId, version: 4 }
    expect(await act(recordSixMonths, { ...at, sixMonthsLater: 'none' })).toMatchObject({ ok: true })
    expect(await act(startReablement, { ...START, referredOn: '', startedOn: '2026-03-03' })).toMatchObject({
      ok: true,
    })
    const [now, before] = await episodes()
    expect(now?.returnedOn).toBeNull()
    expect(before?.returnedOn?.toString()).toBe('2026-03-03')
  })
})

test('row-level security alone: another provider sees no episode and no goal, and the person sees their own', async () => {
  const count = async (actor: Actor) =>
    database.transaction(actor, async (tx) => [
      (await tx.selectFrom('care_planning.reablement_episode').select('ref').execute()).length,
      (await tx.selectFrom('care_planning.reablement_goal').select('person_id').execute()).length,
    ])
  expect(await count(another)).toEqual([0, 0])
  expect(await count(provider)).toEqual([2, 2])
  expect(await count(person)).toEqual([2, 2])
  expect(await count(anActor({ kind: 'own', personIds: [2] }, { roles: ['person'] }))).toEqual([0, 0])
})

test('six months have to be over', async () => {
  const [running] = await episodes()
  const at = { personId: 1, reablementEpisodeId: running!.reablementEpisodeId, version: 1 }
  expect(await act(recordSixMonths, { ...at, sixMonthsLater: 'none' })).toMatchObject({
    refusal: { code: 'not-completed' },
  })
  expect(await act(endReablement, { ...at, ...END, endedOn: '2026-03-03' })).toMatchObject({ ok: true })
  expect(await act(recordSixMonths, { ...at, version: 2, sixMonthsLater: 'none' })).toMatchObject({
    refusal: { code: 'six-months-not-over' },
  })
})
