/** Signing in at the authority's own identity provider: OpenID Connect, authorization code with PKCE, state and nonce. */
import * as client from 'openid-client'
import { z } from 'zod'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import { type Configuration, publicUrlOf } from '../configuration/configuration.ts'
import type { Tx } from '../database/database.ts'
import type { Runtime } from '../runtime.ts'
import { knownRoles, type User } from './session.ts'
import { hashOf } from './session-token.ts'
import { asSystem } from './sign-in.ts'
import { type Authority, listAuthorities, saveUser } from './user.store.ts'

/** Turns the references in claims into our ids; app.ts hands it in, because only the systems know providers and people. */
export type ReachFinder = {
  findProviderId(tx: Tx, authorityId: number, ref: string): Promise<number | undefined>
  findPersonIds(tx: Tx, authorityId: number, refs: readonly string[]): Promise<readonly number[]>
}

/** How long somebody may take at the identity provider. */
export const ATTEMPT_MINUTES = 15

export const CALLBACK_PATH = '/sign-in/callback'

export function hasIdentityProvider(configuration: Configuration): boolean {
  return configuration.oidcIssuer !== undefined && configuration.oidcClientId !== undefined
}

/** Found once and kept; asked again when the last time failed, so that a restart of the identity provider does no lasting harm. */
const discovered = new Map<string, Promise<client.Configuration>>()

