/** What administrators can do with programs that use the API: add one, end it, give it a token, revoke one. */
import { z } from 'zod'
import { accepted, type Refusal, refused } from '../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../actions/action.ts'
import { staleVersion } from '../actions/version.ts'
import * as store from './api-client.store.ts'
import { hashOfToken, NewClient, newToken, TOKEN_DAYS } from './api-client.ts'

const Id = z.coerce.number().int().min(1)

export const listApiClients = defineAction({
  name: 'api.list-clients',
  title: { en: 'Listed the programs that use the API', cy: 'Rhestrwyd y rhaglenni sy’n defnyddio’r API' },
  permission: 'tokens:manage',
  input: z.object({}),
  run: async ({ tx, actor }) => accepted(await store.listClients(tx, actor.authorityId)),
})

export const readApiClient = defineAction({
  name: 'api.read-client',
  title: { en: 'Looked at a program that uses the API', cy: 'Edrychwyd ar raglen sy’n defnyddio’r API' },
  permission: 'tokens:manage',
  input: z.object({ clientId: Id }),
  run: async ({ tx, actor }, { clientId }) => {
    const client = await store.findClient(tx, actor.authorityId, clientId)
    return client ? accepted(client) : refused(NO_SUCH_CLIENT)
  },
})

export const addApiClient = defineAction({
  name: 'api.add-client',
  title: { en: 'Added a program that may use the API', cy: 'Ychwanegwyd rhaglen a gaiff ddefnyddio’r API' },
  permission: 'tokens:manage',
  input: NewClient,
  run: async ({ tx, actor, clock, audit }, client) => {
    if (await store.isNameTaken(tx, actor.authorityId, client.name)) return refused(NAME_TAKEN)
    const made = { at: clock.now(), by: actor.name }
    const clientId = await store.insertClient(tx, actor.authorityId, client, made)
    audit({ recordType: 'platform.api-client', recordId: clientId, after: client })
    return accepted(clientId)
  },
})

export const endApiClient = defineAction({
  name: 'api.end-client',
  title: { en: 'Ended a program’s use of the API', cy: 'Daethpwyd â defnydd rhaglen o’r API i ben' },
  permission: 'tokens:manage',
  input: z.object({
    clientId: Id,
    version: Id,
    reason: z.string().trim().min(1, bilingualIssue('Say why', 'Dywedwch pam')).max(500),
  }),
  run: async ({ tx, actor, clock, audit }, { clientId, version, reason }) => {
    const client = await store.findClient(tx, actor.authorityId, clientId)
    if (!client) return refused(NO_SUCH_CLIENT)
    if (client.endedAt) return refused(ALREADY_ENDED)
    if (!(await store.endClient(tx, actor.authorityId, { clientId, version }, { at: clock.now(), reason })))
      return refused(staleVersion(version, client.version))
    audit({
      recordType: 'platform.api-client',
      recordId: clientId,
      before: { ended: false, version },
      after: { ended: true, version: version + 1 },
      reason,
    })
    return accepted(clientId)
  },
})

/** Answers the token itself: it is shown once and kept nowhere. */
export const giveApiToken = defineAction({
  name: 'api.give-token',
  title: { en: 'Gave a program a token', cy: 'Rhoddwyd tocyn i raglen' },
  isAnswerSecret: true,
  permission: 'tokens:manage',
  input: z.object({
    clientId: Id,
    days: z.coerce.number().refine((days) => (TOKEN_DAYS as readonly number[]).includes(days), {
      error: bilingualIssue('Choose how long the token is good for', 'Dewiswch am ba hyd y mae’r tocyn yn ddilys'),
    }),
  }),
  run: async ({ tx, actor, clock, audit }, { clientId, days }) => {
    const client = await store.findClient(tx, actor.authorityId, clientId)
    if (!client) return refused(NO_SUCH_CLIENT)
    if (client.endedAt) return refused(ALREADY_ENDED)
    const secret = newToken(actor.authorityId)
    const token = {
      clientId,
      hash: hashOfToken(secret),
      ending: secret.slice(-4),
      expiresAt: clock.now().add({ hours: 24 * days }),
    }
    const tokenId = await store.insertToken(tx, actor.authorityId, token, { at: clock.now(), by: actor.name })
    const after = { tokenId, ending: token.ending, expiresAt: token.expiresAt }
    audit({ recordType: 'platform.api-client', recordId: clientId, after: { token: after } })
    return accepted({ ...after, token: secret })
  },
})

export const revokeApiToken = defineAction({
  name: 'api.revoke-token',
  title: { en: 'Revoked a program’s token', cy: 'Diddymwyd tocyn rhaglen' },
  permission: 'tokens:manage',
  input: z.object({ clientId: Id, tokenId: Id }),
  run: async ({ tx, actor, clock, audit }, { clientId, tokenId }) => {
    const client = await store.findClient(tx, actor.authorityId, clientId)
    const token = client?.tokens.find((one) => one.tokenId === tokenId)
    if (!client || !token) return refused(NO_SUCH_TOKEN)
    if (!(await store.revokeToken(tx, actor.authorityId, tokenId, clock.now()))) return refused(ALREADY_REVOKED)
    const named = { tokenId, ending: token.ending }
    audit({
      recordType: 'platform.api-client',
      recordId: clientId,
      before: { token: { ...named, revoked: false } },
      after: { token: { ...named, revoked: true } },
    })
    return accepted(tokenId)
  },
})

const NO_SUCH_CLIENT: Refusal = {
  kind: 'not-found',
  code: 'no-such-api-client',
  message: { en: 'There is no program with this number.', cy: 'Nid oes rhaglen â’r rhif hwn.' },
}
const NO_SUCH_TOKEN: Refusal = {
  kind: 'not-found',
  code: 'no-such-api-token',
  message: { en: 'This program has no such token.', cy: 'Nid oes gan y rhaglen hon docyn o’r fath.' },
}
const NAME_TAKEN: Refusal = {
  kind: 'invalid',
  code: 'api-client-name-taken',
  field: 'name',
  message: {
    en: 'Another program has this name. Choose another',
    cy: 'Mae gan raglen arall yr enw hwn. Dewiswch un arall',
  },
}
const ALREADY_ENDED: Refusal = {
  kind: 'conflict',
  code: 'api-client-ended',
  message: {
    en: 'This program no longer uses the API, so nothing more can be changed.',
    cy: 'Nid yw’r rhaglen hon yn defnyddio’r API mwyach, felly ni ellir newid dim byd arall.',
  },
}
const ALREADY_REVOKED: Refusal = {
  kind: 'conflict',
  code: 'api-token-revoked',
  message: { en: 'This token was already revoked.', cy: 'Diddymwyd y tocyn hwn eisoes.' },
}
