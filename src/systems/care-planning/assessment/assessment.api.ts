/** Assessments as JSON: reading them with the edition of their form, and writing them. */
import { createRoute, z } from '@hono/zod-openapi'
import { NeedBandId } from '../../../kernel/need-band.ts'
import { Answers } from '../../../kernel/questionnaire/answers.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer, jsonBody } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import {
  beginAssessment,
  discardAssessment,
  finishAssessment,
  openAssessments,
  writeSection,
} from './assessment.actions.ts'

const AT_PERSON = z.object({ personId: IdText })
const AT_ONE = z.object({ personId: IdText, assessmentId: IdText })

const readRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/assessments',
  ...described('Read assessments and the band of need', 'Darllen asesiadau a’r band angen'),
  request: { params: AT_PERSON },
  responses: {
    200: jsonAnswer(
      z.object({
        band: z.object({ band: NeedBandId, fromOn: DayText, edition: z.string() }).nullable(),
        assessments: z.array(
          z
            .object({
              id: z.number().int(),
              form: z.string(),
              edition: z.string(),
              state: z.enum(['draft', 'complete', 'given-up']),
              answers: Answers,
              wordsLanguage: z.enum(['en', 'cy']),
              startedOn: DayText,
              completedOn: DayText.nullable(),
              isEligible: z.boolean().nullable(),
              version: z.number().int(),
            })
            .openapi('Assessment'),
        ),
      }),
      'Newest first',
    ),
  },
})

const beginRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/assessments',
  ...described('Begin an assessment', 'Dechrau asesiad'),
  request: { params: AT_PERSON, body: jsonBody(z.object({ form: z.string() }).openapi('NewAssessment')) },
  responses: { 201: jsonAnswer(z.object({ id: z.number().int() }), 'The assessment') },
})

const writeRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/assessments/{assessmentId}/sections/{section}',
  ...described('Write a part of an assessment', 'Ysgrifennu rhan o asesiad'),
  request: {
    params: AT_ONE.extend({ section: z.string() }),
    body: jsonBody(
      z
        .object({
          version: z.number().int(),
          fields: z.record(z.string(), z.string()).openapi({
            description: 'By field as the form names them: question, or section.index.question where a part repeats',
          }),
        })
        .openapi('AssessmentSection'),
    ),
  },
  responses: { 200: jsonAnswer(z.object({ version: z.number().int() }), 'Written') },
})

const finishRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/assessments/{assessmentId}/completion',
  ...described('Complete an assessment', 'Cwblhau asesiad'),
  request: { params: AT_ONE, body: jsonBody(z.object({ version: z.number().int() }).openapi('AssessmentCompletion')) },
  responses: {
    200: jsonAnswer(
      z.object({ id: z.number().int(), isEligible: z.boolean().nullable(), band: NeedBandId.nullable() }),
      'What follows from it',
    ),
  },
})

const discardRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/assessments/{assessmentId}/giving-up',
  ...described('Give up an assessment that is being written', 'Rhoi asesiad sy’n cael ei ysgrifennu o’r neilltu'),
  request: { params: AT_ONE, body: jsonBody(z.object({ version: z.number().int() }).openapi('AssessmentGivenUp')) },
  responses: { 204: { description: 'Given up; that it was begun stays on record' } },
})

export function assessmentApi(doors: Doors): void {
  doors.api(readRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openAssessments, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ band, assessments }) =>
      c.json(
        {
          band: band ? { band: band.band, fromOn: band.fromOn.toString(), edition: band.edition } : null,
          assessments: assessments.map((one) => ({
            id: one.assessmentId,
            form: one.form,
            edition: one.edition,
            state: one.state,
            answers: structuredClone(one.answers) as z.infer<typeof Answers>,
            wordsLanguage: one.wordsLanguage,
            startedOn: one.startedOn.toString(),
            completedOn: one.completedOn?.toString() ?? null,
            isEligible: one.isEligible,
            version: one.version,
          })),
        },
        200,
      ),
    )
  })
  doors.api(beginRoute, 'assessments:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), beginAssessment, input, originOf(c))
    return answered(c, result, ({ assessmentId }) => c.json({ id: assessmentId }, 201))
  })
  doors.api(writeRoute, 'assessments:write', async (c) => {
    const { version, fields } = c.req.valid('json')
    const input = { ...c.req.valid('param'), version, typed: fields }
    const result = await perform(c.get('runtime'), actorOf(c), writeSection, input, originOf(c))
    return answered(c, result, (value) => c.json(value, 200))
  })
  doors.api(finishRoute, 'assessments:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), finishAssessment, input, originOf(c))
    return answered(c, result, ({ assessmentId, band, isEligible }) =>
      c.json({ id: assessmentId, isEligible, band: band ?? null }, 200),
    )
  })
  doors.api(discardRoute, 'assessments:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), discardAssessment, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
