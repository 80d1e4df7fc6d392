/** Starting, finding and ending sessions, however the person proved who they are. */
import { titleAction } from '../audit/action-title.ts'
import { writeAudit } from '../audit/audit.store.ts'
import type { Tx } from '../database/database.ts'
import { type Actor, systemActor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import {
  deleteEndedSessions,
  deleteSession,
  deleteSessionsOf,
  findSession,
  insertSession,
  keepFlash,
  listSessionsOf,
  type SessionLine,
  touchSession,
} from './session.store.ts'
import { actorOfUser, hasEnded, type Session, type User } from './session.ts'
import { authorityOfToken, hashOf, newSessionToken, type SessionToken } from './session-token.ts'
import { noteSignedIn } from './user.store.ts'

titleAction('platform.sign-in', { en: 'Signed in', cy: 'Mewngofnodi' })
titleAction('platform.sign-out', { en: 'Signed out', cy: 'Allgofnodi' })
titleAction('platform.sign-out-everywhere', { en: 'Signed out everywhere', cy: 'Allgofnodi ym mhobman' })

/** How the browser that signs in presents itself. */
export type Browser = {
  readonly userAgent: string
  readonly requestId?: string
  /** The session it had before: ended, so that nobody who knew it follows along. */
  readonly previousToken?: SessionToken | undefined
  readonly identityToken?: string | undefined
}

/** Signs a user in: a new session with a new secret, whatever there was before. Answers the secret for the cookie. */
export async function startSession(runtime: Runtime, user: User, browser: Browser): Promise<SessionToken> {
  const token = newSessionToken(user.authorityId)
  const now = runtime.clock.now()
  await endSession(runtime, browser.previousToken)
  await asSystem(runtime, user.authorityId, async (tx) => {
    const idleSince = now.subtract({ minutes: runtime.configuration.sessionIdleMinutes })
    await deleteEndedSessions(tx, user.authorityId, now, idleSince)
    await insertSession(tx, {
      authorityId: user.authorityId,
      userId: user.userId,
      sessionHash: hashOf(token),
      now,
      endsAt: now.add({ hours: runtime.configuration.sessionHours }),
      userAgent: browser.userAgent,
      identityToken: browser.identityToken ?? null,
    })
    await noteSignedIn(tx, user, now)
    const actor = actorOfUser(user, 'en')
    if (actor) await noteInAudit(tx, runtime, actor, { action: 'platform.sign-in', requestId: browser.requestId })
  })
  return token
}

/** The session a cookie stands for. Undefined when there is none, or it ended, or its user was deactivated; such a session is removed. */
export async function openSession(runtime: Runtime, token: string): Promise<Session | undefined> {
  const authorityId = authorityOfToken(token)
  if (authorityId === undefined) return undefined
  const now = runtime.clock.now()
  return asSystem(runtime, authorityId, async (tx) => {
    const session = await findSession(tx, authorityId, hashOf(token))
    if (!session) return undefined
    if (session.user.deactivatedAt || hasEnded(session, now, runtime.configuration.sessionIdleMinutes)) {
      await deleteSession(tx, authorityId, session.sessionHash)
      return undefined
    }
    // Once a minute is often enough to know whether a browser is idle, and spares a write on every page.
    if (session.lastSeenAt.until(now).total('seconds') >= 60)
      await touchSession(tx, authorityId, session.sessionHash, now)
    return session
  })
}

export async function endSession(runtime: Runtime, token: SessionToken | undefined): Promise<void> {
  const authorityId = token === undefined ? undefined : authorityOfToken(token)
  if (token === undefined || authorityId === undefined) return
  await asSystem(runtime, authorityId, async (tx) => {
    const session = await findSession(tx, authorityId, hashOf(token))
    if (!session) return
    await deleteSession(tx, authorityId, session.sessionHash)
    const actor = actorOfUser(session.user, 'en')
    if (actor) await noteInAudit(tx, runtime, actor, { action: 'platform.sign-out' })
  })
}

/** Where this person is signed in. */
export function listOwnSessions(runtime: Runtime, actor: Actor): Promise<readonly SessionLine[]> {
  return asSystem(runtime, actor.authorityId, (tx) => listSessionsOf(tx, actor.authorityId, actor.id))
}

/** Ends the person's sessions in every browser, this one too. Answers how many there were. */
export async function endAllSessions(runtime: Runtime, actor: Actor): Promise<number> {
  return asSystem(runtime, actor.authorityId, async (tx) => {
    const count = await deleteSessionsOf(tx, actor.authorityId, actor.id)
    await noteInAudit(tx, runtime, actor, { action: 'platform.sign-out-everywhere' })
    return count
  })
}

/** Keeps a message for the next page, or (null) forgets it. */
export async function setFlash(runtime: Runtime, session: Session, flash: Session['flash']): Promise<void> {
  const { authorityId } = session.user
  await asSystem(runtime, authorityId, (tx) => keepFlash(tx, authorityId, session.sessionHash, flash))
}

export function asSystem<T>(runtime: Runtime, authorityId: number, work: (tx: Tx) => Promise<T>): Promise<T> {
  return runtime.database.transaction(systemActor(authorityId), work)
}

async function noteInAudit(
  tx: Tx,
  runtime: Runtime,
  actor: Actor,
  what: { readonly action: string; readonly requestId?: string | undefined },
): Promise<void> {
  const origin = { via: 'page', at: '/sign-in', ...(what.requestId ? { requestId: what.requestId } : {}) } as const
  const change = { recordType: 'platform.user', recordId: actor.id }
  await writeAudit(tx, { actor, action: what.action, origin, at: runtime.clock.now(), changes: [change] })
}
