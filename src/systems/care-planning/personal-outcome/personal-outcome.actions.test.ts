import fc from 'fast-check'
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
import { declineProposal, setOwnOutcome, withdrawProposal } from './outcome-proposal.actions.ts'
import { listProposals } from './outcome-proposal.store.ts'
import { giveOwnScore, giveProviderScore, recordScore } from './outcome-score.actions.ts'
import { openOutcomes } from './outcomes-view.actions.ts'
import { agreeOutcome, changeOutcome, endOutcome, reformulateOutcome } from './personal-outcome.actions.ts'
import { listOutcomesOf } from './personal-outcome.store.ts'

let database: Database
let runtime: Runtime
const worker = anActor({ kind: 'authority' }, { roles: ['social-worker'], name: 'Elin' })
const person = anActor({ kind: 'own', personIds: [1] }, { roles: ['person'], name: 'Gwen', id: 9 })

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock: fixedClock('2026-03-10'), frameworks: await loadAllFrameworks() })
  await database.transaction(worker, savePersonWithPlan)
})
afterAll(() => database.close())

function act<I, O>(action: Action<I, O>, input: unknown, actor: Actor = worker) {
  return perform(runtime, actor, action, input, { via: 'page', at: '/test' })
}

const TERMS = {
  personId: 1,
  ownWords: 'Cerdded i’r capel',
  ownWordsLanguage: 'cy',
  scale: 'five-point',
  baselineScore: 2,
  targetScore: 4,
  agreedOn: '2026-03-01',
  reviewDueOn: '2026-06-01',
}

async function agree(changes: Record<string, unknown> = {}): Promise<number> {
  const result = await act(agreeOutcome, { ...TERMS, ...changes })
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value.personalOutcomeId
}

const all = () => database.transaction(worker, (tx) => listOutcomesOf(tx, 1, 1))
const one = async (id: number) => (await all()).find(({ personalOutcomeId }) => personalOutcomeId === id)!

describe('agreeing an outcome', () => {
  test('it is agreed and stands in no plan yet', async () => {
    expect(await one(await agree())).toMatchObject({ planId: null, setBy: 'together', weight: 1 })
  })
  test('everything that is wrong is told at once, each at its field', async () => {
    const wrong = { ...TERMS, agreedOn: '2026-03-11', reviewDueOn: '2026-03-11', targetScore: 6 }
    const result = await act(agreeOutcome, wrong)
    expect(result).toMatchObject({ refusal: { code: 'agreed-in-the-future', field: 'agreedOn' } })
    expect(!result.ok && result.refusal.others?.map((other) => other.code)).toEqual([
      'due-before-agreed',
      'not-on-scale',
    ])
  })
  test('without a scale it is refused, and nothing is lost to a scale that does not exist', async () => {
    expect(await act(agreeOutcome, { ...TERMS, scale: 'thermometer' })).toMatchObject({
      refusal: { code: 'no-such-scale', field: 'scale' },
    })
  })
  test('four of the five levels are not enough', async () => {
    expect(await act(agreeOutcome, { ...TERMS, levels: ['a', 'b', 'c', 'd', ''] })).toMatchObject({
      refusal: { code: 'levels-incomplete' },
    })
  })
  test('a goal does not hang on its own step', async () => {
    const goal = await agree()
    const step = await agree({ hangsOn: goal })
    const version = (await one(goal)).version
    expect(
      await act(changeOutcome, { ...TERMS, personalOutcomeId: goal, version, hangsOn: step, reason: 'x' }),
    ).toMatchObject({ refusal: { code: 'goal-goes-round' } })
  })
})

