import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { period } from '../../../kernel/period.ts'
import { readMeasure } from '../../../measures/reading.ts'
import { publishMeasures, publishSource } from '../../../measures/registry.ts'
import { refreshRollups } from '../../../measures/rollup.store.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import {
  saveOutcomeReview,
  savePersonalOutcome,
  savePersonWithPlan,
} from '../outcome-review/outcome-review.fixtures.ts'
import { drawByLot, drawSample, openSample, recordVerification } from './verification.actions.ts'
import { VERIFICATION_MEASURES, VERIFICATIONS } from './verification.measures.ts'
import { hiddenOf } from './verification.ts'

publishSource(VERIFICATIONS)
publishMeasures(VERIFICATION_MEASURES)

let database: Database
let runtime: Runtime
const nia = anActor({ kind: 'authority' }, { roles: ['contract-manager'], name: 'Nia', id: 6 })
const tudur = anActor({ kind: 'authority' }, { roles: ['reviewer'], name: 'Tudur', id: 7 })
const provider = anActor({ kind: 'provider', providerId: 1 }, { roles: ['reviewer'], id: 8 })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-20') })
  await database.transaction(nia, async (tx) => {
    await savePersonWithPlan(tx)
    const outcome = await savePersonalOutcome(tx)
    for (let made = 0; made < 12; made++)
      await saveOutcomeReview(tx, {
        personal_outcome_id: outcome,
        achievement: made < 6 ? 'achieved' : made < 10 ? 'partly' : 'not',
        provider_says: 'achieved',
      })
  })
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = nia) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

async function drawn(changes: object = {}): Promise<number> {
  const result = await act(drawSample, {
    from: '2026-03-01',
    to: '2026-03-31',
    size: 4,
    seed: 'Caerdydd 12 7 33',
    ...changes,
  })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.verificationSampleId
}

async function sample(sampleId: number) {
  const opened = await act(openSample, { sampleId })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

const FOUND = { version: 1, how: 'person', verifiedOn: '2026-03-15', note: '' }

describe('drawing by lot', () => {
  const refs = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 60 })
  test('the same seed gives the same sample in whatever order the claims come', () => {
    fc.assert(
      fc.property(fc.string(), refs, fc.integer({ min: 1, max: 80 }), (seed, claims, size) => {
        expect(drawByLot(seed, claims.toReversed(), size)).toEqual(drawByLot(seed, claims, size))
      }),
    )
  })
  test('it takes as many as asked, or all, each once and none from elsewhere', () => {
    fc.assert(
      fc.property(fc.string(), refs, fc.integer({ min: 1, max: 80 }), (seed, claims, size) => {
        const taken = drawByLot(seed, claims, size)
        expect(taken).toHaveLength(Math.min(size, claims.length))
        expect(new Set(taken).size).toBe(taken.length)
        expect(taken.every((ref) => claims.includes(ref))).toBe(true)
      }),
    )
  })
  test('a larger sample begins with the smaller one', () => {
    fc.assert(
      fc.property(fc.string(), refs, fc.integer({ min: 1, max: 30 }), (seed, claims, size) => {
        expect(drawByLot(seed, claims, size + 10).slice(0, size)).toEqual(drawByLot(seed, claims, size))
      }),
    )
  })
  test('another seed gives another sample', () => {
    const claims = Array.from({ length: 200 }, (_, index) => `R${index}`)
    expect(drawByLot('one', claims, 20)).not.toEqual(drawByLot('two', claims, 20))
  })
})

describe('a sample', () => {
  test('is out of the reviews that say something was achieved, and can be drawn again', async () => {
    const { sample: made, items, isSameToday } = await sample(await drawn())
    expect(made).toMatchObject({ eligible: 10, size: 4, drawnBy: 'Nia' })
    expect(items).toHaveLength(4)
    expect(items.every(({ claimed }) => claimed !== 'not')).toBe(true)
    expect(isSameToday).toBe(true)
  })
  test('says so where the records have changed since', async () => {
    const id = await drawn({ size: 12 })
    await database.transaction(nia, async (tx) => {
      await saveOutcomeReview(tx, { personal_outcome_id: await anyOutcome(tx) })
    })
    expect((await sample(id)).isSameToday).toBe(false)
  })
  test('of nothing is refused with the reason', async () => {
    expect(await act(drawSample, { from: '2020-01-01', to: '2020-12-31', size: 4 })).toMatchObject({
      refusal: { code: 'nothing-claimed' },
    })
    expect(await act(drawSample, { from: '2026-03-31', to: '2026-03-01', size: 4 })).toMatchObject({
      refusal: { code: 'ends-before-start', field: 'to' },
    })
    expect(await act(drawSample, { from: '2026-03-01', to: '2026-03-31', size: 0 })).toMatchObject({
      refusal: { field: 'size' },
    })
  })
})

