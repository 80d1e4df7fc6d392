/** Every example of every component, in both languages and at both ends of the range of widths, with and without scripts. */
import { mkdtemp, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ServerType, serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
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

describe('where scripts run', () => {
  test('typing narrows a table, without regard to case and accents', () =>
    visiting({ language: 'cy' }, async ({ page, goto }) => {
      await goto('/design/data-table')
      const rows = page.getByRole('table', { name: 'Contractau 2026' }).locator('tbody tr:visible')
      expect(await rows.count()).toBe(3)
      await page.getByLabel('Chwilio yn y tabl hwn').fill('TWR')
      expect(await rows.allInnerTexts()).toEqual([expect.stringContaining('Tŵr a Glan-yr-afon')])
    }))

  test('the menus of the header close on Escape, with the keyboard back where it was, and when the reader turns elsewhere', () =>
    visiting({}, async ({ page, goto }) => {
      await goto('/design/notice')
      const account = page.getByText('Nia Prosser', { exact: true })
      const out = page.getByRole('button', { name: 'Sign out', exact: true })
      await account.click()
      expect(await out.isVisible()).toBe(true)
      await page.keyboard.press('Escape')
      expect(await out.isVisible()).toBe(false)
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('SUMMARY')
      await account.click()
      await page.getByRole('heading', { level: 1 }).click()
      expect(await out.isVisible()).toBe(false)
    }))

  test('a further question stands open only while its choice is chosen', () =>
    visiting({}, async ({ page, goto }) => {
      await goto('/design/radios')
      const further = page.getByLabel('What stood in the way?')
      expect(await further.isVisible()).toBe(true)
      await page.getByLabel('Achieved', { exact: true }).check()
      expect(await further.isVisible()).toBe(false)
    }))

  test('the keyboard starts at what is wrong, and the summary leads into the field', () =>
    visiting({}, async ({ page, goto }) => {
      await goto('/design/form')
      expect(await page.evaluate(() => document.activeElement?.className)).toBe('govuk-error-summary')
      await page.getByRole('link', { name: 'When the action is due must include a month' }).press('Enter')
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('due-month')
    }))

  test('what cannot be undone is asked first, and a no sends nothing', () =>
    visiting({}, async ({ page, goto }) => {
      await goto('/design/form')
      const questions: string[] = []
      const sent: string[] = []
      page.on('dialog', (dialog) => {
        questions.push(dialog.message())
        void dialog.dismiss()
      })
      page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()))
      await page.getByRole('button', { name: 'End the contract' }).click()
      expect(questions).toEqual(['End the contract?'])
      expect(sent).toEqual([])
    }))

  test('what is folded away stands open on paper, and folds again after', () =>
    visiting({}, async ({ page, goto }) => {
      await goto('/design/notice')
      const open = () => page.evaluate(() => document.querySelector('main details')?.hasAttribute('open'))
      expect(await open()).toBe(false)
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
      expect(await open()).toBe(true)
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
      expect(await open()).toBe(false)
    }))

  test('a part that refreshes follows the work and reads the page again when it is over', () =>
    visiting({}, async ({ page, goto }) => {
      await goto('/working')
      await page.getByText('3 of 3', { exact: true }).waitFor()
      await page.getByRole('link', { name: 'See the report' }).waitFor()
    }))
})

test('on a phone the menu opens without script, and the other language keeps the place', () =>
  visiting({ language: 'en', script: 'off', width: 360 }, async ({ page, goto, follow }) => {
    await goto('/design/notice?from=here')
    expect(await page.getByRole('link', { name: 'Reviews', exact: true }).isVisible()).toBe(false)
    await page.getByText('Menu', { exact: true }).click()
    expect(await page.getByRole('link', { name: 'Reviews', exact: true }).isVisible()).toBe(true)
    await follow((here) => here.getByRole('link', { name: 'Cymraeg' }).click())
    expect(new URL(page.url()).pathname).toBe('/cy/design/notice')
    expect(new URL(page.url()).search).toBe('?from=here')
  }))
