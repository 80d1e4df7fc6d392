/** Outcomes as JSON: proposing, agreeing, changing, reformulating, ending and scoring them. */
import { createRoute, z } from '@hono/zod-openapi'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { Achievement } from '../outcome-review/outcome-review.ts'
import { declineProposal, proposeOutcome, setOwnOutcome, withdrawProposal } from './outcome-proposal.actions.ts'
import { ProposalState, ProposedBy } from './outcome-proposal.ts'
import { giveOwnScore, giveProviderScore, recordScore } from './outcome-score.actions.ts'
import { Voice } from './outcome-score.ts'
import { openOutcomes } from './outcomes-view.actions.ts'
import { agreeOutcome, changeOutcome, endOutcome, reformulateOutcome } from './personal-outcome.actions.ts'
import { SetBy } from './personal-outcome.ts'

const Words = z.enum(['en', 'cy'])
const AtPerson = z.object({ personId: IdText })
const AtOutcome = z.object({ personId: IdText, personalOutcomeId: IdText })

const TERMS = {
  ownWords: z.string(),
  ownWordsLanguage: Words,
  whyItMatters: z.string().optional(),
  canDoNow: z.string().optional(),
  outcomeId: z.number().int().optional().openapi({ description: 'The outcome of the catalogue that it serves' }),
  scale: z.string().openapi({ example: 'five-point' }),
  baselineScore: z.number().optional(),
  targetScore: z.number().optional(),
  reviewDueOn: DayText,
  weight: z.number().optional(),
  hangsOn: z.number().int().optional(),
  levels: z.array(z.string()).optional().openapi({ description: 'What the levels -2 to 2 mean for this goal' }),
}
const VERSION = { version: z.number().int().openapi({ description: 'The outcome’s version as it was read' }) }

const idAnswer = (description: string) => ({
  description,
  content: { 'application/json': { schema: z.object({ id: z.number().int() }) } },
})

const OutcomeProposalAnswer = z
  .object({
    id: z.number().int(),
    ownWords: z.object({ words: z.string(), language: Words }),
    whyItMatters: z.string(),
    canDoNow: z.string(),
    proposedBy: ProposedBy,
    proposedOn: DayText,
    state: ProposalState,
    answer: z.string(),
    outcomeId: z.number().int().nullable().openapi({ description: 'The personal outcome that came of it' }),
    version: z.number().int(),
  })
  .openapi('OutcomeProposal')

const OutcomeScoreAnswer = z
  .object({ outcomeId: z.number().int(), voice: Voice, scoredOn: DayText, score: z.number() })
  .openapi('OutcomeScore')

const readRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/outcomes',
  ...described(
    'Read what somebody wants to achieve, and how each voice scores it',
    'Darllen beth mae rhywun am ei gyflawni, a sut mae pob llais yn ei sgorio',
  ),
  request: { params: AtPerson },
  responses: {
    200: {
      description: 'Proposals and scores; the outcomes themselves stand in the person',
      content: {
        'application/json': {
          schema: z.object({
            proposals: z.array(OutcomeProposalAnswer),
            scores: z.array(OutcomeScoreAnswer),
            goalAttainment: z.object({ before: z.number(), now: z.number(), goals: z.number().int() }).nullable(),
          }),
        },
      },
    },
  },
})

const proposeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcome-proposals',
  ...described('Say what somebody wants to achieve', 'Dweud beth mae rhywun am ei gyflawni'),
  request: {
    params: AtPerson,
    body: jsonBody(
      z
        .object({
          ownWords: z.string(),
          ownWordsLanguage: Words,
          whyItMatters: z.string().optional(),
          canDoNow: z.string().optional(),
          outcomeId: z.number().int().optional(),
        })
        .openapi('NewOutcomeProposal'),
    ),
  },
  responses: { 201: idAnswer('The proposal that waits') },
})

const agreeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcomes',
  ...described('Agree an outcome', 'Cytuno ar ganlyniad'),
  request: {
    params: AtPerson,
    body: jsonBody(
      z
        .object({
          ...TERMS,
          agreedOn: DayText,
          setBy: SetBy.optional(),
          proposalId: z.number().int().optional(),
          proposalVersion: z.number().int().optional(),
        })
        .openapi('NewPersonalOutcome'),
    ),
  },
  responses: { 201: idAnswer('The outcome') },
})

const changeRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/outcomes/{personalOutcomeId}',
  ...described('Change an outcome', 'Newid canlyniad'),
  request: {
    params: AtOutcome,
    body: jsonBody(z.object({ ...TERMS, ...VERSION, reason: z.string() }).openapi('ChangedPersonalOutcome')),
  },
  responses: { 200: idAnswer('The outcome') },
})

const reformulateRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcomes/{personalOutcomeId}/reformulated',
  ...described('Put an outcome in other words', 'Ailwampio canlyniad'),
  request: {
    params: AtOutcome,
    body: jsonBody(
      z.object({ ...TERMS, ...VERSION, agreedOn: DayText, reason: z.string() }).openapi('ReformulatedOutcome'),
    ),
  },
  responses: { 201: idAnswer('The outcome that takes its place') },
})

const endRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcomes/{personalOutcomeId}/end',
  ...described('End an outcome', 'Dod â chanlyniad i ben'),
  request: {
    params: AtOutcome,
    body: jsonBody(
      z
        .object({ ...VERSION, endedOn: DayText, reason: Achievement, note: z.string().optional() })
        .openapi('EndOfOutcome'),
    ),
  },
  responses: { 200: idAnswer('The outcome') },
})

const scoreRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcomes/{personalOutcomeId}/scores',
  ...described('Score an outcome in one voice', 'Sgorio canlyniad mewn un llais'),
  request: {
    params: AtOutcome,
    body: jsonBody(
      z
        .object({
          voice: z.enum(['person', 'carer', 'practitioner', 'provider']).openapi({
            description: 'Staff give those they wrote down; a provider and a person their own',
          }),
          scoredOn: DayText,
          answers: z.array(z.number()),
        })
        .openapi('NewOutcomeScore'),
    ),
  },
  responses: {
    201: {
      description: 'The score and how it was worked out',
      content: { 'application/json': { schema: z.object({ score: z.number(), working: z.array(z.string()) }) } },
    },
  },
})

const AtProposal = z.object({ personId: IdText, outcomeProposalId: IdText })
const declineRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcome-proposals/{outcomeProposalId}/declining',
  ...described('Not take up a wish, and say why', 'Peidio â derbyn dymuniad, a dweud pam'),
  request: {
    params: AtProposal,
    body: jsonBody(z.object({ ...VERSION, answer: z.string() }).openapi('ProposalDeclined')),
  },
  responses: { 204: { description: 'Answered' } },
})
const withdrawRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcome-proposals/{outcomeProposalId}/withdrawal',
  ...described('Take a wish of one’s own back', 'Tynnu eich dymuniad eich hun yn ôl'),
  request: {
    params: AtProposal,
    body: jsonBody(z.object({ ...VERSION, answer: z.string().optional() }).openapi('ProposalWithdrawn')),
  },
  responses: { 204: { description: 'Taken back' } },
})

export function personalOutcomeApi(doors: Doors): void {
  doors.api(readRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openOutcomes, c.req.valid('param'), originOf(c))
    return answered(c, result, (view) =>
      c.json(
        {
          proposals: view.proposals.map((one) => ({
            id: one.outcomeProposalId,
            ownWords: { words: one.ownWords, language: one.ownWordsLanguage },
            whyItMatters: one.whyItMatters,
            canDoNow: one.canDoNow,
            proposedBy: one.proposedBy,
            proposedOn: one.proposedOn.toString(),
            state: one.state,
            answer: one.answer,
            outcomeId: one.personalOutcomeId,
            version: one.version,
          })),
          scores: view.scores.map(({ personalOutcomeId, voice, scoredOn, score }) => ({
            outcomeId: personalOutcomeId,
            voice,
            scoredOn: scoredOn.toString(),
            score,
          })),
          goalAttainment: view.attainment
            ? { before: view.attainment.before.score, now: view.attainment.now.score, goals: view.attainment.goals }
            : null,
        },
        200,
      ),
    )
  })
  doors.api(proposeRoute, ['outcomes:propose', 'people:change'], async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const action = actorOf(c).scope.kind === 'own' ? setOwnOutcome : proposeOutcome
    const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
    return answered(c, result, ({ outcomeProposalId }) => c.json({ id: outcomeProposalId }, 201))
  })
  for (const [route, action, status] of [
    [agreeRoute, agreeOutcome, 201],
    [changeRoute, changeOutcome, 200],
    [reformulateRoute, reformulateOutcome, 201],
    [endRoute, endOutcome, 200],
  ] as const)
    doors.api(route, 'people:change', async (c) => {
      const input = { ...(c.req.valid('json' as never) as object), ...(c.req.valid('param' as never) as object) }
      const acting = action as Action<unknown, { personalOutcomeId: number }>
      const result = await perform(c.get('runtime'), actorOf(c), acting, input, originOf(c))
      return answered(c, result, ({ personalOutcomeId }) => c.json({ id: personalOutcomeId }, status)) as never
    })
  doors.api(scoreRoute, ['people:change', 'outcomes:verify', 'notes:write'], async (c) => {
    const actor = actorOf(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const action =
      actor.scope.kind === 'provider' ? giveProviderScore : actor.scope.kind === 'own' ? giveOwnScore : recordScore
    const acting = action as Action<unknown, { score: number; working: readonly string[] }>
    const result = await perform(c.get('runtime'), actor, acting, input, originOf(c))
    return answered(c, result, ({ score, working }) => c.json({ score, working: [...working] }, 201))
  })
  doors.api(declineRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), declineProposal, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(withdrawRoute, 'outcomes:propose', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), withdrawProposal, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
