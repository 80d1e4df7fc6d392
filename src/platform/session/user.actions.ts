/** What administrators do about users: look, end their sessions, deactivate them, let them in again. */
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../actions/action.ts'
import { checkVersion, staleVersion } from '../actions/version.ts'
import { deleteSessionsOf, listSessionsOf, type SessionLine } from './session.store.ts'
import { type UserInList, UsersQuery } from './user.ts'
import { findUserInList, listAllUsers, listUsers, setDeactivated } from './user-list.store.ts'

export const browseUsers = defineAction({
  name: 'platform.browse-users',
  title: { en: 'Looked at the users', cy: 'Edrychwyd ar y defnyddwyr' },
  permission: 'users:manage',
  input: UsersQuery,
  async run({ tx, actor }, query) {
    return accepted({ query, ...(await listUsers(tx, actor.authorityId, query)) })
  },
})

export const exportUsers = defineAction({
  name: 'platform.export-users',
  title: { en: 'Took away the list of users', cy: 'Allforiwyd y rhestr o ddefnyddwyr' },
  permission: 'users:manage',
  input: UsersQuery,
  async run({ tx, actor }, query) {
    return accepted(await listAllUsers(tx, actor.authorityId, query))
  },
})

export type OpenedUser = { readonly user: UserInList; readonly sessions: readonly SessionLine[] }

export const openUser = defineAction({
  name: 'platform.open-user',
  title: { en: 'Looked at a user', cy: 'Edrychwyd ar ddefnyddiwr' },
  permission: 'users:manage',
  input: z.object({ userId: RecordId }),
  async run({ tx, actor }, { userId }): Promise<Result<OpenedUser>> {
    const user = await findUserInList(tx, actor.authorityId, userId)
    if (!user) return refused(NO_SUCH_USER)
    return accepted({ user, sessions: await listSessionsOf(tx, actor.authorityId, userId) })
  },
})

export const endUserSessions = defineAction({
  name: 'platform.end-user-sessions',
  title: { en: 'Ended a user’s sessions', cy: 'Daethpwyd â sesiynau defnyddiwr i ben' },
  permission: 'users:manage',
  input: z.object({ userId: RecordId }),
  async run(context, { userId }) {
    const user = await findUserInList(context.tx, context.actor.authorityId, userId)
    if (!user) return refused(NO_SUCH_USER)
    const ended = await deleteSessionsOf(context.tx, context.actor.authorityId, userId)
    context.audit({
      recordType: 'platform.user',
      recordId: userId,
      before: { sessions: ended },
      after: { sessions: 0 },
    })
    return accepted({ ended })
  },
})

const Change = z.object({ userId: RecordId, version: z.coerce.number().int().positive() })

export const deactivateUser = defineAction({
  name: 'platform.deactivate-user',
  title: { en: 'Deactivated a user', cy: 'Dadactifadwyd defnyddiwr' },
  permission: 'users:manage',
  input: Change.extend({
    reason: z
      .string()
      .trim()
      .min(1, bilingualIssue('Say why the user is deactivated', 'Dywedwch pam y caiff y defnyddiwr ei ddadactifadu'))
      .max(500, bilingualIssue('Use 500 characters or fewer', 'Defnyddiwch 500 nod neu lai')),
  }),
  async run(context, { userId, version, reason }) {
    if (userId === context.actor.id && context.actor.kind === 'user') return refused(NOT_YOURSELF)
    return change(context, { userId, version, deactivated: { at: context.clock.now(), reason } })
  },
})

export const reactivateUser = defineAction({
  name: 'platform.reactivate-user',
  title: { en: 'Let a user in again', cy: 'Gadawyd defnyddiwr i mewn eto' },
  permission: 'users:manage',
  input: Change,
  run: (context, { userId, version }) => change(context, { userId, version, deactivated: null }),
})

async function change(
  { tx, actor, audit }: ActionContext,
  wanted: {
    readonly userId: number
    readonly version: number
    readonly deactivated: { readonly at: Temporal.Instant; readonly reason: string } | null
  },
): Promise<Result<UserInList>> {
  const { userId, version, deactivated } = wanted
  const before = await findUserInList(tx, actor.authorityId, userId)
  if (!before) return refused(NO_SUCH_USER)
  const checked = checkVersion(version, before.version)
  if (!checked.ok) return checked
  const isSaved = await setDeactivated(tx, { authorityId: actor.authorityId, userId, version }, deactivated)
  if (!isSaved) return refused(staleVersion(version, version + 1))
  if (deactivated) await deleteSessionsOf(tx, actor.authorityId, userId)
  audit({
    recordType: 'platform.user',
    recordId: userId,
    before: { state: before.deactivatedAt ? 'deactivated' : 'active' },
    after: { state: deactivated ? 'deactivated' : 'active' },
    ...(deactivated ? { reason: deactivated.reason } : {}),
  })
  const after = await findUserInList(tx, actor.authorityId, userId)
  if (!after) throw new Error(`user ${userId} vanished within its own transaction`)
  return accepted(after)
}

const NO_SUCH_USER: Refusal = {
  kind: 'not-found',
  code: 'no-such-user',
  message: { en: 'There is no such user.', cy: 'Nid oes defnyddiwr o’r fath.' },
}

const NOT_YOURSELF: Refusal = {
  kind: 'forbidden',
  code: 'cannot-deactivate-yourself',
  message: {
    en: 'You cannot deactivate yourself. Ask another administrator.',
    cy: 'Ni allwch eich dadactifadu eich hun. Gofynnwch i weinyddwr arall.',
  },
}
