import fc from 'fast-check'
import { sql } from 'kysely'
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
import { changeOutcome } from '../personal-outcome/personal-outcome.actions.ts'
import { entriesOf } from './bundle-text.ts'
import { acceptReceived, openReceived, receivePlan, sendPlan, setReceivedAside } from './exchange.actions.ts'
import {
  aGoal,
  anyPlan,
  aPlan,
  faultsInBundle,
  TEST_FORMS,
  TEST_SCALES,
  TEST_TODAY,
  TEST_WRITING,
} from './exchange.fixtures.ts'
import type { ExchangedPlan } from './exchanged-plan.ts'
import { fromBundle } from './fhir-read.ts'
import { toBundle } from './fhir-write.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const elsewhere: Actor = { ...worker, authorityId: 2 }

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.asOwner(async (tx) => {
    for (const authority of [1, 2]) {
      await sql`insert into commissioning.area (authority_id, ref, name_en, name_cy) values (${authority}, 'A01', 'Valley', 'Dyffryn')`.execute(
        tx,
      )
      await sql`insert into commissioning.provider (authority_id, ref, name, size_band) values (${authority}, 'P014', 'Gofal Dyffryn', 'small')`.execute(
        tx,
      )
      await sql`insert into commissioning.outcome (authority_id, ref, level, statement_en, statement_cy) values (${authority}, 'L07', 'local', 'Out', 'Mynd allan')`.execute(
        tx,
      )
    }
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

async function done<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker): Promise<O> {
  const result = await act(action, input, actor)
  if (!result.ok) throw new Error(`${action.name}: ${result.refusal.code} ${result.refusal.message.en}`)
  return result.value
}

const textOf = (plan: ExchangedPlan) => JSON.stringify(toBundle(plan, TEST_WRITING))

async function receive(text: string, actor: Actor = worker) {
  return done(receivePlan, { text }, actor)
}

async function bringIn(plan: ExchangedPlan, actor: Actor = worker, take: readonly string[] = []) {
  const { receivedPlanId } = await receive(textOf(plan), actor)
  return done(acceptReceived, { receivedPlanId, take }, actor)
}

async function planOf(ref: string, actor: Actor = worker) {
  const { bundle, person } = await done(sendPlan, { ref }, actor)
  const entries = entriesOf(JSON.parse(JSON.stringify(bundle)))
  const read = entries.ok
    ? fromBundle(entries.value, { scales: TEST_SCALES, today: TEST_TODAY, forms: TEST_FORMS })
    : entries
  if (!read.ok) throw new Error(read.refusal.code)
  return { bundle, person, plan: read.value.plan }
}

const differing = (ref: string, change: Parameters<typeof aGoal>[0]): ExchangedPlan => {
  const plan = planFor(ref)
  return { ...plan, outcomes: [{ ...plan.outcomes[0]!, ...change }] }
}

/** The ordinary plan, under references of its own. */
function planFor(ref: string): ExchangedPlan {
  const plan = aPlan()
  const goal = aGoal({ ref: `${ref}-O`, planRef: `${ref}-CSP`, reviews: [{ ...aGoal().reviews[0]!, ref: `${ref}-R` }] })
  return {
    ...plan,
    person: { ...plan.person, ref },
    plans: [{ ...plan.plans[0]!, ref: `${ref}-CSP` }],
    outcomes: [goal],
  }
}

describe('a plan that goes from one authority to another', () => {
  test('is the same plan there, whatever it is, and valid FHIR again', async () => {
    let made = 0
    await fc.assert(
      fc.asyncProperty(anyPlan('Q0'), async (given) => {
        made += 1
        const plan = JSON.parse(JSON.stringify(given).replaceAll('"Q0', `"Q${made}`)) as ExchangedPlan
        const { ref } = plan.person
        await bringIn(plan)
        const here = await planOf(ref)
        expect(here.plan).toEqual(plan)
        const { receivedPlanId } = await receive(JSON.stringify(here.bundle), elsewhere)
        await done(acceptReceived, { receivedPlanId }, elsewhere)
        const there = await planOf(ref, elsewhere)
        expect(there.plan).toEqual(plan)
        expect(there.bundle).toEqual(here.bundle)
        expect(faultsInBundle(there.bundle)).toEqual([])
      }),
      { numRuns: 12, endOnFailure: true },
    )
  }, 120_000)
})

describe('what comes in', () => {
  test('changes nothing until it is accepted', async () => {
    await bringIn(planFor('N1'))
    const { receivedPlanId } = await receive(textOf(differing('N1', { ownWords: 'Nofio' })))
    expect((await planOf('N1')).plan).toEqual(planFor('N1'))
    const view = await done(openReceived, { receivedPlanId })
    expect(view.differences).toMatchObject([
      { kind: 'differs', key: 'outcome N1-O ownWords', ours: 'Cerdded i’r capel ar ddydd Sul', theirs: 'Nofio' },
    ])
  })

  test('leaves what differs as it is, unless somebody chose it', async () => {
    await bringIn(planFor('N2'))
    const theirs = differing('N2', { ownWords: 'Nofio', whyItMatters: 'Y môr' })
    await bringIn(theirs)
    expect((await planOf('N2')).plan).toEqual(planFor('N2'))
    await bringIn(theirs, worker, ['outcome N2-O ownWords'])
    expect((await planOf('N2')).plan.outcomes).toMatchObject([
      { ownWords: 'Nofio', whyItMatters: 'Yno mae fy ffrindiau' },
    ])
  })

  test('never changes a review that was held, nor the end of an outcome, even where it was chosen', async () => {
    await bringIn(planFor('N3'))
    const [review] = planFor('N3').outcomes[0]!.reviews
    const theirs = differing('N3', {
      reviews: [{ ...review!, achievement: 'not' }],
      endedOn: '2026-03-05',
      endedReason: 'not',
    })
    const { taken } = await bringIn(theirs, worker, ['review N3-R achievement', 'outcome N3-O endedOn'])
    expect(taken).toEqual([])
    expect((await planOf('N3')).plan).toEqual(planFor('N3'))
  })

  test('adds a review that we did not have, and leaves those we had', async () => {
    await bringIn(planFor('N4'))
    const [review] = planFor('N4').outcomes[0]!.reviews
    const later = { ...review!, ref: 'N4-R2', heldOn: '2026-03-09' }
    await bringIn(differing('N4', { reviews: [review!, later] }))
    expect((await planOf('N4')).plan.outcomes[0]?.reviews.map(({ ref }) => ref)).toEqual(['N4-R', 'N4-R2'])
  })

  test('cannot take a target that our scale does not have', async () => {
    await bringIn(planFor('N5'))
    const theirs = differing('N5', {
      scale: 'five-point',
      baselineScore: null,
      targetScore: 5,
      reviews: [],
      scores: [],
    })
    const { receivedPlanId } = await receive(textOf(theirs))
    const result = await act(acceptReceived, { receivedPlanId, take: ['outcome N5-O targetScore'] })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not-on-scale' } })
    expect((await planOf('N5')).plan).toEqual(planFor('N5'))
  })

  test('is refused where the record changed since the differences were seen', async () => {
    await bringIn(planFor('N6'))
    const { receivedPlanId } = await receive(textOf(differing('N6', { ownWords: 'Nofio' })))
    const { seen, person } = await done(openReceived, { receivedPlanId })
    const [row] = await database.transaction(worker, (tx) =>
      tx.selectFrom('care_planning.personal_outcome').selectAll().where('ref', '=', 'N6-O').execute(),
    )
    await done(changeOutcome, {
      personId: person?.personId,
      personalOutcomeId: row?.personal_outcome_id,
      version: row?.version,
      ownWords: 'Canu yn y côr',
      ownWordsLanguage: 'cy',
      scale: 'gas',
      baselineScore: '-1',
      targetScore: '0',
      reviewDueOn: '2026-04-15',
      reason: 'Newidiodd ei meddwl',
    })
    const take = ['outcome N6-O ownWords']
    expect(await act(acceptReceived, { receivedPlanId, seen, take })).toMatchObject({ refusal: { kind: 'stale' } })
    expect((await planOf('N6')).plan.outcomes[0]?.ownWords).toBe('Canu yn y côr')
  })

  test('is answered once', async () => {
    const { receivedPlanId } = await receive(textOf(planFor('N7')))
    await done(setReceivedAside, { receivedPlanId })
    expect(await act(acceptReceived, { receivedPlanId })).toMatchObject({ refusal: { code: 'received-plan-answered' } })
    expect(await act(sendPlan, { ref: 'N7' })).toMatchObject({ refusal: { kind: 'not-found' } })
  })

  test('brings nothing in where one of its references is somebody else’s', async () => {
    await bringIn(planFor('N8'))
    const { receivedPlanId } = await receive(textOf({ ...planFor('N8'), person: { ...aPlan().person, ref: 'N9' } }))
    expect(await act(acceptReceived, { receivedPlanId })).toMatchObject({ refusal: { code: 'reference-taken' } })
    expect(await act(sendPlan, { ref: 'N9' })).toMatchObject({ refusal: { kind: 'not-found' } })
  })

  test('asks for an area where the file names none that we know', async () => {
    const plan = planFor('N10')
    const { receivedPlanId } = await receive(textOf({ ...plan, person: { ...plan.person, areaRef: 'X99' } }))
    expect(await act(acceptReceived, { receivedPlanId })).toMatchObject({ refusal: { field: 'areaId' } })
    const { areas, unknown } = await done(openReceived, { receivedPlanId })
    expect(unknown).toEqual([{ what: 'area', ref: 'X99' }])
    await done(acceptReceived, { receivedPlanId, areaId: areas[0]?.areaId })
    expect((await planOf('N10')).plan.person.areaRef).toBe('A01')
  })

  test('is kept with what was kept apart of it', async () => {
    const bundle = JSON.parse(textOf(planFor('N11'))) as { entry: object[] }
    bundle.entry.push({ resource: { resourceType: 'AllergyIntolerance', code: { text: 'Penisilin' } } })
    const { receivedPlanId } = await receive(JSON.stringify(bundle))
    await done(acceptReceived, { receivedPlanId })
    const { received } = await done(openReceived, { receivedPlanId })
    expect(received).toMatchObject({
      state: 'accepted',
      keptApart: [{ resourceType: 'AllergyIntolerance', name: 'Penisilin' }],
    })
  })
})

describe('who may', () => {
  test('send and receive: a social worker, and nobody else', async () => {
    await bringIn(planFor('W1'))
    const others = (['provider-manager', 'person', 'carer', 'auditor', 'reviewer', 'contract-manager'] as const).map(
      (role) => anActor({ kind: 'authority' }, { roles: [role] }),
    )
    for (const actor of others)
      expect(await act(sendPlan, { ref: 'W1' }, actor)).toMatchObject({ refusal: { kind: 'forbidden' } })
  })

  test('row-level security alone shows nothing of it to a provider, a person or another authority', async () => {
    const { personId } = await bringIn(planFor('W2'))
    const count = (actor: Actor) =>
      database.transaction(
        actor,
        async (tx) => (await tx.selectFrom('care_planning.received_plan').selectAll().execute()).length,
      )
    expect(await count(worker)).toBeGreaterThan(0)
    expect(await count(anActor({ kind: 'provider', providerId: 1 }))).toBe(0)
    expect(await count(anActor({ kind: 'own', personIds: [personId] }))).toBe(0)
    expect(await count({ ...worker, authorityId: 3 })).toBe(0)
  })
})
