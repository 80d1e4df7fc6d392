/** What is not a plan, or not this plan, or comes twice: a clear answer each time, and nothing lost or changed. */
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
import { restrictRecord } from '../restriction/restriction.actions.ts'
import { acceptReceived, openReceived, receivePlan, sendPlan } from './exchange.actions.ts'
import { aGoal, aPlan, TEST_WRITING } from './exchange.fixtures.ts'
import type { ExchangedPlan } from './exchanged-plan.ts'
import { readWhole } from './fhir-file.ts'
import { dayIn } from './fhir-json.ts'
import { toBundle } from './fhir-write.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const colleague: Actor = { ...worker, id: 77, name: 'Siân' }

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.asOwner(async (tx) => {
    await sql`insert into commissioning.area (authority_id, ref, name_en, name_cy) values (1, 'A01', 'Valley', 'Dyffryn')`.execute(
      tx,
    )
    await sql`insert into commissioning.provider (authority_id, ref, name, size_band) values (1, 'P014', 'Gofal Dyffryn', 'small')`.execute(
      tx,
    )
    await sql`insert into commissioning.outcome (authority_id, ref, level, statement_en, statement_cy) values (1, 'L07', 'local', 'Out', 'Mynd allan')`.execute(
      tx,
    )
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker, at: Runtime = runtime) {
  return perform(at, actor, action, input, { via: 'page', at: '/test' })
}
async function done<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker): Promise<O> {
  const result = await act(action, input, actor)
  if (!result.ok) throw new Error(`${action.name}: ${result.refusal.code} ${result.refusal.message.en}`)
  return result.value
}

type Entry = { fullUrl?: string; resource: Record<string, unknown> }
const bundleOf = (plan: ExchangedPlan) =>
  JSON.parse(JSON.stringify(toBundle(plan, TEST_WRITING))) as { resourceType: string; entry: Entry[] }
const textOf = (plan: ExchangedPlan) => JSON.stringify(bundleOf(plan))

function planFor(ref: string, person: Partial<ExchangedPlan['person']> = {}): ExchangedPlan {
  const plan = aPlan()
  const [review] = aGoal().reviews
  return {
    ...plan,
    person: { ...plan.person, ref, ...person },
    plans: [{ ...plan.plans[0]!, ref: `${ref}-CSP` }],
    outcomes: [aGoal({ ref: `${ref}-O`, planRef: `${ref}-CSP`, reviews: [{ ...review!, ref: `${ref}-R` }] })],
  }
}

async function bringIn(plan: ExchangedPlan) {
  const { receivedPlanId } = await done(receivePlan, { text: textOf(plan) })
  return done(acceptReceived, { receivedPlanId })
}

const countReceived = () =>
  database.asOwner(async (tx) => (await tx.selectFrom('care_planning.received_plan').selectAll().execute()).length)

/** The Goal as this changes it, received; what was kept apart of it. */
async function keptOf(ref: string, change: (goal: Record<string, unknown>) => void) {
  const bundle = bundleOf(planFor(ref))
  change(bundle.entry.find(({ resource }) => resource.resourceType === 'Goal')!.resource)
  const { receivedPlanId } = await done(receivePlan, { text: JSON.stringify(bundle) })
  return (await done(openReceived, { receivedPlanId })).received.keptApart
}

