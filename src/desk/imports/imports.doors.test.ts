import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { newFormToken } from '../../platform/http/form-token.ts'
import { type TestSite, testSite, type Visitor } from '../../platform/http/site.fixtures.ts'
import { importRuntime, removeFolder } from '../../platform/import/import.fixtures.ts'
import { publishImportKinds } from '../../platform/import/kinds.ts'
import { type JobRunner, startJobRunner } from '../../platform/jobs/job-runner.ts'
import type { Runtime } from '../../platform/runtime.ts'
import { commissioningSystem } from '../../systems/commissioning/system.ts'
import { visitsImport } from '../../systems/work-allocation/visit/visit.import.ts'
import { importsDesk } from './imports.desk.ts'

const AREAS = 'area_ref,name_en,name_cy,rurality\n'

let database: Database
let runtime: Runtime
let site: TestSite
let jobs: JobRunner
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = await importRuntime(database)
  publishImportKinds([...commissioningSystem.imports, visitsImport])
  site = testSite(runtime, [importsDesk])
  jobs = startJobRunner(runtime)
})
afterAll(async () => {
  await jobs.close()
  await database.close()
  await removeFolder(runtime)
})

/** Sends the form as a browser without scripts does. */
async function sendForm(
  visitor: Visitor,
  fields: Readonly<Record<string, string>>,
  content?: string,
  path = '/imports/new',
) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  body.append('file', new File(content === undefined ? [] : [content], content === undefined ? '' : 'ardaloedd.csv'))
  return site.app.request(path, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: `canlyn=${visitor.token}` },
    body,
  })
}

const tokenFor = (visitor: Visitor) => newFormToken(visitor.token ?? '')

