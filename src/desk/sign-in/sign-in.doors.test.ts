/** Signing in at a real identity provider, as a persona, and what is refused on the way. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clock, fixedClock } from '../../platform/clock/clock.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { newFormToken } from '../../platform/http/form-token.ts'
import { type Room, type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import type { ReachFinder } from '../../platform/session/open-id.ts'
import { createDemonstrationUsers } from '../../platform/session/personas.ts'
import { asSystem } from '../../platform/session/sign-in.ts'
import { SIGN_IN_LIMITS } from '../../platform/session/sign-in-limit.ts'
import { CLIENT, type IdentityProvider, startIdentityProvider, walkThrough } from './identity-provider.fixtures.ts'
import { signInDesk } from './sign-in.pages.tsx'

const PUBLIC_URL = 'http://canlyn.test'
const ACCOUNTS = {
  nia: { name: 'Nia Prosser', roles: ['contract-manager', 'tea-maker'], authority_ref: 'bryniau' },
  catrin: {
    name: 'Catrin Gwilym',
    roles: 'provider-manager',
    provider_ref: 'gofal-glannant',
    authority_ref: 'bryniau',
  },
  megan: { name: 'Megan Idwal', roles: ['person'], person_refs: ['P-1'], authority_ref: 'bryniau' },
  nobody: { name: 'Neb', roles: ['tea-maker'], authority_ref: 'bryniau' },
  stranger: { name: 'Dieithryn', roles: ['administrator'], authority_ref: 'elsewhere' },
}
const reachFinder: ReachFinder = {
  findProviderId: async (_tx, _authorityId, ref) => (ref === 'gofal-glannant' ? 12 : undefined),
  findPersonIds: async (_tx, _authorityId, refs) => (refs.includes('P-1') ? [41] : []),
}
const whoAmI: Room = {
  pages: (doors) =>
    doors.get('/me', 'signed-in', (c) => {
      const { name, scope, roles, authorityId } = c.get('actor')!
      return c.json({ name, scope, roles, authorityId })
    }),
}

let database: Database
let provider: IdentityProvider
let site: TestSite
let now = '2026-03-03T09:00:00Z'
const clock: Clock = { now: () => fixedClock(now).now(), today: () => fixedClock(now).today() }

beforeAll(async () => {
  database = await openTestDatabase()
  provider = await startIdentityProvider(PUBLIC_URL, ACCOUNTS)
  const runtime = testRuntime(database, {
    clock,
    configuration: {
      publicUrl: PUBLIC_URL,
      oidcIssuer: provider.issuer,
      oidcClientId: CLIENT.id,
      oidcClientSecret: CLIENT.secret,
    },
  })
  await asSystem(runtime, 1, (tx) =>
    createDemonstrationUsers(tx, 1, { providerId: 12, person: { personId: 41, name: 'Megan Idwal' } }, clock.now()),
  )
  site = testSite(runtime, [signInDesk({ runtime, systems: [], reachFinder }), whoAmI])
})
afterAll(async () => {
  await provider.close()
  await database.close()
})

/** A browser with a jar of cookies, as far as this site sets them. */
class Browser {
  readonly cookies = new Map<string, string>()