describe('what somebody wants to achieve', () => {
  const wish = { personId: 1, ownWords: 'Gweld y môr', ownWordsLanguage: 'cy' }
  async function propose() {
    const result = await act(setOwnOutcome, wish, person)
    if (!result.ok) throw new Error(result.refusal.code)
    const proposals = await database.transaction(worker, (tx) => listProposals(tx, 1, 1))
    return proposals.find(({ outcomeProposalId }) => outcomeProposalId === result.value.outcomeProposalId)!
  }
  test('the person says it, the worker agrees, and the proposal says what came of it', async () => {
    const { outcomeProposalId: proposalId, version: proposalVersion } = await propose()
    const id = await agree({ ...wish, proposalId, proposalVersion, setBy: 'person' })
    const proposals = await database.transaction(person, (tx) => listProposals(tx, 1, 1))
    expect(proposals.find((p) => p.outcomeProposalId === proposalId)).toMatchObject({
      state: 'agreed',
      personalOutcomeId: id,
    })
  })
  test('two workers who answer it at once: the second is told, and agrees nothing', async () => {
    const { outcomeProposalId, version } = await propose()
    const before = (await all()).length
    expect(await act(declineProposal, { personId: 1, outcomeProposalId, version, answer: 'Ddim eto' })).toMatchObject({
      ok: true,
    })
    const late = await act(agreeOutcome, { ...TERMS, proposalId: outcomeProposalId, proposalVersion: version })
    expect(late).toMatchObject({ refusal: { code: 'proposal-answered' } })
    expect((await all()).length).toBe(before)
  })
  test('it can be taken back while it waits, not after', async () => {
    const { outcomeProposalId, version } = await propose()
    const back = { personId: 1, outcomeProposalId, version }
    expect(await act(withdrawProposal, back, person)).toMatchObject({ ok: true })
    expect(await act(withdrawProposal, { ...back, version: version + 1 }, person)).toMatchObject({ ok: false })
  })
  test('another person sees none of it, whatever the code above asks for', async () => {
    await propose()
    const another = anActor({ kind: 'own', personIds: [2] }, { roles: ['person'] })
    const provider = anActor({ kind: 'provider', providerId: 1 }, { roles: ['provider-manager'] })
    for (const actor of [another, provider])
      expect(await database.transaction(actor, (tx) => listProposals(tx, 1, 1))).toEqual([])
  })
})

describe('an outcome put in other words', () => {
  test('keeps its history, whatever was put in other words how often', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 4 }), async (times) => {
        let id = await agree({ ownWords: 'Y geiriau cyntaf' })
        const trail = [id]
        for (let n = 0; n < times; n += 1) {
          const { version } = await one(id)
          const result = await act(reformulateOutcome, {
            ...TERMS,
            personalOutcomeId: id,
            version,
            ownWords: `Geiriau ${n}`,
            agreedOn: '2026-03-05',
            reason: 'Newidiodd pethau',
          })
          if (!result.ok) throw new Error(result.refusal.code)
          id = result.value.personalOutcomeId
          trail.push(id)
        }
        const outcomes = await all()
        const walked: number[] = []
        for (let at: number | null = id; at !== null; ) {
          const here = outcomes.find(({ personalOutcomeId }) => personalOutcomeId === at)!
          walked.unshift(at)
          at = here.reformulatedFrom
        }
        expect(walked).toEqual(trail)
        expect(outcomes.find(({ personalOutcomeId }) => personalOutcomeId === trail[0])).toMatchObject({
          ownWords: 'Y geiriau cyntaf',
          endedReason: 'reformulated',
        })
        expect(trail.filter((each) => outcomes.find((o) => o.personalOutcomeId === each)?.endedOn === null)).toEqual([
          id,
        ])
      }),
      { numRuns: 5, seed: 20_170_621 },
    )
  })
  test('twice from the same page: the second is told that it is over', async () => {
    const id = await agree()
    const again = { ...TERMS, personalOutcomeId: id, version: 1, reason: 'r', agreedOn: '2026-03-05' }
    expect(await act(reformulateOutcome, again)).toMatchObject({ ok: true })
    expect(await act(reformulateOutcome, again)).toMatchObject({ refusal: { code: 'outcome-is-over' } })
  })
  test('the steps that hung on it hang on the one that took its place', async () => {
    const goal = await agree()
    const step = await agree({ hangsOn: goal })
    const result = await act(reformulateOutcome, {
      ...TERMS,
      personalOutcomeId: goal,
      version: 1,
      reason: 'r',
      agreedOn: '2026-03-05',
    })
    expect((await one(step)).hangsOn).toBe(result.ok && result.value.personalOutcomeId)
  })
})

