/** A real identity provider on this machine, and a browser patient enough to sign in there. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

/** What the identity provider says of somebody beside who they are. */
export type AccountClaims = Readonly<Record<string, unknown>>

export type IdentityProvider = { readonly issuer: string; close(): Promise<void> }

export const CLIENT = { id: 'canlyn', secret: 'a-secret-of-the-tests-only' }

/** `accounts` by subject; PKCE is demanded, as the authority's own provider should. */
export async function startIdentityProvider(
  publicUrl: string,
  accounts: Readonly<Record<string, AccountClaims>>,
): Promise<IdentityProvider> {
  const server = createServer()
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [`${publicUrl}/sign-in/callback`],
        post_logout_redirect_uris: [`${publicUrl}/signed-out`],
      },
    ],
    pkce: { required: () => true },
    claims: {
      openid: ['sub'],
      profile: ['name', 'roles', 'provider_ref', 'person_refs', 'authority_ref'],
      email: ['email'],
    },
    cookies: { keys: ['tests'] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    findAccount: (_context: unknown, id: string) =>
      accounts[id] && { accountId: id, claims: async () => ({ sub: id, ...accounts[id] }) },
  })
  server.on('request', provider.callback())
  return { issuer, close: () => stop(server) }
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((done) => server.close(() => done()))
}

/**
 * Goes to the identity provider as `subject`, signs in and consents there, and answers the address it sends the browser back to:
 * the first one that begins with `backTo`.
 */
export async function walkThrough(start: string, subject: string, backTo: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = start
  let form: URLSearchParams | undefined
  for (let step = 0; step < 20; step += 1) {
    if (url.startsWith(backTo)) return url
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form ? { method: 'POST', body: form } : {}),
    })
    form = undefined
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';', 1)[0]!.split('=') as [string, string]
      cookies.set(name, value)
    }
    const location = response.headers.get('location')
    if (location) {
      url = new URL(location, url).href
      continue
    }
    const page = await response.text()
    if (!url.includes('/interaction/')) throw new Error(`the identity provider stopped at ${url}: ${page}`)
    form = new URLSearchParams(
      page.includes('value="login"') ? { prompt: 'login', login: subject, password: 'x' } : { prompt: 'consent' },
    )
  }
  throw new Error('the identity provider sent the browser round in circles')
}
