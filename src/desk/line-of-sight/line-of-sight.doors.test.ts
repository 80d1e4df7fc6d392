/** The page of the line of sight: it shows what systems publish, says where it is broken, and who may walk it. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { publishBrokenLinks } from '../../measures/line-of-sight/broken-link.ts'
import { publishStop } from '../../measures/line-of-sight/line-of-sight.ts'
import { publishStarts } from '../../measures/line-of-sight/start.ts'
import { type NamedPerson, publishPeopleNames } from '../../measures/people-names.ts'
import { runCommand } from '../../platform/command/command.fixtures.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { lineOfSightCommands } from './line-of-sight.cli.ts'
import { lineOfSightDesk } from './line-of-sight.desk.ts'

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
  publishStop({
    stop: 'contract',
    read: async (_tx, { contractId, personId }, period) => ({
      stop: 'contract',
      headline: { en: `Contract ${contractId ?? 'any'}`, cy: `Contract ${contractId ?? 'unrhyw un'}` },
      detail: { en: `until ${period.to}`, cy: `hyd ${period.to}` },
      href: `/contracts/${contractId ?? ''}`,
      ...(personId === 5 ? { broken: { en: 'Nobody visits', cy: 'Nid oes neb yn ymweld' } } : {}),
    }),
  })
  const contract = { id: 4, ref: 'C-4', name: { en: 'Home care', cy: 'Gofal cartref' }, href: '/contracts/4' }
  publishStarts({ part: 'contractId', list: async () => [contract] })
  publishPeopleNames(async (_tx, _authorityId, ids) => {
    const mair: NamedPerson = { ref: 'P5', name: { givenName: 'Mair', familyName: 'Huws' } }
    return new Map([...ids].filter((id) => id === 5).map((id): [number, NamedPerson] => [id, mair]))
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

const asked = async (role: 'commissioner' | 'procurement-officer', path: string) => {
  const response = await (await site.as(role)).get(path)
  return { status: response.status, answer: await response.json() }
}

it('answers a program in the language of the address, stop by stop, with links to the pages', async () => {
  const welsh = await asked('commissioner', '/cy/api/v1/line-of-sight?contractId=4&from=2026-01-01&to=2026-01-31')
  expect(welsh).toEqual({
    status: 200,
    answer: {
      from: '2026-01-01',
      to: '2026-01-31',
      stops: [
        {
          stop: 'contract',
          name: 'Contract',
          headline: 'Contract 4',
          detail: 'hyd 2026-01-31',
          href: '/cy/contracts/4',
          broken: null,
        },
        { stop: 'people', name: 'Pobl', headline: '212 o bobl', detail: null, href: '/cy/people', broken: null },
      ],
    },
  })
  const english = await asked('commissioner', '/api/v1/line-of-sight?outcomeId=7')
  expect(english.answer).toMatchObject({ stops: [{}, { headline: '3 people chose it', href: '/people' }] })
})

it.each([
  ['outcomeId=99', 404, 'no-such-outcome'],
  ['contractId=5', 404, 'no-such-contract'],
  ['areaId=1', 404, 'no-such-area'],
  ['personId=6', 404, 'no-such-person'],
  ['outcomeId=seven', 400, 'invalid-invalid-type'],
  ['from=2026-02-01&to=2026-01-31', 400, 'period-ends-before-it-starts'],
])('refuses a program that asks from %s', async (query, status, code) => {
  expect(await asked('commissioner', `/api/v1/line-of-sight?${query}`)).toMatchObject({ status, answer: { code } })
})

it('walks from a person only for those who may see people', async () => {
  const path = '/api/v1/line-of-sight?personId=5'
  expect(await asked('commissioner', path)).toMatchObject({
    status: 200,
    answer: { stops: [{ broken: 'Nobody visits' }, {}] },
  })
  expect(await asked('procurement-officer', path)).toMatchObject({ status: 403, answer: { code: 'not-allowed' } })
})

it('lists the broken links for a program, naming people only to those who may see them', async () => {
  const path = '/cy/api/v1/line-of-sight/broken-links'
  const link = {
    kind: 'people-without-visit',
    between: ['people', 'visits'],
    count: 2,
    sentence: 'Mae 2 berson heb ymweliad.',
    remedy: 'Gofynnwch pam.',
    href: '/cy/people',
  }
  const mair = { name: 'Mair', href: '/cy/people/1', language: null }
  expect(await asked('commissioner', path)).toMatchObject({ answer: { items: [{ ...link, examples: [mair] }] } })
  expect(await asked('procurement-officer', path)).toMatchObject({ answer: { items: [{ ...link, examples: [] }] } })
})

it('refuses a provider’s program the broken links, as the page leaves them out', async () => {
  const provider = await site.as('provider-manager', { providerId: 1, name: 'provider' })
  const response = await provider.get('/api/v1/line-of-sight/broken-links')
  expect({ status: response.status, answer: await response.json() }).toMatchObject({
    status: 403,
    answer: { code: 'sees-only-a-part' },
  })
})

const command = (words: string) =>
  runCommand(database, [lineOfSightCommands], `line-of-sight --authority bryniau ${words}`)

it('prints the thread on the command line, by references, in words and as JSON', async () => {
  const { code, out } = await command('--contract C-4 --outcome L-7')
  expect(code).toBe(0)
  expect(out).toContain('Contract: Contract 4\n  until 2026-02-28\nPeople: 3 people chose it')
  expect((await command('--outcome L-7 --json --language cy')).json).toMatchObject({
    from: '2025-03-01',
    stops: [{ stop: 'contract' }, { headline: '3 a’i dewisodd', href: '/cy/people' }],
  })
  const unknown = await command('--contract C-9')
  expect(unknown.code).toBe(2)
  expect(unknown.err).toContain('There is no contract “C-9”')
})
