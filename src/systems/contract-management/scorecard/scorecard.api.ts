/** The scorecard for programs: all its readings, judged as the page judges them. */
import { createRoute, z } from '@hono/zod-openapi'
import { MEASURE_KINDS } from '../../../measures/measure.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { openScorecard } from './scorecard.actions.ts'
import { presentScorecard } from './scorecard.answer.ts'

const Words = z.object({ en: z.string(), cy: z.string() })
const Value = z.object({
  numerator: z.number(),
  denominator: z.number(),
  value: z.number().nullable().openapi({ description: 'Numerator over denominator; null where that is 0' }),
})
const Achieved = z.object({
  reviewed: z.number(),
  achieved: z.number(),
  partly: z.number(),
  not: z.number(),
  changed: z.number(),
})

const MonthAnswer = z.object({
  month: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable().openapi({ description: 'Below this, chance does not explain it' }),
  high: z.number().nullable(),
  isOutside: z.boolean(),
})

const RowAnswer = Value.extend({
  measure: z.string(),
  kind: z.enum(MEASURE_KINDS),
  unit: z.string(),
  label: Words,
  before: Value,
  target: z.number().nullable(),
  baseline: Value.nullable(),
  servesOutcomeId: z.number().int().nullable(),
  verdict: z.string(),
  says: Words,
  months: z.array(MonthAnswer),
}).openapi('ScorecardRow')

const ScorecardAnswer = z
  .object({
    contractId: z.number().int(),
    ref: z.string(),
    title: Words,
    provider: z.object({ ref: z.string(), name: z.string() }),
    from: z.string(),
    to: z.string(),
    says: Words.openapi({ description: 'The lead of the page, made from the numbers by rule' }),
    outcomes: Achieved.extend({ before: Achieved }),
    words: z.array(
      z.object({
        outcomeRef: z.string().nullable(),
        both: z.number(),
        providerAchieved: z.number(),
        personAchieved: z.number(),
      }),
    ),
    measures: z.array(RowAnswer),
    secondLook: z
      .object({
        why: z.string(),
        measure: z.string(),
        monthsMissed: z.number(),
        monthsLookedAt: z.number(),
        says: Words,
      })
      .nullable()
      .openapi({ description: 'Why the attribution of the outcomes needs another look, where it does' }),
    asOf: z.string(),
  })
  .openapi('Scorecard')

const route = createRoute({
  ...described('The scorecard of a contract', 'Cerdyn sgorio contract'),
  method: 'get',
  path: '/contracts/{contractId}/scorecard',
  request: {
    params: z.object({ contractId: z.coerce.number().int().min(1) }),
    query: z.object({
      from: z.string().max(20).optional().openapi({ example: '2025-04-01' }),
      to: z.string().max(20).optional().openapi({ description: 'Last day, included; both or neither' }),
    }),
  },
  responses: {
    200: { description: 'The scorecard', content: { 'application/json': { schema: ScorecardAnswer } } },
  },
})

export function scorecardApi(doors: Doors): void {
  doors.api(route, 'contracts:read', async (c) => {
    const asked = { ...c.req.valid('query'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), openScorecard, asked, originOf(c))
    return answered(c, result, (card) => c.json(presentScorecard(card), 200))
  })
}
