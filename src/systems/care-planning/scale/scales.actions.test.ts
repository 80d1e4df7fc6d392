import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAllFrameworks } from '../../../app.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import { fixedClock } from '../../../platform/clock/clock.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { testRuntime } from '../../../platform/http/site.fixtures.ts'
import type { Actor } from '../../../platform/permissions/actor.ts'
import type { Runtime } from '../../../platform/runtime.ts'
import { savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { recordScore } from '../personal-outcome/outcome-score.actions.ts'
import { agreeOutcome } from '../personal-outcome/personal-outcome.actions.ts'
import { browseScales, registerScale } from './scales.actions.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const officer = anActor({ kind: 'authority' }, { roles: ['contract-manager'], name: 'Rhys' })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.transaction(worker, savePersonWithPlan)
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

const REGISTRATION = { version: 0, registeredOn: '2026-03-01', reference: 'W-1' }
const known = async (id: string) => {
  const scales = await act(browseScales, {}, worker)
  return scales.ok ? scales.value.find(({ scale }) => scale.id === id) : undefined
}
async function agreeOn(scale: string, baselineScore: number, targetScore: number) {
  const terms = { personId: 1, ownWords: 'Teimlo’n well', ownWordsLanguage: 'cy', agreedOn: '2026-03-02' }
  return act(agreeOutcome, { ...terms, reviewDueOn: '2026-06-01', scale, baselineScore, targetScore }, worker)
}

test('a scale that needs registration is used from when the authority records it, and a second recorder is told', async () => {
  expect(await known('swemwbs')).toMatchObject({ isUsable: false })
  const agreed = await agreeOn('swemwbs', 19.25, 22.35)
  const personalOutcomeId = agreed.ok ? agreed.value.personalOutcomeId : 0
  const score = {
    personId: 1,
    personalOutcomeId,
    voice: 'person',
    scoredOn: '2026-03-09',
    answers: [3, 3, 3, 3, 3, 3, 4],
  }
  expect(await act(recordScore, score, worker)).toMatchObject({ refusal: { code: 'scale-not-registered' } })
  expect(await act(registerScale, { ...REGISTRATION, scale: 'swemwbs' }, officer)).toMatchObject({ ok: true })
  expect(await act(recordScore, score, worker)).toMatchObject({ ok: true, value: { score: 19.98 } })
  expect(await act(registerScale, { ...REGISTRATION, scale: 'swemwbs' }, officer)).toMatchObject({
    refusal: { kind: 'stale' },
  })
})

test('a licensed slot is empty until its holder fills it; then it is scored by what was filled in', async () => {
  const empty = await agreeOn('ascot', 0.2, 0.8)
  expect(empty).toMatchObject({ refusal: { code: 'no-such-scale' } })
  await act(registerScale, { ...REGISTRATION, scale: 'ascot' }, officer)
  expect(await known('ascot')).toMatchObject({ isUsable: false, registration: { reference: 'W-1' } })
  const instrument = '# A | B\n1 | x | x\n0.5 | y | y\n# C | D\n1 | x | x\n0 | y | y'
  const filling = { ...REGISTRATION, version: 1, scale: 'ascot', instrument, constant: '-0.5', factor: '0.5' }
  expect(await act(registerScale, filling, officer)).toMatchObject({ ok: true })
  const agreed = await agreeOn('ascot', -0.25, 0.5)
  const personalOutcomeId = agreed.ok ? agreed.value.personalOutcomeId : 0
  const score = { personId: 1, personalOutcomeId, voice: 'person', scoredOn: '2026-03-09' }
  // −0.5 + 0.5 × (0.5 + 1)
  expect(await act(recordScore, { ...score, answers: [2, 1] }, worker)).toMatchObject({ value: { score: 0.25 } })
  expect(await act(recordScore, { ...score, answers: [2, 3] }, worker)).toMatchObject({
    refusal: { code: 'not-on-scale' },
  })
  expect(await act(recordScore, { ...score, answers: [2] }, worker)).toMatchObject({
    refusal: { code: 'items-missing' },
  })
})

test('what is free needs no registration, no day may be in the future, and a social worker cannot grant it', async () => {
  const record = { ...REGISTRATION, scale: 'eq-5d' }
  expect(await act(registerScale, { ...record, scale: 'gas' }, officer)).toMatchObject({
    refusal: { code: 'scale-is-free' },
  })
  expect(await act(registerScale, { ...record, registeredOn: '2026-03-11' }, officer)).toMatchObject({
    refusal: { field: 'registeredOn' },
  })
  expect(await act(registerScale, record, worker)).toMatchObject({ refusal: { kind: 'forbidden' } })
})
