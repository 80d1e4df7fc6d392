/** From the conversation to a verified outcome: the worker assesses, agrees and reviews; the person answers a letter with its code. */
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { localPath } from '../src/kernel/language.ts'
import { launchBrowser } from './browser.ts'
import { journey } from './county.ts'
import {
  agreeOutcome,
  agreePlan,
  answerByCode,
  assess,
  orderLetter,
  personShown,
  printLetter,
  review,
  type Story,
} from './story.ts'
import { STORY_WORDS } from './story-words.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

test.each([
  ['en', 'on'],
  ['cy', 'off'],
] as const)(
  'in %s, with scripts %s',
  async (language, script) => {
    const words = STORY_WORDS[language]
    const story: Story = { site: inject('site'), words, today: Temporal.Now.plainDateISO('Europe/London') }
    let code = ''
    let person = ''
    await journey(browser, { language, script, as: 'social-worker' }, async (visitor) => {
      await visitor.goto(`/people?language=${language}&sort=outcomes`)
      await visitor.follow((page) => page.locator('main tbody a').first().click())
      person = personShown(visitor)
      await assess(visitor, person, story)
      await agreeOutcome(visitor, person, story)
      await agreePlan(visitor, person, story)
      await visitor.goto(`${person}/plan`)
      expect(await visitor.page.locator('main').innerText()).toContain(words.wants)
      await orderLetter(visitor, await review(visitor, person, story), story)
    })
    await journey(browser, { language, script, as: 'administrator' }, async (visitor) => {
      code = await printLetter(visitor, story)
    })
    await journey(browser, { language, script, width: 360 }, (visitor) => answerByCode(visitor, code, story))
    await journey(browser, { language, script, as: 'social-worker' }, async (visitor) => {
      await visitor.goto(person)
      expect(await visitor.page.locator('main').innerText()).toContain(words.ownWord)
      await visitor.goto('/letter')
      // Asked beside the page: a browser complains of what is refused.
      const token = await visitor.page.locator('main form [name=_csrf]').first().inputValue()
      const url = inject('site') + localPath(language, '/letter')
      const again = await visitor.page.request.post(url, {
        form: { _csrf: token, code },
        headers: { origin: inject('site') },
      })
      expect(again.status(), 'a code is good once').toBe(409)
    })
  },
  240_000,
)
