/** One person's story, walked through the pages: from the conversation to an outcome whose word is their own. In any language, with or without scripts. */
import { unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { localPath } from '../src/kernel/language.ts'
import type { Visitor } from './browser.ts'

/** What is typed along the way, in the language of whoever types it. */
export type StoryWords = {
  readonly language: 'en' | 'cy'
  readonly matters: string
  readonly wants: string
  readonly why: string
  readonly can: string
  readonly strengths: string
  readonly daughter: string
  readonly found: string
  readonly evidence: string
  readonly ownWord: string
}

export type Story = {
  readonly site: string
  readonly words: StoryWords
  readonly today: Temporal.PlainDate
  /** Called where the tour has a picture. */
  readonly picture?: (name: string) => Promise<void>
}

type Values = Readonly<Record<string, string>>

/** The person whose record is open: `/people/12`. */
export function personShown(visitor: Visitor): string {
  return /\/people\/\d+/.exec(visitor.page.url())?.[0] ?? ''
}

/** Fills fields by their names, whatever kind they are; of a list of choices, the one that begins so. */
export async function fill(page: Page, values: Values): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`).first()
    const kind = await field.evaluate((element) =>
      element.tagName === 'SELECT' ? 'select' : (element.getAttribute('type') ?? 'text'),
    )
    if (kind === 'radio' || kind === 'checkbox') await page.locator(`main [name="${name}"][value="${value}"]`).check()
    else if (kind === 'select') {
      const options = await field
        .locator('option')
        .evaluateAll((all) => all.map((one) => one.getAttribute('value') ?? ''))
      await field.selectOption(options.find((option) => option.startsWith(value)) ?? value)
    } else await field.fill(value)
  }
}

/** Sends the form that holds a field; throws with what the page then finds wrong. */
async function send(visitor: Visitor, field: string): Promise<void> {
  await visitor.follow((page) => page.locator(`main form:has([name="${field}"]) button[type=submit]`).last().click())
  const errors = visitor.page.locator('.govuk-error-summary')
  if ((await errors.count()) > 0) throw new Error(`${visitor.page.url()}: ${await errors.innerText()}`)
}

async function answer(visitor: Visitor, values: Values): Promise<void> {
  await fill(visitor.page, values)
  await send(visitor, Object.keys(values)[0] ?? '')
}

function dayFields(name: string, day: Temporal.PlainDate): Values {
  return { [`${name}-day`]: String(day.day), [`${name}-month`]: String(day.month), [`${name}-year`]: String(day.year) }
}

/** The conversation, their circumstances and strengths, and what they want; each part saved by its button. Finishing makes wishes of it. */
export async function assess(visitor: Visitor, person: string, story: Story): Promise<void> {
  const { words } = story
  await visitor.goto(`${person}/assessments`)
  await visitor.follow((page) => page.locator('main form:has([value="adult-assessment"]) button').first().click())
  const assessment = new URL(visitor.page.url()).pathname.replace(/^\/cy/, '')
  const parts: readonly (readonly [string, Values])[] = [
    ['conversation', { 'what-matters': words.matters, 'language-offered': 'yes' }],
    ['circumstances', { 'lives-alone': 'yes', moving: 'with-effort', 'daily-care': 'some', memory: 'clear' }],
    ['strengths', { strengths: words.strengths, 'has-carer': 'no' }],
  ]
  for (const [part, values] of parts) {
    await visitor.goto(`${assessment}/${part}`)
    await answer(visitor, values)
  }
  await visitor.goto(`${assessment}/outcomes?more=yes`)
  await fill(visitor.page, {
    'outcomes.0.outcome-words': words.wants,
    'outcomes.0.outcome-why': words.why,
    'outcomes.0.outcome-now': words.can,
  })
  await story.picture?.('assessment')
  await send(visitor, 'outcomes.0.outcome-words')
  await visitor.goto(assessment)
  await visitor.follow((page) => page.locator('main form[action$="/finish"] button').click())
}

/** Takes the wish up as an outcome with a scale, a start and a day to look again. */
export async function agreeOutcome(visitor: Visitor, person: string, story: Story): Promise<void> {
  await visitor.goto(`${person}/outcomes`)
  await story.picture?.('wish')
  await visitor.follow((page) => page.locator('main a[href*="/outcomes/new?proposal="]').first().click())
  await answer(visitor, {
    scale: 'five-point',
    baselineScore: '2',
    targetScore: '4',
    ...dayFields('agreedOn', story.today.subtract({ days: 40 })),
    ...dayFields('reviewDueOn', story.today.add({ days: 60 })),
  })
}

/** Writes the plan: who contributes to the new outcome, from when, when to look at it; and records that the person agreed to it. */
export async function agreePlan(visitor: Visitor, person: string, story: Story): Promise<void> {
  const { words, today } = story
  await visitor.goto(`${person}/plan`)
  if ((await visitor.page.locator('main [name="reason"]').count()) > 0)
    await fill(visitor.page, { reason: words.wants })
  await visitor.follow((page) => page.locator('main form button[type=submit]').first().click())
  await visitor.goto(`${person}/plan/draft/terms`)
  await answer(visitor, {
    'change.terms.language': words.language,
    ...dayFields('change.terms.startsOn', today),
    ...dayFields('change.terms.reviewDueOn', today.add({ days: 60 })),
  })
  await contributeWhereNobodyDoes(visitor, person, words)
  await story.picture?.('plan')
  await visitor.goto(`${person}/plan/draft/agree`)
  await answer(visitor, { how: 'in-person', byWhom: 'person' })
}

/** Says that the family contributes, from the newest outcome back, until the draft lacks nothing more. */
async function contributeWhereNobodyDoes(visitor: Visitor, person: string, words: StoryWords): Promise<void> {
  await visitor.goto(`${person}/plan/draft`)
  const links = await visitor.page
    .locator('main a[href*="/draft/contribution?outcome="]')
    .evaluateAll((all) => all.map((one) => one.getAttribute('href')?.replace(/^\/cy/, '') ?? ''))
  for (const link of links.toReversed()) {
    if ((await visitor.page.locator('main .app-notice--attention').count()) === 0) return
    await visitor.goto(link)
    await answer(visitor, {
      'change.contribution.party': 'family',
      'change.contribution.extent': 'part',
      'change.contribution.what': words.daughter,
    })
  }
}

/** What was found when the outcome was looked at again. Answers the review's path. */
export async function review(visitor: Visitor, person: string, story: Story): Promise<string> {
  const { words, today } = story
  await visitor.goto(`${person}/outcomes`)
  await visitor.follow((page) => page.getByRole('link', { name: words.wants }).first().click())
  await visitor.goto(`${new URL(visitor.page.url()).pathname.replace(/^\/cy/, '')}/reviews/new`)
  await answer(visitor, {
    ...dayFields('heldOn', today),
    achievement: 'partly',
    score: '3',
    personSays: 'could-not-ask',
    evidence: words.evidence,
    note: words.found,
    next: 'carry-on',
    ...dayFields('nextDueOn', today.add({ days: 60 })),
  })
  await visitor.goto(person)
  const letters = await visitor.page
    .locator('main a[href$="/letter"]')
    .evaluateAll((all) => all.map((one) => Number(/reviews\/(\d+)\/letter/.exec(one.getAttribute('href') ?? '')?.[1])))
  return `${person}/reviews/${Math.max(...letters)}`
}

/** The worker asks for the letter: they see no code. */
export async function orderLetter(visitor: Visitor, reviewPath: string, story: Story): Promise<void> {
  await visitor.goto(`${reviewPath}/letter`)
  await story.picture?.('letter')
  await answer(visitor, { forWhom: 'person', language: story.words.language, layout: 'large' })
}

/** Somebody else prints what waits, as a Word file; answers the code that stands on the last letter. */
export async function printLetter(visitor: Visitor, story: Story): Promise<string> {
  const { language } = story.words
  await visitor.goto('/letters')
  const token = await visitor.page.locator('main form [name=_csrf]').first().inputValue()
  const url = story.site + localPath(language, '/letters/print')
  const form = { _csrf: token, language, layout: 'large', format: 'docx' }
  const file = await visitor.page.request.post(url, { form, headers: { origin: story.site } })
  const { 'word/document.xml': document } = unzipSync(new Uint8Array(await file.body()))
  const text = new TextDecoder().decode(document).replaceAll(/<[^>]+>/g, '')
  const code = text.match(/[A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4}/g)?.at(-1)
  if (!code) throw new Error(`no code on the letter: ${text.slice(0, 400)}`)
  return code
}

/** The person answers the letter on their phone, signed in as nobody. */
export async function answerByCode(visitor: Visitor, code: string, story: Story): Promise<void> {
  await visitor.goto('/letter')
  await answer(visitor, { code: code.toLowerCase() })
  await fill(visitor.page, { says: 'achieved', words: story.words.ownWord })
  await story.picture?.('own-word')
  await send(visitor, 'says')
}
