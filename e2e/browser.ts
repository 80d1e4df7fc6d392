/** A browser for journeys: whichever Chromium there is, and pages that are checked for accessibility wherever the journey leads. */
import { existsSync } from 'node:fs'
import { AxeBuilder } from '@axe-core/playwright'
import sparticuz from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { type Language, localPath } from '../src/kernel/language.ts'

const SYSTEM_CHROMIUM = '/usr/bin/chromium'

/** CHROMIUM_PATH, else the system's Chromium, else the one that npm brought: `npm test` needs nothing installed by hand. */
export async function launchBrowser(): Promise<Browser> {
  const given = process.env.CHROMIUM_PATH
  if (given) return chromium.launch({ executablePath: given, args: ['--no-sandbox'] })
  if (existsSync(SYSTEM_CHROMIUM)) return chromium.launch({ executablePath: SYSTEM_CHROMIUM, args: ['--no-sandbox'] })
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: sparticuz.args })
}

export type Visit = {
  /** Where the site is: `http://127.0.0.1:41233`. */
  readonly site: string
  readonly language?: Language
  /**
   * Whether the site's scripts run; every journey works without. Off, their files arrive empty (and the content security policy lets no
   * other script in), so that axe, which is a script itself, can still look.
   */
  readonly script?: 'on' | 'off'
  /** Of the window, in CSS pixels. */
  readonly width?: number
  readonly height?: number
}

/** A window of its own, with no cookies. Close it with `finish`, which fails where a page was passed through unchecked. */
export async function openPage(browser: Browser, visit: Visit): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: visit.width ?? 1280, height: visit.height ?? 900 },
    locale: visit.language === 'cy' ? 'cy-GB' : 'en-GB',
    timezoneId: 'Europe/London',
    reducedMotion: 'reduce',
  })
  if (visit.script === 'off')
    await context.route('**/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
  return new Visitor(context, await context.newPage(), visit)
}

/** Someone going through pages. What the browser complains about on the way (errors, refused scripts or styles) is kept as well. */
export class Visitor {
  readonly page: Page
  readonly complaints: string[] = []
  private readonly context: BrowserContext
  private readonly visit: Visit
  /** Pages loaded and not yet checked. */
  private readonly unchecked = new Set<string>()

  constructor(context: BrowserContext, page: Page, visit: Visit) {
    this.context = context
    this.page = page
    this.visit = visit
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(`${page.url()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${error.message}`))
    page.on('domcontentloaded', () => this.unchecked.add(page.url()))
  }

  /** Opens a path (without language prefix) in the visitor's language, and checks the page. */
  readonly goto = async (path: string): Promise<void> => {
    await this.page.goto(this.visit.site + localPath(this.visit.language ?? 'en', path))
    await this.checkAccessibility()
  }

  /** Does what leads to another page (a click, a key), waits for it, and checks it. */
  readonly follow = async (act: (page: Page) => Promise<unknown>): Promise<void> => {
    await Promise.all([this.page.waitForEvent('load'), act(this.page)])
    await this.checkAccessibility()
  }

  /** Throws with everything axe finds (WCAG 2.2 AA and best practice), and where the page is wider than its window. */
  readonly checkAccessibility = async (): Promise<void> => {
    const { violations } = await new AxeBuilder({ page: this.page }).analyze()
    const found = violations.flatMap((violation) =>
      violation.nodes.map((node) => `${violation.id}: ${violation.help}\n    ${node.html.slice(0, 200)}`),
    )
    const { wide, room } = await this.page.evaluate(() => ({
      wide: document.documentElement.scrollWidth,
      room: document.documentElement.clientWidth,
    }))
    if (wide > room) found.push(`the page is ${wide} px wide in a window of ${room} px`)
    this.unchecked.delete(this.page.url())
    if (found.length > 0) throw new Error(`${this.page.url()} is not accessible:\n  ${found.join('\n  ')}`)
  }

  /** Closes the window; throws where a page was not checked or the browser complained. */
  async finish(): Promise<void> {
    await this.context.close()
    if (this.unchecked.size > 0) throw new Error(`never checked for accessibility: ${[...this.unchecked].join(', ')}`)
    if (this.complaints.length > 0) throw new Error(`the browser complained:\n  ${this.complaints.join('\n  ')}`)
  }
}
