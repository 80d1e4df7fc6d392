import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import {
  addSomebody,
  endSomebody,
  openAround,
  recordConsent,
  recordOffer,
  saveContactDetails,
} from './around.actions.ts'

let database: Database
let runtime: Runtime
const elin = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const provider = anActor({ kind: 'provider', providerId: 1 }, { roles: ['provider-manager'] })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-20') })
  await database.transaction(elin, async (tx) => {
    await savePersonWithPlan(tx)
    const circle = { authority_id: 1, person_id: 1, provider_id: 1, because: 'package' }
    await tx.insertInto('care_planning.circle').values(circle).execute()
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: object, actor: Actor = elin) {
  return perform(runtime, actor, action, { personId: 1, ...input }, { via: 'page', at: '/test' })
}

async function around(actor: Actor = elin) {
  const opened = await act(openAround, {}, actor)
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

describe('how to reach a person', () => {
  const contact = {
    version: 0,
    address: '4 Stryd y Bont',
    postcode: 'SY20 8AA',
    contactBy: 'telephone',
    nhsNumber: '943 476 5919',
  }
  test('is saved once and then changed; of two at once the second is told', async () => {
    expect(await act(saveContactDetails, contact)).toMatchObject({ ok: true })
    expect((await around()).contact).toMatchObject({ nhsNumber: '9434765919', version: 1 })
    expect(await act(saveContactDetails, { ...contact, address: 'Arall' })).toMatchObject({
      refusal: { kind: 'stale' },
    })
    expect(await act(saveContactDetails, { ...contact, version: 1, address: 'Arall' })).toMatchObject({ ok: true })
    expect(await act(saveContactDetails, { ...contact, version: 1 })).toMatchObject({ refusal: { kind: 'stale' } })
  })
  test('an NHS number whose digits do not fit is refused at its field', async () => {
    expect(await act(saveContactDetails, { ...contact, version: 2, nhsNumber: '9434765918' })).toMatchObject({
      refusal: { code: 'not-an-nhs-number', field: 'nhsNumber' },
    })
  })
})

describe('those around a person', () => {
  const carer = {
    kind: 'carer',
    name: 'Rhiannon Pugh',
    whatTheyAre: 'merch',
    since: '2025-01-05',
    livesWith: 'yes',
    needs: 'Un noson yr wythnos',
  }
  test('a carer’s own support is seen by the worker and the person, and by no provider', async () => {
    expect(await act(addSomebody, carer)).toMatchObject({ ok: true })
    expect((await around()).relationships[0]).toMatchObject({
      livesWith: true,
      support: { needs: 'Un noson yr wythnos' },
    })
    expect((await around(provider)).relationships[0]).toMatchObject({ name: 'Rhiannon Pugh', support: null })
    const own = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'] })
    expect((await around(own)).relationships[0]?.support?.needs).toBe('Un noson yr wythnos')
  })
  test('who is no longer around stays on the page with the day, and ends once', async () => {
    const added = await act(addSomebody, { ...carer, kind: 'friend', name: 'Mair' })
    const relationshipId = added.ok ? added.value.relationshipId : 0
    expect(await act(endSomebody, { relationshipId, version: 1 })).toMatchObject({ ok: true })
    expect(await act(endSomebody, { relationshipId, version: 1 })).toMatchObject({ refusal: { kind: 'stale' } })
    const ended = (await around()).relationships.find(({ name }) => name === 'Mair')
    expect(String(ended?.until)).toBe('2026-03-20')
    expect(ended?.support).toBeNull()
  })
  test('nobody is around from a day that is still to come', async () => {
    expect(await act(addSomebody, { ...carer, since: '2026-03-21' })).toMatchObject({ refusal: { field: 'since' } })
    expect(await act(addSomebody, { ...carer, since: '2026-03-20' })).toMatchObject({ ok: true })
  })
})

test('consents and offers are kept one after another, newest first', async () => {
  const consent = { what: 'share-with-provider', how: 'spoken', answeredBy: 'Gwen' }
  await act(recordConsent, { ...consent, answer: 'given', answeredOn: '2026-03-01' })
  await act(recordConsent, { ...consent, answer: 'withdrawn', answeredOn: '2026-03-10' })
  await act(recordOffer, { offeredOn: '2026-03-01', offerAnswer: 'welsh' })
  const { consents, offers } = await around()
  expect(consents.map(({ answer }) => answer)).toEqual(['withdrawn', 'given'])
  expect(offers).toMatchObject([{ answer: 'welsh', recordedBy: 'Elin' }])
  expect(await act(recordOffer, { offeredOn: '2026-03-21', offerAnswer: 'welsh' })).toMatchObject({
    refusal: { field: 'offeredOn' },
  })
})

test('another provider and another person find nobody, in the tables too', async () => {
  for (const other of [
    anActor({ kind: 'provider', providerId: 2 }, { roles: ['provider-manager'] }),
    anActor({ kind: 'own', personIds: [2] }, { roles: ['person'] }),
  ]) {
    expect(await act(openAround, {}, other)).toMatchObject({ refusal: { kind: 'not-found' } })
    const seen = await database.transaction(other, async (tx) => [
      ...(await tx.selectFrom('care_planning.relationship').select('name').execute()),
      ...(await tx.selectFrom('care_planning.person_contact').select('address').execute()),
      ...(await tx.selectFrom('care_planning.consent').select('what').execute()),
      ...(await tx.selectFrom('care_planning.active_offer').select('answer').execute()),
      ...(await tx.selectFrom('care_planning.carer_support').select('needs').execute()),
    ])
    expect(seen).toEqual([])
  }
})
