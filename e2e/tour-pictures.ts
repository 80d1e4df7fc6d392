/** Takes the pictures of the tour's story from a running demonstration, writing the story as it goes: `node --import tsx e2e/tour-pictures.ts http://localhost:3000 docs/pictures`. A number after that takes another person of the list. */
import { join } from 'node:path'
import { launchBrowser, openPage, type Visitor } from './browser.ts'
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

const [site = 'http://localhost:3000', out = 'docs/pictures', whose = '0'] = process.argv.slice(2)
const browser = await launchBrowser()
const today = Temporal.Now.plainDateISO('Europe/London')

/** English is shown at a desk, Welsh on a phone. */
const SIZES = { en: { width: 1280, height: 900 }, cy: { width: 390, height: 844 } } as const

/** A window whose pages are not checked: the journeys do that. */
async function open(
  language: 'en' | 'cy',
  size: { readonly width: number; readonly height: number },
): Promise<Visitor> {
  const visitor = await openPage(browser, { site, language, ...size })
  return Object.assign(visitor, { checkAccessibility: async () => undefined })
}

for (const language of ['en', 'cy'] as const) {
  const suffix = language === 'en' ? 'en' : 'cy-phone'
  const shoot = (visitor: Visitor) => async (name: string) =>
    void (await visitor.page.screenshot({ path: join(out, `story-${name}-${suffix}.png`), fullPage: true }))
  const worker = await open(language, SIZES[language])
  const story: Story = { site, words: STORY_WORDS[language], today, picture: shoot(worker) }
  await worker.goto('/sign-in')
  await worker.follow((page) => page.locator('button[name=persona][value="bryniau/social-worker"]').first().click())
  await worker.goto(`/people?language=${language}&sort=outcomes`)
  await worker.follow((page) => page.locator('main tbody a').nth(Number(whose)).click())
  const person = personShown(worker)
  await assess(worker, person, story)
  await agreeOutcome(worker, person, story)
  await agreePlan(worker, person, story)
  const reviewPath = await review(worker, person, story)
  await orderLetter(worker, reviewPath, story)
  const poster = await open(language, SIZES[language])
  await poster.goto('/sign-in')
  await poster.follow((page) => page.locator('button[name=persona][value="bryniau/administrator"]').first().click())
  const code = await printLetter(poster, story)
  const phone = await open(language, SIZES.cy)
  await answerByCode(phone, code, { ...story, picture: shoot(phone) })
  await worker.goto(person)
  await shoot(worker)('verified')
  await worker.goto(`${person}/exchange`)
  await shoot(worker)('exchange')
}
await browser.close()