describe('a file that is refused, with nothing kept of it', () => {
  test.each([
    ['half a file', textOf(planFor('B1')).slice(0, 900), 'not-json'],
    ['a letter instead of a file', 'Annwyl Gyngor, dyma’r cynllun.', 'not-json'],
    ['nothing at all', '', 'not-json'],
    ['brackets without an end', '['.repeat(200_000), 'not-json'],
    ['a list', '[]', 'not-a-bundle'],
    ['a patient alone', '{"resourceType":"Patient"}', 'not-a-bundle'],
    ['a character that no text can hold', textOf(planFor('B2', { familyName: 'Pry\u0000dderch' })), 'not-text'],
  ])('%s', async (_, text, code) => {
    const before = await countReceived()
    expect(await act(receivePlan, { text })).toMatchObject({ ok: false, refusal: { code, kind: 'invalid' } })
    expect(await countReceived()).toBe(before)
  })

  test('of FHIR R5 or STU3, by its name', async () => {
    const stu3 = bundleOf(planFor('B3'))
    const goal = stu3.entry.find(({ resource }) => resource.resourceType === 'Goal')!.resource
    goal.status = goal.lifecycleStatus
    delete goal.lifecycleStatus
    const r5 = bundleOf(planFor('B3'))
    const carePlan = r5.entry.find(({ resource }) => resource.resourceType === 'CarePlan')!.resource
    carePlan.activity = [{ plannedActivityReference: { reference: 'ServiceRequest/1' } }]
    const refusals = await Promise.all([stu3, r5].map((bundle) => act(receivePlan, { text: JSON.stringify(bundle) })))
    expect(refusals).toMatchObject([
      { refusal: { code: 'other-fhir-version', message: { en: expect.stringContaining('FHIR STU3') } } },
      { refusal: { code: 'other-fhir-version', message: { en: expect.stringContaining('FHIR R5') } } },
    ])
  })

  test('of two people, or of nobody', async () => {
    const two = bundleOf(planFor('B4'))
    two.entry.push({ resource: { resourceType: 'Patient', name: [{ family: 'Rhywun', given: ['Arall'] }] } })
    for (const entry of [two.entry, []])
      expect(await act(receivePlan, { text: JSON.stringify({ ...two, entry }) })).toMatchObject({
        refusal: { code: 'not-one-person' },
      })
  })

  test('of 50 MB, of which no more than the first 5 are read', async () => {
    let read = 0
    async function* large() {
      for (; read < 50; read += 1) yield Buffer.alloc(1_000_000, 32)
    }
    expect(await readWhole(large())).toMatchObject({ ok: false, refusal: { code: 'bundle-too-large' } })
    expect(read).toBeLessThanOrEqual(5)
  })
})

describe('a goal that is kept apart, while the rest of the file is read', () => {
  test('on a scale that is not known here', async () => {
    const kept = await keptOf('G1', (goal) => {
      const [target] = goal.target as { measure: { coding: { system: string; code: string }[] } }[]
      target!.measure.coding = [{ system: 'urn:canlyn:fhir:scale', code: 'their-own-scale' }]
    })
    expect(kept[0]).toMatchObject({ resourceType: 'Goal', reason: 'cannot-be', fields: ['scale'] })
  })

  test('with no words to say what is wanted', async () => {
    const kept = await keptOf('G2', (goal) => {
      goal.description = {}
    })
    expect(kept[0]).toMatchObject({ resourceType: 'Goal', reason: 'incomplete', fields: ['ownWords'] })
  })

  test('with a day that is none', async () => {
    const kept = await keptOf('G3', (goal) => {
      goal.startDate = '2026-02-30'
    })
    expect(kept[0]).toMatchObject({ reason: 'incomplete', fields: ['agreedOn'] })
  })
})

describe('days and letters, as others write them', () => {
  test('a time in another zone is the day that it was in Wales', () => {
    expect(dayIn('2026-06-30T22:59:59Z')).toBe('2026-06-30')
    expect(dayIn('2026-06-30T23:00:00Z')).toBe('2026-07-01')
    expect(dayIn('2026-03-01T18:59:59-05:00')).toBe('2026-03-01')
    expect(dayIn('2026-03-01T19:00:00-05:00')).toBe('2026-03-02')
    expect(dayIn('2026-03-01T10:00:00')).toBe('2026-03-01')
    expect(dayIn('2026-03-01T10:00:00+25:00')).toBeUndefined()
    expect(dayIn('2026-03')).toBeUndefined()
  })

  test('ŵ written as w and a circumflex is ŵ: the same name is no difference', async () => {
    await bringIn(planFor('L1', { givenName: 'Siân', familyName: 'Gŵyther' }))
    const text = textOf(planFor('L1', { givenName: 'Siân', familyName: 'Gŵyther' })).normalize('NFD')
    const { receivedPlanId } = await done(receivePlan, { text })
    expect((await done(openReceived, { receivedPlanId })).differences).toEqual([])
  })
})