function identityProvider(configuration: Configuration): Promise<client.Configuration> {
  const { oidcIssuer, oidcClientId, oidcClientSecret } = configuration
  if (!oidcIssuer || !oidcClientId) throw new Error('no identity provider is configured')
  const key = JSON.stringify([oidcIssuer, oidcClientId, oidcClientSecret])
  const known = discovered.get(key)
  if (known) return known
  const isLoopback = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${oidcIssuer}/`)
  const found = client.discovery(
    new URL(oidcIssuer),
    oidcClientId,
    undefined,
    oidcClientSecret ? client.ClientSecretBasic(oidcClientSecret) : client.None(),
    isLoopback && configuration.mode !== 'production' ? { execute: [client.allowInsecureRequests] } : {},
  )
  discovered.set(key, found)
  found.catch(() => discovered.delete(key))
  return found
}

/**
 * Starts a sign-in for the browser that holds `visitorSecret`. Answers where to send it. What is needed to finish stays in the database,
 * under a key that only this browser and the state that comes back can make together.
 */
export async function beginSignIn(
  runtime: Runtime,
  visitorSecret: string,
  returnPath: string,
): Promise<Result<{ readonly url: string }>> {
  const provider = await reach(() => identityProvider(runtime.configuration))
  if (!provider.ok) return provider
  const [state, nonce, codeVerifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()]
  const now = runtime.clock.now()
  await asSystem(runtime, 0, async (tx) => {
    await tx
      .deleteFrom('platform.sign_in_attempt')
      .where('authority_id', '=', 0)
      .where('created_at', '<', now.subtract({ minutes: ATTEMPT_MINUTES }))
      .execute()
    await tx
      .insertInto('platform.sign_in_attempt')
      .values({
        authority_id: 0,
        attempt_hash: hashOf(`${visitorSecret} ${state}`),
        state,
        nonce,
        code_verifier: codeVerifier,
        return_path: returnPath,
        created_at: now,
      })
      .execute()
  })
  const url = client.buildAuthorizationUrl(provider.value, {
    redirect_uri: `${publicUrlOf(runtime.configuration)}${CALLBACK_PATH}`,
    scope: 'openid profile email',
    state,
    nonce,
    code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  })
  return accepted({ url: url.href })
}

export type FinishedSignIn = { readonly user: User; readonly identityToken: string; readonly returnPath: string }

/** Finishes a sign-in with the query that the identity provider sent back. Each attempt can be finished once. */
export async function finishSignIn(
  runtime: Runtime,
  visitorSecret: string,
  query: string,
  reachFinder: ReachFinder,
): Promise<Result<FinishedSignIn>> {
  const state = new URLSearchParams(query).get('state') ?? ''
  const attempt = await takeAttempt(runtime, hashOf(`${visitorSecret} ${state}`))
  if (!attempt) return refused(NOT_STARTED_HERE)
  const { configuration } = runtime
  const provider = await reach(() => identityProvider(configuration))
  if (!provider.ok) return provider
  const granted = await exchange(
    provider.value,
    new URL(`${publicUrlOf(configuration)}${CALLBACK_PATH}${query}`),
    attempt,
  )
  if (!granted.ok) return granted
  const { claims, identityToken } = granted.value
  const authority = await authorityOf(runtime, claims)
  if (!authority) return refused(UNKNOWN_AUTHORITY)
  const user = await asSystem(runtime, authority.authorityId, (tx) =>
    saveDescribed(tx, { runtime, authority, claims, reachFinder }),
  )
  if (user.deactivatedAt) return refused(DEACTIVATED)
  return accepted({ user, identityToken, returnPath: attempt.return_path })
}

/** Where to send a browser so that the identity provider signs it out too; undefined where it offers no such thing. */
export async function signOutUrl(configuration: Configuration, identityToken: string): Promise<string | undefined> {
  if (!hasIdentityProvider(configuration)) return undefined
  const provider = await reach(() => identityProvider(configuration))
  if (!provider.ok || !provider.value.serverMetadata().end_session_endpoint) return undefined
  return client.buildEndSessionUrl(provider.value, {
    id_token_hint: identityToken,
    post_logout_redirect_uri: `${publicUrlOf(configuration)}/signed-out`,
  }).href
}

const Claims = z.looseObject({
  iss: z.string(),
  sub: z.string().min(1),
  name: z.string().optional(),
  email: z.string().optional(),
})
type Claims = z.infer<typeof Claims>

async function exchange(
  provider: client.Configuration,
  returned: URL,
  attempt: { readonly state: string; readonly nonce: string; readonly code_verifier: string },
): Promise<Result<{ readonly claims: Claims; readonly identityToken: string }>> {
  try {
    const tokens = await client.authorizationCodeGrant(provider, returned, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.code_verifier,
      idTokenExpected: true,
    })
    const identity = tokens.claims()
    if (!identity || !tokens.id_token) return refused(PROVIDER_REFUSED)
    // Some identity providers put names and roles only here.
    const more = provider.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(provider, tokens.access_token, identity.sub)
      : {}
    return accepted({ claims: Claims.parse({ ...more, ...identity }), identityToken: tokens.id_token })
  } catch (error) {
    if (isRefusedByProvider(error)) return refused(PROVIDER_REFUSED)
    throw error
  }
}

function isRefusedByProvider(error: unknown): boolean {
  return (
    error instanceof client.ClientError ||
    error instanceof client.ResponseBodyError ||
    error instanceof client.AuthorizationResponseError ||
    error instanceof client.WWWAuthenticateChallengeError
  )
}

async function takeAttempt(runtime: Runtime, attemptHash: string) {
  const oldest = runtime.clock.now().subtract({ minutes: ATTEMPT_MINUTES })
  return asSystem(runtime, 0, (tx) =>
    tx
      .deleteFrom('platform.sign_in_attempt')
      .where('authority_id', '=', 0)
      .where('attempt_hash', '=', attemptHash)
      .where('created_at', '>=', oldest)
      .returning(['state', 'nonce', 'code_verifier', 'return_path'])
      .executeTakeFirst(),
  )
}

/** The authority the claim names, or the only one there is. */
async function authorityOf(runtime: Runtime, claims: Claims): Promise<Authority | undefined> {
  const authorities = await asSystem(runtime, 0, listAuthorities)
  const ref = claims[runtime.configuration.oidcAuthorityClaim]
  if (ref !== undefined) return authorities.find((authority) => authority.ref === ref)
  return authorities.length === 1 ? authorities[0] : undefined
}

async function saveDescribed(
  tx: Tx,
  given: { runtime: Runtime; authority: Authority; claims: Claims; reachFinder: ReachFinder },
): Promise<User> {
  const { runtime, authority, claims, reachFinder } = given
  const { oidcRolesClaim, oidcProviderClaim, oidcPersonsClaim } = runtime.configuration
  const { authorityId } = authority
  const providerRef = words(claims[oidcProviderClaim])[0]
  const described = {
    issuer: claims.iss,
    subject: claims.sub,
    name: claims.name ?? claims.email ?? claims.sub,
    email: claims.email ?? null,
    roles: knownRoles(words(claims[oidcRolesClaim])),
    providerId: providerRef ? ((await reachFinder.findProviderId(tx, authorityId, providerRef)) ?? null) : null,
    personIds: await reachFinder.findPersonIds(tx, authorityId, words(claims[oidcPersonsClaim])),
  }
  return saveUser(tx, authorityId, described, runtime.clock.now())
}

/** A claim as words: identity providers send a list, or one text with spaces or commas. */
function words(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return claim.split(/[\s,]+/).filter((word) => word !== '')
  return Array.isArray(claim) ? claim.filter((word): word is string => typeof word === 'string') : []
}

/** An identity provider that does not answer is not our bug. */
async function reach<T>(ask: () => Promise<T>): Promise<Result<T>> {
  try {
    return accepted(await ask())
  } catch (error) {
    if (error instanceof TypeError || error instanceof client.ClientError) return refused(PROVIDER_AWAY)
    throw error
  }
}

const PROVIDER_AWAY: Refusal = {
  kind: 'unavailable',
  code: 'identity-provider-away',
  message: {
    en: 'Your organisation’s sign-in service does not answer. Try again in a few minutes.',
    cy: 'Nid yw gwasanaeth mewngofnodi’ch sefydliad yn ateb. Rhowch gynnig arall arni ymhen ychydig funudau.',
  },
}

const PROVIDER_REFUSED: Refusal = {
  kind: 'forbidden',
  code: 'identity-provider-refused',
  message: {
    en: 'Your organisation’s sign-in service did not confirm who you are. Start again from the sign-in page.',
    cy: 'Ni chadarnhaodd gwasanaeth mewngofnodi’ch sefydliad pwy ydych chi. Dechreuwch eto o’r dudalen mewngofnodi.',
  },
}

const NOT_STARTED_HERE: Refusal = {
  kind: 'forbidden',
  code: 'sign-in-not-started-here',
  message: {
    en: 'This sign-in was not started in this browser, took too long, or was already used. Start again from the sign-in page.',
    cy: 'Ni ddechreuwyd y mewngofnodi hwn yn y porwr hwn, cymerodd ormod o amser, neu fe’i defnyddiwyd eisoes. Dechreuwch eto o’r dudalen mewngofnodi.',
  },
}

const UNKNOWN_AUTHORITY: Refusal = {
  kind: 'forbidden',
  code: 'authority-unknown',
  message: {
    en: 'Your sign-in service did not name an authority that we know. Ask your administrator to add you.',
    cy: 'Ni enwodd eich gwasanaeth mewngofnodi awdurdod yr ydym yn ei adnabod. Gofynnwch i’ch gweinyddwr eich ychwanegu.',
  },
}

export const DEACTIVATED: Refusal = {
  kind: 'forbidden',
  code: 'user-deactivated',
  message: {
    en: 'Your access was ended. Ask your administrator if you think that is a mistake.',
    cy: 'Daethpwyd â’ch mynediad i ben. Gofynnwch i’ch gweinyddwr os credwch fod hynny’n gamgymeriad.',
  },
}
