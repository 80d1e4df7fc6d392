/** What happens to every request before and after its door: language, headers, origin, session, frame, problems, log. */
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { csrf } from 'hono/csrf'
import { HTTPException } from 'hono/http-exception'
import { localPath } from '../../kernel/language.ts'
import type { Result } from '../../kernel/result.ts'
import { type Configuration, publicUrlOf } from '../configuration/configuration.ts'
import type { Tx } from '../database/database.ts'
import { DatabaseUnavailable } from '../database/unavailable.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { actorOfUser } from '../session/session.ts'
import { newSecret } from '../session/session-token.ts'
import { openSession, setFlash } from '../session/sign-in.ts'
import { giveCookie, isSecure, readCookie } from './cookies.ts'
import type { Doors, Env } from './doors.ts'
import { type FrameParts, makeFrame, plainFrame } from './frame.ts'
import { pathOpener } from './navigation.ts'
import { answerProblem, answerRefusal, PROBLEMS, type ProblemRenderer } from './problem.ts'
import { languageOfPath, routedPath, withoutLanguage } from './request-language.ts'
import { securityHeaders } from './security-headers.ts'

export type AccessEntry = {
  readonly at: string
  readonly requestId: string
  readonly method: string
  readonly path: string
  readonly status: number
  readonly milliseconds: number
  readonly actor?: string
}

export type SiteParts = Omit<FrameParts, 'opens'> & {
  readonly runtime: Runtime
  readonly doors: Doors
  readonly renderProblem: ProblemRenderer
  /** Who a program with this bearer token is. */
  readonly authenticateToken?: (runtime: Runtime, token: string) => Promise<Result<Actor>>
  /** Everything is asked by this actor and nobody signs in: how the command line reads a list by the address of its page. */
  readonly askedBy?: Actor
  /** Each says where something that used to stand at an address is now, if it is that room's. */
  readonly movedTo?: readonly ((tx: Tx, authorityId: number, path: string) => Promise<string | undefined>)[]
  readonly logAccess?: (entry: AccessEntry) => void
  readonly logError?: (error: unknown, requestId: string) => void
}

type OpenedParts = SiteParts & FrameParts

/** Puts the pipeline in front of the doors. */
export function createSite(given: SiteParts): Hono<Env> {
  const parts = { ...given, opens: pathOpener(given.doors.declared) }
  const { configuration } = parts.runtime
  const site = new Hono<Env>({ getPath: routedPath })
  site.use(introduce(parts))
  site.use(securityHeaders(isSecure(configuration), identityProviderOf(configuration)))
  site.use(compress())
  site.use(refuseForeignOrigin(configuration))
  site.use(recognise(parts))
  site.use(followMoves(parts))
  site.route('/', parts.doors.hono)
  site.notFound((c) => answerProblem(c, PROBLEMS.notFound))
  site.onError(async (error, c) => {
    if (error instanceof HTTPException && error.status === 403) return answerProblem(c, PROBLEMS.formExpired)
    if (error instanceof HTTPException && error.status === 400)
      return answerProblem(c, { ...PROBLEMS.broken, status: 400, code: 'malformed-request' })
    if (error instanceof DatabaseUnavailable) return answerRefusal(c, error.refusal)
    const log = parts.logError ?? ((cause, id) => console.error(`request ${id} failed:`, cause))
    log(error, c.get('requestId'))
    return answerProblem(c, PROBLEMS.broken)
  })
  return site
}

/** Names the request and its language, and notes in the log how it went. */
function introduce(parts: OpenedParts): MiddlewareHandler<Env> {
  return async (c, next) => {
    const started = performance.now()
    const url = new URL(c.req.url)
    const language = languageOfPath(url.pathname)
    c.set('runtime', parts.runtime)
    c.set('requestId', crypto.randomUUID())
    c.set('language', language)
    c.set('renderProblem', parts.renderProblem)
    c.set('formSecret', '')
    c.set('frame', plainFrame(parts, language, placeOf(c, url)))
    await next()
    c.header('X-Request-Id', c.get('requestId'))
    parts.logAccess?.({
      at: parts.runtime.clock.now().toString(),
      requestId: c.get('requestId'),
      method: c.req.method,
      path: url.pathname,
      status: c.res.status,
      milliseconds: Math.round(performance.now() - started),
      ...(c.get('actor') ? { actor: `${c.get('actor')?.kind} ${c.get('actor')?.id}` } : {}),
    })
  }
}

