/** The personas that the sign-in page of a demonstration offers. */
import type { Runtime } from '../../platform/runtime.ts'
import { listPersonas } from '../../platform/session/personas.ts'
import type { User } from '../../platform/session/session.ts'
import { asSystem } from '../../platform/session/sign-in.ts'
import { type Authority, listAuthorities } from '../../platform/session/user.store.ts'

export type OfferedPersona = { readonly authority: Authority; readonly user: User }

/** Those of every authority of this installation, in the order of the roles. */
export async function listOfferedPersonas(runtime: Runtime): Promise<readonly OfferedPersona[]> {
  const personas: OfferedPersona[] = []
  for (const authority of await asSystem(runtime, 0, listAuthorities)) {
    const users = await asSystem(runtime, authority.authorityId, (tx) => listPersonas(tx, authority.authorityId))
    personas.push(...users.map((user) => ({ authority, user })))
  }
  return personas
}

/** What a persona's button sends: `bryniau/reviewer`. */
export function personaKey({ authority, user }: OfferedPersona): string {
  return `${authority.ref}/${user.subject}`
}
