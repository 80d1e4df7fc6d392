/** The rules of being signed in: how long it lasts, and whose records somebody with these roles reaches. */

import type { Flash } from '../../kernel/frame.ts'
import type { Bilingual, Language } from '../../kernel/language.ts'
import type { Actor, Scope } from '../permissions/actor.ts'
import { type Reach, ROLES, Role } from '../permissions/role.ts'

/** Somebody who may sign in. */
export type User = {
  readonly authorityId: number
  readonly userId: number
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly providerId: number | null
  readonly personIds: readonly number[]
  readonly deactivatedAt: Temporal.Instant | null
  readonly version: number
}

/** A browser that is signed in. */
export type Session = {
  readonly sessionHash: string
  readonly user: User
  readonly authorityRef: string
  readonly authorityName: Bilingual
  readonly createdAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly flash: Flash | null
  readonly identityToken: string | null
}

/** True once it was left alone for longer than `idleMinutes`, or has reached its end. At exactly the limit it still holds. */
export function hasEnded(
  session: Pick<Session, 'lastSeenAt' | 'endsAt'>,
  now: Temporal.Instant,
  idleMinutes: number,
): boolean {
  const idleEnd = session.lastSeenAt.add({ minutes: idleMinutes })
  return Temporal.Instant.compare(now, idleEnd) > 0 || Temporal.Instant.compare(now, session.endsAt) > 0
}

/** The roles we know among words that came from elsewhere; others are ignored. */
export function knownRoles(words: readonly unknown[]): readonly Role[] {
  return Role.options.filter((role) => words.includes(role))
}

/**
 * Whose records the user reaches, and with which roles. Roles of different reach are never mixed: a social worker who also receives care
 * acts here as a social worker, or a permission meant for one's own record would open everybody's. Undefined: no role, or a provider's or
 * person's role without the provider or person it is about; such a user can be told so and nothing else.
 */
export function standingOf(
  user: Pick<User, 'roles' | 'providerId' | 'personIds'>,
): { readonly roles: readonly Role[]; readonly scope: Scope } | undefined {
  const rolesOf = (reach: Reach) => user.roles.filter((role) => ROLES[role].reach === reach)
  const staff = rolesOf('authority')
  if (staff.length > 0) return { roles: staff, scope: { kind: 'authority' } }
  const provider = rolesOf('provider')
  if (provider.length > 0 && user.providerId !== null)
    return { roles: provider, scope: { kind: 'provider', providerId: user.providerId } }
  const own = rolesOf('own')
  if (own.length > 0 && user.personIds.length > 0)
    return { roles: own, scope: { kind: 'own', personIds: user.personIds } }
  return undefined
}

/** Who acts when this user does. Undefined as in `standingOf`, and for a deactivated user. */
export function actorOfUser(user: User, language: Language): Actor | undefined {
  const standing = standingOf(user)
  if (!standing || user.deactivatedAt) return undefined
  return { kind: 'user', id: user.userId, name: user.name, authorityId: user.authorityId, language, ...standing }
}

/** A path of this site to go on to after signing in; anything that could lead elsewhere becomes the home page. */
export function safeReturnPath(text: string | undefined): string {
  if (!text || !/^\/(?![/\\])[\x21-\x7e]*$/.test(text) || text.includes('\\')) return '/'
  const url = new URL(text, 'https://here.invalid')
  const isElsewhere = url.origin !== 'https://here.invalid' || url.pathname.startsWith('//')
  const isSignIn = /^(\/cy)?\/(sign-in|sign-out)(\/|$)/.test(url.pathname)
  return isElsewhere || isSignIn ? '/' : `${url.pathname}${url.search}`
}
