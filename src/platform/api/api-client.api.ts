/** Programs that use the API, for programs: list, add, give and revoke tokens, end. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../actions/action.ts'
import { originOf } from '../http/answer.ts'
import { actorOf, type Doors } from '../http/doors.ts'
import { Permission } from '../permissions/permission.ts'
import { Role } from '../permissions/role.ts'
import {
  addApiClient,
  endApiClient,
  giveApiToken,
  listApiClients,
  readApiClient,
  revokeApiToken,
} from './api-client.actions.ts'
import type { ApiClient } from './api-client.store.ts'
import { TOKEN_DAYS } from './api-client.ts'
import { described } from './documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from './entity-tag.ts'
import { answered } from './problem-answers.ts'

const Time = z.string().openapi({ format: 'date-time', example: '2026-03-03T12:00:00Z' })

const TokenAnswer = z
  .object({
    tokenId: z.number().int(),
    ending: z.string().openapi({ description: 'The last four characters, by which people tell tokens apart' }),
    createdAt: Time,
    expiresAt: Time,
    lastUsedAt: Time.nullable(),
    revokedAt: Time.nullable(),
  })
  .openapi('ApiToken')

const ClientAnswer = z
  .object({
    clientId: z.number().int(),
    name: z.string(),
    purpose: z.string(),
    role: Role,
    providerId: z.number().int().nullable(),
    permissions: z.array(Permission),
    endedAt: Time.nullable(),
    endedReason: z.string().nullable(),
    version: z.number().int(),
    tokens: z.array(TokenAnswer),
  })
  .openapi('ApiClient')

function present(client: ApiClient): z.infer<typeof ClientAnswer> {
  return {
    clientId: client.clientId,
    name: client.name,
    purpose: client.purpose,
    role: client.role,
    providerId: client.providerId,
    permissions: [...client.permissions],
    endedAt: client.endedAt?.toString() ?? null,
    endedReason: client.endedReason,
    version: client.version,
    tokens: client.tokens.map((token) => ({
      tokenId: token.tokenId,
      ending: token.ending,
      createdAt: token.createdAt.toString(),
      expiresAt: token.expiresAt.toString(),
      lastUsedAt: token.lastUsedAt?.toString() ?? null,
      revokedAt: token.revokedAt?.toString() ?? null,
    })),
  }
}

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const body = <Schema extends z.ZodType>(schema: Schema) => ({
  required: true,
  content: { 'application/json': { schema } },
})
const ClientKey = z.object({ clientId: z.coerce.number().int().min(1) })
const TokenKey = ClientKey.extend({ tokenId: z.coerce.number().int().min(1) })
const NewClientBody = z.object({
  name: z.string(),
  purpose: z.string(),
  role: z.string().openapi({ description: 'A role of the authority or of a provider', example: 'contract-manager' }),
  providerId: z.number().int().optional().openapi({ description: 'For the roles of a provider' }),
  permissions: z.array(z.string()).openapi({ example: ['contracts:read'] }),
})

export function apiClientApi(doors: Doors): void {
  readingRoutes(doors)
  clientRoutes(doors)
  tokenRoutes(doors)
}

function readingRoutes(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('List the programs that may use the API', 'Rhestru’r rhaglenni a gaiff ddefnyddio’r API'),
      method: 'get',
      path: '/api-clients',
      responses: { 200: json(z.object({ items: z.array(ClientAnswer) }), 'All of them; those still open first') },
    }),
    'tokens:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), listApiClients, {}, originOf(c))
      return answered(c, result, (clients) => c.json({ items: clients.map(present) }, 200))
    },
  )
  doors.api(
    createRoute({
      ...described('One program and its tokens', 'Un rhaglen a’i thocynnau'),
      method: 'get',
      path: '/api-clients/{clientId}',
      request: { params: ClientKey },
      responses: { 200: json(ClientAnswer, 'The program') },
    }),
    'tokens:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), readApiClient, c.req.valid('param'), originOf(c))
      return answered(c, result, (client) => c.json(present(client), 200, { ETag: entityTag(client.version) }))
    },
  )
}

function clientRoutes(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Add a program', 'Ychwanegu rhaglen'),
      method: 'post',
      path: '/api-clients',
      request: { body: body(NewClientBody) },
      responses: { 201: json(z.object({ clientId: z.number().int() }), 'Added') },
    }),
    'tokens:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), addApiClient, c.req.valid('json'), originOf(c))
      return answered(c, result, (clientId) => c.json({ clientId }, 201))
    },
  )
  doors.api(
    createRoute({
      ...described('End a program’s use of the API', 'Dod â defnydd rhaglen o’r API i ben'),
      method: 'patch',
      path: '/api-clients/{clientId}',
      request: { params: ClientKey, body: body(z.object({ endedReason: z.string() })) },
      responses: { 200: json(z.object({ clientId: z.number().int() }), 'Ended, and all its tokens revoked') },
    }),
    'tokens:manage',
    async (c) => {
      const version = versionSeen(c)
      if (version === undefined) return refuseWithoutVersion(c)
      const input = { ...c.req.valid('param'), version, reason: c.req.valid('json').endedReason }
      const result = await perform(c.get('runtime'), actorOf(c), endApiClient, input, originOf(c))
      return answered(c, result, (clientId) => c.json({ clientId }, 200))
    },
  )
}

function tokenRoutes(doors: Doors): void {
  const given = z.object({ tokenId: z.number().int(), ending: z.string(), expiresAt: Time, token: z.string() })
  doors.api(
    createRoute({
      ...described('Give a program a token', 'Rhoi tocyn i raglen'),
      method: 'post',
      path: '/api-clients/{clientId}/tokens',
      request: {
        params: ClientKey,
        body: body(
          z.object({ days: z.number().openapi({ description: `One of ${TOKEN_DAYS.join(', ')}`, example: 90 }) }),
        ),
      },
      responses: { 201: json(given, 'The token, shown this once') },
    }),
    'tokens:manage',
    async (c) => {
      const input = { ...c.req.valid('param'), ...c.req.valid('json') }
      const result = await perform(c.get('runtime'), actorOf(c), giveApiToken, input, originOf(c))
      return answered(c, result, (token) => c.json({ ...token, expiresAt: token.expiresAt.toString() }, 201))
    },
  )
  doors.api(
    createRoute({
      ...described('Revoke a token', 'Diddymu tocyn'),
      method: 'delete',
      path: '/api-clients/{clientId}/tokens/{tokenId}',
      request: { params: TokenKey },
      responses: { 200: json(z.object({ tokenId: z.number().int() }), 'Revoked') },
    }),
    'tokens:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), revokeApiToken, c.req.valid('param'), originOf(c))
      return answered(c, result, (tokenId) => c.json({ tokenId }, 200))
    },
  )
}
