import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loadAllFrameworks } from '../../../app.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { aProvider } from '../../commissioning/commissioning.fixtures.ts'
import { writeProvider } from '../../commissioning/index.ts'
import { aContract } from '../../contract-management/contract-management.fixtures.ts'
import { writeContract } from '../../contract-management/index.ts'
import { savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { agreeOutcome } from '../personal-outcome/personal-outcome.actions.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import { changePlan, discardPlan, offerPlan, openPlan, recordAgreement, signPlan, startPlan } from './plan.actions.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const person = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'], name: 'Gwen', id: 9 })
const provider = (providerId: number) =>
  anActor({ kind: 'provider', providerId }, { roles: ['provider-coordinator'], id: 20 + providerId })

let outcomeId = 0

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.transaction(worker, savePersonWithPlan)
  const agreed = await act(agreeOutcome, {
    personId: 1,
    ownWords: 'Cerdded i’r capel',
    ownWordsLanguage: 'cy',
    scale: 'five-point',
    agreedOn: '2026-03-01',
    reviewDueOn: '2026-06-01',
  })
  if (!agreed.ok) throw new Error(agreed.refusal.code)
  outcomeId = agreed.value.personalOutcomeId
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

const TERMS = {
  kind: 'terms',
  terms: {
    language: 'cy',
    startsOn: '2026-03-10',
    endsOn: '',
    reviewDueOn: '2026-06-01',
    contingency: '',
    preferences: '',
  },
}
const FAMILY = {
  party: 'family',
  providerId: '',
  contractId: '',
  extent: 'part',
  what: 'Mynd â hi',
  startsOn: '',
  weeklyMinutes: '',
}

async function latest() {
  const view = await act(openPlan, { personId: 1 })
  if (!view.ok) throw new Error(view.refusal.code)
  return view.value.versions[0]!
}

async function change(change: unknown) {
  const { number, version } = await latest()
  return act(changePlan, { personId: 1, number, version, change })
}

async function draftWhole(reason: string): Promise<void> {
  expect(await act(startPlan, { personId: 1, reason })).toMatchObject({ ok: true })
  expect(await change(TERMS)).toMatchObject({ ok: true })
  const { content } = await latest()
  if (content.outcomes[0]!.contributions.length === 0)
    expect(
      await change({ kind: 'add-contribution', personalOutcomeId: outcomeId, contribution: FAMILY }),
    ).toMatchObject({ ok: true })
}

const contributions = () =>
  database.transaction(worker, async (tx) => (await listOutcomesOf(tx, 1, 1)).flatMap((one) => one.contributions))

describe('from draft to agreement', () => {
  test('where a plan is in force already, a reason is asked for', async () => {
    expect(await act(startPlan, { personId: 1, reason: '' })).toMatchObject({ refusal: { code: 'reason-needed' } })
  })
  test('a draft counts nowhere; agreeing it does, and the plan it stands in is said', async () => {
    await draftWhole('Daeth yn gryfach')
    expect(await contributions()).toEqual([])
    const { number, version } = await latest()
    const agreement = {
      personId: 1,
      number,
      version,
      how: 'in-person',
      byWhom: 'person',
      name: 'Gwen',
      agreedOn: '2026-03-10',
    }
    expect(await act(recordAgreement, { ...agreement, agreedOn: '2026-03-11' })).toMatchObject({
      refusal: { code: 'agreed-in-the-future' },
    })
    expect(await act(recordAgreement, agreement)).toMatchObject({ ok: true })
    expect(await contributions()).toMatchObject([{ party: 'family', what: 'Mynd â hi' }])
    expect(await latest()).toMatchObject({ state: 'agreed', agreement: { name: 'Gwen', recordedBy: 'Elin' } })
  })
  test('two workers writing in one draft: the second is told, and nothing is overwritten', async () => {
    await draftWhole('Newid')
    const { number, version } = await latest()
    const risk = (what: string) => ({ kind: 'add-risk', risk: { what, whatIsDone: 'x' } })
    const at = { personId: 1, number, version }
    expect(await act(changePlan, { ...at, change: risk('Y cyntaf') })).toMatchObject({ ok: true })
    expect(await act(changePlan, { ...at, change: risk('Yr ail') })).toMatchObject({ refusal: { kind: 'stale' } })
    expect((await latest()).content.risks.map(({ what }) => what)).toEqual(['Y cyntaf'])
  })
  test('two versions cannot be written at once', async () => {
    expect(await act(startPlan, { personId: 1, reason: 'Eto' })).toMatchObject({
      refusal: { code: 'version-open-already' },
    })
  })
  test('the person sees it once it is offered, not before, and signs; the version before gives way', async () => {
    const before = await act(openPlan, { personId: 1 }, person)
    expect(before.ok && before.value.versions.map(({ state }) => state)).toEqual(['agreed'])
    const { number, version } = await latest()
    const sign = { personId: 1, number, name: 'Gwen Prydderch' }
    expect(await act(signPlan, { ...sign, version }, person)).toMatchObject({ ok: false })
    expect(await act(offerPlan, { personId: 1, number, version })).toMatchObject({ ok: true })
    expect(await act(changePlan, { personId: 1, number, version: version + 1, change: TERMS })).toMatchObject({
      refusal: { code: 'plan-not-in-that-state' },
    })
    expect(await act(signPlan, { ...sign, version }, person)).toMatchObject({ refusal: { kind: 'stale' } })
    expect(await act(signPlan, { ...sign, version: version + 1 }, person)).toMatchObject({ ok: true })
    const after = await act(openPlan, { personId: 1 })
    expect(after.ok && after.value.versions.map(({ state }) => state)).toEqual(['agreed', 'superseded'])
    expect((await latest()).agreement).toMatchObject({ how: 'signed-on-screen', byWhom: 'person' })
  })
  test('a plan with gaps is neither offered nor agreed', async () => {
    await draftWhole('Bylchau')
    await change({ kind: 'remove-contribution', personalOutcomeId: outcomeId, index: 0 })
    const { number, version } = await latest()
    expect(await act(offerPlan, { personId: 1, number, version })).toMatchObject({ refusal: { code: 'plan-has-gaps' } })
    expect(await act(discardPlan, { personId: 1, number, version })).toMatchObject({ ok: true })
  })
})

describe('providers', () => {
  test('a provider is told its part when it is agreed, sees that alone, and no other provider sees anything', async () => {
    await database.transaction(worker, async (tx) => {
      const providerId = await writeProvider(tx, 1, aProvider())
      await writeContract(tx, 1, aContract({ providerId }))
    })
    const view = await act(openPlan, { personId: 1 })
    const place = view.ok ? view.value.contracts[0]! : undefined
    await draftWhole('Darparwr newydd')
    await change({ kind: 'remove-contribution', personalOutcomeId: outcomeId, index: 0 })
    const own = {
      ...FAMILY,
      party: 'provider',
      providerId: place!.providerId,
      contractId: place!.contractId,
      what: 'Cerdded',
    }
    const added = { kind: 'add-contribution', personalOutcomeId: outcomeId, contribution: own }
    expect(await change({ ...added, contribution: { ...own, providerId: place!.providerId + 1 } })).toMatchObject({
      refusal: { code: 'provider-not-named' },
    })
    expect(await change(added)).toMatchObject({ ok: true })
    const { number, version } = await latest()
    const agreement = {
      personId: 1,
      number,
      version,
      how: 'on-paper',
      byWhom: 'carer',
      name: 'Mair',
      agreedOn: '2026-03-10',
    }
    expect(await act(recordAgreement, agreement)).toMatchObject({ ok: true })
    const seen = await act(openPlan, { personId: 1 }, provider(place!.providerId))
    expect(seen.ok && [seen.value.versions.length, seen.value.shares.length]).toEqual([0, 1])
    const told = await database.transaction(provider(place!.providerId), (tx) =>
      tx.selectFrom('care_planning.notice').select('kind').execute(),
    )
    expect(told).toEqual([{ kind: 'plan-amended' }])
    expect(await act(openPlan, { personId: 1 }, provider(place!.providerId + 1))).toMatchObject({
      refusal: { kind: 'not-found' },
    })
    for (const table of ['care_planning.plan_share', 'care_planning.notice', 'care_planning.plan_version'] as const)
      expect(
        await database.transaction(provider(place!.providerId + 1), (tx) =>
          tx.selectFrom(table).select('person_id').execute(),
        ),
      ).toEqual([])
  })
  test('one left out of the next version is told, and keeps neither its part nor the old share', async () => {
    const placed = await database.transaction(worker, async (tx) => (await listOutcomesOf(tx, 1, 1))[0]!)
    const providerId = placed.contributions[0]!.providerId!
    await draftWhole('Mae’r teulu yn gwneud hyn eu hunain')
    await change({ kind: 'remove-contribution', personalOutcomeId: outcomeId, index: 0 })
    await change({ kind: 'add-contribution', personalOutcomeId: outcomeId, contribution: FAMILY })
    const { number, version } = await latest()
    const agreed = { how: 'on-paper', byWhom: 'person', name: 'Gwen', agreedOn: '2026-03-10' }
    expect(await act(recordAgreement, { personId: 1, number, version, ...agreed })).toMatchObject({ ok: true })
    const seen = await act(openPlan, { personId: 1 }, provider(providerId))
    expect(seen.ok && seen.value.shares.map(({ content }) => content.outcomes)).toEqual([[]])
    const told = await database.transaction(provider(providerId), (tx) =>
      tx.selectFrom('care_planning.notice').select('kind').execute(),
    )
    expect(told).toHaveLength(2)
    expect((await contributions()).map(({ party }) => party)).toEqual(['family'])
  })
})
