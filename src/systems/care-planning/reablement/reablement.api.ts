/** Reablement as JSON: a person's episodes, starting one, the hours after two weeks, the conclusion, and six months later. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../../platform/actions/action.ts'
import { described } from '../../../platform/api/documented-route.ts'
import { refuseWithoutVersion, versionSeen } from '../../../platform/api/entity-tag.ts'
import { answered } from '../../../platform/api/problem-answers.ts'
import { DayText, IdText, jsonAnswer } from '../../../platform/api/schema-parts.ts'
import { originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import {
  browseReablement,
  endReablement,
  readReablement,
  recordSixMonths,
  recordTwoWeeks,
  startReablement,
} from './reablement.actions.ts'
import {
  CameFrom,
  EarlyReason,
  Ending,
  EPISODE_SORTS,
  EPISODES_PER_PAGE,
  EpisodeStateAsked,
  effectOnNeed,
  expectedEnd,
  Follows,
  KeptEarlyReason,
  NeededAfter,
  type ReablementEpisode,
  SixMonthsLater,
  stateOn,
} from './reablement.ts'

const Hours = z.number().nullable().openapi({ description: 'Hours of support needed a week' })
const AT = z.object({ personId: IdText, reablementEpisodeId: IdText })

const EpisodeAnswer = z
  .object({
    id: z.number().int(),
    ref: z.string(),
    state: z.enum(['planned', 'under-way', 'overrunning', 'completed', 'ended-early']),
    contractId: z.number().int().nullable(),
    providerId: z.number().int().nullable(),
    cameFrom: CameFrom,
    isSupportedAlready: z.boolean(),
    referredOn: DayText.nullable(),
    startedOn: DayText,
    expectedWeeks: z.number().int(),
    expectedEndOn: DayText,
    hoursAtStart: Hours,
    hoursAtTwoWeeks: Hours,
    hoursAtEnd: Hours,
    endedOn: DayText.nullable(),
    earlyReason: KeptEarlyReason.nullable(),
    neededAfter: NeededAfter.nullable(),
    follows: Follows.nullable(),
    effectOnNeed: z.enum(['reduced', 'maintained', 'mitigated', 'neither']).nullable(),
    sixMonthsLater: SixMonthsLater.nullable(),
    returnedOn: DayText.nullable().openapi({ description: 'When the person came back within twelve months' }),
    goalIds: z.array(z.number().int()).openapi({ description: 'The personal outcomes it works towards' }),
    version: z.number().int(),
  })
  .openapi('ReablementEpisode')

const listRoute = createRoute({
  method: 'get',
  path: '/people/{personId}/reablement',
  ...described('List a person’s reablement', 'Rhestru ailalluogi person'),
  request: { params: z.object({ personId: IdText }) },
  responses: {
    200: {
      description: 'Their episodes, newest first',
      content: { 'application/json': { schema: z.object({ items: z.array(EpisodeAnswer) }) } },
    },
  },
})

function body<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

const startRoute = createRoute({
  method: 'post',
  path: '/people/{personId}/reablement',
  ...described('Start reablement', 'Dechrau ailalluogi'),
  request: {
    params: z.object({ personId: IdText }),
    body: body(
      z
        .object({
          contractId: z.number().int().optional(),
          cameFrom: CameFrom,
          isSupportedAlready: z.boolean(),
          referredOn: DayText.optional(),
          startedOn: DayText,
          expectedWeeks: z.number().int(),
          hoursAtStart: z.number(),
          goalIds: z.array(z.number().int()),
        })
        .openapi('NewReablement'),
    ),
  },
  responses: {
    201: {
      description: 'The episode that was added',
      content: { 'application/json': { schema: z.object({ id: z.number().int(), ref: z.string() }) } },
    },
  },
})

const DONE = { 204: { description: 'It has been set down' } }

const twoWeeksRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/reablement/{reablementEpisodeId}/two-weeks',
  ...described('Record the hours after two weeks', 'Cofnodi’r oriau ar ôl pythefnos'),
  request: { params: AT, body: body(z.object({ hoursAtTwoWeeks: z.number() })) },
  responses: DONE,
})

const endRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/reablement/{reablementEpisodeId}/ending',
  ...described('Conclude reablement', 'Dod ag ailalluogi i ben'),
  request: {
    params: AT,
    body: body(
      z
        .object({
          endedOn: DayText,
          ending: Ending,
          earlyReason: EarlyReason.optional(),
          hoursAtEnd: z.number().optional(),
          neededAfter: NeededAfter.optional(),
          isMitigated: z.boolean().optional(),
          follows: Follows.optional(),
          endingNote: z.string().optional(),
        })
        .openapi('ReablementEnding'),
    ),
  },
  responses: DONE,
})

const sixMonthsRoute = createRoute({
  method: 'put',
  path: '/people/{personId}/reablement/{reablementEpisodeId}/six-months-later',
  ...described('Record the support six months after reablement', 'Cofnodi’r cymorth chwe mis ar ôl ailalluogi'),
  request: { params: AT, body: body(z.object({ sixMonthsLater: SixMonthsLater })) },
  responses: DONE,
})

const yesNo = (is: boolean | undefined) => (is === undefined ? undefined : is ? 'yes' : 'no')

const browseRoute = createRoute({
  method: 'get',
  path: '/reablement',
  ...described('List reablement, page by page', 'Rhestru ailalluogi, dudalen wrth dudalen'),
  request: {
    query: z.object({
      state: EpisodeStateAsked.optional(),
      area: IdText.optional(),
      provider: IdText.optional(),
      sort: z.enum(EPISODE_SORTS).optional(),
      direction: z.enum(['ascending', 'descending']).optional(),
      page: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
  },
  responses: {
    200: jsonAnswer(
      z.object({
        items: z.array(
          EpisodeAnswer.omit({ goalIds: true })
            .extend({ personId: z.number().int(), personRef: z.string() })
            .openapi('ReablementInList'),
        ),
        total: z.number().int(),
        page: z.number().int(),
        pages: z.number().int(),
      }),
      'A page of 25, and how many there are in all',
    ),
  },
})

export function reablementApi(doors: Doors): void {
  doors.api(browseRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), browseReablement, c.req.valid('query'), originOf(c))
    return answered(c, result, ({ episodes, total, query, today }) => {
      const items = episodes.map((episode) => {
        const { goalIds: _, ...one } = present(episode, today)
        return { ...one, personId: episode.personId, personRef: episode.personRef }
      })
      return c.json({ items, total, page: query.page, pages: Math.max(1, Math.ceil(total / EPISODES_PER_PAGE)) }, 200)
    })
  })
  doors.api(listRoute, 'people:read', async (c) => {
    const result = await perform(c.get('runtime'), actorOf(c), readReablement, c.req.valid('param'), originOf(c))
    return answered(c, result, ({ episodes, today }) =>
      c.json({ items: episodes.map((episode) => present(episode, today)) }, 200),
    )
  })
  doors.api(startRoute, 'people:change', async (c) => {
    const { isSupportedAlready, ...given } = c.req.valid('json')
    const input = { ...given, isSupportedAlready: yesNo(isSupportedAlready), ...c.req.valid('param') }
    const result = await perform(c.get('runtime'), actorOf(c), startReablement, input, originOf(c))
    return answered(c, result, ({ reablementEpisodeId, ref }) => c.json({ id: reablementEpisodeId, ref }, 201))
  })
  doors.api(twoWeeksRoute, ['people:change', 'notes:write'], async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), recordTwoWeeks, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(endRoute, 'people:change', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const { isMitigated, ...given } = c.req.valid('json')
    const input = { ...given, isMitigated: yesNo(isMitigated), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), endReablement, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
  doors.api(sixMonthsRoute, 'people:change', async (c) => {
    const version = versionSeen(c)
    if (version === undefined) return refuseWithoutVersion(c)
    const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
    const result = await perform(c.get('runtime'), actorOf(c), recordSixMonths, input, originOf(c))
    return answered(c, result, () => c.body(null, 204))
  })
}

function present(episode: ReablementEpisode, today: Temporal.PlainDate) {
  const hours = (minutes: number | null) => (minutes === null ? null : minutes / 60)
  const day = (on: Temporal.PlainDate | null) => on?.toString() ?? null
  return {
    id: episode.reablementEpisodeId,
    ref: episode.ref,
    state: stateOn(episode, today),
    contractId: episode.contractId,
    providerId: episode.providerId,
    cameFrom: episode.cameFrom,
    isSupportedAlready: episode.isSupportedAlready,
    referredOn: day(episode.referredOn),
    startedOn: episode.startedOn.toString(),
    expectedWeeks: episode.expectedWeeks,
    expectedEndOn: expectedEnd(episode).toString(),
    hoursAtStart: hours(episode.minutesAtStart),
    hoursAtTwoWeeks: hours(episode.minutesAtTwoWeeks),
    hoursAtEnd: hours(episode.minutesAtEnd),
    endedOn: day(episode.endedOn),
    earlyReason: episode.earlyReason,
    neededAfter: episode.neededAfter,
    follows: episode.follows,
    effectOnNeed: effectOnNeed(episode),
    sixMonthsLater: episode.sixMonthsLater,
    returnedOn: day(episode.returnedOn),
    goalIds: [...episode.goalIds],
    version: episode.version,
  }
}
