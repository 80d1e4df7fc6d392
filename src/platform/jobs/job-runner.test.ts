import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import { defineAction, perform } from '../actions/action.ts'
import { anActor } from '../audit/audit.fixtures.ts'
import { fixedClock } from '../clock/clock.ts'
import { Configuration } from '../configuration/configuration.ts'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { noFrameworks } from '../frameworks/index.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { askForJob, cancelJob, listJobs, readJob } from './job.actions.ts'
import { defineJob, type JobContext } from './job.ts'
import { doJobNow, type JobRunner, startJobRunner } from './job-runner.ts'

let database: Database
let runtime: Runtime
const runners: JobRunner[] = []
beforeAll(async () => {
  database = await openTestDatabase()
  runtime = {
    configuration: Configuration.parse({}),
    database,
    clock: fixedClock('2026-03-03'),
    frameworks: noFrameworks,
  }
})
afterEach(async () => {
  for (const runner of runners.splice(0)) await runner.close()
})
afterAll(() => database.close())

/** What the test's job does next; each test gives its own. */
let work: (context: JobContext<number>) => Promise<Result<unknown>> = async () => accepted(null)

const sampleJob = defineJob({
  name: 'jobs.sample',
  title: { en: 'Sample work', cy: 'Gwaith sampl' },
  input: z.object({ steps: z.number() }),
  checkpoint: z.number(),
  run: (context) => work(context),
})

const askForSample = defineAction({
  name: 'jobs.ask-for-sample',
  title: { en: 'Asked for sample work', cy: 'Gofynnwyd am waith sampl' },
  permission: 'imports:run',
  input: z.object({ steps: z.number().default(3), isRefused: z.boolean().default(false) }),
  run: async (context, { steps, isRefused }) => {
    const jobId = await askForJob(context, sampleJob, { steps })
    const message = { en: 'No.', cy: 'Na.' }
    return isRefused ? refused({ kind: 'conflict', code: 'no', message }) : accepted(jobId)
  },
})

const origin = { via: 'page', at: '/jobs' } as const

function valueIn<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const ask = async (actor: Actor = anActor(), input = {}) =>
  valueIn(await perform(runtime, actor, askForSample, input, origin))
const read = async (jobId: number) => valueIn(await perform(runtime, anActor(), readJob, { jobId }, origin))

function start(options: Parameters<typeof startJobRunner>[1] = {}): JobRunner {
  const runner = startJobRunner(runtime, options)
  runners.push(runner)
  return runner
}

/** A promise and what settles it: the tests decide when a job goes on. */
function gate(): { passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { passed: promise, open: resolve }
}

test('a job runs in the name of who asked, says how far it is, and keeps its outcome', async () => {
  const seen: unknown[] = []
  work = async (context) => {
    seen.push(context.actor, context.origin, context.checkpoint)
    await context.progress(2, 3)
    seen.push((await read(context.jobId)).done)
    await context.progress(3, 3)
    return accepted({ accepted: 3 })
  }
  const provider = anActor({ kind: 'provider', providerId: 4 }, { roles: ['administrator'] })
  const jobId = await ask(provider)
  expect(await read(jobId)).toMatchObject({ state: 'waiting', title: sampleJob.title, startedAt: null })
  await start().untilIdle()
  expect(seen).toEqual([provider, { via: 'job', at: `jobs.sample/${jobId}` }, undefined, 2])
  expect(await read(jobId)).toMatchObject({ state: 'done', done: 3, total: 3, outcome: { accepted: 3 }, error: null })
})

test('a job asked for while the runner waits is begun without polling', async () => {
  const runner = start()
  await runner.untilIdle()
  work = async () => accepted('at once')
  const jobId = await ask()
  await runner.untilIdle()
  expect(await read(jobId)).toMatchObject({ state: 'done', outcome: 'at once' })
})

test('jobs are done in the order they were asked for, whatever their authority', async () => {
  const order: number[] = []
  work = async (context) => accepted(order.push(context.jobId))
  const ids = [await ask(), await ask(anActor(undefined, { authorityId: 2 })), await ask()]
  await start().untilIdle()
  expect(order).toEqual(ids)
})

test('a refused action leaves no job behind', async () => {
  const before = valueIn(await perform(runtime, anActor(), listJobs, {}, origin)).length
  expect((await perform(runtime, anActor(), askForSample, { isRefused: true }, origin)).ok).toBe(false)
  expect(valueIn(await perform(runtime, anActor(), listJobs, {}, origin))).toHaveLength(before)
})

test('a job that is refused keeps the reason; a fault of ours keeps a sentence for people and the fault for operators', async () => {
  const message = { en: 'The file is empty.', cy: 'Mae’r ffeil yn wag.' }
  work = async () => refused({ kind: 'invalid', code: 'empty-file', message })
  const refusedId = await ask()
  await start().untilIdle()
  expect(await read(refusedId)).toMatchObject({ state: 'failed', error: { code: 'empty-file', message } })

  work = async () => {
    throw new TypeError('a bug')
  }
  const faultyId = await ask()
  await start().untilIdle()
  expect(await read(faultyId)).toMatchObject({ state: 'failed', error: { code: 'job-fault' } })
  const { fault } = await database.asOwner((tx) =>
    tx.selectFrom('platform.job').select('fault').where('job_id', '=', faultyId).executeTakeFirstOrThrow(),
  )
  expect(fault).toMatch(/TypeError: a bug/)
})