async function textOf(response: Response): Promise<string> {
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

/** Sends to the API as a program does. */
async function sendToApi(visitor: Visitor, query: string, content: string): Promise<Response> {
  return site.app.request(`/api/v1/imports?${query}`, {
    method: 'POST',
    headers: { 'Sec-Fetch-Site': 'same-origin', Cookie: `canlyn=${visitor.token}`, 'Content-Type': 'text/csv' },
    body: content,
  })
}

test('from file to report without a script: send, see the check, bring in, correct what was rejected, undo', async () => {
  const officer = await site.as('administrator')
  const content = `${AREAS}A1,Upper Valley,Blaen y Cwm,rural\nA2,,Yr Arfordir,seaside\n`
  const sent = await sendForm(officer, { _csrf: tokenFor(officer), kind: 'areas' }, content)
  expect(sent.status).toBe(303)
  const path = sent.headers.get('location') ?? ''
  await jobs.untilIdle()
  expect(await textOf(await officer.get(path))).toMatch(
    /Of 2 rows read, 1 would be taken, 0 are already known and 1 would be rejected/,
  )
  expect(await textOf(await officer.get(`/cy${path}`))).toMatch(
    /Darllenwyd 2 res: 1 i’w derbyn, 0 yn hysbys eisoes, 1 i’w gwrthod/,
  )
  expect((await officer.post(`${path}/confirm`)).status).toBe(303)
  await jobs.untilIdle()
  expect(await textOf(await officer.get(path))).toMatch(
    /Of 2 rows read, 1 was taken, 0 were already known and 1 was rejected/,
  )
  expect(await textOf(await officer.get(`${path}/rejected`))).toMatch(
    /name_en This value is required and is empty.*rurality seaside Write one of these/,
  )
  const rejected = await (await officer.get(`/cy${path}/rejected.csv`)).text()
  expect(rejected).toMatch(/A2,,Yr Arfordir,seaside,3,name_en rurality,missing not-a-choice,/)
  const corrected = rejected.replace('A2,,', 'A2,The Coast,').replace('seaside', 'mixed')
  const again = await sendForm(officer, { _csrf: tokenFor(officer), kind: 'areas' }, corrected)
  await jobs.untilIdle()
  expect(await textOf(await officer.get(again.headers.get('location') ?? ''))).toMatch(
    /Of 1 row read, 1 would be taken/,
  )
  expect(await textOf(await officer.get(`${path}/undo`))).toMatch(/1 record that came in with it will be deleted/)
  expect((await officer.post(`${path}/undo`)).status).toBe(303)
  expect(await textOf(await officer.get(path))).toMatch(/This import was undone/)
  expect(await textOf(await officer.get('/imports?kind=areas'))).toMatch(/2 files/)
})

test('a form without a file, without a kind, with a file that cannot be used, or from elsewhere comes back or is refused', async () => {
  const officer = await site.as('contract-manager')
  const good = { _csrf: tokenFor(officer), kind: 'areas' }
  expect(await textOf(await sendForm(officer, good))).toMatch(/There is a problem Choose the file to send/)
  expect(await textOf(await sendForm(officer, { _csrf: good._csrf }, AREAS))).toMatch(/Choose what the file holds/)
  const wrong = await sendForm(officer, good, 'ref,name\n1,a\n', '/cy/imports/new')
  expect(wrong.status).toBe(400)
  expect(await wrong.text()).toMatch(/Rhaid i’r llinell gyntaf enwi’r colofnau hyn.*area_ref, name_en, name_cy/)
  expect((await sendForm(officer, { kind: 'areas' }, AREAS)).status).toBe(403)
})

test('a program sends, reads, confirms, lists what was rejected and undoes', async () => {
  const officer = await site.as('administrator')
  const content = `${AREAS}B1,One,Un,\nB2,Two,Dau,hilly\n`
  const dry = await sendToApi(officer, 'kind=areas&dryRun=true&fileName=ardaloedd.csv', content)
  expect(dry.status).toBe(200)
  const checked = (await dry.json()) as { importId: number }
  expect(checked).toMatchObject({
    kind: 'areas',
    state: 'checked',
    fileName: 'ardaloedd.csv',
    read: 2,
    accepted: 1,
    rejected: 1,
  })
  const path = `/api/v1/imports/${checked.importId}`
  expect(await (await officer.api('post', `${path}/confirm`)).json()).toMatchObject({
    state: 'done',
    accepted: 1,
    alreadyKnown: 0,
  })
  expect(await (await officer.get(path)).json()).toMatchObject({ state: 'done', read: 2 })
  expect(await (await officer.get(`${path}/rejects`)).json()).toMatchObject({
    total: 1,
    items: [
      {
        line: 3,
        column: 'rurality',
        value: 'hilly',
        code: 'not-a-choice',
        message: 'Write one of these: urban, mixed, rural.',
      },
    ],
  })
  expect(await (await officer.get(`${path}/rejects.csv`)).text()).toContain('B2,Two,Dau,hilly,3,rurality,not-a-choice')
  expect(await (await officer.api('post', `${path}/undo`)).json()).toEqual({ deleted: 1, restored: 0 })
  expect(await (await officer.api('post', `${path}/undo`)).json()).toMatchObject({
    status: 409,
    code: 'nothing-to-undo',
  })
  expect((await sendToApi(officer, 'kind=castles', content)).status).toBe(404)
  expect(await (await officer.get('/api/v1/imports?kind=areas')).json()).toMatchObject({ page: 1, pageSize: 25 })
})

test('templates can be sent as they are: their heading is right and their example fits its columns', async () => {
  const officer = await site.as('administrator')
  for (const name of ['areas', 'needs', 'providers', 'visits']) {
    const csv = await officer.get(`/imports/templates/${name}.csv`)
    expect(csv.headers.get('content-disposition')).toContain(`${name}.csv`)
    const sent = await sendToApi(officer, `kind=${name}&dryRun=true`, await csv.text())
    expect(await sent.json()).toMatchObject({ state: 'checked', read: 1, unknownColumns: [] })
    const xlsx = await officer.get(`/cy/imports/templates/${name}.xlsx`)
    expect(xlsx.headers.get('content-type')).toContain('spreadsheet')
  }
})

test('a provider sees and sends visit files only, and never sees another’s import', async () => {
  const officer = await site.as('administrator')
  const provider = await site.as('provider-manager', { providerId: 1 })
  const sent = (await (await sendToApi(officer, 'kind=areas&dryRun=true', `${AREAS}D1,a,b,\n`)).json()) as {
    importId: number
  }
  expect(await textOf(await provider.get('/imports/new'))).not.toMatch(/Areas/)
  expect((await provider.get(`/imports/${sent.importId}`)).status).toBe(404)
  expect((await provider.api('post', `/api/v1/imports/${sent.importId}/confirm`)).status).toBe(404)
  expect((await sendToApi(provider, 'kind=areas', `${AREAS}D1,a,b,\n`)).status).toBe(403)
  expect((await sendToApi(await site.as('auditor'), 'kind=visits', '')).status).toBe(403)
})
