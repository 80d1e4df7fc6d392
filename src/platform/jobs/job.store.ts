/** SQL of the jobs: asking for one, taking the next, saying how far it is, and what came of it. */
import { type Selectable, sql } from 'kysely'
import type { Bilingual } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.generated.ts'
import type { Actor } from '../permissions/actor.ts'
import type { JobState } from './job.ts'

export type JobRecord = {
  readonly jobId: number
  readonly authorityId: number
  readonly kind: string
  readonly title: Bilingual
  readonly state: JobState
  readonly done: number
  /** Null while it is not known how much there is to do. */
  readonly total: number | null
  readonly actor: Actor
  readonly input: unknown
  readonly checkpoint: unknown
  readonly outcome: unknown
  readonly error: { readonly code: string; readonly message: Bilingual } | null
  readonly isCancelRequested: boolean
  readonly attempts: number
  readonly askedAt: Temporal.Instant
  readonly startedAt: Temporal.Instant | null
  readonly finishedAt: Temporal.Instant | null
}

export type NewJob = {
  readonly kind: string
  readonly title: Bilingual
  readonly input: unknown
  readonly actor: Actor
  readonly askedAt: Temporal.Instant
}

export async function insertJob(tx: Tx, job: NewJob): Promise<number> {
  const { rows } = await sql<{ job_id: number }>`
    insert into platform.job (authority_id, kind, title_en, title_cy, input, actor, asked_at)
    values (${job.actor.authorityId}, ${job.kind}, ${job.title.en}, ${job.title.cy}, ${json(job.input)}, ${json(job.actor)}, ${job.askedAt})
    returning job_id`.execute(tx)
  return rows[0]!.job_id
}

/** Newest first, from the job before `before` on. */
export async function listJobs(
  tx: Tx,
  authorityId: number,
  filter: { readonly state?: JobState | undefined; readonly kind?: string | undefined },
  page: { readonly limit: number; readonly before?: number | undefined },
): Promise<readonly JobRecord[]> {
  let query = tx.selectFrom('platform.job').selectAll().where('authority_id', '=', authorityId)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (page.before) query = query.where('job_id', '<', page.before)
  const rows = await query.orderBy('job_id', 'desc').limit(page.limit).execute()
  return rows.map(jobOf)
}

export async function findJob(tx: Tx, authorityId: number, jobId: number): Promise<JobRecord | undefined> {
  const row = await tx
    .selectFrom('platform.job')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('job_id', '=', jobId)
    .executeTakeFirst()
  return row && jobOf(row)
}

