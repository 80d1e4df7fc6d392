import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAllFrameworks } from '../../../app.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { allocate, openCaseload } from '../caseload/caseload.actions.ts'
import { recordOutcomeReview } from '../outcome-review/outcome-review.actions.ts'
import { savePersonalOutcome, savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { beginReview, concludeReview, giveUpReview, openReviews } from '../plan-review/plan-review.actions.ts'
import { noteMissedVisits } from '../situation/missed-visits.store.ts'
import { handle, noteSituation } from '../situation/situation.actions.ts'
import { openWorklist } from './worklist.actions.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin', id: 5 })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.transaction(worker, async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx, {
      personal_outcome_id: 1,
      review_due_on: Temporal.PlainDate.from('2026-03-09'),
      provider_id: null,
      contract_id: null,
    })
    await sql`insert into care_planning.worker (authority_id, worker_id, ref, name, team, sign_in) values
      (1, 1, 'SW-1', 'Elin', 'Tîm y Dyffryn', 'elin'), (1, 2, 'SW-2', 'Gruff', 'Tîm y Dyffryn', null)`.execute(tx)
  })
  await database.asOwner((tx) =>
    sql`insert into platform.app_user (authority_id, user_id, issuer, subject, name, created_at)
      overriding system value values (1, 5, 'test', 'elin', 'Elin', now())`.execute(tx),
  )
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown) {
  return perform(runtime, worker, action, input, { via: 'page', at: '/test' })
}

