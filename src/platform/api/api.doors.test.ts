import { createRoute, z } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accepted } from '../../kernel/result.ts'
import { defineAction, perform } from '../actions/action.ts'
import { checkVersion } from '../actions/version.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { originOf } from '../http/answer.ts'
import { actorOf, type Doors } from '../http/doors.ts'
import { type TestSite, testRuntime, testSite } from '../http/site.fixtures.ts'
import { described } from './documented-route.ts'
import { entityTag, refuseWithoutVersion, versionSeen } from './entity-tag.ts'
import { cursorIn, PageQuery, pageFrom, pageOf } from './page-cursor.ts'
import { answered } from './problem-answers.ts'

let database: Database
let site: TestSite
beforeAll(async () => {
  database = await openTestDatabase()
  site = testSite(testRuntime(database), [{ api: sampleApi }])
})
afterAll(() => database.close())

const sample = { version: 1, name: 'Tŷ Gwyn' }

const renameSample = defineAction({
  name: 'api.rename-sample',
  title: { en: 'Renamed a sample', cy: 'Ailenwyd sampl' },
  permission: 'users:manage',
  input: z.object({ version: z.number(), name: z.string() }),
  run: async (_context, { version, name }) => {
    const checked = checkVersion(version, sample.version)
    if (!checked.ok) return checked
    Object.assign(sample, { name, version: sample.version + 1 })
    return accepted({ ...sample })
  },
})

const Sample = z.object({ version: z.number(), name: z.string() }).openapi('Sample')
const NAMES = ['Afon', 'Bryn', 'Coed', 'Dôl', 'Eira']

function sampleApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Rename a sample', 'Ailenwi sampl'),
      method: 'put',
      path: '/samples/{id}',
      request: { body: { content: { 'application/json': { schema: z.object({ name: z.string().min(1) }) } } } },
      responses: { 200: { description: 'As it is now', content: { 'application/json': { schema: Sample } } } },
    }),
    'users:manage',
    async (c) => {
      const version = versionSeen(c)
      if (version === undefined) return refuseWithoutVersion(c)
      const { name } = c.req.valid('json')
      const result = await perform(c.get('runtime'), actorOf(c), renameSample, { name, version }, originOf(c))
      return answered(c, result, (value) => c.json(value, 200, { ETag: entityTag(value.version) }))
    },
  )
  doors.api(
    createRoute({
      ...described('List names', 'Rhestru enwau'),
      method: 'get',
      path: '/names',
      request: {
        query: PageQuery.extend({
          after: cursorIn(z.tuple([z.string()])).optional(),
          letter: z.enum(['a', 'b']).optional().catch(undefined),
          order: z.enum(['up', 'down']).catch('up').default('up'),
        }),
      },
      responses: { 200: { description: 'Names', content: { 'application/json': { schema: pageOf(z.string()) } } } },
    }),
    'signed-in',
    (c) => {
      const { limit, after } = c.req.valid('query')
      const rows = NAMES.filter((name) => after === undefined || name > after[0]).slice(0, limit + 1)
      return c.json(
        pageFrom(rows, limit, (name) => [name]),
        200,
      )
    },
  )
}

test('a write says which version it was made from: missing 428, stale 412 with both versions, right 200 with the next', async () => {
  const administrator = await site.as('administrator')
  const put = (headers: Record<string, string>, body: unknown = { name: 'Tŷ Coch' }, path = '/api/v1/samples/1') =>
    administrator.api('put', path, body, headers)
  for (const value of ['', '*', '3', 'W/"1"', '"1", "2"', '"0"']) {
    const missing = await put(value ? { 'If-Match': value } : {})
    expect(missing.status, value).toBe(428)
    expect(missing.headers.get('Content-Type')).toBe('application/problem+json')
    expect(await missing.json()).toMatchObject({ code: 'if-match-needed', status: 428 })
  }
  const right = await put({ 'If-Match': '"1"' })
  expect(right.status).toBe(200)
  expect(right.headers.get('ETag')).toBe('"2"')
  const stale = await put({ 'If-Match': '"1"' })
  expect(stale.status).toBe(412)
  expect(await stale.json()).toMatchObject({
    code: 'stale-version',
    detail: expect.stringMatching(/version 1.*version 2/),
  })
  const welsh = await put({ 'If-Match': '"1"' }, { name: 'x' }, '/cy/api/v1/samples/1')
  expect((await welsh.json()).detail).toMatch(/fersiwn 1.*fersiwn 2/)
})

