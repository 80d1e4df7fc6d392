/** Contracts through their doors: the whole site's pipeline, the real database, both languages, and a table of who may and who may not. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../kernel/period.ts'
import { publishMeasures, publishSource } from '../../measures/registry.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../platform/database/test-database.ts'
import { loadFrameworks } from '../../platform/frameworks/index.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { systemActor } from '../../platform/permissions/actor.ts'
import { aContract } from './contract-management.fixtures.ts'
import { findContract, writeContract } from './contract-register/contract-register.store.ts'
import { listIndicators, writeIndicators } from './indicator/indicator.store.ts'
import { aMeasureOfNothing, setUpMarket } from './market.fixtures.ts'
import { contractManagementSystem } from './system.ts'

let database: Database
let site: TestSite
let contractId: number
let adriftId: number
let providerId: number
let outcomeId: number

beforeAll(async () => {
  database = await openTestDatabase()
  publishSource(aMeasureOfNothing.source)
  publishMeasures(aMeasureOfNothing.measures)
  await database.transaction(systemActor(TEST_AUTHORITY_ID), async (tx) => {
    const market = await setUpMarket(tx)
    providerId = market.providerId
    outcomeId = market.outcomeId
    const facts = aContract({ providerId, areaIds: [market.areaId], outcomeIds: [outcomeId] })
    contractId = (await writeContract(tx, TEST_AUTHORITY_ID, facts)).contractId
    const adrift = aContract({ providerId, ref: 'C-ADRIFT', title: { en: 'Block hours', cy: 'Oriau bloc' } })
    adriftId = (await writeContract(tx, TEST_AUTHORITY_ID, { ...adrift, endsOn: day('2026-06-30') })).contractId
    await writeIndicators(tx, TEST_AUTHORITY_ID, contractId, [
      { measure: 'outcomes-achieved', outcomeId, baseline: null, baselineNote: '', target: 0.6 },
    ])
  })
  const frameworks = await loadFrameworks(contractManagementSystem.frameworks)
  site = testSite(testRuntime(database, { frameworks }), [contractManagementSystem])
})
afterAll(() => database.close())

describe('the scorecard', () => {
  it('says in its lead, in both languages, that nothing was reviewed', async () => {
    const manager = await site.as('contract-manager')
    const english = await (await manager.get(`/contracts/${contractId}`)).text()
    expect(english).toContain('No outcome has been reviewed in this period.')
    expect(english).toContain('Home care in the Upper Valley')
    const welsh = await (await manager.get(`/cy/contracts/${contractId}`)).text()
    expect(welsh).toContain('Nid oes canlyniad wedi’i adolygu yn y cyfnod hwn.')
    expect(welsh).toContain('Gofal cartref yn y Cwm Uchaf')
  })

  it('says plainly that a contract serves no outcome', async () => {
    const html = await (await (await site.as('contract-manager')).get(`/contracts/${adriftId}`)).text()
    expect(html).toContain('The contract is meant to serve no outcome')
  })

  it('takes a period from a link and from the three fields of its form', async () => {
    const manager = await site.as('contract-manager')
    const byLink = await (await manager.get(`/contracts/${contractId}?from=2026-01-01&to=2026-01-31`)).text()
    expect(byLink).toContain('1 January 2026 to 31 January 2026')
    const fields = 'from-day=1&from-month=1&from-year=2026&to-day=31&to-month=1&to-year=2026'
    expect(await (await manager.get(`/contracts/${contractId}?${fields}`)).text()).toContain('31 January 2026')
  })

  it.each([
    ['from=2026-02-30&to=2026-03-01', 'Enter a real date'],
    ['from=2026-03-02&to=2026-03-01', 'must not be before the first'],
    ['from=2026-03-01', 'both the first and the last day'],
  ])('refuses the period %s in words', async (query, words) => {
    const answer = await (await site.as('contract-manager')).get(`/contracts/${contractId}?${query}`)
    expect(answer.status).toBe(400)
    expect(await answer.text()).toContain(words)
  })

  it.each([
    ['pdf', 'application/pdf'],
    ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ])('can be taken away as %s', async (format, type) => {
    const answer = await (await site.as('contract-manager')).get(`/cy/contracts/${contractId}?export=${format}`)
    expect(answer.headers.get('content-type')).toBe(type)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(1000)
  })

  it('says the same to programs', async () => {
    const answer = await (await site.as('contract-manager')).api('get', `/api/v1/contracts/${contractId}/scorecard`)
    expect(await answer.json()).toMatchObject({
      contractId,
      says: { en: 'No outcome has been reviewed in this period.' },
      outcomes: { reviewed: 0 },
    })
  })
})

describe('the list', () => {
  it('shows live contracts, and narrows them to those that serve nothing', async () => {
    const manager = await site.as('contract-manager')
    expect(await (await manager.get('/contracts')).text()).toContain('Block hours')
    const adrift = await (await manager.get('/contracts?serves=nothing')).text()
    expect(adrift).toContain('Block hours')
    expect(adrift).not.toContain('Home care in the Upper Valley')
  })

  it('finds those that end within six months', async () => {
    const items = await (await site.as('contract-manager')).api('get', '/api/v1/contracts?state=ending')
    expect(await items.json()).toMatchObject({ total: 1, items: [{ ref: 'C-ADRIFT', endsOn: '2026-06-30' }] })
  })

  it('says that none matches', async () => {
    const html = await (await (await site.as('contract-manager')).get('/contracts?search=zzz')).text()
    expect(html).toContain('No contract matches. Clear the filter to see all.')
  })
})

describe('who may', () => {
  const reading = { 'contract-manager': 200, reviewer: 200, auditor: 200, person: 403 } as const
  it.each(Object.entries(reading))('%s opening a contract is answered %i', async (role, status) => {
    const visitor = await site.as(role as keyof typeof reading, { personIds: [1] })
    expect((await visitor.get(`/contracts/${contractId}`)).status).toBe(status)
    expect((await visitor.get('/cy/contracts')).status).toBe(status)
  })

  it('not see another provider’s contract', async () => {
    const theirs = await site.as('provider-manager', { providerId, name: 'theirs' })
    const other = await site.as('provider-manager', { providerId: providerId + 1, name: 'other' })
    expect((await theirs.get(`/contracts/${contractId}`)).status).toBe(200)
    expect((await other.get(`/contracts/${contractId}`)).status).toBe(404)
  })

  it('change what is watched only as a contract manager', async () => {
    for (const role of ['commissioner', 'reviewer', 'auditor'] as const)
      expect((await (await site.as(role)).get(`/contracts/${contractId}/indicators`)).status).toBe(403)
    expect((await (await site.as('contract-manager')).get(`/contracts/${contractId}/indicators`)).status).toBe(200)
  })
})

describe('changing what is watched', () => {
  const asSystem = <T>(work: Parameters<Database['transaction']>[1]) =>
    database.transaction(systemActor(TEST_AUTHORITY_ID), work) as Promise<T>
  const versionNow = async () =>
    (await database.transaction(systemActor(TEST_AUTHORITY_ID), (tx) => findContract(tx, TEST_AUTHORITY_ID, adriftId)))
      ?.version ?? 0
  const watched = () =>
    asSystem<Awaited<ReturnType<typeof listIndicators>>>((tx) => listIndicators(tx, TEST_AUTHORITY_ID, adriftId))
  const form = (target: string, version: number) => ({
    version: String(version),
    'measure-0': 'outcomes-achieved',
    'target-0': target,
    'outcome-0': String(outcomeId),
    'baseline-numerator-0': '88',
    'baseline-denominator-0': '100',
  })

  it('takes per cent as typed and keeps a share', async () => {
    const manager = await site.as('contract-manager')
    const answer = await manager.post(`/contracts/${adriftId}/indicators`, form('62.5%', await versionNow()))
    expect(answer.status).toBe(303)
    expect(await watched()).toMatchObject([
      { measure: 'outcomes-achieved', target: 0.625, outcomeId, baseline: { numerator: 88, denominator: 100 } },
    ])
  })

  it.each([
    ['word', 'Enter a number, such as 90, or nothing.'],
    ['101', 'A share cannot be more than 100%.'],
    ['-1', 'Enter a number, such as 90, or nothing.'],
  ])('shows the form again as typed where the target is %s', async (target, words) => {
    const manager = await site.as('contract-manager')
    const answer = await manager.post(`/contracts/${adriftId}/indicators`, form(target, await versionNow()))
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain(words)
    expect(html).toContain(`value="${target}"`)
  })

  it('tells the second of two people and loses nothing of theirs', async () => {
    const manager = await site.as('contract-manager')
    const seen = await versionNow()
    expect((await manager.post(`/contracts/${adriftId}/indicators`, form('70', seen))).status).toBe(303)
    const second = await manager.post(`/contracts/${adriftId}/indicators`, form('71', seen))
    expect(second.status).toBe(412)
    expect(await second.text()).toContain('value="71"')
    expect(await watched()).toMatchObject([{ target: 0.7 }])
  })

  it('asks programs for the version they saw, and refuses an old one', async () => {
    const manager = await site.as('contract-manager')
    const path = `/api/v1/contracts/${adriftId}/indicators`
    const read = await manager.api('get', `/api/v1/contracts/${adriftId}`)
    const etag = read.headers.get('ETag') ?? ''
    const body = { indicators: [] }
    expect((await manager.api('put', path, body)).status).toBe(428)
    expect((await manager.api('put', path, body, { 'If-Match': etag })).status).toBe(200)
    expect((await manager.api('put', path, body, { 'If-Match': etag })).status).toBe(412)
  })
})
