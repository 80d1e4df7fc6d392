/** A provider is concerned and says so; the council answers; the provider acknowledges that it knows. */
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
  ['en', 'on', 'The stairs are not safe any more.', 'I ring the family today.'],
  ['cy', 'off', 'Nid yw’r grisiau’n ddiogel mwyach.', 'Rwy’n ffonio’r teulu heddiw.'],
] as const)('in %s, with scripts %s', async (language, script, concern, answer) => {
  await journey(browser, { language, script, width: 360, as: 'provider-coordinator' }, async (visitor) => {
    const { page } = visitor
    await visitor.goto('/people')
    await visitor.follow((p) => p.locator('tbody a').first().click())
    await visitor.follow((p) => p.locator('a[href$="/notes"]').first().click())
    await visitor.follow((p) => p.locator('a[href$="/notes/new"]').click())
    await page.locator('textarea[name=words]').fill(concern)
    await visitor.follow((p) => p.locator('main button[type=submit]').last().click())
    expect(await page.locator('.govuk-error-summary').isVisible()).toBe(true)
    // The refused form answers 400, which the browser says aloud: that, and nothing else.
    expect(visitor.complaints.splice(0)).toEqual([expect.stringContaining('400')])
    expect(await page.locator('textarea[name=words]').inputValue()).toBe(concern)
    await page.locator('input[name=kind][value=concern]').check()
    await visitor.follow((p) => p.locator('main button[type=submit]').last().click())
    expect(await page.locator('main').innerText()).toContain(concern)
  })
  await journey(browser, { language, script, as: 'social-worker' }, async (visitor) => {
    const { page } = visitor
    await visitor.goto('/waiting')
    await visitor.follow((p) => p.locator('tbody tr', { hasText: concern }).locator('a').first().click())
    await page.locator('input[name=answer][value=noted]').check()
    await page.locator('textarea[name=words]').fill(answer)
    await visitor.follow((p) => p.locator('main button[type=submit]').last().click())
    expect(await page.locator('main').innerText()).toContain(answer)
  })
  await journey(browser, { language, script, as: 'provider-manager' }, async (visitor) => {
    const { page } = visitor
    await visitor.goto('/waiting')
    const told = page.locator('section section', { hasText: answer })
    expect(await told.count()).toBe(1)
    await visitor.follow(() => told.locator('button').click())
    expect(await page.locator('main').innerText()).not.toContain(answer)
  })
})
