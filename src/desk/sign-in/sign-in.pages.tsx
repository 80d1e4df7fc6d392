/** Signing in and out: as a persona of the demonstration, or at the authority's identity provider. */
import type { Context } from 'hono'
import { localPath } from '../../kernel/language.ts'
import { isDemonstration } from '../../platform/configuration/configuration.ts'
import { clientAddress } from '../../platform/http/client-address.ts'
import { giveCookie, readCookie, takeCookie } from '../../platform/http/cookies.ts'
import type { Env } from '../../platform/http/doors.ts'
import { answerProblem, answerRefusal, PROBLEMS } from '../../platform/http/problem.ts'
import {
  beginSignIn,
  CALLBACK_PATH,
  finishSignIn,
  hasIdentityProvider,
  type ReachFinder,
  signOutUrl,
} from '../../platform/session/open-id.ts'
import { safeReturnPath, type User } from '../../platform/session/session.ts'
import { endSession, startSession } from '../../platform/session/sign-in.ts'
import { countAttempt } from '../../platform/session/sign-in-limit.ts'
import type { DeskCorner, DeskParts } from '../corner.ts'
import { listOfferedPersonas, personaKey } from './offered-personas.ts'
import { NoRolePage, SignedOutPage, SignInPage } from './sign-in-views.tsx'

export function signInDesk({ runtime, reachFinder }: DeskParts): DeskCorner {
  return {
    pages(doors) {
      doors.get('/sign-in', 'public', showSignIn)
      doors.get('/signed-out', 'public', (c) => c.html(<SignedOutPage frame={c.get('frame')} />))
      doors.get('/no-role', 'public', (c) => c.html(<NoRolePage frame={c.get('frame')} />))
      doors.post('/sign-out', 'public', signOut)
      if (isDemonstration(runtime.configuration)) doors.post('/sign-in', 'public', signInAsPersona)
      if (hasIdentityProvider(runtime.configuration)) {
        doors.post('/sign-in/start', 'public', startAtIdentityProvider)
        doors.get(CALLBACK_PATH, 'public', (c) => returnFromIdentityProvider(c, reachFinder))
      }
    },
  }
}

async function showSignIn(c: Context<Env>): Promise<Response> {
  const runtime = c.get('runtime')
  const returnPath = safeReturnPath(c.req.query('return'))
  if (c.get('actor')) return c.redirect(localPath(c.get('language'), returnPath), 303)
  const page = {
    frame: c.get('frame'),
    returnPath,
    hasIdentityProvider: hasIdentityProvider(runtime.configuration),
    personas: isDemonstration(runtime.configuration) ? await listOfferedPersonas(runtime) : [],
  }
  return c.html(<SignInPage {...page} />)
}

async function signInAsPersona(c: Context<Env>): Promise<Response> {
  const runtime = c.get('runtime')
  const form = await c.req.parseBody()
  const wanted = typeof form.persona === 'string' ? form.persona : ''
  if (!(await mayTry(c, `persona ${wanted}`))) return answerProblem(c, PROBLEMS.tooMany)
  const persona = (await listOfferedPersonas(runtime)).find((one) => personaKey(one) === wanted)
  if (!persona) return answerProblem(c, PROBLEMS.notFound)
  await welcome(c, persona.user)
  const returnPath = safeReturnPath(typeof form.return === 'string' ? form.return : undefined)
  return c.redirect(localPath(c.get('language'), returnPath), 303)
}

async function startAtIdentityProvider(c: Context<Env>): Promise<Response> {
  if (!(await mayTry(c))) return answerProblem(c, PROBLEMS.tooMany)
  const form = await c.req.parseBody()
  const returnPath = safeReturnPath(typeof form.return === 'string' ? form.return : undefined)
  const begun = await beginSignIn(c.get('runtime'), c.get('formSecret'), localPath(c.get('language'), returnPath))
  return begun.ok ? c.redirect(begun.value.url, 303) : answerRefusal(c, begun.refusal)
}

async function returnFromIdentityProvider(c: Context<Env>, reachFinder: ReachFinder): Promise<Response> {
  if (!(await mayTry(c))) return answerProblem(c, PROBLEMS.tooMany)
  const { search } = new URL(c.req.url)
  const finished = await finishSignIn(c.get('runtime'), c.get('formSecret'), search, reachFinder)
  if (!finished.ok) return answerRefusal(c, finished.refusal)
  const { user, identityToken, returnPath } = finished.value
  const account = { kind: 'account', key: `${user.issuer} ${user.subject}` } as const
  if (!(await countAttempt(c.get('runtime'), account))) return answerProblem(c, PROBLEMS.tooMany)
  await welcome(c, user, identityToken)
  return c.redirect(returnPath, 303)
}

/** Counts this attempt for the address, and for the account where one is named. */
async function mayTry(c: Context<Env>, account?: string): Promise<boolean> {
  const runtime = c.get('runtime')
  const address = clientAddress(c, runtime.configuration.trustedProxies)
  if (!(await countAttempt(runtime, { kind: 'address', key: address }))) return false
  return account === undefined || countAttempt(runtime, { kind: 'account', key: `${account} ${address}` })
}

/** A new session with a new secret; the one this browser had before ends. */
async function welcome(c: Context<Env>, user: User, identityToken?: string): Promise<void> {
  const runtime = c.get('runtime')
  const token = await startSession(runtime, user, {
    userAgent: c.req.header('user-agent') ?? '',
    requestId: c.get('requestId'),
    previousToken: readCookie(c, runtime.configuration, 'canlyn'),
    identityToken,
  })
  giveCookie(c, runtime.configuration, 'canlyn', token)
  takeCookie(c, runtime.configuration, 'canlyn-visitor')
}

async function signOut(c: Context<Env>): Promise<Response> {
  const runtime = c.get('runtime')
  const identityToken = c.get('session')?.identityToken
  await endSession(runtime, readCookie(c, runtime.configuration, 'canlyn'))
  takeCookie(c, runtime.configuration, 'canlyn')
  const elsewhere = identityToken ? await signOutUrl(runtime.configuration, identityToken) : undefined
  return c.redirect(elsewhere ?? localPath(c.get('language'), '/signed-out'), 303)
}
