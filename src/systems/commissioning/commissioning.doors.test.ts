/** Commissioning's pages through their doors: what they say in both languages, and who may open them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../kernel/period.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../platform/database/test-database.ts'
import { loadFrameworks } from '../../platform/frameworks/index.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { systemActor } from '../../platform/permissions/actor.ts'
import { writeArea } from './area/area.store.ts'
import { aNeed, anArea, anOutcome, aProvider } from './commissioning.fixtures.ts'
import { writeNeed } from './need/need.store.ts'
import { NATIONAL_OUTCOMES_ID, nationalOutcomes } from './outcome-catalogue/national-outcomes.framework.ts'
import { adoptNationalOutcomes } from './outcome-catalogue/national-outcomes.store.ts'
import { writeOutcome } from './outcome-catalogue/outcome.store.ts'
import { writeProvider } from './provider/provider.store.ts'
import { commissioningSystem } from './system.ts'

let database: Database
let site: TestSite
let ids: Record<'area' | 'need' | 'loose' | 'outcome' | 'provider', number>

beforeAll(async () => {
  database = await openTestDatabase()
  const frameworks = await loadFrameworks(commissioningSystem.frameworks)
  const national = frameworks.findOn(nationalOutcomes, NATIONAL_OUTCOMES_ID, day('2026-01-01'))
  ids = await database.transaction(systemActor(TEST_AUTHORITY_ID), async (tx) => {
    if (national) await adoptNationalOutcomes(tx, TEST_AUTHORITY_ID, national)
    const area = await writeArea(tx, TEST_AUTHORITY_ID, anArea())
    return {
      area,
      need: await writeNeed(tx, TEST_AUTHORITY_ID, aNeed({ areaId: area })),
      loose: await writeNeed(tx, TEST_AUTHORITY_ID, aNeed({ ref: 'NEED-LOOSE', areaId: area })),
      outcome: await writeOutcome(tx, TEST_AUTHORITY_ID, anOutcome()),
      provider: await writeProvider(tx, TEST_AUTHORITY_ID, aProvider()),
    }
  })
  site = testSite(testRuntime(database, { frameworks }), [commissioningSystem])
})
afterAll(() => database.close())

const page = async (path: string) => (await (await site.as('commissioner')).get(path)).text()

describe('the catalogue', () => {
  it('says in both languages that the national wording was not checked', async () => {
    expect(await page('/outcomes')).toContain('has not been checked against its source yet')
    expect(await page('/cy/outcomes')).toContain('wedi’i wirio yn erbyn ei ffynhonnell eto')
  })

  it('shows our own outcome under the national one that it is part of', async () => {
    const html = await page('/outcomes')
    expect(html.indexOf('I do the things that matter to me')).toBeLessThan(
      html.indexOf('I get out and about as I choose'),
    )
  })

  it('opens an outcome with the need that it answers', async () => {
    const html = await page(`/cy/outcomes/${ids.outcome}`)
    expect(html).toContain('Rwy’n mynd allan fel y dymunaf')
    expect(html).toContain('1,240 o bobl')
  })

  it.each(['csv', 'xlsx'])('can be taken away as %s', async (format) => {
    const answer = await (await site.as('commissioner')).get(`/outcomes?export=${format}`)
    expect(answer.headers.get('content-disposition')).toContain(`.${format}`)
  })
})

describe('areas and needs', () => {
  it('say that nobody was served where nobody was', async () => {
    expect(await page(`/areas/${ids.area}`)).toContain('Nobody was served here in the last twelve months.')
    expect(await page(`/cy/areas/${ids.area}`)).toContain('Ni chafodd neb wasanaeth yma')
  })

  it('say whether an outcome answers a need', async () => {
    expect(await page(`/needs/${ids.need}`)).toContain('One outcome of our own answers this need.')
    expect(await page(`/needs/${ids.loose}`)).toContain('No outcome of ours answers this need')
  })
})

describe('providers', () => {
  it('are listed with those of their workers who speak Welsh', async () => {
    const html = await page('/providers')
    expect(html).toContain('Gofal Dyffryn')
    expect(html).toContain('45%')
  })

  it('are found whatever the capitals', async () => {
    expect(await page('/providers?search=DYFFRYN')).toContain('Gofal Dyffryn')
    expect(await page('/providers?search=zzz')).toContain('No provider matches.')
  })
})

describe('programs', () => {
  it.each([
    ['/api/v1/outcomes', { ref: 'L1', isVerified: true, needRef: 'NEED-1' }],
    ['/api/v1/areas', { ref: 'A-CWM', needs: [{ ref: 'NEED-1' }, { ref: 'NEED-LOOSE' }], supply: { people: 0 } }],
    ['/api/v1/providers', { ref: 'P-DYFFRYN', startsOn: '2020-04-01', endsOn: null }],
  ])('get the same from %s', async (path, expected) => {
    const answer = await (await site.as('commissioner')).api('get', path)
    const { items } = (await answer.json()) as { items: { ref: string }[] }
    expect(items.find((item) => item.ref === expected.ref)).toMatchObject(expected)
  })
})

describe('who may', () => {
  const paths = () => [
    '/outcomes',
    '/areas',
    '/providers',
    `/outcomes/${ids.outcome}`,
    `/areas/${ids.area}`,
    `/needs/${ids.need}`,
  ]

  it.each([
    ['commissioner', 200],
    ['finance-officer', 200],
    ['auditor', 200],
    ['person', 403],
    ['carer', 403],
  ] as const)('%s opening them is answered %i', async (role, status) => {
    const visitor = await site.as(role, { personIds: [1] })
    for (const path of paths()) expect([path, (await visitor.get(path)).status]).toEqual([path, status])
  })

  it('see no competitor as a provider', async () => {
    const theirs = await site.as('provider-manager', { providerId: ids.provider, name: 'theirs' })
    const rival = await site.as('provider-manager', { providerId: ids.provider + 1, name: 'rival' })
    expect((await theirs.get(`/providers/${ids.provider}`)).status).toBe(200)
    expect((await rival.get(`/providers/${ids.provider}`)).status).toBe(404)
  })

  it('see nothing of another authority', async () => {
    const abroad = await site.as('commissioner', { authorityId: 2, name: 'abroad' })
    for (const path of [`/outcomes/${ids.outcome}`, `/areas/${ids.area}`, `/needs/${ids.need}`])
      expect((await abroad.get(path)).status).toBe(404)
  })
})
