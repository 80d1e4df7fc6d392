/** A file of areas is checked, brought in, reported row by row, and taken back again; without scripts in Welsh, with them in English. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser, type Visitor } from './browser.ts'
import { journey } from './county.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** One good row, and one whose rurality is no such thing. */
const AREAS =
  'area_ref,name_en,name_cy,rurality\r\nnewydd,New Valley,Cwm Newydd â’r tŵr,rural\r\ndrwg,Bad Valley,Cwm Drwg,nowhere\r\n'

test.each([
  ['en', 'on'],
  ['cy', 'off'],
] as const)('in %s, with scripts %s', (language, script) =>
  journey(browser, { language, script, as: 'administrator' }, async (visitor) => {
    await visitor.goto('/imports/new')
    await visitor.page.locator('input[name=kind][value=areas]').check()
    await visitor.page.locator('input[type=file]').setInputFiles({
      name: `areas-${language}.csv`,
      mimeType: 'text/csv',
      buffer: Buffer.from(AREAS.replaceAll('newydd', `newydd-${language}`)),
    })
    await visitor.follow((page) => page.locator('main form button[type=submit], main form button').last().click())
    await settled(visitor)
    expect(await visitor.page.locator('main').innerText()).toContain('rurality')
    await visitor.follow((page) => page.locator('form[action$="/confirm"] button').click())
    await settled(visitor)
    const rejects = await visitor.page.locator('a[href*="rejects"], a[href*="rejected"]').first().getAttribute('href')
    const file = await visitor.page.request.get(new URL(rejects ?? '', inject('site')).href)
    expect(await file.text()).toContain('nowhere')
    const report = visitor.page.url()
    await visitor.goto('/areas')
    expect(await visitor.page.locator('main').innerText()).toContain(
      language === 'cy' ? 'Cwm Newydd â’r tŵr' : 'New Valley',
    )
    await visitor.goto(new URL(report).pathname.replace(/^\/cy/, ''))
    await visitor.follow((page) => page.locator('a[href$="/undo"]').click())
    await visitor.follow((page) => page.locator('main form button').last().click())
    await settled(visitor)
    await visitor.goto('/areas')
    expect(await visitor.page.locator('main').innerText()).not.toContain('Newydd')
  }))

/** Waits for work under way by looking again, as somebody without scripts would. */
async function settled(visitor: Visitor): Promise<void> {
  for (let look = 0; look < 60; look += 1) {
    if ((await visitor.page.locator('progress, [role=progressbar]').count()) === 0) return
    await visitor.follow((page) => page.reload())
  }
}
