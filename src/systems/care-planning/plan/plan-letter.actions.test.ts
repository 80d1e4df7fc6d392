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
import { savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { lettersDocument } from '../own-word/letter.document.ts'
import { type LetterToPost, printLetters } from '../own-word/letter-queue.actions.ts'
import { openLetter } from '../own-word/open-letter.actions.ts'
import { agreeOutcome } from '../personal-outcome/personal-outcome.actions.ts'
import {
  changePlan,
  discardPlan,
  offerPlan,
  openPlan,
  recordAgreement,
  startPlan,
  takeBackPlan,
} from './plan.actions.ts'
import { answerPlanLetter, openPlanLetters, orderPlanLetter } from './plan-letter.actions.ts'

let database: Database
let runtime: Runtime
let outcomeId = 0
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin', id: 5 })
const sara = anActor({ kind: 'authority' }, { roles: ['administrator'], name: 'Sara', id: 7 })
const provider = anActor({ kind: 'provider', providerId: 1 }, { roles: ['provider-manager'], id: 8 })

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

async function newest() {
  const opened = await act(openPlan, { personId: 1 })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value.versions[0]!
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

/** A version that waits for agreement: begun, filled in and offered; one that was open is given up first. */
async function offered() {
  const open = await act(openPlan, { personId: 1 })
  const before = open.ok ? open.value.versions.find(({ state }) => state === 'draft' || state === 'offered') : undefined
  if (before) await act(discardPlan, { personId: 1, number: before.number, version: before.version })
  await act(startPlan, { personId: 1, reason: 'Amgylchiadau newydd' })
  const draft = async () => ({ personId: 1, number: (await newest()).number, version: (await newest()).version })
  const terms = { language: 'cy', startsOn: '2026-03-10', endsOn: '', reviewDueOn: '2026-06-01' }
  await act(changePlan, {
    ...(await draft()),
    change: { kind: 'terms', terms: { ...terms, contingency: '', preferences: '' } },
  })
  if ((await newest()).content.outcomes[0]?.contributions.length === 0)
    await act(changePlan, {
      ...(await draft()),
      change: { kind: 'add-contribution', personalOutcomeId: outcomeId, contribution: FAMILY },
    })
  const given = await act(offerPlan, await draft())
  if (!given.ok) throw new Error(given.refusal.code)
  return newest()
}

async function printed(changes: object = {}): Promise<LetterToPost> {
  const ordered = await act(orderPlanLetter, { personId: 1, forWhom: 'person', language: 'cy', ...changes })
  if (!ordered.ok) throw new Error(ordered.refusal.code)
  const letters = await act(printLetters, { letterCodeId: ordered.value.letterCodeId }, sara)
  if (!letters.ok) throw new Error(letters.refusal.code)
  return letters.value[0]!
}

async function answer(code: string, given: object) {
  const opened = await openLetter(runtime, code, 'cy')
  if (!opened.ok) return opened
  const { letter, actor } = opened.value
  const at = { personId: letter.personId, planVersionId: letter.subjectId, letterCodeId: letter.letterCodeId }
  return act(answerPlanLetter, { ...at, language: 'cy', ...given }, actor)
}

async function answers() {
  const opened = await act(openPlanLetters, { personId: 1 })
  return opened.ok ? opened.value.answers : []
}

describe('a plan by letter', () => {
  test('“I agree” puts it in force, with how it was agreed and by whom, and the code is used up', async () => {
    await offered()
    const { code } = (await printed()).letter
    expect(await answer(code, { answer: 'agree' })).toMatchObject({ ok: true })
    expect(await newest()).toMatchObject({
      state: 'agreed',
      agreement: { how: 'letter-code', byWhom: 'person', name: 'Gwen Prydderch' },
    })
    expect(await answer(code, { answer: 'agree' })).toMatchObject({ refusal: { code: 'letter-answered' } })
  })
  test('“I want to talk about it” needs to say what, changes nothing, and somebody is told to look', async () => {
    await offered()
    const { code } = (await printed()).letter
    expect(await answer(code, { answer: 'talk' })).toMatchObject({ refusal: { code: 'needs-words', field: 'words' } })
    expect(await answer(code, { answer: 'talk', words: 'Gormod o ymweliadau.' })).toMatchObject({ ok: true })
    expect((await newest()).state).toBe('offered')
    expect(await answers()).toMatchObject([{ answer: 'talk', words: 'Gormod o ymweliadau.', wordsLanguage: 'cy' }])
    const waiting = await database.transaction(worker, (tx) =>
      tx.selectFrom('care_planning.situation').select('kind').where('handled_on', 'is', null).execute(),
    )
    expect(waiting).toContainEqual({ kind: 'plan-questioned' })
  })
  test('“this is not for me” is kept and agrees to nothing', async () => {
    await offered()
    const { code } = (await printed()).letter
    expect(await answer(code, { answer: 'not-me' })).toMatchObject({ ok: true })
    expect((await newest()).state).toBe('offered')
    expect(await answers()).toMatchObject([{ answer: 'not-me' }])
  })
  test('taken back to be changed, the code no longer works and says why', async () => {
    const plan = await offered()
    const { code } = (await printed()).letter
    await act(takeBackPlan, { personId: 1, number: plan.number, version: plan.version })
    const tried = await answer(code, { answer: 'agree' })
    expect(tried).toMatchObject({ refusal: { code: 'letter-withdrawn' } })
    expect(tried.ok ? '' : tried.refusal.message.en).toContain('The plan has changed')
    const draft = await newest()
    await act(offerPlan, { personId: 1, number: draft.number, version: draft.version })
    expect(await answer(code, { answer: 'agree' })).toMatchObject({ refusal: { code: 'letter-withdrawn' } })
  })
  test('agreed in another way meanwhile, the letter says so', async () => {
    const plan = await offered()
    const { code } = (await printed()).letter
    await act(recordAgreement, {
      personId: 1,
      number: plan.number,
      version: plan.version,
      how: 'in-person',
      byWhom: 'person',
      name: 'Gwen',
      agreedOn: '2026-03-10',
      words: '',
    })
    const tried = await answer(code, { answer: 'agree' })
    expect(tried.ok ? '' : tried.refusal.message.en).toContain('agreed already')
  })
  test('a carer, an advocate and an attorney agree in the person’s place only by a right that is recorded', async () => {
    await offered()
    for (const forWhom of ['carer', 'advocate', 'attorney'])
      expect(await act(orderPlanLetter, { personId: 1, forWhom, toName: 'Rhiannon', language: 'en' })).toMatchObject({
        refusal: { code: 'no-right-to-agree', field: 'basis' },
      })
    const right = { forWhom: 'attorney', toName: 'Rhiannon Pugh', basis: 'lasting-power-of-attorney' }
    const { code } = (await printed(right)).letter
    expect(await answer(code, { answer: 'agree' })).toMatchObject({ ok: true })
    expect((await newest()).agreement).toMatchObject({ byWhom: 'attorney', name: 'Rhiannon Pugh' })
    expect(await answers()).toMatchObject([{ basis: 'lasting-power-of-attorney', byWhom: 'attorney' }])
  })
  test('of two browsers at once one answers and the other is told so', async () => {
    await offered()
    const { code } = (await printed()).letter
    const both = await Promise.all([answer(code, { answer: 'agree' }), answer(code, { answer: 'not-me' })])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await answers()).toHaveLength(1)
  })
  test('is asked for only of a plan that is offered, and by those who write plans', async () => {
    const plan = await offered()
    expect(await act(orderPlanLetter, { personId: 1, forWhom: 'person', language: 'en' }, provider)).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
    await act(takeBackPlan, { personId: 1, number: plan.number, version: plan.version })
    expect(await act(orderPlanLetter, { personId: 1, forWhom: 'person', language: 'en' })).toMatchObject({
      refusal: { code: 'plan-not-offered' },
    })
  })
  test('is printed in the language and print asked for, whatever the plan is written in, with its code', async () => {
    await offered()
    const sent = await printed({ language: 'en', layout: 'large' })
    const made = { address: 'canlyn.example/letter', publisher: 'Bryniau', madeAt: runtime.clock.now() }
    const document = lettersDocument([sent], made)
    expect(document).toMatchObject({ language: 'en', print: 'large', title: 'Your plan: do you agree?' })
    expect(JSON.stringify(document.blocks)).toContain(sent.letter.code)
    expect(JSON.stringify(document.blocks)).toContain('Cerdded i’r capel')
  })
})
