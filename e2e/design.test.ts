/** Every example of every component, in both languages and at both ends of the range of widths, with and without scripts. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, test } from 'vitest'
import { LANGUAGES } from '../src/kernel/language.ts'
import { buildAssets } from '../src/ui/build.ts'
import { componentExamples } from '../src/ui/examples.ts'
import { launchBrowser, openPage, type Visitor } from './browser.ts'
import { designSite } from './design-site.ts'

let folder: string
let server: ServerType
let site: string
let browser: Browser

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'design-'))
  const app = designSite(await buildAssets(folder), folder)
  server = await new Promise<ServerType>((listening) => {
    const opened = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => listening(opened))
  })
  site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  browser = await launchBrowser()
})

afterAll(async () => {
  await browser?.close()
  server?.close()
  await rm(folder, { recursive: true, force: true })
})

async function visiting(
  visit: Omit<Parameters<typeof openPage>[1], 'site'>,
  journey: (visitor: Visitor) => Promise<void>,
) {
  const visitor = await openPage(browser, { site, ...visit })
  await journey(visitor)
  await visitor.finish()
}

describe.each(LANGUAGES)('in %s', (language) => {
  test.each([1280, 320])('every example is accessible and fits a window of %i pixels', (width) =>
    visiting({ language, width }, async (visitor) => {
      await visitor.goto('/design')
      for (const { component } of componentExamples) await visitor.goto(`/design/${component}`)
    }))

  test('every example is accessible where scripts do not run', () =>
    visiting({ language, script: 'off' }, async (visitor) => {
      for (const { component } of componentExamples) await visitor.goto(`/design/${component}`)
    }))
})
