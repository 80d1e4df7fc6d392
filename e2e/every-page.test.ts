/** Every page that is declared can be reached by clicking, in both languages, and is accessible at both ends of the range of widths. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type Language, localPath } from '../src/kernel/language.ts'
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
  'auditor',
  'contract-manager',
  'social-worker',
  'administrator',
  'provider-manager',
  'person',
  'reviewer',
]

/** Pages nobody clicks to: sign-in itself, the address that stands in letters, answers of an identity provider, files, and what machines ask for. */
const NOT_CLICKED =
  /^\/(healthz|readyz|assets|letter|sign-in|signed-out|no-role|api\/|favicon|robots|imports\/templates)/

/**
 * Pages of states that the county is not in, or not for whom the walk comes to first: rejected rows, work under way, a review being written,
 * programs with tokens, a record changed since, a plan received, a restricted record, two records that may be one person, a merge that was made, a sample drawn; somebody being assessed, a wish that
 * waits, an outcome that lives, a plan drafted or agreed here, a review meeting (story.test.ts goes through those last).
 */
const NOT_IN_THE_COUNTY =
  /\/rejected|^\/jobs\/:|\/attachments\/|\/actions\/:actionId\/remove$|\/check$|^\/api-clients\/:|\/:sequence$|^\/people\/exchange\/:|^\/people\/:personId\/open$|\/merges\/:|\/merge\/:|^\/verification-samples\/:|\/assessments\/:|\/proposals\/:|\/plan\/(versions|compare|request|sign|draft|letter)|\/reviews\/:planReviewId|\/outcomes\/:[^/]+\/(change|reformulate|end)$/

test.each(BOTH.flatMap((language) => [1280, 320].map((width) => [language, width] as const)))(
  'every page, in %s, at %i pixels',
  async (language, width) => {
    const patterns = inject('pages')
      .map(({ path }) => path)
      .filter((path) => !NOT_CLICKED.test(path) && !NOT_IN_THE_COUNTY.test(path))
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

/**
 * Follows links breadth-first: a page of a pattern that nobody has seen yet is opened and checked; one that another role has seen is only
 * read for its links, which may be others for this role.
 */
async function walk(visitor: Visitor, tour: Tour): Promise<void> {
  const waiting = ['/']
  const met = new Set<string>()
  while (waiting.length > 0) {
    const path = waiting.shift()!
    const pattern = patternOf(path, tour.patterns)
    if (pattern === undefined || met.has(pattern)) continue
    met.add(pattern)
    const links = tour.seen.has(pattern)
      ? await linksRead(visitor, tour.language, path)
      : await linksSeen(visitor, tour, path)
    tour.seen.add(pattern)
    waiting.push(...links)
  }
}

async function linksSeen(visitor: Visitor, tour: Tour, path: string): Promise<readonly string[]> {
  const isFile = await opensAsFile(visitor, path).catch((error: Error) => void tour.wrong.push(error.message))
  if (isFile) return []
  const language = await visitor.page.getAttribute('html', 'lang')
  if (language !== tour.language) tour.wrong.push(`${path} is in ${language}`)
  // Links in a picture have no plain `href` property; the attribute reads the same everywhere.
  return ours(
    await visitor.page.$$eval('a[href]:not([download])', (links) =>
      links.map((link) => link.getAttribute('href') ?? ''),
    ),
  )
}

async function linksRead(visitor: Visitor, language: Language, path: string): Promise<readonly string[]> {
  const answer = await visitor.page.request.get(inject('site') + localPath(language, path))
  const html = await answer.text()
  return ours([...html.matchAll(/<a [^>]*href="([^"]+)"/g)].map(([, href]) => (href ?? '').replaceAll('&amp;', '&')))
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

/** Those that lead to pages of this site; not to lists as files. */
function ours(hrefs: readonly string[]): readonly string[] {
  return hrefs
    .filter((href) => href.startsWith('/') && !/[?&]export=/.test(href))
    .map((href) => pathOf(inject('site') + href).split('#')[0]!)
}

/** `:personId`, or `:importId{[0-9]+}` with what it may be. */
const PARAMETER = /:[A-Za-z]+(?:\{([^}]+)\})?/g

function patternOf(path: string, patterns: readonly string[]): string | undefined {
  const [pathname = ''] = path.split('?')
  return (
    patterns.find((pattern) => pattern === pathname) ??
    patterns.find(
      (pattern) =>
        pattern.includes(':') &&
        new RegExp(`^${pattern.replaceAll(PARAMETER, (_, own) => own ?? '[^/]+')}$`).test(pathname),
    )
  )
}
