/** Recording a review, and saying in one's own word how it went, as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { recordOwnWord, sayOwnWord } from '../own-word/own-word.actions.ts'
import { recordOutcomeReview } from './outcome-review.actions.ts'
import { Achievement, Extent, OwnSays, Party, PersonSays, WordHow } from './outcome-review.ts'

const recordRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcomes/{personalOutcomeId}/reviews',
  ...described('Record an outcome review', 'Cofnodi adolygiad o ganlyniad'),
  request: {
    params: z.object({ personId: IdText, personalOutcomeId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              version: z.number().int().openapi({ description: 'The outcome’s version as it was read' }),
              heldOn: DayText,
              achievement: Achievement,
              score: z.number().optional(),
              providerSays: Achievement.optional(),
              personSays: PersonSays,
              personSaidBy: z.enum(['person', 'carer']).optional(),
              personWords: z.string().optional(),
              personWordsLanguage: z.enum(['en', 'cy']).optional(),
              note: z.string().optional(),
              attributions: z
                .array(
                  z.object({
                    party: Party,
                    extent: Extent,
                    isNamedFirst: z.boolean().optional(),
                    evidence: z.string().optional(),
                    sharePercent: z.number().int().optional(),
                  }),
                )
                .optional(),
              next: z.enum(['carry-on', 'reformulate', 'end']),
              nextDueOn: DayText.optional(),
            })
            .openapi('NewOutcomeReview'),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The review that was added',
      content: { 'application/json': { schema: z.object({ id: z.number().int(), ref: z.string() }) } },
    },
  },
})

const ownWordRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/outcome-reviews/{outcomeReviewId}/own-word',
  ...described('Say in one’s own word how an outcome went', 'Dweud yn eich geiriau eich hun sut aeth canlyniad'),
  request: {
    params: z.object({ personId: IdText, outcomeReviewId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({ says: OwnSays, words: z.string().optional(), language: z.enum(['en', 'cy']).optional() })
            .openapi('OwnWord'),
        },
      },
    },
  },
  responses: { 204: { description: 'It has been set down' } },
})

const recordWordRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/outcome-reviews/{outcomeReviewId}/words',
  ...described(
    'Write down what a person or carer said by telephone, on paper or face to face',
    'Ysgrifennu’r hyn a ddywedodd person neu ofalwr dros y ffôn, ar bapur neu wyneb yn wyneb',
  ),
  request: {
    params: z.object({ personId: IdText, outcomeReviewId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              how: WordHow.extract(['telephone', 'paper', 'visit']),
              saidBy: z.enum(['person', 'carer']),
              saidOn: DayText,
              says: OwnSays,
              words: z.string().optional(),
              wordsLanguage: z.enum(['en', 'cy']).optional(),
            })
            .openapi('RecordedWord'),
        },
      },
    },
  },
  responses: { 204: { description: 'It has been set down, with who wrote it down' } },
})

export function outcomeReviewApi(doors: Doors): void {
  doors.api(recordRoute, 'people:change', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), recordOutcomeReview, input, originOf(c))
    return answered(c, result, ({ outcomeReviewId, ref }) => c.json({ id: outcomeReviewId, ref }, 201))
  })
  doors.api(ownWordRoute, 'outcomes:verify', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), sayOwnWord, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(recordWordRoute, 'words:record', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), recordOwnWord, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
