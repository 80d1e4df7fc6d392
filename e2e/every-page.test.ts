/** Every page that is declared can be reached by clicking, in both languages, and is accessible at both ends of the range of widths. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Language } from '../src/kernel/language.ts'
import type { Role } from '../src/platform/permissions/role.ts'
import { launchBrowser, type Visitor } from './browser.ts'
import { BOTH, journey, pathOf } from './county.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Between them they may open every page. */
const WALKERS: readonly Role[] = [
  'contract-manager',
  'social-worker',
  'administrator',
  'provider-manager',
  'person',
  'reviewer',
]

/** Pages nobody clicks to: answers of an identity provider, files, and what machines ask for. */
const NOT_CLICKED = /^\/(healthz|readyz|assets|sign-in\/|api|favicon|robots)/

const SEEN_AT_MOST = 90

test.each(BOTH.flatMap((language) => [1280, 320].map((width) => [language, width] as const)))(
  'every page, in %s, at %i pixels',
  async (language, width) => {
    const patterns = inject('pages')
      .map(({ path }) => path)
      .filter((path) => !NOT_CLICKED.test(path))
    const seen = new Set<string>()
    const wrong: string[] = []
    for (const role of WALKERS)
      await journey(browser, { language, width, as: role }, (visitor) =>
        walk(visitor, { language, patterns, seen, wrong }),
      )
    expect([...new Set(wrong)], 'pages with something wrong').toEqual([])
    expect(
      patterns.filter((pattern) => !seen.has(pattern)),
      'pages that nobody could click to',
    ).toEqual([])
  },
  600_000,
)

type Tour = {
  readonly language: Language
  readonly patterns: readonly string[]
  readonly seen: Set<string>
  /** What was wrong on the way; the walk goes on, so that one run tells everything. */
  readonly wrong: string[]
}

/** Follows links breadth-first, opening one page of each pattern that nobody has seen yet. */
async function walk(visitor: Visitor, tour: Tour): Promise<void> {
  const { patterns, seen } = tour
  const waiting = ['/']
  const queued = new Set<string>()
  let opened = 0
  while (waiting.length > 0 && opened < SEEN_AT_MOST) {
    const path = waiting.shift()!
    const pattern = patternOf(path, patterns)
    if (pattern === undefined || (seen.has(pattern) && path !== '/')) continue
    seen.add(pattern)
    opened += 1
    const isFile = await opensAsFile(visitor, path).catch((error: Error) => void tour.wrong.push(error.message))
    if (isFile) continue
    const language = await visitor.page.getAttribute('html', 'lang')
    if (language !== tour.language) tour.wrong.push(`${path} is in ${language}`)
    for (const href of await linksOf(visitor)) {
      const next = patternOf(href, patterns)
      if (next === undefined || seen.has(next) || queued.has(href)) continue
      queued.add(href)
      waiting.push(href)
    }
  }
}

/** Opens a page and checks it; true where the address gives a file to keep instead. */
async function opensAsFile(visitor: Visitor, path: string): Promise<boolean> {
  try {
    await visitor.goto(path)
    return false
  } catch (error) {
    if (error instanceof Error && error.message.includes('Download is starting')) return true
    throw error
  }
}

/** Links within the site, of this language; not files to download. */
async function linksOf(visitor: Visitor): Promise<readonly string[]> {
  // Links in a picture have no plain `href` property; the attribute reads the same everywhere.
  const hrefs = await visitor.page.$$eval('a[href]:not([download])', (links) =>
    links.map((link) => new URL(link.getAttribute('href') ?? '', document.baseURI).href),
  )
  const origin = inject('site')
  return hrefs
    .filter((href) => href.startsWith(origin) && !/[?&]export=|\.(csv|xlsx|pdf|docx)(\?|$)/.test(href))
    .map((href) => pathOf(href).split('#')[0]!)
}

function patternOf(path: string, patterns: readonly string[]): string | undefined {
  const [pathname = ''] = path.split('?')
  return (
    patterns.find((pattern) => pattern === pathname) ??
    patterns.find(
      (pattern) => pattern.includes(':') && new RegExp(`^${pattern.replaceAll(/:[^/]+/g, '[^/]+')}$`).test(pathname),
    )
  )
}
