/** The two cookies: one for a browser that is signed in, one for a visitor who is not yet. Both are secrets and nothing else. */
import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Configuration, publicUrlOf } from '../configuration/configuration.ts'

export type CookieName = 'canlyn' | 'canlyn-visitor'

/** Behind https the `__Host-` prefix binds the cookie to this very host. */
function nameOf(configuration: Configuration, name: CookieName): string {
  return isSecure(configuration) ? `__Host-${name}` : name
}

export function isSecure(configuration: Configuration): boolean {
  return publicUrlOf(configuration).startsWith('https://')
}

export function readCookie(c: Context, configuration: Configuration, name: CookieName): string | undefined {
  return getCookie(c, nameOf(configuration, name))
}

/** Lasts until the browser closes; the server decides when it ends. Lax, so that coming back from the identity provider works. */
export function giveCookie(c: Context, configuration: Configuration, name: CookieName, value: string): void {
  setCookie(c, nameOf(configuration, name), value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(configuration),
  })
}

export function takeCookie(c: Context, configuration: Configuration, name: CookieName): void {
  deleteCookie(c, nameOf(configuration, name), { path: '/', secure: isSecure(configuration) })
}
