/** Who acts: a person signed in, a program with a token, or the system itself; and whose records they can reach. */
import type { Language } from '../../kernel/language.ts'
import { type Permission, rolesMay } from './permission.ts'
import type { Role } from './role.ts'

/**
 * Whose rows the database shows, whatever the code above asks for. `system` is for migrations' data, jobs, imports from the command
 * line and sign-in: it sees one authority whole (authorityId 0: platform tables of every authority, for sign-in only).
 */
export type Scope =
  | { readonly kind: 'authority' }
  | { readonly kind: 'provider'; readonly providerId: number }
  | { readonly kind: 'own'; readonly personIds: readonly number[] }
  | { readonly kind: 'system' }

export type Actor = {
  readonly kind: 'user' | 'client' | 'system'
  /** platform.app_user.user_id, or the client's id; 0 for the system. */
  readonly id: number
  readonly name: string
  readonly authorityId: number
  readonly scope: Scope
  readonly roles: readonly Role[]
  readonly language: Language
  /** For programs with a token: the permissions it was given; they narrow the roles and never widen them. */
  readonly tokenPermissions?: readonly Permission[]
}

export function may(actor: Actor, permission: Permission): boolean {
  if (actor.kind === 'system') return true
  if (actor.tokenPermissions && !actor.tokenPermissions.includes(permission)) return false
  return rolesMay(actor.roles, permission)
}

/** The system acting for one authority: jobs, the command line, the demonstration's loader. */
export function systemActor(authorityId: number, name = 'canlyn'): Actor {
  return { kind: 'system', id: 0, name, authorityId, scope: { kind: 'system' }, roles: [], language: 'en' }
}
