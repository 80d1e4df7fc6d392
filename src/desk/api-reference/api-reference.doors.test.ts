import { createRoute, z } from '@hono/zod-openapi'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { apiDocumentDoor } from '../../platform/api/api-document.ts'
import { described } from '../../platform/api/documented-route.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import type { Doors } from '../../platform/http/doors.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { apiReferenceDesk } from './api-reference.pages.tsx'

let database: Database
let site: TestSite
beforeAll(async () => {
  database = await openTestDatabase()
  site = testSite(testRuntime(database), [apiReferenceDesk, { api: sampleApi }, { api: apiDocumentDoor }])
})
afterAll(() => database.close())

const Part = z.object({ on: z.string().openapi({ format: 'date' }), size: z.number().int().nullable() }).openapi('Part')

function sampleApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Change a sample', 'Newid sampl'),
      method: 'put',
      path: '/samples/{id}',
      request: {
        params: z.object({ id: z.coerce.number().int() }),
        body: { content: { 'application/json': { schema: z.object({ kind: z.enum(['small', 'large']) }) } } },
      },
      responses: {
        200: {
          description: 'The sample',
          content: { 'application/json': { schema: z.object({ parts: z.array(Part), open: z.boolean().optional() }) } },
        },
      },
    }),
    'people:change',
    (c) => c.json({ parts: [] }, 200),
  )
}

async function textOf(path: string): Promise<string> {
  const response = await site.anonymous().get(path)
  expect(response.status).toBe(200)
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('anybody reads what each operation takes, answers and asks for, in English', async () => {
  const page = await textOf('/developers')
  expect(page).toMatch(/Change a sample PUT \/api\/v1\/samples\/{id}/)
  expect(page).toMatch(/Change people’s records and record outcome reviews/)
  expect(page).toMatch(/If-Match A header text Yes/)
  expect(page).toMatch(/id The address whole number Yes/)
  expect(page).toMatch(/kind The body one of: small, large Yes/)
  expect(page).toMatch(/parts The body list of object Yes parts\[\]\.on The body date Yes/)
  expect(page).toMatch(/parts\[\]\.size The body whole number or nothing Yes open The body true or false No/)
  expect(page).toMatch(/Refused with: 400, 401, 403, 404, 409, 412, 413, 422, 428, 503/)
})

test('and in Welsh', async () => {
  const page = await textOf('/cy/developers')
  expect(page).toMatch(/Newid sampl PUT/)
  expect(page).toMatch(/kind Y corff un o’r rhain: small, large Ydy/)
  expect(page).not.toMatch(/Change a sample/)
})

test('the document itself is given to programs', async () => {
  const response = await site.anonymous().get('/api/openapi.json')
  expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
  expect(await response.json()).toMatchObject({
    openapi: '3.1.0',
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas: { Problem: {} } },
    paths: { '/api/v1/samples/{id}': { put: { security: [{ token: [] }] } } },
  })
})
