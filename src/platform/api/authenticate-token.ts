/** Who a program is, by the token it shows. */
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import { type Actor, systemActor } from '../permissions/actor.ts'
import { ROLES } from '../permissions/role.ts'
import type { Runtime } from '../runtime.ts'
import { findClientByHash, noteTokenUsed } from './api-client.store.ts'
import { authorityOfToken, hashOfToken, tokenState } from './api-client.ts'

/** Refuses (`unrecognised`, 401) a token that is not ours, expired or revoked; all with one answer, which tells a guesser nothing. */
export async function authenticateToken(runtime: Runtime, token: string): Promise<Result<Actor>> {
  const authorityId = authorityOfToken(token)
  if (authorityId === undefined) return refused(NOT_VALID)
  const now = runtime.clock.now()
  return runtime.database.transaction(systemActor(authorityId), async (tx) => {
    const found = await findClientByHash(tx, authorityId, hashOfToken(token))
    if (!found || found.client.endedAt || tokenState(found.token, now) !== 'good') return refused(NOT_VALID)
    const { lastUsedAt, tokenId } = found.token
    // Once a minute is often enough to know whether a token is in use, and spares a write on every request.
    if (!lastUsedAt || lastUsedAt.until(now).total('seconds') >= 60) await noteTokenUsed(tx, authorityId, tokenId, now)
    const { clientId, name, role, providerId, permissions } = found.client
    if ((providerId === null) !== (ROLES[role].reach === 'authority'))
      throw new Error(`client ${clientId} reaches too far`)
    return accepted({
      kind: 'client',
      id: clientId,
      name,
      authorityId,
      scope: providerId === null ? { kind: 'authority' } : { kind: 'provider', providerId },
      roles: [role],
      language: 'en',
      tokenPermissions: permissions,
    } satisfies Actor)
  })
}

const NOT_VALID: Refusal = {
  kind: 'unrecognised',
  code: 'token-not-valid',
  message: {
    en: 'This token is not valid: it may have expired or been revoked. Ask your administrator for another.',
    cy: 'Nid yw’r tocyn hwn yn ddilys: efallai ei fod wedi dod i ben neu wedi’i ddiddymu. Gofynnwch i’ch gweinyddwr am un arall.',
  },
}
