/** Writing in a draft, for programs: an answer, a domain's strengths and gaps, a disagreement with evidence; each with its version. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { Language } from '../../../kernel/language.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answerApiRefusal, answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { readReview } from '../report/report.actions.ts'
import { saveDomain } from './answer.actions.ts'

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } })
const PromptParams = z.object({ reviewId: z.coerce.number().int().positive(), promptId: z.string() })

const AnswerBody = z
  .object({
    judgement: z.string().nullable().openapi({ example: 'in-place' }),
    finding: z.string(),
    language: Language,
  })
  .openapi('ReviewAnswer')

const readRoute = createRoute({
  method: 'get',
  path: '/reviews/{reviewId}/answers/{promptId}',
  ...described('Read an answer of a review', 'Darllen ateb mewn adolygiad'),
  request: { params: PromptParams },
  responses: {
    200: {
      description: 'The answer, its version as ETag; `"1"` where nothing is written yet',
      content: json(AnswerBody.extend({ by: z.string().nullable() })),
    },
  },
})

const writeRoute = createRoute({
  method: 'put',
  path: '/reviews/{reviewId}/answers/{promptId}',
  ...described('Write an answer of a review', 'Ysgrifennu ateb mewn adolygiad'),
  request: { params: PromptParams, body: { required: true, content: json(AnswerBody) } },
  responses: { 204: { description: 'It has been written' } },
})

const noteRoute = createRoute({
  method: 'put',
  path: '/reviews/{reviewId}/domains/{domainId}/note',
  ...described('Write the strengths and gaps of a domain', 'Ysgrifennu cryfderau a bylchau maes'),
  request: {
    params: z.object({ reviewId: z.coerce.number().int().positive(), domainId: z.string() }),
    body: {
      required: true,
      content: json(z.object({ strengths: z.string(), gaps: z.string(), language: Language })),
    },
  },
  responses: { 204: { description: 'It has been written' } },
})

const disagreeRoute = createRoute({
  method: 'put',
  path: '/reviews/{reviewId}/answers/{promptId}/evidence/{name}/disagreement',
  ...described('Say why a number misleads', 'Dweud pam mae rhif yn gamarweiniol'),
  request: {
    params: PromptParams.extend({ name: z.string() }),
    body: {
      required: true,
      content: json(z.object({ text: z.string().openapi({ description: 'Empty takes it back' }), language: Language })),
    },
  },
  responses: { 204: { description: 'It stands beside the number' } },
})

/** A tag counts from 1, a version of something not yet written from 0. */
const tagOf = (version: number) => entityTag(version + 1)

export function answerApi(doors: Doors): void {
  doors.api(readRoute, 'reviews:read', async (c) => {
    const { reviewId, promptId } = c.req.valid('param')
    const found = await findPrompt(c, reviewId, promptId)
    if (!found.ok) return answerApiRefusal(c, found.refusal)
    const { judgement, finding, answeredBy, version } = found.prompt
    const body = { judgement, finding: finding.text, language: finding.language, by: answeredBy }
    return c.json(body, 200, { ETag: tagOf(version) })
  })
  doors.api(writeRoute, 'reviews:write', async (c) => {
    const seen = versionSeen(c)
    if (seen === undefined) return refuseWithoutVersion(c)
    const { reviewId, promptId } = c.req.valid('param')
    const { language, ...answer } = c.req.valid('json')
    const found = await findPrompt(c, reviewId, promptId)
    if (!found.ok) return answerApiRefusal(c, found.refusal)
    const answers = [{ ...answer, promptId, version: seen - 1 }]
    const input = { reviewId, domainId: found.domainId, language, answers }
    const result = await perform(c.get('runtime'), actorOf(c), saveDomain, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(noteRoute, 'reviews:write', async (c) => {
    const seen = versionSeen(c)
    if (seen === undefined) return refuseWithoutVersion(c)
    const { language, ...note } = c.req.valid('json')
    const input = { ...c.req.valid('param'), language, note: { ...note, version: seen - 1 } }
    const result = await perform(c.get('runtime'), actorOf(c), saveDomain, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(disagreeRoute, 'reviews:write', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const { reviewId, promptId, name } = c.req.valid('param')
    const { text, language } = c.req.valid('json')
    const found = await findPrompt(c, reviewId, promptId)
    if (!found.ok) return answerApiRefusal(c, found.refusal)
    const disagreements = [{ promptId, name, text, version }]
    const input = { reviewId, domainId: found.domainId, language, disagreements }
    const result = await perform(c.get('runtime'), actorOf(c), saveDomain, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}

/** A prompt by its id alone: programs need not know its domain. */
async function findPrompt(c: Context<Env>, reviewId: number, promptId: string) {
  const result = await perform(c.get('runtime'), actorOf(c), readReview, { reviewId }, originOf(c))
  if (!result.ok) return result
  for (const domain of result.value.report.domains) {
    const prompt = domain.prompts.find(({ id }) => id === promptId)
    if (prompt) return { ok: true as const, prompt, domainId: domain.id }
  }
  return { ok: false as const, refusal: NO_PROMPT }
}

const NO_PROMPT: Refusal = {
  kind: 'not-found',
  code: 'no-such-prompt',
  message: { en: 'This review has no such question.', cy: 'Nid oes gan yr adolygiad hwn gwestiwn o’r fath.' },
}
