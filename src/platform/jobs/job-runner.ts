/** Does the jobs that wait, one after another, for as long as this program runs. */
import { randomUUID } from 'node:crypto'
import type { Refusal } from '../../kernel/result.ts'
import type { Database } from '../database/database.ts'
import { DatabaseUnavailable } from '../database/unavailable.ts'
import { systemActor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import * as store from './job.store.ts'
import { findJobNamed, type JobContext, JobStopped } from './job.ts'

/** How often a job may be begun without getting to another checkpoint: after that, it is the job that kills the program. */
const ATTEMPTS_AT_MOST = 5
const PROGRESS_EVERY_MS = 500
const SAY_ALIVE_EVERY_MS = 10_000
/** Between looks at the queue on PostgreSQL, where another program may have added to it. The embedded database has no other program. */
const LOOK_EVERY_MS = 5_000

export type JobRunner = {
  /** Comes back when no job waits any more, or the runner is closing. */
  untilIdle(): Promise<void>
  /** Lets the running job stop at its next step, keeping its checkpoint, and waits for that. */
  close(): Promise<void>
}

export type JobRunnerOptions = {
  /** How long another program may be silent before its jobs are taken over; on the embedded database any other program is dead. */
  readonly silentSeconds?: number
  /** Hears when the queue itself cannot be read or written; the runner goes on at the next call. */
  readonly onFault?: (error: unknown) => void
}

/** Starts doing jobs: those that wait, those a program left behind when it died, and from then on each as it is asked for. */
export function startJobRunner(runtime: Runtime, options: JobRunnerOptions = {}): JobRunner {
  const isShared = runtime.database.kind === 'postgres'
  const claimant = { runner: randomUUID(), silentSeconds: options.silentSeconds ?? (isShared ? 60 : 0) }
  const onFault = options.onFault ?? ((error: unknown) => console.error('jobs:', error))
  const closing = new AbortController()
  let working: Promise<void> = Promise.resolve()
  const wake = () => {
    working = working.then(() => doAll(runtime, claimant, closing.signal)).catch(onFault)
  }
  const bells = bellsOf(runtime.database)
  bells.add(wake)
  const clock = isShared ? setInterval(wake, LOOK_EVERY_MS) : undefined
  clock?.unref()
  wake()
  return {
    untilIdle: () => working,
    async close() {
      bells.delete(wake)
      clearInterval(clock)
      closing.abort()
      await working
    },
  }
}

/** Tells the runners in this program that a job was committed. */
export function wakeJobRunners(database: Database): void {
  for (const ring of bellsOf(database)) ring()
}

const bells = new WeakMap<Database, Set<() => void>>()

function bellsOf(database: Database): Set<() => void> {
  const known = bells.get(database)
  if (known) return known
  const fresh = new Set<() => void>()
  bells.set(database, fresh)
  return fresh
}

async function doAll(runtime: Runtime, claimant: store.Claimant, closing: AbortSignal): Promise<void> {
  while (!closing.aborted) {
    const job = await runtime.database.asOwner((tx) => store.claimNext(tx, claimant, runtime.clock.now()))
    if (!job) return
    await doJob(runtime, job, claimant.runner, closing)
  }
}

/** Does one job here and now, as the command line does, and answers how it ended; undefined when it does not wait. */
export async function doJobNow(
  runtime: Runtime,
  key: { readonly authorityId: number; readonly jobId: number },
  closing: AbortSignal = new AbortController().signal,
): Promise<store.JobRecord | undefined> {
  const runner = randomUUID()
  const job = await runtime.database.asOwner((tx) => store.claimJob(tx, key, runner, runtime.clock.now()))
  if (!job) return undefined
  await doJob(runtime, job, runner, closing)
  return runtime.database.asOwner((tx) => store.findJob(tx, key.authorityId, key.jobId))
}

async function doJob(runtime: Runtime, job: store.JobRecord, runner: string, closing: AbortSignal): Promise<void> {
  const held: store.Held = { authorityId: job.authorityId, jobId: job.jobId, runner }
  const system = systemActor(job.authorityId)
  const alive =
    runtime.database.kind === 'postgres'
      ? setInterval(() => {
          // A lost heartbeat is not worth stopping for: the job's next write says whether it still holds.
          runtime.database.transaction(system, (tx) => store.noteAlive(tx, held)).catch(() => undefined)
        }, SAY_ALIVE_EVERY_MS)
      : undefined
  const ending = await endingOf(runtime, job, held, closing)
  clearInterval(alive)
  if (ending === 'lost') return
  await runtime.database.transaction(system, (tx) =>
    ending === 'closing' ? store.putBack(tx, held) : store.endJob(tx, held, ending, runtime.clock.now()),
  )
}

async function endingOf(
  runtime: Runtime,
  job: store.JobRecord,
  held: store.Held,
  closing: AbortSignal,
): Promise<store.Ending | 'closing' | 'lost'> {
  if (job.isCancelRequested) return { state: 'cancelled' }
  if (job.attempts > ATTEMPTS_AT_MOST) return { state: 'failed', refusal: GAVE_UP }
  const definition = findJobNamed(job.kind)
  if (!definition) return { state: 'failed', refusal: UNKNOWN_KIND, fault: `no job is called ${job.kind}` }
  try {
    const result = await definition.run(contextOf(runtime, job, held, closing), job.input)
    return result.ok ? { state: 'done', outcome: result.value } : { state: 'failed', refusal: result.refusal }
  } catch (error) {
    if (error instanceof JobStopped) return error.reason === 'cancelled' ? { state: 'cancelled' } : error.reason
    if (error instanceof DatabaseUnavailable) return { state: 'failed', refusal: error.refusal, fault: error.message }
    return { state: 'failed', refusal: OUR_FAULT, fault: error instanceof Error ? String(error.stack) : String(error) }
  }
}

function contextOf(
  runtime: Runtime,
  job: store.JobRecord,
  held: store.Held,
  closing: AbortSignal,
): JobContext<unknown> {
  let writtenAt = Number.NEGATIVE_INFINITY
  const stopIf = (heard: store.Heard) => {
    if (heard === 'lost') throw new JobStopped('lost')
    if (heard === 'cancel') throw new JobStopped('cancelled')
  }
  const stopIfClosing = () => {
    if (closing.aborted) throw new JobStopped('closing')
  }
  return {
    runtime,
    jobId: job.jobId,
    actor: job.actor,
    origin: { via: 'job', at: `${job.kind}/${job.jobId}` },
    checkpoint: job.checkpoint ?? undefined,
    async progress(done, total) {
      stopIfClosing()
      const isLast = done === total
      if (!isLast && performance.now() - writtenAt < PROGRESS_EVERY_MS) return
      const system = systemActor(job.authorityId)
      stopIf(await runtime.database.transaction(system, (tx) => store.noteProgress(tx, held, done, total)))
      writtenAt = performance.now()
    },
    async save(tx, checkpoint) {
      stopIfClosing()
      stopIf(await store.noteCheckpoint(tx, held, checkpoint))
    },
  }
}

const GAVE_UP: Refusal = {
  kind: 'unavailable',
  code: 'job-gave-up',
  message: {
    en: 'This work was begun five times and each time the program stopped before it got any further. Tell whoever runs Canlyn.',
    cy: 'Dechreuwyd y gwaith hwn bum gwaith a stopiodd y rhaglen bob tro cyn iddo fynd ymhellach. Rhowch wybod i bwy bynnag sy’n rhedeg Canlyn.',
  },
}

const UNKNOWN_KIND: Refusal = {
  kind: 'unavailable',
  code: 'job-unknown',
  message: {
    en: 'This version of Canlyn does not know this kind of work.',
    cy: 'Nid yw’r fersiwn hon o Canlyn yn adnabod y math hwn o waith.',
  },
}

const OUR_FAULT: Refusal = {
  kind: 'unavailable',
  code: 'job-fault',
  message: {
    en: 'The work stopped because of a fault in Canlyn. What was already done is kept; tell whoever runs Canlyn, with the number of this job.',
    cy: 'Stopiodd y gwaith oherwydd nam yn Canlyn. Cedwir yr hyn a wnaed eisoes; rhowch wybod i bwy bynnag sy’n rhedeg Canlyn, gan roi rhif y gwaith hwn.',
  },
}