  async open(path: string, form?: Record<string, string>): Promise<Response> {
    const secret = this.cookies.get('canlyn') || this.cookies.get('canlyn-visitor') || ''
    const response = await site.app.request(`${PUBLIC_URL}${path}`, {
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
      ...(form ? { method: 'POST', body: new URLSearchParams({ _csrf: newFormToken(secret), ...form }) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [name, value] = cookie.split(';', 1)[0]!.split('=') as [string, string]
      if (value) this.cookies.set(name, value)
      else this.cookies.delete(name)
    }
    return response
  }

  /** To the identity provider and back to the door of this site, which is left unopened. */
  async fetchCallback(subject: string, returnPath = '/me'): Promise<string> {
    await this.open('/sign-in')
    const started = await this.open('/sign-in/start', { return: returnPath })
    const back = await walkThrough(started.headers.get('location')!, subject, PUBLIC_URL)
    return back.slice(PUBLIC_URL.length)
  }

  async me(): Promise<unknown> {
    const response = await this.open('/me')
    return response.status === 200 ? response.json() : response.headers.get('location')
  }
}

describe('signing in at the identity provider', () => {
  it('asks with PKCE, state and nonce', async () => {
    const browser = new Browser()
    await browser.open('/sign-in')
    const started = await browser.open('/sign-in/start', {})
    const asked = new URL(started.headers.get('location')!).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    for (const name of ['code_challenge', 'state', 'nonce']) expect(asked.get(name)?.length, name).toBeGreaterThan(20)
  })

  it('brings somebody back to where they were going, with the roles we know', async () => {
    const browser = new Browser()
    const back = await browser.open(await browser.fetchCallback('nia', '/me?tab=2'))
    expect([back.status, back.headers.get('location')]).toEqual([303, '/me?tab=2'])
    expect(await browser.me()).toEqual({
      name: 'Nia Prosser',
      scope: { kind: 'authority' },
      roles: ['contract-manager'],
      authorityId: 1,
    })
  })

  it('ties a provider to its own records and a person to theirs', async () => {
    const [catrin, megan] = [new Browser(), new Browser()]
    await catrin.open(await catrin.fetchCallback('catrin'))
    await megan.open(await megan.fetchCallback('megan'))
    expect(await catrin.me()).toMatchObject({ scope: { kind: 'provider', providerId: 12 } })
    expect(await megan.me()).toMatchObject({ scope: { kind: 'own', personIds: [41] } })
  })

  it('lets somebody without a role in as far as the page that says so', async () => {
    const browser = new Browser()
    await browser.open(await browser.fetchCallback('nobody'))
    expect(await browser.me()).toBe('/no-role')
    expect(await (await browser.open('/cy/no-role')).text()).toContain('Nid oes gennych rôl yma eto')
  })

  it('refuses somebody of an authority that is not here', async () => {
    const browser = new Browser()
    const response = await browser.open(await browser.fetchCallback('stranger'))
    expect(response.status).toBe(403)
    expect(browser.cookies.has('canlyn')).toBe(false)
  })

  it('refuses the same answer twice, in another browser, with another state, and too late', async () => {
    const browser = new Browser()
    const callback = await browser.fetchCallback('nia')
    expect((await new Browser().open(callback)).status).toBe(403)
    expect((await browser.open(callback.replace(/state=[^&]+/, 'state=forged'))).status).toBe(403)
    expect((await browser.open(callback)).status).toBe(303)
    expect((await browser.open(callback)).status).toBe(403)

    const late = new Browser()
    const lateCallback = await late.fetchCallback('nia')
    now = '2026-03-03T09:15:00.001Z'
    expect((await late.open(lateCallback)).status).toBe(403)
    now = '2026-03-03T09:00:00Z'
  })

  it('gives another secret at each sign-in, and the old one opens nothing any more', async () => {
    const browser = new Browser()
    await browser.open(await browser.fetchCallback('nia'))
    const first = browser.cookies.get('canlyn')!
    await browser.open('/sign-in/start', {})
    const started = await browser.open('/sign-in/start', { return: '/me' })
    const back = await walkThrough(started.headers.get('location')!, 'nia', PUBLIC_URL)
    await browser.open(back.slice(PUBLIC_URL.length))
    expect(browser.cookies.get('canlyn')).not.toBe(first)
    browser.cookies.set('canlyn', first)
    expect(await browser.me()).toBe('/sign-in?return=%2Fme')
  })

  it('signs out here and at the identity provider', async () => {
    const browser = new Browser()
    await browser.open(await browser.fetchCallback('nia'))
    const response = await browser.open('/sign-out', {})
    const elsewhere = new URL(response.headers.get('location')!)
    expect(elsewhere.origin).toBe(provider.issuer)
    expect(elsewhere.searchParams.get('post_logout_redirect_uri')).toBe(`${PUBLIC_URL}/signed-out`)
    expect(browser.cookies.has('canlyn')).toBe(false)
  })
})

describe('where somebody goes after signing in', () => {
  it.each([
    ['//elsewhere.example', '/'],
    ['https://elsewhere.example/', '/'],
    ['/\\elsewhere.example', '/'],
    ['/x/..//elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/sign-out', '/'],
    ['/contracts?sort=name', '/contracts?sort=name'],
  ])('%s leads to %s', async (wanted, path) => {
    const browser = new Browser()
    await browser.open('/sign-in')
    const response = await browser.open('/sign-in', { persona: 'bryniau/broker', return: wanted })
    expect(response.headers.get('location')).toBe(path)
  })
})

describe('signing in as a persona', () => {
  it('offers thirteen, each with what it does, in both languages', async () => {
    const [english, welsh] = [
      await (await site.anonymous().get('/sign-in')).text(),
      await (await site.anonymous().get('/cy/sign-in')).text(),
    ]
    expect(new Set(english.match(/value="bryniau\/[a-z-]+"/g)).size).toBe(13)
    expect(english).toContain('Looks after contracts.')
    expect(welsh).toContain('Yn gofalu am gontractau.')
    expect(welsh).toContain('<html lang="cy"')
  })

  it('is refused without the form’s token and for a persona nobody made', async () => {
    const browser = new Browser()
    await browser.open('/sign-in')
    expect((await browser.open('/sign-in', { persona: 'bryniau/broker', _csrf: 'forged' })).status).toBe(403)
    expect((await browser.open('/sign-in', { persona: 'bryniau/king' })).status).toBe(404)
  })

  it(`takes ${SIGN_IN_LIMITS.account} attempts in ten minutes for one persona and refuses the next`, async () => {
    now = '2026-03-03T10:00:00Z'
    const browser = new Browser()
    await browser.open('/sign-in')
    const attempt = () => browser.open('/sign-in', { persona: 'bryniau/auditor' })
    for (let n = 0; n < SIGN_IN_LIMITS.account; n += 1) expect((await attempt()).status, `attempt ${n + 1}`).toBe(303)
    const refused = await attempt()
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '600'])
    now = '2026-03-03T10:10:00Z'
    expect((await attempt()).status).toBe(303)
  })
})