/** A waiting job is cancelled at once; a running one is asked to stop. False when it was neither. */
export async function requestCancel(
  tx: Tx,
  authorityId: number,
  jobId: number,
  at: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update platform.job set is_cancel_requested = true,
      state = case state when 'waiting' then 'cancelled' else state end,
      finished_at = case state when 'waiting' then cast(${at} as timestamptz) end
    where authority_id = ${authorityId} and job_id = ${jobId} and state in ('waiting', 'running')
    returning job_id`.execute(tx)
  return rows.length > 0
}

/** Who takes a job: a running program, and how long another may be silent before its jobs are taken over. */
export type Claimant = { readonly runner: string; readonly silentSeconds: number }

/** The oldest job that waits, or whose program has fallen silent, in any authority. As the owner: jobs of all authorities share one queue. */
export async function claimNext(tx: Tx, by: Claimant, at: Temporal.Instant): Promise<JobRecord | undefined> {
  const { rows } = await sql<Row>`
    update platform.job set state = 'running', runner = ${by.runner}, heard_at = clock_timestamp(), attempts = attempts + 1,
      started_at = coalesce(started_at, ${at})
    where (authority_id, job_id) in (
      select authority_id, job_id from platform.job
      where state = 'waiting'
        or (state = 'running' and runner <> ${by.runner} and heard_at <= clock_timestamp() - make_interval(secs => ${by.silentSeconds}))
      order by job_id limit 1 for update skip locked)
    returning *`.execute(tx)
  return rows[0] && jobOf(rows[0])
}

/** One job that waits; undefined where another has taken it. */
export async function claimJob(
  tx: Tx,
  key: { readonly authorityId: number; readonly jobId: number },
  runner: string,
  at: Temporal.Instant,
): Promise<JobRecord | undefined> {
  const { rows } = await sql<Row>`
    update platform.job set state = 'running', runner = ${runner}, heard_at = clock_timestamp(), attempts = attempts + 1,
      started_at = coalesce(started_at, ${at})
    where authority_id = ${key.authorityId} and job_id = ${key.jobId} and state = 'waiting'
    returning *`.execute(tx)
  return rows[0] && jobOf(rows[0])
}

/** A job held by a runner: every write below is refused, by answering `lost`, when another holds it. */
export type Held = { readonly authorityId: number; readonly jobId: number; readonly runner: string }
export type Heard = 'go-on' | 'cancel' | 'lost'

export async function noteProgress(tx: Tx, held: Held, done: number, total: number | undefined): Promise<Heard> {
  const { rows } = await sql<{ is_cancel_requested: boolean }>`
    update platform.job set done = ${done}, total = coalesce(${total ?? null}, total), heard_at = clock_timestamp()
    where ${isHeld(held)} returning is_cancel_requested`.execute(tx)
  return heard(rows[0])
}

export async function noteCheckpoint(tx: Tx, held: Held, checkpoint: unknown): Promise<Heard> {
  const { rows } = await sql<{ is_cancel_requested: boolean }>`
    update platform.job set checkpoint = ${json(checkpoint)}, attempts = 0, heard_at = clock_timestamp()
    where ${isHeld(held)} returning is_cancel_requested`.execute(tx)
  return heard(rows[0])
}

export async function noteAlive(tx: Tx, held: Held): Promise<void> {
  await sql`update platform.job set heard_at = clock_timestamp() where ${isHeld(held)}`.execute(tx)
}

/** Puts a job back as the program closes: it goes on from its checkpoint when one starts again. */
export async function putBack(tx: Tx, held: Held): Promise<void> {
  await sql`update platform.job set state = 'waiting', runner = null, attempts = greatest(attempts - 1, 0)
    where ${isHeld(held)}`.execute(tx)
}

export type Ending =
  | { readonly state: 'done'; readonly outcome: unknown }
  | { readonly state: 'failed'; readonly refusal: Refusal; readonly fault?: string }
  | { readonly state: 'cancelled' }

export async function endJob(tx: Tx, held: Held, ending: Ending, at: Temporal.Instant): Promise<void> {
  const refusal = ending.state === 'failed' ? ending.refusal : undefined
  await sql`
    update platform.job set state = ${ending.state}, runner = null, finished_at = ${at},
      outcome = ${ending.state === 'done' ? json(ending.outcome) : null},
      total = case when ${ending.state} = 'done' then coalesce(total, done) else total end,
      error_code = ${refusal?.code ?? null}, error_en = ${refusal?.message.en ?? null}, error_cy = ${refusal?.message.cy ?? null},
      fault = ${(ending.state === 'failed' && ending.fault) || null}
    where ${isHeld(held)}`.execute(tx)
}

function isHeld(held: Held) {
  return sql`authority_id = ${held.authorityId} and job_id = ${held.jobId} and runner = ${held.runner}`
}

function heard(row: { is_cancel_requested: boolean } | undefined): Heard {
  if (!row) return 'lost'
  return row.is_cancel_requested ? 'cancel' : 'go-on'
}

function json(value: unknown) {
  return sql`cast(${JSON.stringify(value ?? null)}::text as jsonb)`
}

type Row = Selectable<Tables['platform.job']>

function jobOf(row: Row): JobRecord {
  const error =
    row.error_en === null || row.error_cy === null
      ? null
      : { code: row.error_code ?? '', message: { en: row.error_en, cy: row.error_cy } }
  return {
    jobId: row.job_id,
    authorityId: row.authority_id,
    kind: row.kind,
    title: { en: row.title_en, cy: row.title_cy },
    state: row.state as JobState,
    done: row.done,
    total: row.total,
    actor: row.actor as Actor,
    input: row.input,
    checkpoint: row.checkpoint,
    outcome: row.outcome,
    error,
    isCancelRequested: row.is_cancel_requested,
    attempts: row.attempts,
    askedAt: row.asked_at,
    startedAt: row.started_at,
    finishedAt: row.finished_at,
  }
}
