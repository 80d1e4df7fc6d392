import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { DOCUMENT_FILE, renderDocument, wholeDocument } from './openapi.ts'
import { Permission } from './platform/permissions/permission.ts'

const document = wholeDocument()
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
)

test('the committed openapi.json is what the routes say: after a change run `npm run openapi`', async () => {
  expect(await readFile(DOCUMENT_FILE, 'utf8')).toBe(renderDocument())
})

test('there is an API to describe', () => {
  expect(operations.length).toBeGreaterThan(10)
})

test.each(operations)('%s says in both languages what it is for', (_name, operation) => {
  expect(operation.summary?.length).toBeGreaterThan(3)
  expect(operation['x-summary-cy']?.length).toBeGreaterThan(3)
  expect(operation['x-summary-cy']).not.toBe(operation.summary)
})

test.each(operations)('%s says who may ask, and how it refuses', (name, operation) => {
  const isPublic = operation.security?.length === 0
  const needed = ['400', ...(isPublic ? [] : ['401', '403']), ...(name.includes('{') ? ['404'] : [])]
  for (const status of needed)
    expect(operation.responses[status]?.content?.['application/problem+json']?.schema, status).toEqual({
      $ref: '#/components/schemas/Problem',
    })
  for (const permission of operation['x-permissions'] ?? []) expect(Permission.options).toContain(permission)
})

test.each(
  operations.filter(([name]) => !name.startsWith('get')),
)('%s takes a key, so that it is done once', (name, operation) => {
  const headers = (operation.parameters ?? []).filter((one) => one.in === 'header').map((one) => one.name)
  expect(headers).toContain('Idempotency-Key')
  if (/^(put|patch)/.test(name)) expect(headers).toContain('If-Match')
})

test.each(operations)('%s describes its good answer', (_name, operation) => {
  const good = Object.entries(operation.responses).filter(([status]) => status.startsWith('2'))
  expect(good.length).toBeGreaterThan(0)
  for (const [, response] of good) expect(response.description?.length).toBeGreaterThan(2)
})

test.each(operations)('%s names every part of its address, and needs each', (name, operation) => {
  const parts = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1])
  const named = (operation.parameters ?? []).filter((one) => one.in === 'path' && one.required).map((one) => one.name)
  expect(named.sort()).toEqual(parts.sort())
})
