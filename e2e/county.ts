/** What journeys share: a browser, the site, and coming in as one of the demonstration's people. */
import type { Browser } from 'playwright-core'
import { inject } from 'vitest'
import type { Language } from '../src/kernel/language.ts'
import type { Role } from '../src/platform/permissions/role.ts'
import { openPage, type Visit, type Visitor } from './browser.ts'

/** A new window of the site, signed in as a persona where one is named; fails where a page was not accessible or the browser complained. */
export async function journey(
  browser: Browser,
  visit: Omit<Visit, 'site'> & { readonly as?: Role },
  walk: (visitor: Visitor) => Promise<void>,
): Promise<void> {
  const { as, ...where } = visit
  const visitor = await openPage(browser, { site: inject('site'), ...where })
  if (as) {
    await visitor.goto('/sign-in')
    await comeInAs(visitor, as)
  }
  await walk(visitor)
  await visitor.finish()
}

export async function comeInAs(visitor: Visitor, role: Role): Promise<void> {
  await visitor.follow((page) => page.locator(`button[name=persona][value="bryniau/${role}"]`).first().click())
}

/** The path shown, without origin and language prefix. */
export function pathShown(visitor: Visitor): string {
  return pathOf(visitor.page.url())
}

export function pathOf(url: string): string {
  const { pathname, search } = new URL(url)
  return pathname.replace(/^\/cy(?=\/|$)/, '') + search || '/'
}

export const BOTH: readonly Language[] = ['en', 'cy']
