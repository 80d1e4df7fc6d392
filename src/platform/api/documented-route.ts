/** Adds to a route's documentation what is true of every route, so that no room can forget it: problems, sign-in, the headers of writes. */
import { type RouteConfig, z } from '@hono/zod-openapi'
import type { Access } from '../http/doors.ts'
import { PERMISSIONS } from '../permissions/permission.ts'
import { Problem } from './problem-answers.ts'

/** The route's short description in both languages: spread into `createRoute({ ...described('List areas', 'Rhestru ardaloedd'), … })`. */
export function described(en: string, cy: string) {
  return { summary: en, 'x-summary-cy': cy }
}

const SENTENCES = {
  400: 'Something in the request does not fit',
  401: 'It is not known who asks: no token, or one that is not valid',
  403: 'Whoever asks may not do this',
  404: 'There is no such record, or it is not theirs to see',
  409: 'The state of the record does not allow it',
  412: 'The record was changed since the version named in If-Match',
  413: 'What was sent is too large',
  422: 'The idempotency key was used before for something else',
  428: 'If-Match is missing',
  503: 'It cannot be done just now',
} as const

/** The same route with what holds for all: what its own responses already say is kept. */
export function documentedRoute<R extends RouteConfig>(route: R, access: Access): R {
  const isWrite = route.method !== 'get'
  const statuses: (keyof typeof SENTENCES)[] = [400]
  if (access !== 'public') statuses.push(401, 403)
  if (route.path.includes('{')) statuses.push(404)
  if (isWrite) statuses.push(409, 413, 422)
  if (isWrite && takesVersion(route)) statuses.push(412, 428)
  statuses.push(503)
  const responses = Object.fromEntries(statuses.map((status) => [status, problemResponse(SENTENCES[status])]))
  return {
    ...route,
    ...(route.request?.query ? { request: { ...route.request, query: strictQuery(route.request.query) } } : {}),
    responses: { ...responses, ...route.responses },
    parameters: [
      ...(route.parameters ?? []),
      ...(isWrite ? [IDEMPOTENCY_KEY] : []),
      ...(isWrite && takesVersion(route) ? [IF_MATCH] : []),
    ],
    tags: route.tags ?? [route.path.split('/')[1] ?? ''],
    security: access === 'public' ? [] : [{ token: [] }],
    ...(access === 'public' || access === 'signed-in' ? {} : { 'x-permissions': permissionsOf(access) }),
  }
}

/**
 * Pages pass over words in an address that do not fit (`.catch(…)`), so that an old link still opens. A program is told: a filter passed
 * over in silence would answer something else than was asked.
 */
function strictQuery<Query>(query: Query): Query {
  if (!(query instanceof z.ZodObject)) return query
  const shape: Readonly<Record<string, unknown>> = query.shape
  const fields = Object.entries(shape).map(([name, field]) => [name, withoutCatch(field)] as const)
  return (
    fields.every(([name, field]) => field === shape[name])
      ? query
      : query.extend(Object.fromEntries(fields) as z.ZodRawShape)
  ) as Query
}

function withoutCatch(field: unknown): unknown {
  if (field instanceof z.ZodCatch) return withoutCatch(field.unwrap())
  if (field instanceof z.ZodDefault && field.unwrap() instanceof z.ZodCatch)
    return (withoutCatch(field.unwrap()) as z.ZodType).default(field.def.defaultValue)
  return field
}

/** PUT and PATCH change a record somebody has seen. */
function takesVersion(route: RouteConfig): boolean {
  return route.method === 'put' || route.method === 'patch'
}

function permissionsOf(access: Exclude<Access, 'public' | 'signed-in'>): readonly string[] {
  return (typeof access === 'string' ? [access] : access).filter((permission) => permission in PERMISSIONS)
}

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Any text of your own, new for each change: sent again with the same body, the change is made once and answered the same',
  schema: { type: 'string', maxLength: 200 },
} as const

const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: true,
  description: 'The ETag given when the record was read: the version the change is made from',
  schema: { type: 'string', examples: ['"3"'] },
} as const

function problemResponse(description: string) {
  return { description, content: { 'application/problem+json': { schema: Problem } } }
}
