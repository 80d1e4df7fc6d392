/** The secret that a signed-in browser holds, and what is derived from it. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/**
 * `<authority id>.<43 characters of a random 256-bit secret>`. The authority says only where to look: a secret that is not there opens
 * nothing, so claiming another authority gains nothing, and the lookup stays inside one authority's rows.
 */
export type SessionToken = string

const FORM = /^(\d{1,9})\.[A-Za-z0-9_-]{43}$/

export function newSessionToken(authorityId: number): SessionToken {
  return `${authorityId}.${newSecret()}`
}

/** A random 256-bit secret, safe in a URL and in a cookie. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Undefined for anything that we cannot have made. */
export function authorityOfToken(token: string): number | undefined {
  const found = FORM.exec(token)
  return found ? Number(found[1]) : undefined
}

/** What the database keeps instead of the secret. */
export function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Compares without saying, by the time it takes, how much was right. */
export function isSameSecret(a: string, b: string): boolean {
  const [left, right] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(left, right)
}
