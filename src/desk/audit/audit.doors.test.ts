import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor, anAuditEntry } from '../../platform/audit/audit.fixtures.ts'
import { writeAudit } from '../../platform/audit/audit.store.ts'
import { publishRecordKinds } from '../../platform/audit/record-kind.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { auditDesk } from './audit.desk.ts'

let database: Database
let site: TestSite
beforeAll(async () => {
  database = await openTestDatabase()
  site = testSite(testRuntime(database), [auditDesk])
  publishRecordKinds([
    {
      recordType: 'audit.sample',
      title: { en: 'Sample', cy: 'Sampl' },
      permission: 'people:read',
      path: (id) => `/samples/${id}`,
      fields: { name: { en: 'Name', cy: 'Enw' } },
    },
  ])
  await database.transaction(anActor(), async (tx) => {
    for (let i = 0; i < 60; i += 1)
      await writeAudit(tx, anAuditEntry({ actor: anActor(undefined, { name: `Rhif ${i}` }) }))
    await writeAudit(tx, {
      ...anAuditEntry({ actor: anActor(undefined, { name: 'Beti' }) }),
      changes: [
        { recordType: 'audit.unknown', recordId: 3, after: { isOpen: true, on: '2026-03-03' }, reason: 'Am reswm' },
      ],
    })
  })
})
afterAll(() => database.close())

async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200)
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('the list shows the newest first, in both languages, with a page after it', async () => {
  const auditor = await site.as('auditor')
  const html = await (await auditor.get('/audit')).text()
  expect(html.indexOf('Beti')).toBeLessThan(html.indexOf('Rhif 59'))
  expect(html).toMatch(/Changed a sample/)
  const next = /href="(\/audit\?before=\d+)"/.exec(html)?.[1]
  expect(await textOf(await auditor.get(next ?? ''))).toMatch(/Rhif 0 /)
  expect(await textOf(await auditor.get('/cy/audit'))).toMatch(/Newidiwyd sampl/)
})

test('a filter finds by name, kind and day, and says so when nothing fits or a day is no day', async () => {
  const auditor = await site.as('auditor')
  expect(await textOf(await auditor.get('/audit?who=beti'))).toMatch(/One change is recorded/)
  expect(await textOf(await auditor.get('/audit?recordType=audit.unknown&recordId=3'))).toMatch(
    /One change is recorded/,
  )
  expect(await textOf(await auditor.get('/audit?from-day=4&from-month=3&from-year=2026'))).toMatch(/Nothing fits/)
  expect(await textOf(await auditor.get('/audit?to-day=30&to-month=2&to-year=2026'))).toMatch(/There is a problem/)
})

test('the list goes out as CSV, all of it, in the reader’s language', async () => {
  const auditor = await site.as('auditor')
  const csv = await (await auditor.get('/cy/audit?export=csv')).text()
  expect(csv.trim().split('\n').length).toBeGreaterThan(61)
  expect(csv).toMatch(/Newidiwyd sampl/)
  expect((await auditor.get('/audit?export=xlsx')).headers.get('Content-Type')).toMatch(/spreadsheetml/)
})

test('an entry shows before and after side by side, by the names people know', async () => {
  const auditor = await site.as('auditor')
  const known = await textOf(await auditor.get('/audit/1'))
  expect(known).toMatch(/Name Tŷ Gwyn Tŷ Coch/)
  expect(known).toMatch(/Sample 12/)
  const unknown = await textOf(await auditor.get('/cy/audit/61'))
  expect(unknown).toMatch(/on Dim byd 3 Mawrth 2026 isOpen Dim byd Ie/)
  expect(unknown).toMatch(/Am reswm/)
  expect((await auditor.get('/audit/9999')).status).toBe(404)
  expect((await auditor.get('/audit/nonsense')).status).toBe(400)
})

test('the verdict stands on a page', async () => {
  const auditor = await site.as('auditor')
  expect(await textOf(await auditor.get('/audit/verify'))).toMatch(/The audit log is whole/)
  expect(await textOf(await auditor.get('/cy/audit/verify'))).toMatch(/Mae’r log archwilio yn gyflawn/)
})

test.each([
  ['social-worker', 200],
  ['auditor', 200],
  ['procurement-officer', 403],
  ['provider-manager', 403],
  ['person', 403],
] as const)('the history of a record is for those who may see the record: %s %i', async (role, status) => {
  const visitor = await site.as(
    role,
    role === 'provider-manager' ? { providerId: 1 } : role === 'person' ? { personIds: [1] } : {},
  )
  const history = await visitor.get('/history/audit.sample/12')
  expect(history.status).toBe(status)
  expect((await visitor.get('/history/audit.sample/12/1')).status).toBe(status)
  if (status === 200) expect(await history.text()).toMatch(/This record was changed 60 times/)
})

test('an entry of another record is not in this one’s history, and an unpublished kind is for auditors alone', async () => {
  const worker = await site.as('social-worker')
  expect((await worker.get('/history/audit.sample/13/1')).status).toBe(404)
  expect((await worker.get('/history/audit.unknown/3')).status).toBe(403)
  expect((await (await site.as('auditor')).get('/history/audit.unknown/3')).status).toBe(200)
})

test.each([
  'commissioner',
  'contract-manager',
  'social-worker',
  'reviewer',
] as const)('the log is not for a %s', async (role) => {
  const visitor = await site.as(role)
  for (const path of ['/audit', '/audit/1', '/audit/verify', '/audit?export=csv'])
    expect((await visitor.get(path)).status).toBe(403)
})
