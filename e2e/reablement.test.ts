/** A social worker concludes somebody's reablement, and the person's report is there on page and paper. */
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
  ['en', 'on'],
  ['cy', 'off'],
] as const)('in %s, with scripts %s', async (language, script) => {
  await journey(browser, { language, script, width: 360, as: 'social-worker' }, async (visitor) => {
    const { page } = visitor
    const save = () => visitor.follow((p) => p.locator('main button[type=submit]').last().click())
    await visitor.goto('/reablement')
    await visitor.follow((p) => p.locator('tbody a').first().click())
    await visitor.follow((p) => p.locator('a[href$="/end"]').click())
    await page.locator('input[name=ending][value=completed]').check()
    await page.locator('input[name=neededAfter][value=none]').check()
    await page.locator('input[name=follows][value=nothing]').check()
    await page.locator('input[name=hoursAtEnd]').fill('3')
    await save()
    expect(await page.locator('.govuk-error-summary').isVisible()).toBe(true)
    // The refused form answers 400, which the browser says aloud: that, and nothing else.
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('400')])
    expect(await page.locator('input[name=neededAfter][value=none]').isChecked()).toBe(true)
    await page.locator('input[name=hoursAtEnd]').fill('0')
    await save()
    await visitor.follow((p) => p.locator('a[href$="/report"]').click())
    const [file] = await Promise.all([page.waitForEvent('download'), page.locator('a[href$="export=pdf"]').click()])
    expect(file.suggestedFilename()).toMatch(/\.pdf$/)
  })
})