test('the same write sent twice with one key is made once, and its version is the same both times', async () => {
  const administrator = await site.as('administrator')
  const put = (name: string) =>
    administrator.api('put', '/api/v1/samples/1', { name }, { 'If-Match': `"${before}"`, 'Idempotency-Key': 'key-1' })
  const before = sample.version
  expect((await put('Tŷ Du')).headers.get('ETag')).toBe(`"${before + 1}"`)
  const again = await put('Tŷ Du')
  expect([again.status, again.headers.get('ETag')]).toEqual([200, `"${before + 1}"`])
  expect(sample.version).toBe(before + 1)
  const other = await put('Tŷ Arall')
  expect([other.status, (await other.json()).code]).toEqual([422, 'idempotency-key-reused'])
})

test('a body that does not fit names each field; one that is no JSON is refused as well', async () => {
  const administrator = await site.as('administrator')
  const misfit = await administrator.api('put', '/api/v1/samples/1', { name: '' }, { 'If-Match': '"1"' })
  expect(misfit.status).toBe(400)
  expect(await misfit.json()).toMatchObject({ errors: [{ field: 'name', code: 'invalid-too-small' }] })
  const broken = await site.app.request('/api/v1/samples/1', {
    method: 'PUT',
    headers: {
      Cookie: `canlyn=${administrator.token}`,
      'Sec-Fetch-Site': 'same-origin',
      'Content-Type': 'application/json',
    },
    body: '{"name":',
  })
  expect(broken.status).toBe(400)
  expect(broken.headers.get('Content-Type')).toBe('application/problem+json')
})

test('a list is read page by page to its end, and a cursor of somebody’s own making is refused', async () => {
  const reviewer = await site.as('reviewer')
  const seen: string[] = []
  let after = ''
  for (let pages = 0; pages < 3; pages += 1) {
    const page = await (await reviewer.get(`/api/v1/names?limit=2${after && `&after=${after}`}`)).json()
    seen.push(...page.items)
    after = page.next
  }
  expect([seen, after]).toEqual([NAMES, null])
  for (const wrong of ['x', Buffer.from('[1]').toString('base64url'), Buffer.from('{').toString('base64url')]) {
    const refused = await reviewer.get(`/api/v1/names?after=${wrong}`)
    expect([refused.status, (await refused.json()).errors[0].field]).toEqual([400, 'after'])
  }
  expect((await reviewer.get('/api/v1/names?limit=501')).status).toBe(400)
})

test('a filter that a page would pass over is refused to a program, and left out it has its default', async () => {
  const reviewer = await site.as('reviewer')
  for (const [query, field] of [
    ['letter=c', 'letter'],
    ['order=sideways', 'order'],
  ]) {
    const refused = await reviewer.get(`/api/v1/names?${query}`)
    expect([refused.status, (await refused.json()).errors[0].field]).toEqual([400, field])
  }
  expect((await reviewer.get('/api/v1/names?letter=b&order=down')).status).toBe(200)
})

test('who asks without signing in is told how, and who may not is told so', async () => {
  const unknown = await site.anonymous().get('/api/v1/names')
  expect([unknown.status, unknown.headers.get('WWW-Authenticate')]).toEqual([401, 'Bearer'])
  const auditor = await site.as('auditor')
  expect((await auditor.api('put', '/api/v1/samples/1', { name: 'x' }, { 'If-Match': '"1"' })).status).toBe(403)
})
