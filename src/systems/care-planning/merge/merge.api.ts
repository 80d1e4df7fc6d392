/** Possible duplicates, merging and undoing it, and saying that two records are of two people, for programs. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import type { NamedRecord } from '../person/person-write.store.ts'
import { browseDuplicates, PAIRS_PER_PAGE } from './duplicates.actions.ts'
import { mergePeople, openMergeStart, previewMerge } from './merge.actions.ts'
import { whatHappens } from './merge.sentences.ts'
import { GoesOn, IDENTITY_FIELDS, type PersonMerge } from './merge.ts'
import { sayTwoPeople, takeBackThatTwo } from './two-people.actions.ts'
import { undoMerge } from './undo-merge.actions.ts'

const Id = z.coerce.number().int().positive()
const DayText = z.string().openapi({ format: 'date', example: '2026-03-03' })

const Named = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    givenName: z.string(),
    familyName: z.string(),
    bornOn: DayText.nullable(),
  })
  .openapi('NamedRecord')

const MergeAnswer = z
  .object({
    id: z.number().int(),
    formerId: z.number().int(),
    formerRef: z.string(),
    standingRef: z.string(),
    reason: z.string(),
    mergedOn: DayText,
    mergedBy: z.string(),
    undone: z.object({ on: DayText, by: z.string(), reason: z.string() }).nullable(),
  })
  .openapi('PersonMerge')

const MergeBody = z
  .object({
    otherId: z.number().int().openapi({ description: 'Our own id of the other record' }),
    standing: z.number().int().openapi({ description: 'Which of the two stands and keeps its reference' }),
    version: z.number().int().openapi({ description: 'Of the record in the path, as it was read' }),
    otherVersion: z.number().int().openapi({ description: 'Of the other record, as it was read' }),
    identity: z
      .partialRecord(z.enum(IDENTITY_FIELDS), z.number().int())
      .optional()
      .openapi({ description: 'For each field in which both say something else: whose value stands' }),
    goesOn: z
      .partialRecord(GoesOn, z.number().int())
      .optional()
      .openapi({ description: 'For each thing that is under way in both: whose goes on' }),
    reason: z.string(),
  })
  .openapi('MergeOfRecords')

const ReasonBody = z.object({ reason: z.string() })

const json = <T extends z.ZodType>(schema: T) => ({ content: { 'application/json': { schema } } })
const body = <T extends z.ZodType>(schema: T) => ({ ...json(schema), required: true })
const person = z.object({ personId: Id })
const pair = z.object({ personId: Id, otherId: Id })

const duplicatesRoute = createRoute({
  method: 'get',
  path: '/people/possible-duplicates',
  ...described('List records that may be of one person', 'Rhestru cofnodion a all fod o’r un person'),
  request: { query: z.object({ page: z.coerce.number().int().min(1).max(100_000).optional() }) },
  responses: {
    200: {
      description: 'Pairs, the likeliest first',
      ...json(
        z.object({
          items: z.array(
            z.object({ one: Named, other: Named, likeness: z.enum(['same-nhs-number', 'same-birth', 'same-name']) }),
          ),
          total: z.number().int(),
          perPage: z.number().int(),
        }),
      ),
    },
  },
})

const startRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/merges',
  ...described(
    'Read what was merged into a record, and which records are like it',
    'Darllen yr hyn a gyfunwyd â chofnod, a pha gofnodion sy’n debyg iddo',
  ),
  request: { params: person },
  responses: {
    200: {
      description: 'Merges and likenesses',
      ...json(z.object({ merges: z.array(MergeAnswer), alike: z.array(Named) })),
    },
  },
})

const previewRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/merges/preview',
  ...described('See what merging two records would do', 'Gweld beth fyddai effaith cyfuno dau gofnod'),
  request: { params: person, body: body(MergeBody) },
  responses: {
    200: { description: 'What would happen, a sentence each', ...json(z.object({ happens: z.array(z.string()) })) },
  },
})

const mergeRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/merges',
  ...described('Merge two records of one person', 'Cyfuno dau gofnod o’r un person'),
  request: { params: person, body: body(MergeBody) },
  responses: {
    201: {
      description: 'The merge, and the record that stands',
      ...json(z.object({ id: z.number().int(), personId: z.number().int() })),
    },
  },
})

const undoRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/merges/{personMergeId}/undo',
  ...described('Undo a merge', 'Dadwneud cyfuniad'),
  request: { params: z.object({ personId: Id, personMergeId: Id }), body: body(ReasonBody) },
  responses: { 204: { description: 'There are two records again' } },
})

const twoRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/two-people/{otherId}',
  ...described('Say that two records are of two people', 'Dweud mai dau berson yw dau gofnod'),
  request: { params: pair, body: body(ReasonBody) },
  responses: { 204: { description: 'It is remembered' } },
})

const takeBackRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/two-people/{otherId}/take-back',
  ...described('Take back that two records are of two people', 'Tynnu’n ôl mai dau berson yw dau gofnod'),
  request: { params: pair, body: body(ReasonBody) },
  responses: { 204: { description: 'It is no longer said' } },
})

export function mergeApi(doors: Doors): void {
  doors.api(duplicatesRoute, 'people:merge', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseDuplicates, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ pairs, total }) =>
      c.json(
        {
          items: pairs.map(({ one, other, likeness }) => ({ one: named(one), other: named(other), likeness })),
          total,
          perPage: PAIRS_PER_PAGE,
        },
        200,
      ),
    )
  })
  doors.api(startRoute, 'people:merge', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), openMergeStart, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ merges, alike }) =>
      c.json({ merges: merges.map(present), alike: alike.map(named) }, 200),
    )
  })
  doors.api(previewRoute, 'people:merge', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), previewMerge, input, originOf(c))
    return answered(c, result, (preview) => c.json({ happens: [...whatHappens(c.get('language'), preview)] }, 200))
  })
  doors.api(mergeRoute, 'people:merge', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), mergePeople, input, originOf(c))
    return answered(c, result, ({ personId, personMergeId }) => c.json({ id: personMergeId, personId }, 201))
  })
  doors.api(undoRoute, 'people:merge', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), undoMerge, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(twoRoute, 'people:merge', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), sayTwoPeople, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(takeBackRoute, 'people:merge', async (c) => {
    const input = { ...c.req.valid('json'), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), takeBackThatTwo, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}

function named({ personId, ref, givenName, familyName, bornOn }: NamedRecord) {
  return { id: personId, ref, givenName, familyName, bornOn: bornOn?.toString() ?? null }
}

function present({ personMergeId, mergedOn, undone, ...merge }: PersonMerge) {
  return {
    id: personMergeId,
    formerId: merge.formerId,
    formerRef: merge.formerRef,
    standingRef: merge.standingRef,
    reason: merge.reason,
    mergedOn: mergedOn.toString(),
    mergedBy: merge.mergedBy,
    undone: undone && { ...undone, on: undone.on.toString() },
  }
}