describe('the same file again', () => {
  test('while it waits, is the one that waits', async () => {
    const text = textOf(planFor('D1'))
    const first = await done(receivePlan, { text })
    const before = await countReceived()
    expect(await done(receivePlan, { text })).toEqual({ receivedPlanId: first.receivedPlanId, isAgain: true })
    expect(await countReceived()).toBe(before)
  })

  test('once it was accepted, is told as such and changes nothing', async () => {
    await bringIn(planFor('D2'))
    const before = await countReceived()
    const again = await act(receivePlan, { text: textOf(planFor('D2')) })
    expect(again).toMatchObject({ refusal: { code: 'received-before', kind: 'conflict' } })
    expect(again.ok ? '' : again.refusal.message.en).toContain('10 March 2026')
    expect(await countReceived()).toBe(before)
  })
})

describe('a person who is somebody else', () => {
  test('another council’s person under a reference of ours is not taken for ours', async () => {
    await bringIn(planFor('S1'))
    const theirs = planFor('S1', { familyName: 'Roberts', bornOn: '1950-05-05' })
    expect(await act(receivePlan, { text: textOf(theirs) })).toMatchObject({ refusal: { code: 'somebody-else' } })
  })

  test('a married name, or a day of birth put right, is still theirs and shown as different', async () => {
    await bringIn(planFor('S2'))
    for (const change of [{ familyName: 'Roberts' }, { bornOn: '1941-01-03' }]) {
      const { receivedPlanId } = await done(receivePlan, { text: textOf(planFor('S2', change)) })
      expect((await done(openReceived, { receivedPlanId })).differences).toMatchObject([{ kind: 'differs' }])
    }
  })
})

describe('a restricted record', () => {
  test('is neither sent nor compared by whoever may not open it, and says so', async () => {
    const { personId } = await bringIn(planFor('R1'))
    await done(restrictRecord, { personId, reason: 'Mewn perygl' })
    expect(await act(sendPlan, { ref: 'R1' }, colleague)).toMatchObject({ refusal: { kind: 'not-found' } })
    const changed = planFor('R1', { knownAs: 'Gwenno' })
    expect(await act(receivePlan, { text: textOf(changed) }, colleague)).toMatchObject({
      refusal: { code: 'record-closed', kind: 'forbidden' },
    })
  })

  test('travels with its label on every resource, and is restricted where it arrives', async () => {
    const plan = planFor('R2', { isRestricted: true })
    const bundle = bundleOf(plan)
    for (const { resource } of bundle.entry)
      expect(resource.meta).toMatchObject({ security: [{ code: 'R', display: 'restricted' }] })
    const { receivedPlanId } = await done(receivePlan, { text: JSON.stringify(bundle) })
    expect(await act(openReceived, { receivedPlanId }, colleague)).toMatchObject({ refusal: { kind: 'not-found' } })
    await done(acceptReceived, { receivedPlanId })
    expect(await act(sendPlan, { ref: 'R2' }, colleague)).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})

test('a process that dies halfway through an acceptance leaves nothing of it, and it can be accepted afterwards', async () => {
  const { receivedPlanId } = await done(receivePlan, { text: textOf(planFor('K1')) })
  let asked = 0
  const dying: Runtime = {
    ...runtime,
    clock: {
      ...runtime.clock,
      now() {
        asked += 1
        // The person, the plan, the outcomes and the reviews are written by then.
        if (asked > 1) throw new Error('killed')
        return runtime.clock.now()
      },
    },
  }
  await expect(act(acceptReceived, { receivedPlanId }, worker, dying)).rejects.toThrow('killed')
  expect(await act(sendPlan, { ref: 'K1' })).toMatchObject({ refusal: { kind: 'not-found' } })
  expect((await done(openReceived, { receivedPlanId })).received.state).toBe('waiting')
  await done(acceptReceived, { receivedPlanId })
  expect((await done(sendPlan, { ref: 'K1' })).person.ref).toBe('K1')
})
