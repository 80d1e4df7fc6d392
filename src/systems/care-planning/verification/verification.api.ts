/** Samples for independent verification as JSON. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { Achievement, PersonSays } from '../outcome-review/outcome-review.ts'
import { browseSamples, drawSample, openSample, recordVerification } from './verification.actions.ts'
import { Found, type Sample, type SampleItem, VerifiedHow } from './verification.ts'

const SampleAnswer = z
  .object({
    id: z.number().int(),
    seed: z.string(),
    providerId: z.number().int().nullable(),
    from: DayText,
    to: DayText,
    size: z.number().int(),
    eligible: z.number().int(),
    drawnOn: DayText,
    drawnBy: z.string(),
  })
  .openapi('VerificationSample')

const ClaimAnswer = z
  .object({
    reviewId: z.number().int(),
    reviewRef: z.string(),
    personId: z.number().int(),
    heldOn: DayText,
    claimed: Achievement,
    providerClaimed: Achievement.nullable(),
    personSays: PersonSays.nullable(),
    found: Found.nullable(),
    how: VerifiedHow.nullable(),
    note: z.string(),
    verifiedOn: DayText.nullable(),
    verifiedBy: z.string().nullable(),
    version: z.number().int(),
  })
  .openapi('VerificationClaim')

const listRoute = createRoute({
  method: 'get',
  path: '/verification-samples',
  ...described('List the verification samples', 'Rhestru’r samplau cadarnhau'),
  responses: {
    200: {
      description: 'All samples, newest first',
      content: { 'application/json': { schema: z.object({ items: z.array(SampleAnswer) }) } },
    },
  },
})

const drawRoute = createRoute({
  method: 'post',
  path: '/verification-samples',
  ...described('Draw a sample for independent verification', 'Tynnu sampl i’w chadarnhau’n annibynnol'),
  request: {
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({
              providerId: z.number().int().optional(),
              from: DayText,
              to: DayText,
              size: z.number().int(),
              seed: z.string().optional(),
            })
            .openapi('NewVerificationSample'),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The sample that was drawn',
      content: {
        'application/json': { schema: z.object({ id: z.number().int(), seed: z.string(), drawn: z.number().int() }) },
      },
    },
  },
})

const oneRoute = createRoute({
  method: 'get',
  path: '/verification-samples/{sampleId}',
  ...described('Read a verification sample with its claims', 'Darllen sampl gadarnhau gyda’i honiadau'),
  request: { params: z.object({ sampleId: IdText }) },
  responses: {
    200: {
      description:
        'The sample, its claims in the order they were drawn, and whether drawing again today gives the same',
      content: {
        'application/json': {
          schema: z.object({ sample: SampleAnswer, isSameToday: z.boolean(), claims: z.array(ClaimAnswer) }),
        },
      },
    },
  },
})

const verifyRoute = createRoute({
  method: 'put',
  path: '/verification-samples/{sampleId}/claims/{outcomeReviewId}',
  ...described('Record what looking into a claim found', 'Cofnodi’r hyn a ganfuwyd wrth edrych ar honiad'),
  request: {
    params: z.object({ sampleId: IdText, outcomeReviewId: IdText }),
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z
            .object({ found: Found, how: VerifiedHow, verifiedOn: DayText, note: z.string().optional() })
            .openapi('Verification'),
        },
      },
    },
  },
  responses: { 204: { description: 'It has been set down' } },
})

export function verificationApi(doors: Doors): void {
  doors.api(listRoute, 'words:record', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseSamples, {}, originOf(c))
    return answered(c, result, ({ samples }) => c.json({ items: samples.map(sampleAnswer) }, 200))
  })
  doors.api(drawRoute, 'samples:draw', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), drawSample, c.req.valid('json'), originOf(c))
    return answered(c, result, ({ verificationSampleId, seed, drawn }) =>
      c.json({ id: verificationSampleId, seed, drawn }, 201),
    )
  })
  doors.api(oneRoute, 'words:record', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openSample, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ sample, isSameToday, items }) =>
      c.json({ sample: sampleAnswer(sample), isSameToday, claims: items.map(claimAnswer) }, 200),
    )
  })
  doors.api(verifyRoute, 'words:record', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), recordVerification, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}

function sampleAnswer(sample: Sample): z.infer<typeof SampleAnswer> {
  return {
    id: sample.verificationSampleId,
    seed: sample.seed,
    providerId: sample.providerId,
    from: sample.from.toString(),
    to: sample.to.toString(),
    size: sample.size,
    eligible: sample.eligible,
    drawnOn: sample.drawnOn.toString(),
    drawnBy: sample.drawnBy,
  }
}

function claimAnswer(item: SampleItem): z.infer<typeof ClaimAnswer> {
  return {
    reviewId: item.outcomeReviewId,
    reviewRef: item.reviewRef,
    personId: item.personId,
    heldOn: item.heldOn.toString(),
    claimed: item.claimed,
    providerClaimed: item.providerClaimed,
    personSays: item.personSays,
    found: item.found,
    how: item.how,
    note: item.note,
    verifiedOn: item.verifiedOn?.toString() ?? null,
    verifiedBy: item.verifiedBy,
    version: item.version,
  }
}
