/** Stands at every door: who may come in, how much they may carry, and whether the form they bring is one of ours. */

import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { localPath } from '../../kernel/language.ts'
import { PERMISSIONS, type Permission } from '../permissions/permission.ts'
import type { Role } from '../permissions/role.ts'
import type { Access, BodyKind, Door, DoorKeeper, Env } from './doors.ts'
import { FORM_TOKEN_FIELD, isFormToken } from './form-token.ts'
import { mayOpen } from './navigation.ts'
import { answerProblem, PROBLEMS, type Problem } from './problem.ts'

const MEBIBYTE = 1024 * 1024
/** The most a door of each kind takes. Uploads are streamed: their limit is for the disk's sake, not memory's. */
const BODY_LIMITS = { form: 2 * MEBIBYTE, upload: 4096 * MEBIBYTE } as const satisfies Record<BodyKind, number>

export const keepDoor: DoorKeeper = (door) => {
  const limit = limitBody(door.body)
  return async (c, next) => {
    const turnedAway = await turnAway(c, door)
    if (turnedAway) return turnedAway
    if (door.method === 'get') return next()
    return limit(c, async () => {
      const foreign = await refuseForeignForm(c, door)
      if (foreign) c.res = foreign
      else await next()
    })
  }
}

/** Nobody signed in: to the sign-in page and back, or 401. Signed in without the permission: 403, and who has it. */
async function turnAway(c: Context<Env>, door: Door): Promise<Response | undefined> {
  const actor = c.get('actor')
  if (mayOpen(actor, door.access)) return undefined
  if (actor) return answerProblem(c, forbidden(door.access))
  if (door.kind === 'api') return answerProblem(c, PROBLEMS.signIn)
  if (c.get('session')) return c.redirect(localPath(c.get('language'), '/no-role'), 303)
  return c.redirect(localPath(c.get('language'), signInPath(c, door)), 303)
}

function signInPath(c: Context<Env>, door: Door): string {
  const path = c.get('frame').path
  return door.method !== 'get' || path === '/' ? '/sign-in' : `/sign-in?return=${encodeURIComponent(path)}`
}

function permissionsOf(access: Access): readonly Permission[] {
  if (access === 'public' || access === 'signed-in') return []
  return typeof access === 'string' ? [access] : access
}

/** Says what it takes, in the words of the table of permissions, and which roles have it. */
function forbidden(access: Access): Problem {
  const permissions = permissionsOf(access)
  const [first] = permissions
  const what = first && PERMISSIONS[first].what
  return {
    ...PROBLEMS.forbidden,
    ...(what
      ? {
          detail: {
            en: `Your role does not include this: ${what.en}.`,
            cy: `Nid yw’ch rôl yn cynnwys hyn: ${what.cy}.`,
          },
        }
      : {}),
    rolesThatMay: rolesThatMay(permissions),
  }
}

function rolesThatMay(permissions: readonly Permission[]): readonly Role[] {
  return [...new Set(permissions.flatMap((permission) => [...PERMISSIONS[permission].roles]))]
}

function limitBody(body: BodyKind): MiddlewareHandler<Env> {
  if (body === 'form')
    return bodyLimit({ maxSize: BODY_LIMITS.form, onError: (c) => answerProblem(c, PROBLEMS.tooLarge) })
  return async (c, next) => {
    const size = Number(c.req.header('content-length') ?? 0)
    return size > BODY_LIMITS.upload ? answerProblem(c, PROBLEMS.tooLarge) : next()
  }
}

/** Pages only: programs send no cookies, and browsers' own calls to the API are held to the same origin by the pipeline. */
async function refuseForeignForm(c: Context<Env>, door: Door): Promise<Response | undefined> {
  if (door.kind === 'api' || door.body === 'upload') return undefined
  const form = await c.req.parseBody({ all: true }).catch(() => ({}) as Record<string, unknown>)
  if (isFormToken(c.get('formSecret'), form[FORM_TOKEN_FIELD])) return undefined
  return answerProblem(c, PROBLEMS.formExpired)
}