/** Where the reader is, without the language: a form shown again stands at the page it was sent from, since its own address only takes forms. */
function placeOf(c: Context<Env>, url: URL): string {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return `${c.req.path}${url.search}`
  const from = c.req.header('referer') ?? ''
  if (!URL.canParse(from) || new URL(from).host !== hostOf(c)) return '/'
  const { pathname, search } = new URL(from)
  return `${withoutLanguage(pathname)}${search}`
}

function identityProviderOf(configuration: Configuration): readonly string[] {
  return configuration.oidcIssuer ? [new URL(configuration.oidcIssuer).origin] : []
}

/** Writes must come from a page of this site. Programs with a token send no cookie that could be abused, so they are let through. */
function refuseForeignOrigin(configuration: Configuration): MiddlewareHandler<Env> {
  const ours = new URL(publicUrlOf(configuration)).origin
  const check = csrf({
    // Trying Canlyn out, people reach it by several names of one machine; then the name they used is the one to hold the form to.
    origin: (origin, c) =>
      origin === ours ||
      (configuration.mode === 'demonstration' && URL.canParse(origin) && new URL(origin).host === hostOf(c)),
  })
  return (c, next) => (bearerOf(c) === undefined ? check(c, next) : next())
}

function hostOf(c: Context): string {
  return c.req.header('host') ?? new URL(c.req.url).host
}

/** Tokens open the API and nothing else: elsewhere the header would only switch off what protects the pages. */
function bearerOf(c: Context): string | undefined {
  if (!c.req.path.startsWith('/api/')) return undefined
  return /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1]
}

/** Where nothing is found at an address from which it moved: on to where it is now, with whatever was sent. */
function followMoves({ runtime, movedTo = [] }: OpenedParts): MiddlewareHandler<Env> {
  return async (c, next) => {
    await next()
    const actor = c.get('actor')
    if (c.res.status !== 404 || !actor) return
    for (const moved of movedTo) {
      const path = await runtime.database.transaction(actor, (tx) => moved(tx, actor.authorityId, c.req.path))
      if (path === undefined) continue
      const { search } = new URL(c.req.url)
      c.res = c.redirect(`${path.startsWith('/api/') ? path : localPath(c.get('language'), path)}${search}`, 307)
      return
    }
  }
}

/** Finds out who asks, and makes the frame of the page they will see. */
function recognise(parts: OpenedParts): MiddlewareHandler<Env> {
  const { runtime } = parts
  return async (c, next) => {
    if (needsNobody(c.req.path)) return next()
    if (parts.askedBy) {
      c.set('actor', { ...parts.askedBy, language: c.get('language') })
      return next()
    }
    const bearer = bearerOf(c)
    if (bearer !== undefined && parts.authenticateToken) {
      const found = await parts.authenticateToken(runtime, bearer)
      if (!found.ok) return answerRefusal(c, found.refusal)
      c.set('actor', { ...found.value, language: c.get('language') })
      await next()
      return keepOutOfCaches(c)
    }
    const cookie = readCookie(c, runtime.configuration, 'canlyn')
    const session = cookie === undefined ? undefined : await openSession(runtime, cookie)
    c.set('session', session)
    c.set('actor', session && actorOfUser(session.user, c.get('language')))
    c.set('formSecret', session && cookie ? cookie : visitorSecret(c, runtime.configuration))
    if (!c.req.path.startsWith('/api/')) c.set('frame', await makeFrame(parts, c))
    await next()
    if (session?.flash && showsPage(c)) await setFlash(runtime, session, null)
    return keepOutOfCaches(c)
  }
}

function showsPage(c: Context): boolean {
  const isPage = c.res.headers.get('Content-Type')?.startsWith('text/') === true
  return c.req.method === 'GET' && c.res.status === 200 && isPage
}

/** What was answered to somebody is for them alone, unless the door said otherwise. */
function keepOutOfCaches(c: Context): void {
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/** Assets and health are the same for everybody, so the database is not asked who it is. */
function needsNobody(path: string): boolean {
  return path.startsWith('/assets/') || path === '/healthz' || path === '/readyz'
}

function visitorSecret(c: Context<Env>, configuration: Configuration): string {
  const known = readCookie(c, configuration, 'canlyn-visitor')
  if (known && /^[A-Za-z0-9_-]{43}$/.test(known)) return known
  const secret = newSecret()
  if (c.req.method === 'GET' && !c.req.path.startsWith('/api/')) giveCookie(c, configuration, 'canlyn-visitor', secret)
  return secret
}
