import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accepted, refused } from '../../kernel/result.ts'
import { anActor } from '../../platform/audit/audit.fixtures.ts'
import type { Database } from '../../platform/database/database.ts'
import { openTestDatabase } from '../../platform/database/test-database.ts'
import { type TestSite, testRuntime, testSite } from '../../platform/http/site.fixtures.ts'
import { insertJob } from '../../platform/jobs/job.store.ts'
import { defineJob } from '../../platform/jobs/job.ts'
import { doJobNow } from '../../platform/jobs/job-runner.ts'
import type { Runtime } from '../../platform/runtime.ts'
import { jobsDesk } from './jobs.desk.ts'

let database: Database
let runtime: Runtime
let site: TestSite
let waiting: number
let done: number
let failed: number
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = testRuntime(database)
  site = testSite(runtime, [jobsDesk])
  done = await ask({ isBroken: false })
  failed = await ask({ isBroken: true })
  await doJobNow(runtime, { authorityId: 1, jobId: done })
  await doJobNow(runtime, { authorityId: 1, jobId: failed })
  waiting = await ask({ isBroken: false })
})
afterAll(() => database.close())

const sampleJob = defineJob({
  name: 'desk.sample',
  title: { en: 'Import of visits', cy: 'Mewnforio ymweliadau' },
  input: z.object({ isBroken: z.boolean() }),
  checkpoint: z.null(),
  outcomeNames: { accepted: { en: 'Rows accepted', cy: 'Rhesi a dderbyniwyd' } },
  run: async (_context, { isBroken }) =>
    isBroken
      ? refused({ kind: 'invalid', code: 'empty', message: { en: 'The file is empty.', cy: 'Mae’r ffeil yn wag.' } })
      : accepted({ accepted: 41_000, hidden: 'not named' }),
})

function ask(input: { isBroken: boolean }): Promise<number> {
  const { name: kind, title } = sampleJob
  const job = { kind, title, input, actor: anActor(), askedAt: runtime.clock.now() }
  return database.transaction(anActor(), (tx) => insertJob(tx, job))
}

async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200)
  return (await response.text()).replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ')
}

test('the list says what waits, in both languages, and is kept up to date while something does', async () => {
  const manager = await site.as('contract-manager')
  const html = await (await manager.get('/jobs')).text()
  expect(html).toMatch(/One piece of work is running or waits for its turn/)
  expect(html).toMatch(/data-refresh-url="\/jobs"/)
  expect(await textOf(await manager.get('/cy/jobs'))).toMatch(/Mae un darn o waith ar y gweill/)
  expect(await textOf(await manager.get('/jobs?state=done'))).toMatch(/Nothing is running and nothing waits/)
})

test('a job’s page says what came of it, or why it failed', async () => {
  const manager = await site.as('contract-manager')
  const over = await textOf(await manager.get(`/jobs/${done}`))
  expect(over).toMatch(/Rows accepted 41,000/)
  expect(over).not.toMatch(/not named/)
  expect(await textOf(await manager.get(`/cy/jobs/${failed}`))).toMatch(/Pam y methodd Mae’r ffeil yn wag\./)
  expect((await manager.get('/jobs/9999')).status).toBe(404)
})

test('only administrators are offered to cancel, and only they can', async () => {
  const manager = await site.as('contract-manager')
  expect(await textOf(await manager.get(`/jobs/${waiting}`))).not.toMatch(/Cancel this work/)
  expect((await manager.post(`/jobs/${waiting}/cancel`)).status).toBe(403)
  const administrator = await site.as('administrator')
  expect(await textOf(await administrator.get(`/jobs/${waiting}`))).toMatch(/Cancel this work/)
  const answer = await administrator.post(`/jobs/${waiting}/cancel`)
  expect([answer.status, answer.headers.get('Location')]).toEqual([303, `/jobs/${waiting}`])
  expect(await textOf(await administrator.get(`/jobs/${waiting}`))).toMatch(/cancelled before it began/)
  expect((await administrator.post(`/jobs/${waiting}/cancel`)).status).toBe(409)
})

test('programs list, look and cancel the same way', async () => {
  const administrator = await site.as('administrator')
  const first = await (await administrator.get('/api/v1/jobs?limit=2')).json()
  expect(first.items.map((job: { jobId: number }) => job.jobId)).toEqual([waiting, failed])
  const second = await (await administrator.get(`/api/v1/jobs?limit=2&after=${first.next}`)).json()
  expect(second).toMatchObject({ items: [{ jobId: done, outcome: { accepted: 41_000 }, state: 'done' }], next: null })
  expect(await (await administrator.get(`/api/v1/jobs/${failed}`)).json()).toMatchObject({ error: { code: 'empty' } })
  expect((await administrator.get('/api/v1/jobs/9999')).status).toBe(404)
  const another = await ask({ isBroken: false })
  expect(await (await administrator.api('post', `/api/v1/jobs/${another}/cancel`)).json()).toMatchObject({
    state: 'cancelled',
  })
  expect((await administrator.api('post', `/api/v1/jobs/${done}/cancel`)).status).toBe(409)
})

test.each([
  'social-worker',
  'provider-manager',
  'person',
] as const)('long-running work is not for a %s', async (role) => {
  const reach = role === 'provider-manager' ? { providerId: 1 } : role === 'person' ? { personIds: [1] } : {}
  const visitor = await site.as(role, reach)
  for (const path of ['/jobs', `/jobs/${done}`, '/api/v1/jobs', `/api/v1/jobs/${done}`])
    expect((await visitor.get(path)).status).toBe(403)
})
