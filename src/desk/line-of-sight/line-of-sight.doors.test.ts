/** The page of the line of sight: it shows what systems publish, says where it is broken, and who may walk it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishBrokenLinks } from '../../measures/line-of-sight/broken-link.ts'
import { publishStop } from '../../measures/line-of-sight/line-of-sight.ts'
import { publishStarts } from '../../measures/line-of-sight/start.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { lineOfSightDesk } from './line-of-sight.pages.tsx'

let database: Database
let site: TestSite
beforeAll(async () => {
  database = await openTestDatabase()
  publishStop({
    stop: 'people',
    read: async (_tx, { outcomeId }) => ({
      stop: 'people',
      headline: { en: outcomeId ? '3 people chose it' : '212 people', cy: outcomeId ? '3 a’i dewisodd' : '212 o bobl' },
      href: '/people',
    }),
    byOutcome: async () => new Map([[7, { count: 3 }]]),
  })
  publishStarts({
    part: 'outcomeId',
    list: async () => [
      { id: 7, ref: 'L-7', name: { en: 'I see my friends', cy: 'Rwy’n gweld fy ffrindiau' }, href: '/outcomes/7' },
      { id: 8, ref: 'L-8', name: { en: 'I feel safe', cy: 'Rwy’n teimlo’n ddiogel' }, href: '/outcomes/8' },
    ],
  })
  publishBrokenLinks({
    kind: 'people-without-visit',
    read: async () => ({
      kind: 'people-without-visit',
      between: ['people', 'visits'],
      count: 2,
      sentence: { en: '2 people have no visit.', cy: 'Mae 2 berson heb ymweliad.' },
      remedy: { en: 'Ask why.', cy: 'Gofynnwch pam.' },
      href: '/people',
      examples: [{ name: { en: 'Mair', cy: 'Mair' }, href: '/people/1' }],
      examplesNeed: 'people:read',
    }),
  })
  site = testSite(testRuntime(database), [lineOfSightDesk])
})
afterAll(() => database.close())

const page = async (role: 'commissioner' | 'procurement-officer', path: string) =>
  (await (await site.as(role)).get(path)).text()

it('shows the thread of the whole authority, and how it is broken', async () => {
  const html = await page('commissioner', '/line-of-sight')
  expect(html).toContain('212 people')
  expect(html).toContain('It is broken in one way.')
  expect(html).toContain('2 people have no visit.')
})

it('walks from an outcome, in Welsh', async () => {
  const html = await page('commissioner', '/cy/line-of-sight?outcome=7')
  expect(html).toContain('O L-7: Rwy’n gweld fy ffrindiau')
  expect(html).toContain('3 a’i dewisodd')
  expect(html).toContain('Mae wedi torri mewn un ffordd.')
})

it('folds away the outcomes at which nothing stands', async () => {
  expect(await page('commissioner', '/line-of-sight')).toContain('One outcome at which nothing stands')
})

it('names people only to those who may see them', async () => {
  expect(await page('commissioner', '/line-of-sight')).toContain('Mair')
  expect(await page('procurement-officer', '/line-of-sight')).not.toContain('Mair')
})

it('says nothing of broken links to a provider, who sees only a part of the records', async () => {
  const provider = await site.as('provider-manager', { providerId: 1, name: 'provider' })
  const html = await (await provider.get('/line-of-sight')).text()
  expect(html).toContain('212 people')
  expect(html).not.toContain('broken')
})

it('shows the whole authority where the outcome asked for does not exist', async () => {
  expect(await page('commissioner', '/line-of-sight?outcome=99')).toContain('The whole authority')
})

it.each([
  ['commissioner', 200],
  ['provider-manager', 200],
  ['person', 403],
] as const)('%s asking to walk it is answered %i', async (role, status) => {
  const visitor = await site.as(role, { personIds: [1], providerId: 1 })
  expect((await visitor.get('/line-of-sight')).status).toBe(status)
})
