/**
 * Pictures of pages, for looking at: `node --import tsx e2e/look.ts OUT SITE /people /contracts/3`. At 1280 and 360 pixels, in both
 * languages. Without a SITE (`-`) it opens the design pages. Where a page asks to sign in, CANLYN_PERSONA names the button to press.
 */
import { mkdir } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { LANGUAGES, localPath } from '../src/kernel/language.ts'
import { buildAssets } from '../src/ui/build.ts'
import { launchBrowser } from './browser.ts'
import { designSite } from './design-site.ts'

const [out = 'build/look', given = '-', ...paths] = process.argv.slice(2)
await mkdir(out, { recursive: true })
const folder = join(out, 'assets')
const server =
  given === '-' ? serve({ fetch: designSite(await buildAssets(folder), folder).fetch, port: 0 }) : undefined
if (server && !server.listening) await new Promise((listening) => server.once('listening', listening))
const site = server ? `http://localhost:${(server.address() as AddressInfo).port}` : given
const browser = await launchBrowser()

for (const width of [1280, 360]) {
  const page = await browser.newPage({ viewport: { width, height: 900 }, reducedMotion: 'reduce' })
  page.on('console', (message) => message.type() === 'error' && console.error(page.url(), message.text()))
  const persona = process.env.CANLYN_PERSONA
  if (persona) {
    await page.goto(`${site}/sign-in`)
    await page.getByRole('button', { name: persona }).first().click()
    await page.waitForLoadState()
  }
  for (const language of LANGUAGES) {
    for (const path of paths) {
      await page.goto(site + localPath(language, path))
      const name = path.replaceAll(/[^a-z0-9]+/gi, '-').replace(/^-|-$/g, '') || 'home'
      await page.screenshot({ path: join(out, `${name}-${width}-${language}.png`), fullPage: true })
    }
  }
}
await browser.close()
server?.close()
