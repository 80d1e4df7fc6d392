/** Users for programs: list, read, sign out, deactivate, let in again. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../../platform/actions/action.ts'
import { described } from '../../platform/api/documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from '../../platform/api/entity-tag.ts'
import { answered } from '../../platform/api/problem-answers.ts'
import { jsonAnswer } from '../../platform/api/schema-parts.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { Role } from '../../platform/permissions/role.ts'
import {
  browseUsers,
  deactivateUser,
  endUserSessions,
  openUser,
  reactivateUser,
} from '../../platform/session/user.actions.ts'
import { USERS_PER_PAGE, type UserInList } from '../../platform/session/user.ts'

const UserAnswer = z
  .object({
    userId: z.number(),
    name: z.string(),
    email: z.string().nullable(),
    roles: z.array(Role),
    providerId: z.number().nullable(),
    personIds: z.array(z.number()),
    lastSignedInAt: z.iso.datetime().nullable(),
    deactivatedAt: z.iso.datetime().nullable(),
    deactivatedReason: z.string().nullable(),
    sessions: z.number().openapi({ description: 'Browsers signed in just now' }),
    version: z.number(),
  })
  .openapi('User')

const UserParams = z.object({ userId: z.string().regex(/^\d{1,15}$/) })

export function usersApi(doors: Doors): void {
  listUsersApi(doors)
  readUserApi(doors)
  changeUserApi(doors)
  endSessionsApi(doors)
}

function listUsersApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('List users', 'Rhestru defnyddwyr'),
      method: 'get',
      path: '/users',
      request: {
        query: z.object({
          search: z.string().max(100).optional(),
          role: Role.optional(),
          state: z.enum(['active', 'deactivated', 'all']).optional(),
          page: z.coerce.number().int().min(1).max(10_000).optional(),
        }),
      },
      responses: {
        200: jsonAnswer(
          z.object({ items: z.array(UserAnswer), total: z.number(), page: z.number(), pageSize: z.number() }),
          'Users by name',
        ),
      },
    }),
    'users:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), browseUsers, c.req.valid('query'), originOf(c))
      return answered(c, result, ({ users, total, query }) =>
        c.json({ items: users.map(userAnswer), total, page: query.page, pageSize: USERS_PER_PAGE }, 200),
      )
    },
  )
}

function readUserApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Read a user', 'Darllen defnyddiwr'),
      method: 'get',
      path: '/users/{userId}',
      request: { params: UserParams },
      responses: { 200: jsonAnswer(UserAnswer, 'The user') },
    }),
    'users:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), openUser, c.req.valid('param'), originOf(c))
      return answered(c, result, ({ user }) => c.json(userAnswer(user), 200, { ETag: entityTag(user.version) }))
    },
  )
}

function changeUserApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Deactivate a user, or let them in again', 'Dadactifadu defnyddiwr, neu ei adael i mewn eto'),
      method: 'patch',
      path: '/users/{userId}',
      request: {
        params: UserParams,
        body: jsonAnswer(
          z.union([
            z.object({ state: z.literal('deactivated'), reason: z.string() }),
            z.object({ state: z.literal('active') }),
          ]),
          'What to change',
        ),
      },
      responses: { 200: jsonAnswer(UserAnswer, 'The user as they are now') },
    }),
    'users:manage',
    async (c) => {
      const version = versionSeen(c)
      if (version === undefined) return refuseWithoutVersion(c)
      const ask = [c.get('runtime'), actorOf(c)] as const
      const input = { ...c.req.valid('json'), ...c.req.valid('param'), version }
      const result =
        c.req.valid('json').state === 'deactivated'
          ? await perform(...ask, deactivateUser, input, originOf(c))
          : await perform(...ask, reactivateUser, input, originOf(c))
      return answered(c, result, (user) => c.json(userAnswer(user), 200, { ETag: entityTag(user.version) }))
    },
  )
}

function endSessionsApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Sign a user out everywhere', 'Allgofnodi defnyddiwr ym mhobman'),
      method: 'delete',
      path: '/users/{userId}/sessions',
      request: { params: UserParams },
      responses: { 200: jsonAnswer(z.object({ ended: z.number() }), 'How many sessions were ended') },
    }),
    'users:manage',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), endUserSessions, c.req.valid('param'), originOf(c))
      return answered(c, result, (value) => c.json(value, 200))
    },
  )
}

/** Named field by field: nothing leaves that is not meant to. */
function userAnswer(user: UserInList): z.infer<typeof UserAnswer> {
  return {
    userId: user.userId,
    name: user.name,
    email: user.email,
    roles: [...user.roles],
    providerId: user.providerId,
    personIds: [...user.personIds],
    lastSignedInAt: user.lastSignedInAt?.toString() ?? null,
    deactivatedAt: user.deactivatedAt?.toString() ?? null,
    deactivatedReason: user.deactivatedReason,
    sessions: user.sessions,
    version: user.version,
  }
}
