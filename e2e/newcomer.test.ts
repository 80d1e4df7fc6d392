/** Somebody who has read nothing comes to the front page, and leaves with a signed review in their own language. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type Visitor } from './browser.ts'
import { journey } from './county.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test('from the front page to signing a review and its report, in English, with scripts', () =>
  journey(browser, { language: 'en', script: 'on' }, async (visitor) => {
    await visitor.goto('/')
    await visitor.follow((page) => page.getByRole('button', { name: 'Read a signed review' }).click())
    await visitor.follow((page) => page.getByRole('link', { name: 'Today' }).click())
    await visitor.follow((page) => page.getByRole('link', { name: 'A review waits for your signature.' }).click())
    expect(await main(visitor)).toContain('Llaw Gadarn')
    await visitor.follow((page) => page.getByRole('button', { name: /sign/i }).first().click())
    await visitor.goto('/reviews')
    await visitor.follow((page) => page.getByRole('link', { name: 'Llaw Gadarn: the last twelve months' }).click())
    await visitor.follow((page) => page.getByRole('link', { name: 'Read the signed report' }).click())
    expect(await main(visitor)).toContain('Tudur Bevan')
    expect(await downloads(visitor)).toEqual(['%PDF', 'PK'])
  }))

test('the report that was signed, in Welsh, without scripts', () =>
  journey(browser, { language: 'cy', script: 'off' }, async (visitor) => {
    await visitor.goto('/')
    await visitor.follow((page) => page.locator('button[name=persona][value="bryniau/reviewer"]').first().click())
    await visitor.follow((page) => page.getByRole('link', { name: 'Cartref y Bryn: the year to the summer' }).click())
    await visitor.follow((page) => page.locator('a[href$="/report"]').first().click())
    const report = await main(visitor)
    expect(report).toContain('Canlyniadau')
    expect(report).toContain('Nia Prosser')
    expect(await downloads(visitor)).toEqual(['%PDF', 'PK'])
  }))

test('the officer who wrote a review cannot sign it', () =>
  journey(browser, { as: 'contract-manager' }, async (visitor) => {
    await visitor.goto('/reviews')
    await visitor.follow((page) => page.getByRole('link', { name: 'Llaw Gadarn: the last twelve months' }).click())
    expect(await visitor.page.locator('main a[href$="/sign"]').count()).toBe(0)
  }))

function main(visitor: Visitor): Promise<string> {
  return visitor.page.locator('main').innerText()
}

/** How the PDF and the Word file begin: with the marks of their kinds. */
async function downloads(visitor: Visitor): Promise<readonly string[]> {
  const begins: string[] = []
  for (const [kind, length] of [
    ['pdf', 4],
    ['word', 2],
  ] as const) {
    const link = visitor.page.locator(`main a[href*="/report/"][href*="${kind === 'pdf' ? 'pdf' : 'docx'}"]`).first()
    const href = await link.getAttribute('href')
    const answer = await visitor.page.request.get(new URL(href ?? '', visitor.page.url()).href)
    expect(answer.status()).toBe(200)
    begins.push((await answer.body()).subarray(0, length).toString('latin1'))
  }
  return begins
}
