/** Plans as JSON: reading every version, drafting, offering, agreeing; and the request for care couched in outcomes. */
import { createRoute, z } from '@hono/zod-openapi'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { Party } from '../outcome-review/outcome-review.ts'
import {
  changePlan,
  discardPlan,
  NO_SUCH_PLAN,
  offerPlan,
  openPlan,
  type PlanView,
  recordAgreement,
  signPlan,
  startPlan,
  takeBackPlan,
} from './plan.actions.ts'
import { AgreedBy, AgreedHow, type PlanContent, PlanState, type PlanVersion } from './plan.ts'

const Words = z.object({ words: z.string(), language: z.enum(['en', 'cy']) })
const Pence = z.number().int().nullable().openapi({ description: 'Whole pence a week' })

const Contribution = z
  .object({
    party: Party,
    providerId: z.number().int().nullable(),
    contractId: z.number().int().nullable(),
    extent: z.enum(['whole', 'part']),
    what: z.string(),
    startsOn: DayText.nullable(),
    weeklyMinutes: z.number().int().nullable(),
    worksWhen: z.string(),
  })
  .openapi('PlannedContribution')

const Content = z
  .object({
    language: z.enum(['en', 'cy']),
    startsOn: DayText.nullable(),
    endsOn: DayText.nullable(),
    reviewDueOn: DayText.nullable(),
    outcomes: z.array(z.object({ personalOutcomeId: z.number().int(), contributions: z.array(Contribution) })),
    indicativeWeeklyPence: Pence,
    budgetBasis: z.string(),
    finalWeeklyPence: Pence,
    risks: z.array(z.object({ what: z.string(), whatIsDone: z.string(), isShared: z.boolean() })),
    contingency: z.string(),
    preferences: z.string(),
  })
  .openapi('PlanContent')

const Version = z
  .object({
    number: z.number().int(),
    state: PlanState,
    reason: z.string(),
    content: Content,
    agreement: z
      .object({ how: AgreedHow, byWhom: AgreedBy, name: z.string(), agreedOn: DayText, words: z.string() })
      .nullable(),
    version: z.number().int(),
  })
  .openapi('PlanVersion')

const AT_PERSON = z.object({ personId: IdText })
const AT_VERSION = z.object({ personId: IdText, number: IdText })
const SEEN = { version: z.number().int().openapi({ description: 'As it was read' }) }
const Numbered = jsonAnswer(z.object({ number: z.number().int() }), 'The version')

const readRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/plans',
  ...described('Read every version of somebody’s plan', 'Darllen pob fersiwn o gynllun rhywun'),
  request: { params: AT_PERSON },
  responses: { 200: jsonAnswer(z.object({ versions: z.array(Version) }), 'The versions, newest first') },
})

const startRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plans',
  ...described('Begin a version of a plan', 'Dechrau fersiwn o gynllun'),
  request: { params: AT_PERSON, body: jsonBody(z.object({ reason: z.string().optional() }).openapi('NewPlanVersion')) },
  responses: { 201: Numbered },
})

const changeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plans/{number}/changes',
  ...described('Write in a draft', 'Ysgrifennu mewn drafft'),
  request: {
    params: AT_VERSION,
    body: jsonBody(
      z
        .object({
          ...SEEN,
          change: z.looseObject({ kind: z.string() }).openapi({
            description:
              'One of add-contribution, remove-contribution, leave-out-outcome, take-in-outcome, add-risk, remove-risk, money, terms, with its fields; amounts as typed, in pounds',
          }),
        })
        .openapi('PlanChange'),
    ),
  },
  responses: { 200: Numbered },
})

const offerRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plans/{number}/offer',
  ...described('Offer a draft to the person', 'Cynnig drafft i’r person'),
  request: { params: AT_VERSION, body: jsonBody(z.object(SEEN).openapi('PlanOffer')) },
  responses: { 200: Numbered },
})

const agreeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plans/{number}/agreement',
  ...described('Record or give agreement to a plan', 'Cofnodi neu roi cytundeb i gynllun'),
  request: {
    params: AT_VERSION,
    body: jsonBody(
      z
        .object({
          ...SEEN,
          name: z.string(),
          how: AgreedHow.optional().openapi({ description: 'Where staff write it down' }),
          byWhom: AgreedBy.optional(),
          agreedOn: DayText.optional(),
          words: z.string().optional(),
        })
        .openapi('NewPlanAgreement'),
    ),
  },
  responses: { 200: Numbered },
})

const requestRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/care-request',
  ...described(
    'Read the request for care: outcomes, budget and preferences, not a list of calls',
    'Darllen y cais am ofal: canlyniadau, cyllideb a dewisiadau, nid rhestr o alwadau',
  ),
  request: { params: AT_PERSON },
  responses: {
    200: jsonAnswer(
      z
        .object({
          ref: z.string(),
          language: z.enum(['en', 'cy']),
          outcomes: z.array(z.object({ id: z.number().int(), ownWords: Words, whyItMatters: z.string() })),
          indicativeWeeklyPence: Pence,
          budgetBasis: z.string(),
          preferences: z.string(),
          startsOn: DayText.nullable(),
          risks: z.array(z.object({ what: z.string(), whatIsDone: z.string() })),
        })
        .openapi('CareRequest'),
      'The request',
    ),
  },
})

const backRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plan/versions/{number}/taking-back',
  ...described('Take an offered plan back to write on', 'Tynnu cynllun a gynigiwyd yn ôl i ysgrifennu ymhellach'),
  request: { params: AT_VERSION, body: jsonBody(z.object(SEEN).openapi('PlanTakenBack')) },
  responses: { 200: Numbered },
})

const discardRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/plan/versions/{number}/giving-up',
  ...described('Give up a draft of a plan', 'Rhoi drafft o gynllun o’r neilltu'),
  request: { params: AT_VERSION, body: jsonBody(z.object(SEEN).openapi('PlanGivenUp')) },
  responses: { 200: Numbered },
})

export function planApi(doors: Doors): void {
  doors.api(readRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openPlan, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ versions }) => c.json({ versions: versions.map(presentVersion) }, 200))
  })
  doors.api(startRoute, 'plans:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), startPlan, input, originOf(c))
    return answered(c, result, ({ number }) => c.json({ number }, 201))
  })
  doors.api(changeRoute, 'plans:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), changePlan, input, originOf(c))
    return answered(c, result, ({ number }) => c.json({ number }, 200))
  })
  doors.api(offerRoute, 'plans:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), offerPlan, input, originOf(c))
    return answered(c, result, ({ number }) => c.json({ number }, 200))
  })
  doors.api(backRoute, 'plans:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), takeBackPlan, input, originOf(c))
    return answered(c, result, ({ number }) => c.json({ number }, 200))
  })
  doors.api(discardRoute, 'plans:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), discardPlan, input, originOf(c))
    return answered(c, result, ({ number }) => c.json({ number }, 200))
  })
  doors.api(agreeRoute, ['plans:write', 'plans:agree'], async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const action = (actorOf(c).scope.kind === 'own' ? signPlan : recordAgreement) as Action<unknown, { number: number }>
    const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
    return answered(c, result, ({ number }) => c.json({ number }, 200))
  })
  doors.api(requestRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openPlan, c.req.valid('param'), originOf(c))
    const plan = result.ok ? result.value.versions.find(({ state }) => state !== 'superseded') : undefined
    if (result.ok && !plan) return (await answerRefusal(c, NO_SUCH_PLAN)) as never
    return answered(c, result, (view) => c.json(presentRequest(view, plan!.content), 200))
  })
}

function presentVersion(plan: PlanVersion) {
  const { number, state, reason, content, agreement, version } = plan
  return {
    number,
    state,
    reason,
    content: presentContent(content),
    agreement: agreement && {
      how: agreement.how,
      byWhom: agreement.byWhom,
      name: agreement.name,
      agreedOn: agreement.agreedOn.toString(),
      words: agreement.words,
    },
    version,
  }
}

const shown = (value: Temporal.PlainDate | null) => value?.toString() ?? null

function presentContent(content: PlanContent) {
  return {
    ...content,
    startsOn: shown(content.startsOn),
    endsOn: shown(content.endsOn),
    reviewDueOn: shown(content.reviewDueOn),
    outcomes: content.outcomes.map((one) => ({
      personalOutcomeId: one.personalOutcomeId,
      contributions: one.contributions.map((each) => ({ ...each, startsOn: shown(each.startsOn) })),
    })),
  }
}

function presentRequest({ person, outcomes }: PlanView, content: PlanContent) {
  return {
    ref: person.ref,
    language: content.language,
    outcomes: content.outcomes.flatMap(({ personalOutcomeId }) => {
      const outcome = outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
      if (!outcome) return []
      const ownWords = { words: outcome.ownWords, language: outcome.ownWordsLanguage }
      return [{ id: personalOutcomeId, ownWords, whyItMatters: outcome.whyItMatters }]
    }),
    indicativeWeeklyPence: content.indicativeWeeklyPence,
    budgetBasis: content.budgetBasis,
    preferences: content.preferences,
    startsOn: shown(content.startsOn),
    risks: content.risks.filter((risk) => risk.isShared).map(({ what, whatIsDone }) => ({ what, whatIsDone })),
  }
}
