/** Long work that goes on without anybody waiting: how a room defines it, and what it is given while it runs. */
import type { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'
import type { Result } from '../../kernel/result.ts'
import type { Origin } from '../actions/action.ts'
import type { Tx } from '../database/database.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'

export const JOB_STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
export type JobState = (typeof JOB_STATES)[number]

export const JOB_STATE_NAMES = {
  waiting: { en: 'Waiting', cy: 'Yn aros' },
  running: { en: 'Running', cy: 'Ar waith' },
  done: { en: 'Done', cy: 'Wedi’i gwblhau' },
  failed: { en: 'Failed', cy: 'Wedi methu' },
  cancelled: { en: 'Cancelled', cy: 'Wedi’i ganslo' },
} as const satisfies Record<JobState, Bilingual>

/** What a job is given while it runs. */
export type JobContext<Checkpoint> = {
  readonly runtime: Runtime
  readonly jobId: number
  /** Who asked for it: open transactions in their name, so that they reach no more than they may. */
  readonly actor: Actor
  /** For the audit log: done by this job. */
  readonly origin: Origin
  /** What `save` kept before the program stopped; undefined when the job begins. */
  readonly checkpoint: Checkpoint | undefined
  /** Says how far the work is; written at most twice a second. Throws `JobStopped` when it is to stop: let it pass. */
  progress(done: number, total?: number): Promise<void>
  /**
   * Keeps a checkpoint in the transaction given, which must be the one that makes the change: both commit or neither does, so that
   * no step is done twice or left out. Throws `JobStopped` when the job is to stop, which rolls that step back: let it pass.
   */
  save(tx: Tx, checkpoint: Checkpoint): Promise<void>
}

export type Job<Input, Outcome, Checkpoint = unknown> = {
  /** `<system>.<noun>`, kebab-case; kept in the database, so never changed. */
  readonly name: string
  readonly title: Bilingual
  readonly input: z.ZodType<Input>
  readonly checkpoint: z.ZodType<Checkpoint>
  /** What the facts at the top of its outcome are called, for the job's page: `{ accepted: { en: 'Rows accepted', cy: … } }`. */
  readonly outcomeNames?: Readonly<Record<string, Bilingual>>
  /**
   * Does the work. Called again, with the last checkpoint, when the program died in the middle: what it did after that checkpoint
   * it must be able to do again. The outcome is kept with the job as JSON; a refusal is kept as its reason for failing.
   */
  run(context: JobContext<Checkpoint>, input: Input): Promise<Result<Outcome>>
}

/** A job as the runner sees it, its types checked where it was defined. */
type AnyJob = {
  readonly name: string
  readonly outcomeNames: Readonly<Record<string, Bilingual>>
  run(context: JobContext<unknown>, input: unknown): Promise<Result<unknown>>
}

const defined = new Map<string, AnyJob>()

/** Makes a job known to the runner. Throws when two jobs have one name. */
export function defineJob<Input, Outcome, Checkpoint>(
  job: Job<Input, Outcome, Checkpoint>,
): Job<Input, Outcome, Checkpoint> {
  if (defined.has(job.name)) throw new Error(`two jobs are called ${job.name}`)
  defined.set(job.name, {
    name: job.name,
    outcomeNames: job.outcomeNames ?? {},
    run(context, input) {
      const checkpoint = context.checkpoint === undefined ? undefined : job.checkpoint.parse(context.checkpoint)
      return job.run({ ...context, checkpoint }, job.input.parse(input))
    },
  })
  return job
}

export function findJobNamed(name: string): AnyJob | undefined {
  return defined.get(name)
}

/** Why a running job has to stop: somebody cancelled it, this program is closing, or another program holds the job now. */
export type StopReason = 'cancelled' | 'closing' | 'lost'

/** Thrown out of `progress` and `save`. A job that catches it to tidy up throws it on. */
export class JobStopped extends Error {
  readonly reason: StopReason
  constructor(reason: StopReason) {
    super(`the job was stopped: ${reason}`)
    this.reason = reason
  }
}
