/** The documents of a review, for programs: sent as base64 within JSON, fetched as they are. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { IdText } from '../../../platform/api/schema-parts.ts'
import { fileResponse } from '../../../platform/documents/index.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { attachFile, readAttachment, removeAttachment } from './attachment.actions.ts'

const Which = z.object({ reviewId: IdText, attachmentId: IdText })

const attachRoute = createRoute({
  method: 'post',
  path: '/reviews/{reviewId}/attachments',
  ...described('Attach a document to a review', 'Atodi dogfen at adolygiad'),
  request: {
    params: z.object({ reviewId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({ promptId: z.string(), fileName: z.string(), content: z.base64() })
            .openapi('NewReviewAttachment'),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The document and its digest',
      content: { 'application/json': { schema: z.object({ id: z.number().int(), sha256: z.string() }) } },
    },
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/reviews/{reviewId}/attachments/{attachmentId}',
  ...described('Download a document of a review', 'Lawrlwytho dogfen adolygiad'),
  request: { params: Which },
  responses: {
    200: {
      description: 'The document',
      content: { 'application/octet-stream': { schema: z.string().openapi({ format: 'binary' }) } },
    },
  },
})

const removeRoute = createRoute({
  method: 'delete',
  path: '/reviews/{reviewId}/attachments/{attachmentId}',
  ...described('Take a document out of a draft', 'Tynnu dogfen o ddrafft'),
  request: { params: Which },
  responses: { 204: { description: 'It is gone' } },
})

export function attachmentApi(doors: Doors): void {
  doors.api(attachRoute, 'reviews:write', async (c) => {
    const { content, ...about } = c.req.valid('json')
    const input = { ...about, ...c.req.valid('param'), bytes: new Uint8Array(Buffer.from(content, 'base64')) }
    const result = await perform(c.get('runtime'), actorOf(c), attachFile, input, originOf(c))
    return answered(c, result, ({ attachmentId, sha256 }) => c.json({ id: attachmentId, sha256 }, 201))
  })
  doors.api(readRoute, 'reviews:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readAttachment, c.req.valid('param'), originOf(c))
    // A file is no JSON body: its type is said by its own headers.
    return answered(
      c,
      result,
      ({ content, fileName, contentType }) => fileResponse(content, fileName, contentType) as never,
    )
  })
  doors.api(removeRoute, 'reviews:write', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), removeAttachment, c.req.valid('param'), originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}
