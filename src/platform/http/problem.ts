/** What went wrong with a request, as a page says it to a person and as `application/problem+json` says it to a program. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Bilingual } from '../../kernel/language.ts'
import { allRefusals, type Refusal, type RefusalKind } from '../../kernel/result.ts'
import type { Role } from '../permissions/role.ts'
import type { Env } from './doors.ts'

export type Problem = {
  readonly status: ContentfulStatusCode
  /** Stable, kebab-case. */
  readonly code: string
  readonly title: Bilingual
  readonly detail: Bilingual
  /** Who can do what this person cannot: shown so that they know whom to ask. */
  readonly rolesThatMay?: readonly Role[]
  /** Fields at fault, for programs. */
  readonly refusals?: readonly Refusal[]
  /** Seconds after which it is worth trying again. */
  readonly retryAfterSeconds?: number
}

export const STATUS_OF = {
  invalid: 400,
  unrecognised: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  stale: 412,
  'key-reused': 422,
  'too-large': 413,
  unavailable: 503,
} as const satisfies Record<RefusalKind, ContentfulStatusCode>

/** Shows a problem as a page in the request's language; made by the desk, which has the design system. */
export type ProblemRenderer = (c: Context<Env>, problem: Problem) => Response | Promise<Response>

/** Answers a problem: as a page, or as `application/problem+json` where the request was for the API. */
export async function answerProblem(c: Context<Env>, problem: Problem): Promise<Response> {
  const response = isApi(c.req.path) ? problemJson(c, problem) : await c.get('renderProblem')(c, problem)
  if (problem.retryAfterSeconds !== undefined) response.headers.set('Retry-After', String(problem.retryAfterSeconds))
  if (problem.status === 401) response.headers.set('WWW-Authenticate', 'Bearer')
  response.headers.set('Cache-Control', 'no-store')
  return response
}

/** Answers what an action refused, with the status of its kind. */
export function answerRefusal(c: Context<Env>, refusal: Refusal): Promise<Response> {
  return answerProblem(c, problemOf(refusal))
}

export function problemOf(refusal: Refusal): Problem {
  return {
    status: STATUS_OF[refusal.kind],
    code: refusal.code,
    title: TITLES[refusal.kind],
    detail: refusal.message,
    refusals: allRefusals(refusal),
  }
}

function isApi(path: string): boolean {
  return path === '/api' || path.startsWith('/api/')
}

function problemJson(c: Context<Env>, problem: Problem): Response {
  const language = c.get('language')
  const fields = (problem.refusals ?? []).filter((refusal) => refusal.field !== undefined)
  const body = {
    type: `urn:canlyn:problem:${problem.code}`,
    title: problem.title[language],
    status: problem.status,
    detail: problem.detail[language],
    code: problem.code,
    requestId: c.get('requestId'),
    ...(fields.length > 0
      ? { errors: fields.map((r) => ({ field: r.field, code: r.code, message: r.message[language] })) }
      : {}),
  }
  return c.body(JSON.stringify(body), problem.status, { 'Content-Type': 'application/problem+json' })
}

const TITLES = {
  invalid: { en: 'There is a problem with what was sent', cy: 'Mae problem gyda’r hyn a anfonwyd' },
  unrecognised: { en: 'Sign in first', cy: 'Mewngofnodwch yn gyntaf' },
  'not-found': { en: 'Page not found', cy: 'Heb ddod o hyd i’r dudalen' },
  forbidden: { en: 'You cannot open this', cy: 'Ni allwch agor hwn' },
  conflict: { en: 'This cannot be done now', cy: 'Ni ellir gwneud hyn nawr' },
  stale: { en: 'Someone else changed this first', cy: 'Newidiodd rhywun arall hwn yn gyntaf' },
  'key-reused': { en: 'This key was used before', cy: 'Defnyddiwyd yr allwedd hon o’r blaen' },
  'too-large': { en: 'That is too large', cy: 'Mae hynny’n rhy fawr' },
  unavailable: { en: 'This cannot be done just now', cy: 'Ni ellir gwneud hyn ar hyn o bryd' },
} as const satisfies Record<RefusalKind, Bilingual>

/** The problems that the pipeline itself finds, before any room has seen the request. */
export const PROBLEMS = {
  notFound: {
    status: 404,
    code: 'not-found',
    title: TITLES['not-found'],
    detail: {
      en: 'The address may be mistyped, or what was there may not be yours to see.',
      cy: 'Efallai bod y cyfeiriad yn anghywir, neu nad yw’r hyn oedd yno yn eiddo i chi i’w weld.',
    },
  },
  signIn: {
    status: 401,
    code: 'sign-in-needed',
    title: TITLES.unrecognised,
    detail: {
      en: 'Send a token in the Authorization header, or sign in.',
      cy: 'Anfonwch docyn yn y pennyn Authorization, neu mewngofnodwch.',
    },
  },
  forbidden: {
    status: 403,
    code: 'not-allowed',
    title: TITLES.forbidden,
    detail: {
      en: 'Your role does not include this.',
      cy: 'Nid yw’ch rôl yn cynnwys hyn.',
    },
  },
  formExpired: {
    status: 403,
    code: 'form-expired',
    title: { en: 'This form is no longer valid', cy: 'Nid yw’r ffurflen hon yn ddilys mwyach' },
    detail: {
      en: 'You may have signed in again since the form was opened. Nothing was changed. Go back, load the page again and send it once more.',
      cy: 'Efallai eich bod wedi mewngofnodi eto ers agor y ffurflen. Ni newidiwyd dim. Ewch yn ôl, llwythwch y dudalen eto a’i hanfon unwaith yn rhagor.',
    },
  },
  tooLarge: {
    status: 413,
    code: 'too-large',
    title: TITLES['too-large'],
    detail: {
      en: 'What was sent is larger than this page takes. Nothing was changed.',
      cy: 'Mae’r hyn a anfonwyd yn fwy nag y mae’r dudalen hon yn ei dderbyn. Ni newidiwyd dim.',
    },
  },
  versionNeeded: {
    status: 428,
    code: 'if-match-needed',
    title: { en: 'Say which version you saw', cy: 'Dywedwch pa fersiwn a welsoch' },
    detail: {
      en: 'Read the record first and send the ETag you were given in the If-Match header, so that nobody’s change is lost.',
      cy: 'Darllenwch y cofnod yn gyntaf ac anfonwch yr ETag a gawsoch yn y pennyn If-Match, fel na chollir newid neb.',
    },
  },
  tooMany: {
    status: 429,
    code: 'too-many-attempts',
    title: { en: 'Too many attempts', cy: 'Gormod o ymdrechion' },
    detail: {
      en: 'There were too many attempts to sign in from here. Wait ten minutes, then try again.',
      cy: 'Bu gormod o ymdrechion i fewngofnodi oddi yma. Arhoswch ddeng munud, yna rhowch gynnig arall arni.',
    },
    retryAfterSeconds: 600,
  },
  broken: {
    status: 500,
    code: 'our-fault',
    title: { en: 'Something went wrong on our side', cy: 'Aeth rhywbeth o’i le ar ein hochr ni' },
    detail: {
      en: 'What you sent was not saved. Try again; if it happens twice, tell your administrator the reference below.',
      cy: 'Ni chafodd yr hyn a anfonoch ei gadw. Rhowch gynnig arall arni; os digwydd eto, rhowch y cyfeirnod isod i’ch gweinyddwr.',
    },
  },
} as const satisfies Record<string, Problem>
