/** Every page and API route is declared here with who may open it, so that one test can walk them all. */
import type { RouteConfig, RouteHandler } from '@hono/zod-openapi'
import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context, Handler, MiddlewareHandler } from 'hono'
import type { Frame } from '../../kernel/frame.ts'
import type { Language } from '../../kernel/language.ts'
import { documentedRoute } from '../api/documented-route.ts'
import { refuseMisfit } from '../api/problem-answers.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Permission } from '../permissions/permission.ts'
import type { Runtime } from '../runtime.ts'
import type { Session } from '../session/session.ts'
import type { ProblemRenderer } from './problem.ts'

/** What the pipeline puts on each request before a handler sees it. */
export type Env = {
  Variables: {
    runtime: Runtime
    language: Language
    frame: Frame
    requestId: string
    actor: Actor | undefined
    /** Of the browser that is signed in; absent for programs with a token. */
    session: Session | undefined
    renderProblem: ProblemRenderer
    /** What form tokens are made from: the session's secret, or a visitor's before sign-in. */
    formSecret: string
  }
}

/** `public`: anyone. `signed-in`: anyone signed in. Otherwise the permission needed; several: any of them. */
export type Access = 'public' | 'signed-in' | Permission | readonly Permission[]

export type Door = {
  readonly kind: 'page' | 'api'
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  /** Without the language prefix; API paths with their /api/v1. */
  readonly path: string
  readonly access: Access
  readonly body: BodyKind
}

/**
 * `form`: small, read whole; a page's form token is checked before the handler runs. `upload`: large, left unread for the handler to
 * stream; the handler itself checks the form token it finds in the first part (`isOwnForm`).
 */
export type BodyKind = 'form' | 'upload'

export const API_PREFIX = '/api/v1'

/** Made by the sign-in room: lets a request through, sends it to sign in, or answers 401 or 403. */
export type DoorKeeper = (door: Door) => MiddlewareHandler<Env>

export class Doors {
  readonly hono = new OpenAPIHono<Env>({ defaultHook: refuseMisfit })
  readonly declared: Door[] = []
  private readonly keeper: DoorKeeper

  constructor(keeper: DoorKeeper) {
    this.keeper = keeper
  }

  get(path: string, access: Access, handler: Handler<Env>): void {
    const door: Door = { kind: 'page', method: 'get', path, access, body: 'form' }
    this.declared.push(door)
    this.hono.get(path, this.keeper(door), handler)
  }

  post(path: string, access: Access, handler: Handler<Env>, body: BodyKind = 'form'): void {
    const door: Door = { kind: 'page', method: 'post', path, access, body }
    this.declared.push(door)
    this.hono.post(path, this.keeper(door), handler)
  }

  /** A route made with `createRoute`, its path relative to /api/v1. Requests are validated by its schemas before the handler. */
  api<R extends RouteConfig>(route: R, access: Access, handler: RouteHandler<R, Env>, body: BodyKind = 'form'): void {
    const door: Door = {
      kind: 'api',
      method: route.method as Door['method'],
      path: `${API_PREFIX}${route.path}`,
      access,
      body,
    }
    this.declared.push(door)
    const documented = documentedRoute(route, access)
    const at = { ...documented, path: `${API_PREFIX}${route.path}`, middleware: this.keeper(door) }
    // The path is widened by the prefix, which the handler does not look at.
    this.hono.openapi(at as unknown as R, handler)
  }
}

/** Who acts, for handlers behind a door that is not public. */
export function actorOf(c: Context<Env>): Actor {
  const actor = c.get('actor')
  if (!actor) throw new Error('no actor behind a door that needs one')
  return actor
}
