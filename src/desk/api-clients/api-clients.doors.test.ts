import { afterAll, beforeAll, expect, test } from 'vitest'
import { authenticateToken } from '../../platform/api/authenticate-token.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { Role } from '../../platform/permissions/role.ts'
import { apiClientsDesk } from './api-clients.desk.ts'

let database: Database
let site: TestSite
beforeAll(async () => {
  database = await openTestDatabase()
  site = testSite(testRuntime(database), [apiClientsDesk], { authenticateToken })
})
afterAll(() => database.close())

const visits = {
  name: 'Visits',
  purpose: 'Sends visits every night',
  role: 'contract-manager',
  permissions: 'imports:visits',
}

async function textOf(response: Response, status = 200): Promise<string> {
  expect(response.status).toBe(status)
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('a program is added, given a token that is shown once, and let in until its use is ended', async () => {
  const administrator = await site.as('administrator')
  expect(await textOf(await administrator.get('/api-clients'))).toMatch(/No program may use the API yet/)
  const added = await administrator.post('/api-clients/new', visits)
  expect(added.status).toBe(303)
  const path = added.headers.get('Location') ?? ''
  expect(await textOf(await administrator.get(path))).toMatch(/Visits was added\. Give it a token now\./)

  const shown = await textOf(await administrator.post(`${path}/tokens`, { days: '30' }))
  const token = /canlyn\.1\.[A-Za-z0-9_-]{43}/.exec(shown)?.[0] ?? ''
  expect(await textOf(await administrator.get(path))).not.toContain(token)
  expect(await textOf(await administrator.get(path))).toContain(`…${token.slice(-4)}`)
  const ask = () => site.app.request('/api/v1/api-clients', { headers: { Authorization: `Bearer ${token}` } })
  expect((await ask()).status, 'let in, but this is not among what it may do').toBe(403)

  const ended = await administrator.post(`${path}/end`, { version: '1', reason: 'Replaced' })
  expect([ended.status, ended.headers.get('Location')]).toEqual([303, path])
  expect((await ask()).status).toBe(401)
  const page = await textOf(await administrator.get(`/cy${path}`))
  expect(page).toMatch(/Wedi dod i ben: 3 Mawrth 2026, 12:00\. Replaced/)
  expect(page).not.toMatch(/Rhoi tocyn iddi/)
})

test('a token is revoked from its row', async () => {
  const administrator = await site.as('administrator')
  const path =
    (await administrator.post('/api-clients/new', { ...visits, name: 'Revoked' })).headers.get('Location') ?? ''
  await administrator.post(`${path}/tokens`, { days: '365' })
  const html = await (await administrator.get(path)).text()
  const revoke = /action="([^"]+\/revoke)"/.exec(html)?.[1] ?? ''
  expect((await administrator.post(revoke)).status).toBe(303)
  expect(await textOf(await administrator.get(path))).toMatch(/The token was revoked.*Revoked/)
})

test('a form that is wrong comes back as typed, with each error at its field', async () => {
  const administrator = await site.as('administrator')
  const empty = await (await administrator.post('/api-clients/new', { ...visits, name: '', purpose: ' ' })).text()
  expect(empty).toMatch(/href="#name">Enter a name/)
  expect(empty).toMatch(/href="#purpose">Say what the program is for/)
  const wrong = { ...visits, name: 'Half done', role: 'auditor', permissions: 'tokens:manage' }
  const response = await administrator.post('/cy/api-clients/new', wrong)
  const html = await response.text()
  expect(response.status).toBe(400)
  expect(html).toMatch(/value="Half done"/)
  expect(html).toMatch(/href="#permissions"/)
  expect(html).toMatch(/<option value="auditor" selected/)
  expect(html).toMatch(/Nid yw’r rôl hon yn cynnwys/)
})

test('a reason is asked for before a program is ended, and a number of days for a token', async () => {
  const administrator = await site.as('administrator')
  const path =
    (await administrator.post('/api-clients/new', { ...visits, name: 'Reasons' })).headers.get('Location') ?? ''
  expect(await textOf(await administrator.post(`${path}/end`, { version: '1', reason: ' ' }), 400)).toMatch(/Say why/)
  expect(await textOf(await administrator.post(`${path}/tokens`, { days: '7' }), 400)).toMatch(/Choose how long/)
})

test('a program does the same through the API', async () => {
  const administrator = await site.as('administrator')
  const body = { ...visits, name: 'By API', permissions: ['imports:visits', 'tokens:manage'], role: 'administrator' }
  const { clientId } = await (await administrator.api('post', '/api/v1/api-clients', body)).json()
  const given = await administrator.api('post', `/api/v1/api-clients/${clientId}/tokens`, { days: 90 })
  const { token, tokenId } = await given.json()
  expect(given.status).toBe(201)
  const asProgram = (path: string) => site.app.request(path, { headers: { Authorization: `Bearer ${token}` } })
  const read = await asProgram(`/api/v1/api-clients/${clientId}`)
  expect([read.status, read.headers.get('ETag')]).toEqual([200, '"1"'])
  expect(await read.json()).toMatchObject({ name: 'By API', tokens: [{ tokenId }] })
  expect((await administrator.api('delete', `/api/v1/api-clients/${clientId}/tokens/${tokenId}`)).status).toBe(200)
  expect((await asProgram('/api/v1/api-clients')).status).toBe(401)
  const end = (headers = {}) =>
    administrator.api('patch', `/api/v1/api-clients/${clientId}`, { endedReason: 'Done' }, headers)
  expect((await end()).status).toBe(428)
  expect((await end({ 'If-Match': '"9"' })).status).toBe(412)
  expect((await end({ 'If-Match': '"1"' })).status).toBe(200)
})

test.each(
  Role.options.filter((role) => role !== 'administrator'),
)('programs and tokens are not for a %s', async (role) => {
  const reach = role.startsWith('provider')
    ? { providerId: 1 }
    : ['person', 'carer'].includes(role)
      ? { personIds: [1] }
      : {}
  const visitor = await site.as(role, reach)
  expect((await visitor.get('/api-clients')).status).toBe(403)
  expect((await visitor.post('/api-clients/new', visits)).status).toBe(403)
  expect((await visitor.api('post', '/api/v1/api-clients', visits)).status).toBe(403)
})
