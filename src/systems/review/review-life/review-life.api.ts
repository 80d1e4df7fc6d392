/** Starting a review and each step of its life, for programs. */
import { createRoute, z } from '@hono/zod-openapi'
import { LANGUAGES, Language } from '../../../kernel/language.ts'
import { type Action, perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { refreshEvidence } from '../evidence/evidence.actions.ts'
import {
  concludeReview,
  returnReview,
  signReview,
  startReview,
  submitReview,
  withdrawReview,
} from './review-life.actions.ts'
import { REVIEW_STATES, type ReviewState } from './review-life.ts'

const ReviewId = z.object({ reviewId: z.coerce.number().int().positive() })
const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } })

const startRoute = createRoute({
  method: 'post',
  path: '/reviews',
  ...described('Start a review', 'Dechrau adolygiad'),
  request: {
    body: {
      required: true,
      content: json(
        z
          .object({
            frameworkId: z.string().openapi({ example: 'contract-management' }),
            name: z.string(),
            language: z.enum(LANGUAGES).openapi({ description: 'The language its writers write in' }),
            contractIds: z.array(z.number().int()).optional().openapi({ description: 'None: the whole authority' }),
            from: DayText,
            to: DayText,
          })
          .openapi('NewReview'),
      ),
    },
  },
  responses: {
    201: { description: 'The review, its evidence read', content: json(z.object({ id: z.number().int() })) },
  },
})

const Counted = z.object({ numerator: z.number(), denominator: z.number() })

const refreshRoute = createRoute({
  method: 'post',
  path: '/reviews/{reviewId}/evidence',
  ...described('Read the evidence of a draft again', 'Darllen tystiolaeth drafft eto'),
  request: { params: ReviewId },
  responses: {
    200: {
      description: 'Which numbers changed',
      content: json(
        z.object({
          changes: z.array(z.object({ name: z.string(), was: Counted.nullable(), is: Counted.nullable() })),
        }),
      ),
    },
  },
})

const concludeRoute = createRoute({
  method: 'put',
  path: '/reviews/{reviewId}/conclusion',
  ...described('Write the conclusion of a review', 'Ysgrifennu casgliad adolygiad'),
  request: {
    params: ReviewId,
    body: { required: true, content: json(z.object({ conclusion: z.string(), language: Language })) },
  },
  responses: { 204: { description: 'It has been written; the new version as ETag' } },
})

/** Submitting and signing need no words; returning and withdrawing need a reason. */
function stepRoute(step: string, [en, cy]: readonly [string, string], needsReason: boolean) {
  return createRoute({
    method: 'post',
    path: `/reviews/{reviewId}/${step}`,
    ...described(en, cy),
    request: {
      params: ReviewId,
      ...(needsReason ? { body: { required: true, content: json(z.object({ reason: z.string() })) } } : {}),
    },
    responses: {
      200: { description: 'Where it stands now', content: json(z.object({ state: z.enum(REVIEW_STATES) })) },
    },
  })
}

export function reviewLifeApi(doors: Doors): void {
  doors.api(startRoute, 'reviews:write', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), startReview, c.req.valid('json'), originOf(c))
    return answered(c, result, ({ reviewId }) => c.json({ id: reviewId }, 201))
  })
  doors.api(refreshRoute, 'reviews:write', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), refreshEvidence, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ changes }) =>
      c.json({ changes: changes.map(({ name, was, is }) => ({ name, was: was ?? null, is: is ?? null })) }, 200),
    )
  })
  doors.api(concludeRoute, 'reviews:write', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('param'), ...c.req.valid('json'), version }
    const result = await perform(c.get('runtime'), actorOf(c), concludeReview, input, originOf(c))
    return answered(c, result, (saved) => c.body(null, 204, { ETag: entityTag(saved.version) }))
  })
  stepDoor(
    doors,
    stepRoute('submit', ['Send a review for signature', 'Anfon adolygiad i’w lofnodi'], false),
    submitReview,
  )
  stepDoor(doors, stepRoute('sign', ['Sign a review', 'Llofnodi adolygiad'], false), signReview)
  stepDoor(
    doors,
    stepRoute('return', ['Return a review to its writers', 'Dychwelyd adolygiad i’w awduron'], true),
    returnReview,
  )
  stepDoor(doors, stepRoute('withdraw', ['Withdraw a review', 'Tynnu adolygiad yn ôl'], true), withdrawReview)
}

function stepDoor<Input>(
  doors: Doors,
  route: ReturnType<typeof stepRoute>,
  action: Action<Input, { readonly state: ReviewState }>,
): void {
  doors.api(route, action.permission, async (c) => {
    const body = c.req.header('Content-Type')?.includes('json') ? ((await c.req.json()) as object) : {}
    const input = { ...body, ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), action, input, originOf(c))
    return answered(c, result, ({ state }) => c.json({ state }, 200))
  })
}
