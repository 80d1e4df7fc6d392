/** How a page's handler answers what an action said: on to the next page with a word about it, or the form again as typed. */
import type { Context } from 'hono'
import type { Flash } from '../../kernel/frame.ts'
import { type Bilingual, localPath } from '../../kernel/language.ts'
import type { Refusal, Result } from '../../kernel/result.ts'
import type { Origin } from '../actions/action.ts'
import { setFlash } from '../session/sign-in.ts'
import type { Env } from './doors.ts'
import { answerRefusal } from './problem.ts'

/** Where a request came from, for the audit log. */
export function originOf(c: Context<Env>): Origin {
  const { path } = c.req
  const isApi = path.startsWith('/api/')
  const key = isApi && c.req.method !== 'GET' ? c.req.header('Idempotency-Key')?.trim().slice(0, 200) : undefined
  return {
    // The command line asks the site for its lists as the system, which no browser and no token is.
    via: c.get('actor')?.kind === 'system' ? 'command' : isApi ? 'api' : 'page',
    at: path,
    requestId: c.get('requestId'),
    ...(key ? { idempotencyKey: key } : {}),
  }
}

/** On to another page of this site, in the language of this one; the message is shown there once. */
export async function goTo(
  c: Context<Env>,
  path: string,
  message?: Bilingual,
  kind: Flash['kind'] = 'done',
): Promise<Response> {
  const session = c.get('session')
  if (message && session) await setFlash(c.get('runtime'), session, { kind, message })
  return c.redirect(localPath(c.get('language'), path), 303)
}

/**
 * Answers a form: when the action accepted, on to `done`; when something typed was wrong, or somebody else saved the record meanwhile,
 * `again` shows the form as it was typed with what was wrong, so that nothing is lost; anything else is a problem page.
 */
export async function answerForm<T>(
  c: Context<Env>,
  result: Result<T>,
  next: {
    readonly done: (value: T) => { readonly path: string; readonly message?: Bilingual }
    readonly again: (refusal: Refusal) => Response | Promise<Response>
  },
): Promise<Response> {
  if (!result.ok) return isAboutTheForm(result.refusal) ? next.again(result.refusal) : answerRefusal(c, result.refusal)
  const { path, message } = next.done(result.value)
  return goTo(c, path, message)
}

function isAboutTheForm(refusal: Refusal): boolean {
  return refusal.kind === 'invalid' || refusal.kind === 'conflict' || refusal.kind === 'stale'
}
