/** A person says on their phone how an outcome went; the worker sees it beside what the provider reported. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from './browser.ts'
import { journey } from './county.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.each([
  ['en', 'on', 'On a good day I do.'],
  ['cy', 'off', 'Ar ddiwrnod da, ydw.'],
] as const)('in %s, with scripts %s', async (language, script, words) => {
  let page = ''
  await journey(browser, { language, script, width: 360, as: 'person' }, async (visitor) => {
    await visitor.goto('/people')
    await visitor.follow((p) => p.locator('tbody a').first().click())
    await visitor.follow((p) => p.locator('a[href$="/own-word"]').first().click())
    await visitor.page.locator('input[name=says][value=partly]').check()
    await visitor.page.locator('textarea[name=words]').fill(words)
    await visitor.follow((p) => p.locator('main button[type=submit]').last().click())
    page = new URL(visitor.page.url()).pathname.replace(/^\/cy/, '')
    expect(await visitor.page.locator('main').innerText()).toContain(words)
  })
  await journey(browser, { language, as: 'social-worker' }, async (visitor) => {
    await visitor.goto(page)
    expect(await visitor.page.locator('main').innerText()).toContain(words)
  })
})
