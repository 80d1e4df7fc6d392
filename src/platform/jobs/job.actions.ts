/** What people can do with long work: ask for it, see how far it is, and cancel it. */
import { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'
import { accepted, type Refusal, refused } from '../../kernel/result.ts'
import { type ActionContext, defineAction } from '../actions/action.ts'
import { findJob, insertJob, listJobs as listJobsInStore, requestCancel } from './job.store.ts'
import { JOB_STATES, type Job } from './job.ts'
import { wakeJobRunners } from './job-runner.ts'

/**
 * Asks for a job within an action: it is there when the action is committed, and not when it is refused. Answers its id. The title,
 * where given, says more than the kind's own: "Import of visits from march.csv".
 */
export async function askForJob<Input, Outcome, Checkpoint>(
  context: Pick<ActionContext, 'tx' | 'actor' | 'clock' | 'database' | 'audit' | 'afterCommit'>,
  job: Job<Input, Outcome, Checkpoint>,
  input: Input,
  title: Bilingual = job.title,
): Promise<number> {
  const { tx, actor, clock, database } = context
  const jobId = await insertJob(tx, { kind: job.name, title, input, actor, askedAt: clock.now() })
  context.audit({ recordType: 'platform.job', recordId: jobId, after: { kind: job.name, title } })
  context.afterCommit(() => wakeJobRunners(database))
  return jobId
}

const JobId = z.coerce.number().int().min(1)

/** One page, newest first; `before` is the id of the last job of the page before. */
export const listJobs = defineAction({
  name: 'jobs.list-jobs',
  title: { en: 'Listed long-running work', cy: 'Rhestrwyd gwaith hir' },
  permission: 'jobs:read',
  input: z.object({
    state: z.enum(JOB_STATES).optional(),
    kind: z.string().max(100).optional(),
    limit: z.coerce.number().int().min(1).max(501).default(50),
    before: JobId.optional(),
  }),
  run: async ({ tx, actor }, { limit, before, ...filter }) =>
    accepted(await listJobsInStore(tx, actor.authorityId, filter, { limit, before })),
})

export const readJob = defineAction({
  name: 'jobs.read-job',
  title: { en: 'Looked at long-running work', cy: 'Edrychwyd ar waith hir' },
  permission: 'jobs:read',
  input: z.object({ jobId: JobId }),
  run: async ({ tx, actor }, { jobId }) => {
    const job = await findJob(tx, actor.authorityId, jobId)
    return job ? accepted(job) : refused(NO_SUCH_JOB)
  },
})

/** A waiting job is cancelled at once; a running one stops at its next step, and what it has already committed stays. */
export const cancelJob = defineAction({
  name: 'jobs.cancel-job',
  title: { en: 'Cancelled long-running work', cy: 'Canslwyd gwaith hir' },
  permission: 'jobs:cancel',
  input: z.object({ jobId: JobId }),
  run: async ({ tx, actor, clock, audit }, { jobId }) => {
    const before = await findJob(tx, actor.authorityId, jobId)
    if (!before) return refused(NO_SUCH_JOB)
    if (!(await requestCancel(tx, actor.authorityId, jobId, clock.now()))) return refused(ALREADY_OVER)
    const after = (await findJob(tx, actor.authorityId, jobId)) ?? before
    audit({
      recordType: 'platform.job',
      recordId: jobId,
      before: { state: before.state, isCancelRequested: before.isCancelRequested },
      after: { state: after.state, isCancelRequested: after.isCancelRequested },
    })
    return accepted(after)
  },
})

const NO_SUCH_JOB: Refusal = {
  kind: 'not-found',
  code: 'no-such-job',
  message: { en: 'There is no job with this number.', cy: 'Nid oes gwaith â’r rhif hwn.' },
}

const ALREADY_OVER: Refusal = {
  kind: 'conflict',
  code: 'job-already-over',
  message: {
    en: 'This work is already over, so there is nothing to cancel.',
    cy: 'Mae’r gwaith hwn eisoes ar ben, felly nid oes dim i’w ganslo.',
  },
}
