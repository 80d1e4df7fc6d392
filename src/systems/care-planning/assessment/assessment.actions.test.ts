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
import { listProposals } from '../personal-outcome/outcome-proposal.store.ts'
import { beginAssessment, finishAssessment, openAssessments, writeSection } from './assessment.actions.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const person = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'] })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.transaction(worker, savePersonWithPlan)
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

let assessmentId = 0
let version = 1
async function write(section: string, typed: Record<string, string>, more: Record<string, unknown> = {}) {
  const result = await act(writeSection, { personId: 1, assessmentId, version, section, typed, ...more })
  if (result.ok) version = result.value.version
  return result
}

const SECTIONS: Readonly<Record<string, Record<string, string>>> = {
  conversation: { 'what-matters': 'Y capel a’r wyrion, ŵyn bach', 'language-offered': 'yes' },
  circumstances: { 'lives-alone': 'yes', moving: 'with-help', 'daily-care': 'some', memory: 'forgetful', falls: '2' },
  outcomes: { 'outcomes.0.outcome-words': 'Cerdded i’r capel', 'outcomes.0.outcome-why': 'Mae pawb yno' },
  strengths: { strengths: 'Canu', 'has-carer': 'no' },
  eligibility: {
    'eligibility.0.need': 'Help i gerdded',
    'eligibility.0.from-cause': 'yes',
    'eligibility.0.is-well-being': 'yes',
    'eligibility.0.cannot-alone': 'yes',
    'eligibility.0.unlikely-otherwise': 'yes',
    'eligibility.0.must-protect': 'no',
    'eligibility.0.eligibility-why': 'Mae’n byw ei hun',
  },
}

test('an assessment is begun once; who begins it again goes on with it', async () => {
  const begun = await act(beginAssessment, { personId: 1, form: 'adult-assessment' })
  if (!begun.ok) throw new Error(begun.refusal.code)
  assessmentId = begun.value.assessmentId
  expect(await act(beginAssessment, { personId: 1, form: 'adult-assessment' })).toMatchObject({
    refusal: { code: 'assessment-written-already' },
  })
})

test('it cannot be completed while something required is missing, and says what', async () => {
  expect(await act(finishAssessment, { personId: 1, assessmentId, version })).toMatchObject({
    refusal: { kind: 'conflict', code: 'not-answered' },
  })
})

test('what is wrong is told by the button and kept while one types', async () => {
  expect(await write('circumstances', { falls: 'many' }, { asTyped: true })).toMatchObject({ ok: true })
  expect(await write('circumstances', { falls: 'many' })).toMatchObject({ refusal: { field: 'falls' } })
})

test('two workers writing at once: the second is told, and nothing is overwritten', async () => {
  await write('conversation', SECTIONS.conversation!)
  const stale = { personId: 1, assessmentId, version: 1, section: 'conversation', typed: { 'what-matters': 'Arall' } }
  expect(await act(writeSection, stale)).toMatchObject({ refusal: { kind: 'stale' } })
  const view = await act(openAssessments, { personId: 1 })
  expect(view.ok && view.value.assessments[0]?.answers.once['what-matters']).toContain('ŵyn bach')
})

test('the person does not see a draft; they see it when it is complete', async () => {
  const seen = async () => {
    const view = await act(openAssessments, { personId: 1 }, person)
    return view.ok ? view.value.assessments.length : -1
  }
  expect(await seen()).toBe(0)
  for (const [section, typed] of Object.entries(SECTIONS))
    expect(await write(section, typed)).toMatchObject({ ok: true })
  const done = await act(finishAssessment, { personId: 1, assessmentId, version })
  expect(done).toMatchObject({ ok: true, value: { isEligible: true, band: 'middle' } })
  expect(await seen()).toBe(1)
})

test('what they want to achieve has become a wish, in their words and language', async () => {
  const proposals = await database.transaction(worker, (tx) => listProposals(tx, 1, 1))
  expect(proposals).toMatchObject([
    { ownWords: 'Cerdded i’r capel', ownWordsLanguage: 'cy', whyItMatters: 'Mae pawb yno' },
  ])
})

test('a complete assessment stays as it is; a reassessment begins from it', async () => {
  expect(await write('strengths', { strengths: 'x' })).toMatchObject({ refusal: { code: 'assessment-is-complete' } })
  const again = await act(beginAssessment, { personId: 1, form: 'adult-assessment' })
  expect(again.ok).toBe(true)
  const view = await act(openAssessments, { personId: 1 })
  expect(view.ok && view.value.assessments[0]?.answers.once.strengths).toBe('Canu')
})

test('another person and a provider see none of it, whatever the code above asks for', async () => {
  for (const actor of [
    anActor({ kind: 'own', personIds: [2] }, { roles: ['person'] }),
    anActor({ kind: 'provider', providerId: 1 }, { roles: ['provider-manager'] }),
  ])
    expect(
      await database.transaction(actor, (tx) => tx.selectFrom('care_planning.assessment').select('form').execute()),
    ).toEqual([])
})