test('a waiting job is cancelled at once and never begins', async () => {
  const jobId = await ask()
  expect(valueIn(await perform(runtime, anActor(), cancelJob, { jobId }, origin)).state).toBe('cancelled')
  work = async () => {
    throw new Error('must not run')
  }
  await start().untilIdle()
  expect((await read(jobId)).state).toBe('cancelled')
  expect(await perform(runtime, anActor(), cancelJob, { jobId }, origin)).toMatchObject({
    refusal: { kind: 'conflict', code: 'job-already-over' },
  })
})

test('a running job that is cancelled stops at its next step; that step is rolled back and the ones before stay', async () => {
  const begun = gate()
  const cancelled = gate()
  work = async (context) => {
    await database.transaction(context.actor, (tx) => context.save(tx, 1))
    begun.open()
    await cancelled.passed
    await database.transaction(context.actor, (tx) => context.save(tx, 2))
    return accepted('never')
  }
  const runner = start()
  const jobId = await ask()
  await begun.passed
  expect(valueIn(await perform(runtime, anActor(), cancelJob, { jobId }, origin))).toMatchObject({
    state: 'running',
    isCancelRequested: true,
  })
  cancelled.open()
  await runner.untilIdle()
  expect(await read(jobId)).toMatchObject({ state: 'cancelled', checkpoint: 1, outcome: null })
})

test('when the program closes, a job stops at its next step and the next program goes on from its checkpoint', async () => {
  const begun = gate()
  const closed = gate()
  const checkpoints: unknown[] = []
  work = async (context) => {
    checkpoints.push(context.checkpoint)
    if (context.checkpoint === 7) return accepted('finished')
    await database.transaction(context.actor, (tx) => context.save(tx, 7))
    begun.open()
    await closed.passed
    await context.progress(1)
    return accepted('never')
  }
  const first = start()
  const jobId = await ask()
  await begun.passed
  const closing = first.close()
  closed.open()
  await closing
  expect((await read(jobId)).state).toBe('waiting')
  await start().untilIdle()
  expect(checkpoints).toEqual([undefined, 7])
  expect(await read(jobId)).toMatchObject({ state: 'done', outcome: 'finished' })
})

test('a job whose program fell silent is taken over, and the one that fell silent can change nothing more', async () => {
  const begun = gate()
  const awake = gate()
  const told: unknown[] = []
  work = async (context) => {
    if (context.checkpoint === 1) return accepted('by the second')
    await database.transaction(context.actor, (tx) => context.save(tx, 1))
    begun.open()
    await awake.passed
    await database
      .transaction(context.actor, (tx) => context.save(tx, 2))
      .catch((error: unknown) => {
        told.push(error)
        throw error
      })
    return accepted('by the first')
  }
  const silent = start()
  const jobId = await ask()
  await begun.passed
  await start({ silentSeconds: 0 }).untilIdle()
  awake.open()
  await silent.untilIdle()
  expect(told).toMatchObject([{ reason: 'lost' }])
  expect(await read(jobId)).toMatchObject({ state: 'done', outcome: 'by the second', checkpoint: 1 })
})

test('a job of a living program is left to it', async () => {
  const begun = gate()
  const finish = gate()
  let times = 0
  work = async () => {
    times += 1
    begun.open()
    await finish.passed
    return accepted(times)
  }
  const first = start()
  const jobId = await ask()
  await begun.passed
  await start({ silentSeconds: 60 }).untilIdle()
  finish.open()
  await first.untilIdle()
  expect(await read(jobId)).toMatchObject({ state: 'done', outcome: 1 })
})

test.each([
  [4, 'done'],
  [5, 'failed'],
])('a job that killed its program %i times in a row: %s', async (deaths, state) => {
  const jobId = await ask()
  await database.asOwner((tx) =>
    tx.updateTable('platform.job').set({ attempts: deaths }).where('job_id', '=', jobId).execute(),
  )
  work = async () => accepted(null)
  await start().untilIdle()
  expect((await read(jobId)).state).toBe(state)
})

test('the command line does its job itself, unless another has it', async () => {
  work = async () => accepted('here')
  const jobId = await ask()
  expect(await doJobNow(runtime, { authorityId: 1, jobId })).toMatchObject({ state: 'done', outcome: 'here' })
  expect(await doJobNow(runtime, { authorityId: 1, jobId })).toBeUndefined()
})

test('who may not see or cancel jobs is refused, and another authority’s are not there', async () => {
  const jobId = await ask()
  for (const role of ['social-worker', 'provider-manager', 'person'] as const)
    expect(await perform(runtime, anActor(undefined, { roles: [role] }), readJob, { jobId }, origin)).toMatchObject({
      refusal: { kind: 'forbidden' },
    })
  const manager = anActor(undefined, { roles: ['contract-manager'] })
  expect((await perform(runtime, manager, readJob, { jobId }, origin)).ok).toBe(true)
  expect(await perform(runtime, manager, cancelJob, { jobId }, origin)).toMatchObject({
    refusal: { kind: 'forbidden' },
  })
  const elsewhere = anActor(undefined, { authorityId: 2 })
  expect(await perform(runtime, elsewhere, cancelJob, { jobId }, origin)).toMatchObject({
    refusal: { kind: 'not-found' },
  })
})
