/** Packages, visits and what is counted of them, through the site: pages in both languages, the API and the command. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { measureCommands } from '../../../desk/measures/measures.cli.ts'
import { measuresDesk } from '../../../desk/measures/measures.desk.ts'
import { publishStop, readLineOfSight } from '../../../measures/line-of-sight/line-of-sight.ts'
import { publishStarts } from '../../../measures/line-of-sight/start.ts'
import { publishMeasures, publishSource } from '../../../measures/registry.ts'
import { runCommand } from '../../../platform/command/command.fixtures.ts'
import type { Database, Tx } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../../platform/http/site.fixtures.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { workAllocationSystem } from '../system.ts'
import { aContractDimension, aVisit, saveContractDimension, saveVisits } from './visit.fixtures.ts'
import { VISIT_MEASURES, VISITS } from './visit.measures.ts'
import { visitsStop } from './visits.stop.ts'

publishSource(VISITS)
publishMeasures(VISIT_MEASURES)
publishStop(visitsStop)
publishStarts({
  part: 'contractId',
  list: async () => [
    {
      id: 1,
      ref: 'C-1',
      name: { en: 'Home care in the Valley', cy: 'Gofal cartref yn y Dyffryn' },
      href: '/contracts/1',
    },
    { id: 2, ref: 'C-2', name: { en: 'Home care in the Town', cy: 'Gofal cartref yn y Dref' }, href: '/contracts/2' },
  ],
})

let database: Database
let site: TestSite
const at = (text: string) => Temporal.Instant.from(text)

beforeAll(async () => {
  database = await openTestDatabase()
  // The clock of the site stands at 3 March 2026.
  site = testSite(testRuntime(database), [workAllocationSystem, measuresDesk])
  await database.transaction(systemActor(1), fill)
})
afterAll(() => database.close())

async function fill(tx: Tx): Promise<void> {
  await saveContractDimension(tx, aContractDimension({ contract_id: 1, provider_id: 1 }))
  await saveContractDimension(tx, aContractDimension({ contract_id: 2, provider_id: 2 }))
  await saveVisits(tx, [
    aVisit({ visit_ref: 'on time' }),
    aVisit({ visit_ref: 'late', actual_start: at('2026-03-02T08:16:00Z'), actual_end: at('2026-03-02T08:40:00Z') }),
    aVisit({ visit_ref: 'missed', status: 'missed', planned_start: at('2026-03-02T20:00:00Z') }),
    aVisit({ visit_ref: 'theirs', contract_id: 2, provider_id: 2, person_id: 2, package_id: 2 }),
    aVisit({ visit_ref: 'in February', planned_start: at('2026-02-10T09:00:00Z') }),
  ])
  const carePackage = (packageId: number, changes: object) => ({
    authority_id: 1,
    package_id: packageId,
    ref: `PK-${packageId}`,
    person_id: packageId,
    contract_id: packageId,
    provider_id: packageId,
    area_id: 1,
    starts_on: Temporal.PlainDate.from('2025-06-01'),
    weekly_minutes: 630,
    weekly_visits: 21,
    language: 'cy',
    ...changes,
  })
  await tx
    .insertInto('work_allocation.package')
    .values([carePackage(1, {}), carePackage(2, { ends_on: Temporal.PlainDate.from('2026-03-02') })])
    .execute()
}

async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200)
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

describe('visits', () => {
  test('the list says how many there were in the seven days before today, in both languages', async () => {
    const broker = await site.as('broker')
    expect(await textOf(await broker.get('/visits'))).toMatch(
      /4 visits were planned, 24 February 2026 to 2 March 2026\./,
    )
    expect(await textOf(await broker.get('/cy/visits'))).toMatch(
      /Cynlluniwyd 4 ymweliad, 24 Chwefror 2026 i 2 Mawrth 2026\./,
    )
  })

  test.each([
    ['late', '1 visit started late'],
    ['missed', '1 visit was missed'],
    ['delivered', '3 visits were delivered'],
    ['short', '0 visits were cut short'],
    ['nonsense', '4 visits were planned'],
  ])('shown %s: %s', async (show, said) => {
    expect(await textOf(await (await site.as('broker')).get(`/visits?show=${show}`))).toContain(said)
  })

  test('days that are none are told at their field, and the list stays', async () => {
    const html = await (await (await site.as('broker')).get('/visits?from-day=31&from-month=2&from-year=2026')).text()
    expect(html).toMatch(/href="#from"/)
    expect(html).toMatch(/value="31"/)
    expect(html).toMatch(/4 visits were planned/)
  })

  test('a provider sees its own visits, and a person theirs', async () => {
    const provider = await site.as('provider-manager', { providerId: 2, name: 'second provider' })
    expect(await textOf(await provider.get('/visits'))).toMatch(/1 visit was planned/)
    expect((await provider.get('/visits/1/late')).status).toBe(404)
    const person = await site.as('person', { personIds: [1], name: 'Gwen' })
    expect(await textOf(await person.get('/visits'))).toMatch(/3 visits were planned/)
    expect((await person.get('/visits/2/theirs')).status).toBe(404)
  })

  test('one visit says in a sentence how it went', async () => {
    const broker = await site.as('broker')
    expect(await textOf(await broker.get('/visits/1/late'))).toMatch(
      /It began 16 minutes late, more than the 15 that the contract allows; it lasted 24 of the 30 minutes planned\./,
    )
    expect(await textOf(await broker.get('/cy/visits/1/missed'))).toMatch(/Ni ddaeth neb i’r ymweliad hwn\./)
    expect(await textOf(await broker.get('/visits/1/on%20time'))).toMatch(/It began when planned/)
  })

  test('the list goes out as a file', async () => {
    const csv = await (await (await site.as('broker')).get('/visits?export=csv')).text()
    expect(csv.trim().split('\r\n')).toHaveLength(5)
    expect(csv).toMatch(/late,2026-03-02,2026-03-02T08:00,2026-03-02T08:30,2026-03-02T08:16,2026-03-02T08:40/)
  })

  test('programs read the list page by page, and one visit', async () => {
    const broker = await site.as('broker')
    const first = (await (await broker.get('/api/v1/visits?limit=3')).json()) as { items: unknown[]; next: string }
    expect(first).toMatchObject({ total: 4 })
    expect(first.items).toHaveLength(3)
    const second = await (await broker.get(`/api/v1/visits?limit=3&after=${first.next}`)).json()
    expect(second).toMatchObject({ next: null, items: [{ status: 'delivered' }] })
    expect(await (await broker.get('/api/v1/visits/1/late')).json()).toMatchObject({ isLate: true, isShort: false })
    expect((await broker.get('/api/v1/visits/1/unknown')).status).toBe(404)
  })
})

describe('packages', () => {
  test('those running now stand first; a package that ended yesterday has ended', async () => {
    const broker = await site.as('broker')
    expect(await textOf(await broker.get('/packages'))).toMatch(/1 package, 10\.5 hours a week\..*PK-1/)
    expect(await textOf(await broker.get('/packages?state=ended'))).toMatch(/PK-2/)
    expect(await textOf(await broker.get('/cy/packages?state=all'))).toMatch(/2 o becynnau, 21 awr yr wythnos\./)
  })

  test('one package says what is placed and how it went', async () => {
    const shown = await textOf(await (await site.as('broker')).get('/packages/1'))
    expect(shown).toMatch(/21 visits and 10\.5 hours a week are placed\./)
    expect(shown).toMatch(/3 visits were delivered \(1 of them late\) and 1 was missed/)
  })

  test('programs read them too', async () => {
    const broker = await site.as('broker')
    expect(await (await broker.get('/api/v1/packages?state=all')).json()).toMatchObject({ total: 2, next: null })
    const one = await broker.get('/api/v1/packages/1')
    expect([one.headers.get('ETag'), await one.json()]).toMatchObject(['"1"', { ref: 'PK-1', endsOn: null }])
  })
})

describe('measures', () => {
  const march = 'from=2026-03-01&to=2026-03-31'

  test('the page of a measure says what the number means, and how it was before', async () => {
    const manager = await site.as('contract-manager')
    const shown = await textOf(await manager.get(`/measures/visits-late?${march}`))
    expect(shown).toMatch(
      /1 March 2026 to 31 March 2026: 33%, that is 1 of 3\. In the same length of time before it was 0%\./,
    )
    expect(shown).toMatch(/Home care in the Valley/)
    const welsh = await textOf(await manager.get(`/cy/measures/visits-late?${march}&contractId=2`))
    expect(welsh).toMatch(/0%, hynny yw 0 o 1\. Yn y cyfnod o’r un hyd cyn hynny nid oedd dim i’w gyfrif\./)
    expect(await textOf(await manager.get('/measures'))).toMatch(/17 things can be counted here/)
  })

  test('a period that ends before it starts is told at its field', async () => {
    const html = await (
      await (await site.as('contract-manager')).get('/measures/visits-late?from=2026-03-02&to=2026-03-01')
    ).text()
    expect(html).toMatch(/The last day is before the first/)
  })

  test('the rows behind a number are as many as the number, and lead to their records', async () => {
    const html = await (await (await site.as('contract-manager')).get(`/measures/visits-late/explain?${march}`)).text()
    expect(html).toMatch(/href="\/visits\/1\/late"/)
    expect(html).toMatch(/33% \(1 of 3\)\. 1 record stands behind it\./)
    const over = await (await site.as('contract-manager')).get(
      `/measures/visits-late/explain?${march}&part=denominator`,
    )
    expect(await over.text()).toMatch(/href="\/visits\/2\/theirs"/)
  })

  test('they go out as a file', async () => {
    const csv = await (
      await (await site.as('auditor')).get(`/measures/visits-planned/explain?${march}&export=csv`)
    ).text()
    expect(csv.trim().split('\r\n')).toHaveLength(5)
  })

  test('programs ask by reference', async () => {
    const manager = await site.as('contract-manager')
    const ask = async (path: string) => (await manager.get(`/api/v1/measures${path}`)).json()
    expect(await ask(`/visits-late?${march}&contract=C-1`)).toMatchObject({ numerator: 1, denominator: 2, value: 0.5 })
    expect(await ask('/visits-late/monthly?from=2026-02-01&to=2026-03-31')).toMatchObject({
      items: [
        { from: '2026-02-01', numerator: 0, denominator: 1 },
        { from: '2026-03-01', numerator: 1, denominator: 3 },
      ],
    })
    expect(await ask(`/visits-late/explanation?${march}`)).toMatchObject({
      total: 1,
      items: [{ visit_ref: 'late', status: 'delivered' }],
      next: null,
    })
    expect(await ask(`/visits-late?${march}&contract=C-9`)).toMatchObject({ code: 'no-such-contract', status: 404 })
    expect(await ask('/visits-early')).toMatchObject({ code: 'no-such-measure', status: 404 })
    expect(await ask('/visits-late?from=2026-02-30')).toMatchObject({ status: 400 })
  })

  test('the command prints just the value and what it is made of', async () => {
    const run = (words: string) => runCommand(database, [measureCommands], `measure ${words}`)
    const days = '--from 2026-03-01 --to 2026-03-31'
    expect((await run(`visits-late --authority bryniau ${days} --json`)).json).toEqual({
      numerator: 1,
      denominator: 3,
      value: 1 / 3,
      unit: 'share',
      asOf: expect.stringMatching(/^20\d\d-.*Z$/),
    })
    expect((await run(`hours-planned --authority bryniau --contract C-2 ${days} --json`)).json).toMatchObject({
      numerator: 0.5,
      denominator: 1,
      value: 0.5,
      unit: 'hours',
    })
    expect((await run('visits-late --authority bryniau --from 2026-04-01 --to 2026-04-30 --json')).json).toMatchObject({
      denominator: 0,
      value: null,
    })
    expect((await run(`visits-late --authority bryniau ${days}`)).out).toMatch(
      /Visits that started late: 33% \(1 of 3\)/,
    )
    expect((await run('list --json')).json).toHaveLength(17)
  })

  test.each([
    'visits-early --authority bryniau --from 2026-03-01 --to 2026-03-31',
    'visits-late --authority nowhere --from 2026-03-01 --to 2026-03-31',
    'visits-late --authority bryniau --from 2026-02-30 --to 2026-03-31',
    'visits-late --authority bryniau --from 2026-03-31 --to 2026-03-01',
    'visits-late --authority bryniau --from 2026-03-01',
    'visits-late --authority bryniau --contract C-9 --from 2026-03-01 --to 2026-03-31',
  ])('wrong words end with 2 and a sentence: measure %s', async (words) => {
    const ran = await runCommand(database, [measureCommands], `measure ${words}`)
    expect(ran.code).toBe(2)
    expect(ran.err.trim()).toMatch(/^[^\n]+\.$/)
  })
})

test('visits stand on the line of sight, of the authority, a contract and a person', async () => {
  const period = { from: Temporal.PlainDate.from('2026-03-01'), to: Temporal.PlainDate.from('2026-03-31') }
  const stops = (focus: object) =>
    database.transaction(systemActor(1), (tx) => readLineOfSight(tx, { authorityId: 1, ...focus }, period))
  expect(await stops({})).toMatchObject([{ headline: { en: '3 delivered' }, detail: { en: '25.0% missed' } }])
  expect(await stops({ contractId: 2 })).toMatchObject([{ headline: { cy: 'Cynhaliwyd 1' } }])
  expect(await stops({ personId: 1 })).toMatchObject([{ href: '/visits?personId=1&from=2026-03-01&to=2026-03-31' }])
  expect(await stops({ personId: 9 })).toMatchObject([{ headline: { en: 'No visits in this time' } }])
})