async function anyOutcome(tx: Parameters<Parameters<Database['transaction']>[1]>[0]): Promise<number> {
  const { personal_outcome_id } = await tx
    .selectFrom('care_planning.personal_outcome')
    .select('personal_outcome_id')
    .executeTakeFirstOrThrow()
  return personal_outcome_id
}

test('a reader who is shown fewer claims than were drawn is told how many are missing', () => {
  expect(hiddenOf({ size: 5, eligible: 40 }, 5)).toBe(0)
  expect(hiddenOf({ size: 5, eligible: 40 }, 4)).toBe(1)
  expect(hiddenOf({ size: 5, eligible: 3 }, 3)).toBe(0)
})

describe('looking into a claim', () => {
  test('counts: three of four as claimed are three quarters, and what could not be verified counts in neither', async () => {
    const id = await drawn({ size: 5 })
    const { items } = await sample(id)
    const results = [items[0]!.claimed, items[1]!.claimed, items[2]!.claimed, 'not', 'could-not-verify']
    for (const [index, item] of items.entries())
      expect(
        await act(
          recordVerification,
          { sampleId: id, outcomeReviewId: item.outcomeReviewId, ...FOUND, found: results[index] },
          tudur,
        ),
      ).toMatchObject({ ok: true })
    const read = (name: string) =>
      database.transaction(nia, async (tx) => {
        const { numerator, denominator } = await readMeasure(tx, name, {}, period('2026-03-01', '2026-03-31'))
        return [numerator, denominator]
      })
    const gap = items.slice(0, 4).filter((_, index) => results[index] !== 'achieved').length
    const before = [await read('verified-as-claimed'), await read('verification-gap')]
    await database.transaction(nia, (tx) => refreshRollups(tx, 1))
    expect([await read('verified-as-claimed'), await read('verification-gap')]).toEqual([
      [3, 4],
      [gap, 4],
    ])
    expect(before).toEqual([
      [3, 4],
      [gap, 4],
    ])
    const situations = await database.transaction(nia, (tx) =>
      tx.selectFrom('care_planning.situation').select('source_key').execute(),
    )
    expect(situations).toEqual([{ source_key: `verification/${id}/${items[3]!.outcomeReviewId}` }])
  })
  test('nobody verifies their own claim, and nobody of the provider any', async () => {
    const id = await drawn()
    const [item] = (await sample(id)).items
    const input = { sampleId: id, outcomeReviewId: item!.outcomeReviewId, ...FOUND, found: 'achieved' }
    // The reviews were saved by Nia.
    expect(await act(recordVerification, input, nia)).toMatchObject({ refusal: { code: 'own-claim' } })
    expect(await act(recordVerification, input, provider)).toMatchObject({ ok: false })
  })
  test('on the day of the review, but not the day before, and not tomorrow', async () => {
    const id = await drawn()
    const [item] = (await sample(id)).items
    const on = (verifiedOn: string) =>
      act(
        recordVerification,
        { sampleId: id, outcomeReviewId: item!.outcomeReviewId, ...FOUND, found: 'achieved', verifiedOn },
        tudur,
      )
    expect(await on('2026-03-09')).toMatchObject({ refusal: { code: 'verified-before-review' } })
    expect(await on('2026-03-21')).toMatchObject({ refusal: { code: 'verified-in-the-future' } })
    expect(await on('2026-03-10')).toMatchObject({ ok: true })
    expect(await on('2026-03-11')).toMatchObject({ refusal: { kind: 'stale' } })
  })
})

test('a provider sees what was found of its own claims, and no sample; another provider sees nothing', async () => {
  const seen = (actor: Actor) =>
    database.transaction(actor, async (tx) => [
      (await tx.selectFrom('care_planning.verification_sample').selectAll().execute()).length,
      (await tx.selectFrom('care_planning.verification_item').select('found').execute()).every(
        ({ found }) => found !== null,
      ),
      (await tx.selectFrom('care_planning.verification_item').select('found').execute()).length > 0,
    ])
  expect(await seen(provider)).toEqual([0, true, true])
  expect(await seen(anActor({ kind: 'provider', providerId: 2 }))).toEqual([0, true, false])
  expect(await seen(anActor({ kind: 'own', personIds: [1] }, { roles: ['person'] }))).toEqual([0, true, false])
})
