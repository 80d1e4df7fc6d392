/** A site for tests of doors: the real pipeline around the rooms given, and visitors who are signed in by role. */
import type { Hono } from 'hono'
import { type Clock, fixedClock } from '../clock/clock.ts'
import { Configuration } from '../configuration/configuration.ts'
import type { Database } from '../database/database.ts'
import { type Frameworks, noFrameworks } from '../frameworks/index.ts'
import type { Role } from '../permissions/role.ts'
import type { Runtime } from '../runtime.ts'
import { asSystem, startSession } from '../session/sign-in.ts'
import { saveUser } from '../session/user.store.ts'
import { keepDoor } from './door-keeper.ts'
import { Doors, type Env } from './doors.ts'
import { newFormToken } from './form-token.ts'
import { createSite, type SiteParts } from './pipeline.ts'

/** What a test needs of a room: a whole `SystemModule` will do. */
export type Room = { readonly pages?: (doors: Doors) => void; readonly api?: (doors: Doors) => void }

export type RuntimeChanges = {
  readonly clock?: Clock
  readonly frameworks?: Frameworks
  readonly configuration?: Partial<Configuration>
}

/** A runtime over a test database, its clock standing at noon of 3 March 2026 unless told otherwise. */
export function testRuntime(database: Database, changes: RuntimeChanges = {}): Runtime {
  return {
    database,
    configuration: Configuration.parse({ ...changes.configuration }),
    clock: changes.clock ?? fixedClock('2026-03-03'),
    frameworks: changes.frameworks ?? noFrameworks,
  }
}

/** `const site = testSite(runtime, [reviewSystem])`, then `(await site.as('reviewer')).get('/reviews')`. */
export function testSite(runtime: Runtime, rooms: readonly Room[], changes: Partial<SiteParts> = {}): TestSite {
  const doors = new Doors(keepDoor)
  for (const room of rooms) {
    room.pages?.(doors)
    room.api?.(doors)
  }
  const site = createSite({
    runtime,
    doors,
    navigation: [],
    assets: { css: '/assets/test.css', js: '/assets/test.js' },
    renderProblem: (c, problem) =>
      c.text(`${problem.title[c.get('language')]}\n${problem.detail[c.get('language')]}`, problem.status),
    logError: (error) => console.error(error),
    ...changes,
  })
  return new TestSite(runtime, site)
}

/** Whose records a signed-in visitor reaches; authority 1 unless told otherwise. */
export type Reaches = {
  readonly authorityId?: number
  readonly providerId?: number
  readonly personIds?: readonly number[]
  readonly name?: string
}

export class TestSite {
  readonly runtime: Runtime
  readonly app: Hono<Env>

  constructor(runtime: Runtime, app: Hono<Env>) {
    this.runtime = runtime
    this.app = app
  }

  /** Signs somebody in with these roles, through a real session. */
  async as(roles: Role | readonly Role[], reaches: Reaches = {}): Promise<Visitor> {
    const held: readonly Role[] = typeof roles === 'string' ? [roles] : roles
    const authorityId = reaches.authorityId ?? 1
    const now = this.runtime.clock.now()
    const user = await asSystem(this.runtime, authorityId, (tx) =>
      saveUser(
        tx,
        authorityId,
        {
          issuer: 'test',
          subject: reaches.name ?? held.join('+'),
          name: reaches.name ?? held.join(' and '),
          email: null,
          roles: held,
          providerId: reaches.providerId ?? null,
          personIds: reaches.personIds ?? [],
        },
        now,
      ),
    )
    return new Visitor(this.app, await startSession(this.runtime, user, { userAgent: 'test' }))
  }

  anonymous(): Visitor {
    return new Visitor(this.app, undefined)
  }
}

/** A browser: sends its cookie, comes from this site's own pages, and puts the form token into what it posts. */
export class Visitor {
  readonly app: Hono<Env>
  readonly token: string | undefined

  constructor(app: Hono<Env>, token: string | undefined) {
    this.app = app
    this.token = token
  }

  async get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.app.request(path, { headers: { ...this.headers(), ...headers } })
  }

  /** Sends a page's form. */
  async post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new URLSearchParams({ ...(this.token ? { _csrf: newFormToken(this.token) } : {}), ...fields })
    return this.app.request(path, { method: 'POST', headers: this.headers(), body })
  }

  /** Sends a form with files, as it is. */
  async send(path: string, form: FormData): Promise<Response> {
    return this.app.request(path, { method: 'POST', headers: this.headers(), body: form })
  }

  /** Calls the API with JSON: `api('put', '/api/v1/areas/7', {...}, { 'If-Match': '"3"' })`. */
  async api(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> {
    return this.app.request(path, {
      method: method.toUpperCase(),
      headers: { ...this.headers(), ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  private headers(): Record<string, string> {
    return { 'Sec-Fetch-Site': 'same-origin', ...(this.token ? { Cookie: `canlyn=${this.token}` } : {}) }
  }
}
