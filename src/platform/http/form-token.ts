/** The hidden field that proves a form came from a page of ours, shown to this very browser. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { isSameSecret } from '../session/session-token.ts'
import type { Env } from './doors.ts'

/** The field's name, and the header's for scripts of ours. */
export const FORM_TOKEN_FIELD = '_csrf'

/** `<salt>.<seal>`: another one for every page, so that guessing it from the size of compressed pages leads nowhere. */
export function newFormToken(secret: string): string {
  const salt = randomBytes(9).toString('base64url')
  return `${salt}.${sealOf(secret, salt)}`
}

export function isFormToken(secret: string, token: unknown): boolean {
  if (typeof token !== 'string') return false
  const [salt, seal, more] = token.split('.')
  return !!salt && !!seal && more === undefined && isSameSecret(seal, sealOf(secret, salt))
}

/** For handlers that stream their body: whether the token found in it was given to this browser. */
export function isOwnForm(c: Context<Env>, token: unknown): boolean {
  return isFormToken(c.get('formSecret'), token)
}

function sealOf(secret: string, salt: string): string {
  return createHmac('sha256', secret).update(`form ${salt}`).digest('base64url')
}
