/** Who may open people's pages, find them, record reviews and say how it went: through the real pipeline, on the test database. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../../platform/http/site.fixtures.ts'
import {
  saveOutcomeReview,
  savePersonalOutcome,
  savePersonWithPlan,
} from '../outcome-review/outcome-review.fixtures.ts'
import { carePlanningSystem } from '../system.ts'

let database: Database
let site: TestSite
const PROVIDER = 7

beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner(async (tx) => {
    await savePersonWithPlan(tx)
    await tx
      .insertInto('care_planning.circle')
      .values({ authority_id: 1, person_id: 1, provider_id: PROVIDER })
      .execute()
    await savePersonalOutcome(tx, { personal_outcome_id: 501, own_words: 'Cerdded i’r siop heb fy ffrâm' })
    await saveOutcomeReview(tx, { outcome_review_id: 901, personal_outcome_id: 501, person_says: 'not-asked' })
  })
  site = testSite(testRuntime(database), [carePlanningSystem])
})
afterAll(() => database.close())

const visitors = {
  'social worker': () => site.as('social-worker'),
  'their provider': () => site.as('provider-coordinator', { providerId: PROVIDER, name: 'theirs' }),
  'another provider': () => site.as('provider-coordinator', { providerId: 8, name: 'other' }),
  'the person': () => site.as('person', { personIds: [1], name: 'self' }),
  'another person': () => site.as('person', { personIds: [2], name: 'somebody else' }),
  'their carer': () => site.as('carer', { personIds: [1] }),
  'staff of another authority': () => site.as('social-worker', { authorityId: 2, name: 'abroad' }),
  'finance officer': () => site.as('finance-officer'),
} as const

test.each([
  ['social worker', 200],
  ['their provider', 200],
  ['another provider', 404],
  ['the person', 200],
  ['another person', 404],
  ['their carer', 200],
  ['staff of another authority', 404],
  ['finance officer', 403],
] as const)('%s asking for a person’s page is answered %i', async (who, status) => {
  const visitor = await visitors[who]()
  expect((await visitor.get('/people/1')).status).toBe(status)
  expect((await visitor.get('/cy/people/1')).status).toBe(status)
})

test('somebody who is not signed in is sent to sign in, and comes back', async () => {
  const answer = await site.anonymous().get('/people/1')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toContain('return=')
})

test('the page shows the person’s own words in their own language, on an English page too', async () => {
  const html = await (await (await visitors['social worker']()).get('/people/1')).text()
  expect(html).toContain('lang="cy">Cerdded i’r siop heb fy ffrâm')
})

test('the Welsh page is in Welsh', async () => {
  const html = await (await (await visitors['social worker']()).get('/cy/people/1')).text()
  expect(html).toContain('<html lang="cy"')
  expect(html).toContain('Beth sy’n bwysig i mi')
  expect(html).not.toContain('What matters to me')
})

test('a search forgives case and accents, and says so when it finds nobody', async () => {
  const visitor = await visitors['social worker']()
  expect(await (await visitor.get('/people?search=PRYDDÉRCH')).text()).toContain('Gwen Prydderch')
  expect(await (await visitor.get('/people?search=nobody')).text()).toContain('Nobody answers')
})

test('the list can be taken away as CSV, by those who may see it alone', async () => {
  const csv = await (await visitors['social worker']()).get('/people?export=csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(await csv.text()).toContain('person-1')
  expect(await (await (await visitors['another provider']()).get('/people?export=csv')).text()).not.toContain(
    'person-1',
  )
})

test('only the person or their carer says how it went; a provider cannot verify its own claim', async () => {
  const path = '/people/1/reviews/901/own-word'
  for (const who of ['social worker', 'their provider'] as const)
    expect((await (await visitors[who]()).post(path, { says: 'achieved', version: '1' })).status).toBe(403)
  expect((await (await visitors['another person']()).post(path, { says: 'achieved', version: '1' })).status).toBe(404)
  const answer = await (await visitors['the person']()).post(path, {
    says: 'partly',
    words: 'Ar ddiwrnod da.',
    version: '1',
  })
  expect(answer.status).toBe(303)
  expect(await (await (await visitors['social worker']()).get('/people/1')).text()).toContain('Ar ddiwrnod da.')
})

test('two who save the same word at once: the second is told, and nothing typed is lost', async () => {
  const path = '/people/1/reviews/901/own-word'
  const answer = await (await visitors['their carer']()).post(path, {
    says: 'not',
    words: 'Ddim felly y gwela i hi.',
    version: '1',
  })
  expect(answer.status).toBe(412)
  const html = await answer.text()
  expect(html).toContain('Somebody changed this')
  expect(html).toContain('Ddim felly y gwela i hi.')
})

test('a review is recorded, with what was wrong said at its field first', async () => {
  const visitor = await visitors['social worker']()
  const path = '/people/1/outcomes/501/reviews/new'
  const empty = await visitor.post(path, { version: '1' })
  expect(empty.status).toBe(400)
  expect(await empty.text()).toContain('Choose what the review found')
  const typed = {
    version: '1',
    'heldOn-day': '2',
    'heldOn-month': '3',
    'heldOn-year': '2026',
    achievement: 'achieved',
    personSays: 'achieved',
    attribution_provider: 'part',
    attribution_family: 'part',
    namedFirst: 'family',
    next: 'end',
  }
  expect((await visitor.post(path, typed)).status).toBe(303)
  expect((await visitor.post(path, typed)).status).toBe(412)
  expect((await (await visitors['their provider']()).post(path, typed)).status).toBe(403)
})