async function value<I, O>(action: Action<I, O>, input: unknown): Promise<O> {
  const result = await act(action, input)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const totals = async (whose: string) =>
  Object.fromEntries((await value(openWorklist, { whose })).groups.map(({ kind, total }) => [kind, total]))

describe('allocating people', () => {
  const toElin = { personId: 1, workerId: 1, startsOn: '2026-03-02', seen: 0 }
  test('whoever is nobody’s is counted, until they are somebody’s', async () => {
    expect((await value(openCaseload, {})).unallocated).toBe(1)
    expect(await act(allocate, toElin)).toMatchObject({ ok: true })
    const view = await value(openCaseload, {})
    expect([view.unallocated, view.own, view.shown?.people.length]).toEqual([0, 1, 1])
    expect(view.loads.find(({ workerId }) => workerId === 1)).toMatchObject({ people: 1, overdue: 1 })
  })
  test('two who reassign at once: the second is told, and nothing is undone', async () => {
    expect(await act(allocate, { ...toElin, workerId: 2 })).toMatchObject({ refusal: { code: 'allocated-meanwhile' } })
  })
  test('what is overdue of my people is mine; of others’ it is everyone’s', async () => {
    expect(await totals('mine')).toMatchObject({ overdue: 1 })
    await database.transaction(worker, async (tx) => {
      await sql`insert into care_planning.person (authority_id, person_id, ref, given_name, family_name, language, area_id, need_group)
        values (1, 2, 'person-2', 'Ifor', 'Rees', 'cy', 1, 'older')`.execute(tx)
      await savePersonalOutcome(tx, {
        personal_outcome_id: 2,
        person_id: 2,
        ref: 'o-2',
        review_due_on: Temporal.PlainDate.from('2026-03-09'),
      })
    })
    expect([(await totals('mine')).overdue, (await totals('everyone')).overdue]).toEqual([1, 2])
  })
})

describe('situations', () => {
  const at = () => ({ authorityId: 1, frameworks: runtime.frameworks, today: runtime.clock.today() })
  const missed = (count: number) =>
    database.transaction(worker, (tx) =>
      noteMissedVisits(tx, at(), [
        { personId: 1, month: '2026-03', missed: count, lastOn: Temporal.PlainDate.from('2026-03-08') },
      ]),
    )
  test('one visit missed in a month is not yet a changed situation; two are, and more change its count alone', async () => {
    await missed(1)
    expect((await totals('mine')).changed).toBe(0)
    await missed(2)
    await missed(4)
    const { situations } = await value(openReviews, { personId: 1 })
    expect(situations).toMatchObject([{ kind: 'missed-visits', count: 4, handledOn: null }])
  })
  test('one that was dealt with stays so, until more is missed', async () => {
    const { situations } = await value(openReviews, { personId: 1 })
    const handled = { personId: 1, situationId: situations[0]!.situationId, note: 'Ffoniwyd' }
    expect(await act(handle, handled)).toMatchObject({ ok: true })
    expect(await act(handle, handled)).toMatchObject({ refusal: { code: 'handled-before' } })
    await missed(4)
    expect((await totals('mine')).changed).toBe(0)
    await missed(5)
    expect((await totals('mine')).changed).toBe(1)
  })
  test('a complaint is noted by hand, and not for tomorrow', async () => {
    const complaint = { personId: 1, kind: 'complaint', noticedOn: '2026-03-11', detail: 'Neb yn dod' }
    expect(await act(noteSituation, complaint)).toMatchObject({ refusal: { code: 'noticed-in-the-future' } })
    expect(await act(noteSituation, { ...complaint, noticedOn: '2026-03-05' })).toMatchObject({ ok: true })
  })
})

describe('a review of a plan', () => {
  const begin = { personId: 1, kind: 'routine', heldOn: '2026-03-10' }
  test('it cannot be held before the plan was agreed, nor in the future', async () => {
    expect(await act(beginReview, { ...begin, heldOn: '2026-01-31' })).toMatchObject({
      refusal: { code: 'review-before-plan' },
    })
    expect(await act(beginReview, { ...begin, heldOn: '2026-03-11' })).toMatchObject({
      refusal: { code: 'review-in-the-future' },
    })
  })
  test('two workers who begin one at once: the second goes on with the first', async () => {
    const { planReviewId } = await value(beginReview, begin)
    expect(await act(beginReview, begin)).toMatchObject({ refusal: { code: 'review-open-already' } })
    expect(await act(giveUpReview, { personId: 1, planReviewId, version: 1 })).toMatchObject({ ok: true })
  })
  test('poor performance and an outcome achieved all the same is flagged; it concludes when each outcome was looked at', async () => {
    const { planReviewId } = await value(beginReview, begin)
    const conclusion = {
      personId: 1,
      planReviewId,
      version: 1,
      tookPart: ['person'],
      summary: 'Da',
      nextDueOn: '2026-09-10',
    }
    expect(await act(concludeReview, conclusion)).toMatchObject({ refusal: { code: 'outcomes-left' } })
    const recorded = await act(recordOutcomeReview, {
      personId: 1,
      personalOutcomeId: 1,
      version: 1,
      heldOn: '2026-03-10',
      achievement: 'achieved',
      personSays: 'achieved',
      attributions: [{ party: 'provider', extent: 'part', evidence: 'Cerdded bob dydd' }],
      next: 'carry-on',
      nextDueOn: '2026-12-01',
    })
    expect(recorded).toMatchObject({ ok: true, value: { planReviewId } })
    const { lookedAt } = await value(openReviews, { personId: 1 })
    expect(lookedAt.get(planReviewId)).toMatchObject([{ flag: 'poor-but-achieved' }])
    expect(await act(concludeReview, { ...conclusion, nextDueOn: '2027-03-11' })).toMatchObject({
      refusal: { code: 'next-too-late' },
    })
    expect(await act(concludeReview, { ...conclusion, tookPart: [] })).toMatchObject({ refusal: { field: 'tookPart' } })
    expect(await act(concludeReview, conclusion)).toMatchObject({ ok: true })
    expect(await act(concludeReview, conclusion)).toMatchObject({ refusal: { code: 'review-concluded-before' } })
    const { outcomes } = await value(openReviews, { personId: 1 })
    expect(outcomes[0]?.reviewDueOn.toString()).toBe('2026-09-10')
  })
})

test('providers and people see nothing of caseloads and situations, whatever the code above asks for', async () => {
  const provider = anActor({ kind: 'provider', providerId: 1 }, { roles: ['provider-manager'] })
  const person = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'] })
  for (const actor of [provider, person])
    for (const table of ['worker', 'allocation', 'situation'] as const)
      expect(
        await database.transaction(actor, (tx) =>
          tx.selectFrom(`care_planning.${table}`).select('authority_id').execute(),
        ),
      ).toEqual([])
})