describe('two people at once', () => {
  test('who changes what somebody else changed meanwhile is told, and nothing is overwritten', async () => {
    const id = await agree()
    const change = { ...TERMS, personalOutcomeId: id, version: 1, reason: 'r' }
    expect(await act(changeOutcome, { ...change, ownWords: 'Y cyntaf' })).toMatchObject({ ok: true })
    expect(await act(changeOutcome, { ...change, ownWords: 'Yr ail' })).toMatchObject({ refusal: { kind: 'stale' } })
    expect((await one(id)).ownWords).toBe('Y cyntaf')
  })
})

describe('scores', () => {
  test('each voice is kept apart, and the same voice on the same day says it anew', async () => {
    const id = await agree()
    const at = { personId: 1, personalOutcomeId: id, scoredOn: '2026-03-09' }
    expect(await act(recordScore, { ...at, voice: 'practitioner', answers: [4] })).toMatchObject({ ok: true })
    expect(await act(giveOwnScore, { ...at, answers: [2] }, person)).toMatchObject({ ok: true })
    expect(await act(giveOwnScore, { ...at, answers: [3] }, person)).toMatchObject({ ok: true })
    const view = await act(openOutcomes, { personId: 1 })
    const own = view.ok ? view.value.scores.filter(({ personalOutcomeId }) => personalOutcomeId === id) : []
    expect(own.map(({ voice, score }) => [voice, score])).toEqual([
      ['practitioner', 4],
      ['person', 3],
    ])
  })
  test('a score off the scale, in the future or before it was agreed is refused at its field', async () => {
    const id = await agree()
    const at = { personId: 1, personalOutcomeId: id, voice: 'person', answers: [3] }
    expect(await act(recordScore, { ...at, scoredOn: '2026-03-09', answers: [6] })).toMatchObject({
      refusal: { code: 'not-on-scale', field: 'answers.0' },
    })
    expect(await act(recordScore, { ...at, scoredOn: '2026-03-11' })).toMatchObject({ refusal: { field: 'scoredOn' } })
    expect(await act(recordScore, { ...at, scoredOn: '2026-02-28' })).toMatchObject({
      refusal: { code: 'score-before-agreed' },
    })
  })
  test('an instrument that needs registration is refused until the authority has one', async () => {
    const id = await agree({ scale: 'swemwbs', baselineScore: 20, targetScore: 24 })
    const at = { personId: 1, personalOutcomeId: id, voice: 'person', scoredOn: '2026-03-09' }
    expect(await act(recordScore, { ...at, answers: [3, 3, 3, 3, 3, 3, 3] })).toMatchObject({
      refusal: { code: 'scale-not-registered' },
    })
  })
  test('a provider that does not contribute can score nothing and sees nothing', async () => {
    const id = await agree()
    const provider = anActor({ kind: 'provider', providerId: 1 }, { roles: ['provider-coordinator'] })
    const score = { personId: 1, personalOutcomeId: id, scoredOn: '2026-03-09', answers: [5] }
    expect(await act(giveProviderScore, score, provider)).toMatchObject({ refusal: { kind: 'not-found' } })
  })
})

test('what ended stays as it was', async () => {
  const id = await agree()
  const end = { personId: 1, personalOutcomeId: id, version: 1, endedOn: '2026-03-10', reason: 'achieved' }
  expect(await act(endOutcome, { ...end, endedOn: '2026-02-28' })).toMatchObject({
    refusal: { code: 'ended-before-agreed' },
  })
  expect(await act(endOutcome, end)).toMatchObject({ ok: true })
  expect(await act(changeOutcome, { ...TERMS, personalOutcomeId: id, version: 2, reason: 'r' })).toMatchObject({
    refusal: { code: 'outcome-is-over' },
  })
})
