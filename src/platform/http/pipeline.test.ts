/** The pipeline as a visitor meets it: language, headers, forms, sessions, problems. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Clock, fixedClock } from '../clock/clock.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { systemActor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { openSession } from '../session/sign-in.ts'
import { goTo } from './answer.ts'
import { newFormToken } from './form-token.ts'
import { type Room, type TestSite, testRuntime, testSite } from './site.fixtures.ts'

const room: Room = {
  pages(doors) {
    doors.get('/open', 'public', (c) => c.text(`${c.get('language')} ${c.get('frame').path}`))
    doors.get('/mine', 'signed-in', (c) => c.text(`${c.get('actor')?.name} ${JSON.stringify(c.get('frame').flash)}`))
    doors.get('/api/v1/who', 'signed-in', (c) => c.json(c.get('actor')?.kind))
    doors.get('/users', 'users:manage', (c) => c.text('users'))
    doors.get('/either', ['users:manage', 'audit:read'], (c) => c.text('either'))
    doors.get('/scope', 'signed-in', (c) => c.json(c.get('actor')?.scope))
    doors.get('/broken', 'public', () => {
      throw new Error('the secret inside')
    })
    doors.post('/save', 'signed-in', (c) => goTo(c, '/mine', { en: 'Saved', cy: 'Wedi’i gadw' }))
    doors.post('/again', 'signed-in', (c) => c.text(c.get('frame').path, 400))
    doors.post('/upload', 'signed-in', (c) => c.text('streamed'), 'upload')
  },
}

let database: Database
let now: string
const clock: Clock = { now: () => fixedClock(now).now(), today: () => fixedClock(now).today() }
let runtime: Runtime
let site: TestSite

beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database, { clock })
  now = '2026-03-03T09:00:00Z'
  site = testSite(runtime, [room], { logError: () => undefined })
})
afterAll(() => database.close())

describe('the language of a request', () => {
  it('is English at the root and Welsh under /cy, and the room sees the same path', async () => {
    const visitor = site.anonymous()
    expect(await (await visitor.get('/open?page=2')).text()).toBe('en /open?page=2')
    expect(await (await visitor.get('/cy/open?page=2')).text()).toBe('cy /open?page=2')
  })

  it('is not guessed from a path that merely begins with the same letters', async () => {
    expect((await site.anonymous().get('/cymorth')).status).toBe(404)
  })

  it('is kept when somebody is sent to sign in', async () => {
    const response = await site.anonymous().get('/cy/mine?page=2')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/cy/sign-in?return=%2Fmine%3Fpage%3D2')
  })
})

describe('a door', () => {
  it('opens to those with the permission and names nobody to those without', async () => {
    expect((await (await site.as('administrator')).get('/users')).status).toBe(200)
    expect((await (await site.as('broker')).get('/users')).status).toBe(403)
  })

  it('with several permissions opens to whoever has any of them', async () => {
    expect((await (await site.as('auditor')).get('/either')).status).toBe(200)
    expect((await (await site.as('broker')).get('/either')).status).toBe(403)
  })

  it('sends somebody without any role to the page that says so', async () => {
    const response = await (await site.as([], { name: 'newcomer' })).get('/mine')
    expect(response.headers.get('location')).toBe('/no-role')
  })

  it('lets a provider in as that provider and a person as that person, and never wider', async () => {
    const provider = await site.as('provider-manager', { providerId: 12, name: 'p' })
    expect(await (await provider.get('/scope')).json()).toEqual({ kind: 'provider', providerId: 12 })
    const person = await site.as('person', { personIds: [41], name: 'o' })
    expect(await (await person.get('/scope')).json()).toEqual({ kind: 'own', personIds: [41] })
  })

  it('turns away a provider manager of whom it is not known which provider', async () => {
    const response = await (await site.as('provider-manager', { name: 'unlinked' })).get('/scope')
    expect(response.headers.get('location')).toBe('/no-role')
  })
})

describe('a form', () => {
  it('is taken with its token, and its message shown once', async () => {
    const visitor = await site.as('broker', { name: 'Lowri' })
    const response = await visitor.post('/cy/save')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/cy/mine'])
    expect(await (await visitor.get('/mine')).text()).toContain('Wedi’i gadw')
    expect(await (await visitor.get('/mine')).text()).not.toContain('Wedi’i gadw')
  })

  it('shown again stands at the page it was sent from, so that the language can be changed there', async () => {
    const visitor = await site.as('broker')
    const again = async (referer?: string) => {
      const headers = {
        Cookie: `canlyn=${visitor.token}`,
        'Sec-Fetch-Site': 'same-origin',
        ...(referer ? { referer } : {}),
      }
      const body = new URLSearchParams({ _csrf: newFormToken(visitor.token!) })
      return (await visitor.app.request('/cy/again', { method: 'POST', headers, body })).text()
    }
    expect(await again('http://localhost/cy/users/7?tab=2')).toBe('/users/7?tab=2')
    expect(await again('https://elsewhere.example/trap')).toBe('/')
    expect(await again()).toBe('/')
  })

  it('is refused without its token, and with a token of another session', async () => {
    const [visitor, other] = [await site.as('broker'), await site.as('reviewer')]
    expect((await visitor.post('/save', { _csrf: '' })).status).toBe(403)
    expect((await visitor.post('/save', { _csrf: newFormToken(other.token!) })).status).toBe(403)
  })

  it('is refused when it comes from another site, even with its token', async () => {
    const visitor = await site.as('broker')
    const response = await visitor.app.request('/save', {
      method: 'POST',
      headers: { Cookie: `canlyn=${visitor.token}`, Origin: 'https://elsewhere.example' },
      body: new URLSearchParams({ _csrf: newFormToken(visitor.token!) }),
    })
    expect(response.status).toBe(403)
  })

  it('is refused when it is larger than two mebibytes; an upload of that size is let through', async () => {
    const visitor = await site.as('broker')
    const large = 'x'.repeat(2 * 1024 * 1024 + 1)
    expect((await visitor.post('/save', { large })).status).toBe(413)
    expect((await visitor.post('/upload', { large })).status).toBe(200)
  })
})

describe('a token of the API', () => {
  const site = () =>
    testSite(runtime, [room], {
      authenticateToken: async () => ({ ok: true, value: { ...systemActor(1), kind: 'client' } }),
    }).anonymous()

  it('opens no page, and does not switch off what protects the forms there', async () => {
    const bearer = { Authorization: 'Bearer anything' }
    expect((await site().get('/mine', bearer)).headers.get('location')).toBe('/sign-in?return=%2Fmine')
    const foreign = { ...bearer, Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
    expect((await site().app.request('/save', { method: 'POST', headers: foreign })).status).toBe(403)
  })

  it('opens the API, and what it is told is kept in no cache', async () => {
    const response = await site().get('/api/v1/who', { Authorization: 'Bearer anything' })
    expect([response.status, response.headers.get('cache-control')]).toEqual([200, 'no-store'])
  })
})

describe('a session', () => {
  const signedIn = async (visitor: Awaited<ReturnType<TestSite['as']>>) => (await visitor.get('/mine')).status === 200

  it('holds at thirty minutes of rest and ends just after', async () => {
    now = '2026-03-03T09:00:00Z'
    const [patient, late] = [await site.as('broker'), await site.as('broker')]
    now = '2026-03-03T09:30:00Z'
    expect(await signedIn(patient)).toBe(true)
    now = '2026-03-03T09:30:00.001Z'
    expect(await signedIn(late)).toBe(false)
    now = '2026-03-03T10:00:00Z'
    expect(await signedIn(patient), 'being seen at 09:30 made it last').toBe(true)
  })

  it('ends after twelve hours however busy it is', async () => {
    now = '2026-03-03T08:00:00Z'
    const visitor = await site.as('broker')
    for (let hour = 8; hour < 20; hour += 1)
      for (const minutes of ['00', '25', '50']) {
        now = `2026-03-03T${String(hour).padStart(2, '0')}:${minutes}:00Z`
        expect(await signedIn(visitor), now).toBe(true)
      }
    now = '2026-03-03T20:00:00Z'
    expect(await signedIn(visitor)).toBe(true)
    now = '2026-03-03T20:00:01Z'
    expect(await signedIn(visitor)).toBe(false)
  })

  it('is not opened by a cookie that was tampered with, cut, invented or claimed for another authority', async () => {
    now = '2026-03-03T09:00:00Z'
    const { token } = await site.as('administrator')
    const secret = token!.slice(2)
    for (const forged of [
      `${token}x`,
      token!.slice(0, -1),
      `2.${secret}`,
      `0.${secret}`,
      `1.${'A'.repeat(43)}`,
      `1'; drop table platform.session; --.${secret}`,
      '',
    ])
      expect(await openSession(runtime, forged), forged).toBeUndefined()
    expect(await openSession(runtime, token!)).toBeDefined()
  })
})

describe('a problem', () => {
  it('says what happened in the language of the page and never what broke inside', async () => {
    const response = await site.anonymous().get('/cy/broken')
    const text = await response.text()
    expect(response.status).toBe(500)
    expect(text).toContain('Aeth rhywbeth o’i le')
    expect(text).not.toContain('secret')
  })

  it('is problem+json for the API', async () => {
    const response = await site.anonymous().get('/api/v1/nothing')
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 404, code: 'not-found', title: 'Page not found' })
  })
})

describe('behind https', () => {
  const visit = async () => {
    const secure = testRuntime(database, { clock, configuration: { publicUrl: 'https://canlyn.example' } })
    return testSite(secure, [room]).anonymous().get('/open')
  }

  it('cookies are bound to this host, and browsers are told to stay on https', async () => {
    const { headers } = await visit()
    expect(headers.get('set-cookie')).toMatch(/^__Host-canlyn-visitor=[^;]+; Path=\/; HttpOnly; Secure; SameSite=Lax$/)
    expect(headers.get('strict-transport-security')).toMatch(/^max-age=31536000/)
  })

  it('a cookie without the prefix opens nothing', async () => {
    const { token } = await site.as('broker')
    const secure = testRuntime(database, { clock, configuration: { publicUrl: 'https://canlyn.example' } })
    const response = await testSite(secure, [room])
      .anonymous()
      .get('/mine', { Cookie: `canlyn=${token}` })
    expect(response.status).toBe(303)
  })
})

describe('every answer', () => {
  it('forbids foreign and inline scripts, frames and caching', async () => {
    const { headers } = await site.anonymous().get('/open')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('strict-transport-security')).toBeNull()
  })
})
