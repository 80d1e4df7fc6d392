/** The actions of reviews, for programs: added to a draft, listed over all signed reviews, closed with what was done. */
import { createRoute, z } from '@hono/zod-openapi'
import { Language } from '../../../kernel/language.ts'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { addFollowUp, closeFollowUp, readFollowUps, removeFollowUpFromDraft } from './follow-up.actions.ts'
import { FOLLOW_UP_STATES } from './follow-up.ts'

const json = <T extends z.ZodType>(schema: T) => ({ 'application/json': { schema } })

const addRoute = createRoute({
  method: 'post',
  path: '/reviews/{reviewId}/actions',
  ...described('Add an action to a review', 'Ychwanegu cam gweithredu at adolygiad'),
  request: {
    params: z.object({ reviewId: IdText }),
    body: {
      required: true,
      content: json(
        z
          .object({
            domainId: z.string(),
            what: z.string(),
            owner: z.string(),
            dueOn: DayText,
            language: Language,
          })
          .openapi('NewReviewAction'),
      ),
    },
  },
  responses: { 201: { description: 'The action', content: json(z.object({ id: z.number().int() })) } },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/reviews/{reviewId}/actions/{actionId}',
  ...described('Take an action out of a draft', 'Tynnu cam gweithredu o ddrafft'),
  request: { params: z.object({ reviewId: IdText, actionId: IdText }) },
  responses: { 204: { description: 'It is gone' } },
})

const ReviewAction = z
  .object({
    id: z.number().int(),
    reviewId: z.number().int(),
    domainId: z.string(),
    what: z.object({ text: z.string(), language: Language }),
    owner: z.string(),
    dueOn: DayText,
    state: z.enum(FOLLOW_UP_STATES),
    isLate: z.boolean(),
    closedOn: DayText.nullable(),
    closingNote: z.string(),
    version: z.number().int(),
  })
  .openapi('ReviewAction')

const listRoute = createRoute({
  method: 'get',
  path: '/review-actions',
  ...described('List the actions of signed reviews', 'Rhestru camau gweithredu adolygiadau a lofnodwyd'),
  request: { query: z.object({ state: z.enum([...FOLLOW_UP_STATES, 'late']).optional() }) },
  responses: {
    200: {
      description: 'The earliest due first',
      content: json(z.object({ items: z.array(ReviewAction), open: z.number().int(), late: z.number().int() })),
    },
  },
})

const closeRoute = createRoute({
  method: 'patch',
  path: '/review-actions/{actionId}',
  ...described('Say how an action stands', 'Nodi sut mae cam gweithredu’n sefyll'),
  request: {
    params: z.object({ actionId: IdText }),
    body: { required: true, content: json(z.object({ state: z.enum(FOLLOW_UP_STATES), note: z.string().optional() })) },
  },
  responses: { 204: { description: 'It has been noted; the new version as ETag' } },
})

export function followUpApi(doors: Doors): void {
  doors.api(addRoute, 'reviews:write', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), addFollowUp, input, originOf(c))
    return answered(c, result, ({ actionId }) => c.json({ id: actionId }, 201))
  })
  doors.api(removeRoute, 'reviews:write', async (c) => {
    const input = c.req.valid('param')
    const result = await perform(c.get('runtime'), actorOf(c), removeFollowUpFromDraft, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(listRoute, 'reviews:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readFollowUps, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ followUps, open, late }) =>
      c.json(
        {
          items: followUps.map((f) => ({
            id: f.actionId,
            reviewId: f.reviewId,
            domainId: f.domainId,
            what: { text: f.what, language: f.language },
            owner: f.owner,
            dueOn: f.dueOn.toString(),
            state: f.state,
            isLate: f.isLate,
            closedOn: f.closedOn?.toString() ?? null,
            closingNote: f.closingNote,
            version: f.version,
          })),
          open,
          late,
        },
        200,
      ),
    )
  })
  doors.api(closeRoute, 'reviews:write', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), closeFollowUp, input, originOf(c))
    return answered(c, result, (closed) => c.body(null, 204, { ETag: entityTag(closed.version) }))
  })
}
