/** Long-running work for programs: list, look, cancel. */
import { createRoute, z } from '@hono/zod-openapi'
import { perform } from '../actions/action.ts'
import { described } from '../api/documented-route.ts'
import { cursorIn, PageQuery, pageFrom, pageOf } from '../api/page-cursor.ts'
import { answered } from '../api/problem-answers.ts'
import { originOf } from '../http/answer.ts'
import { actorOf, type Doors } from '../http/doors.ts'
import { cancelJob, listJobs, readJob } from './job.actions.ts'
import type { JobRecord } from './job.store.ts'
import { JOB_STATES } from './job.ts'

const Bilingual = z.object({ en: z.string(), cy: z.string() })
const Time = z.string().nullable().openapi({ format: 'date-time', example: '2026-03-03T12:00:00Z' })

export const JobAnswer = z
  .object({
    jobId: z.number().int().openapi({ example: 12 }),
    kind: z.string().openapi({ example: 'imports.run' }),
    title: Bilingual,
    state: z.enum(JOB_STATES),
    done: z.number().int(),
    total: z.number().int().nullable().openapi({ description: 'Null while it is not known how much there is to do' }),
    askedBy: z.string(),
    askedAt: Time,
    startedAt: Time,
    finishedAt: Time,
    isCancelRequested: z.boolean(),
    outcome: z.unknown().openapi({ description: 'What came of it; its shape is the kind’s own' }),
    error: z.object({ code: z.string(), message: Bilingual }).nullable(),
  })
  .openapi('Job')

function present(job: JobRecord): z.infer<typeof JobAnswer> {
  return {
    jobId: job.jobId,
    kind: job.kind,
    title: job.title,
    state: job.state,
    done: job.done,
    total: job.total,
    askedBy: job.actor.name,
    askedAt: job.askedAt.toString(),
    startedAt: job.startedAt?.toString() ?? null,
    finishedAt: job.finishedAt?.toString() ?? null,
    isCancelRequested: job.isCancelRequested,
    outcome: job.outcome,
    error: job.error,
  }
}

const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { 'application/json': { schema } },
})
const JobKey = z.object({ jobId: z.coerce.number().int().min(1).openapi({ example: 12 }) })

export function jobApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('List long-running work, newest first', 'Rhestru gwaith hir, y diweddaraf yn gyntaf'),
      method: 'get',
      path: '/jobs',
      request: {
        query: PageQuery.extend({
          state: z.enum(JOB_STATES).optional(),
          kind: z.string().max(100).optional(),
          after: cursorIn(z.tuple([z.number()])).optional(),
        }),
      },
      responses: { 200: json(pageOf(JobAnswer), 'A page of jobs') },
    }),
    'jobs:read',
    async (c) => {
      const { limit, after, ...filter } = c.req.valid('query')
      const input = { ...filter, limit: limit + 1, ...(after ? { before: after[0] } : {}) }
      const result = await perform(c.get('runtime'), actorOf(c), listJobs, input, originOf(c))
      return answered(c, result, (jobs) => {
        const { items, next } = pageFrom(jobs, limit, (job) => [job.jobId])
        return c.json({ items: items.map(present), next }, 200)
      })
    },
  )
  doors.api(
    createRoute({
      ...described('How far a job is, and what came of it', 'Pa mor bell y mae’r gwaith, a beth a ddaeth ohono'),
      method: 'get',
      path: '/jobs/{jobId}',
      request: { params: JobKey },
      responses: { 200: json(JobAnswer, 'The job') },
    }),
    'jobs:read',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), readJob, c.req.valid('param'), originOf(c))
      return answered(c, result, (job) => c.json(present(job), 200))
    },
  )
  doors.api(
    createRoute({
      ...described('Cancel a job', 'Canslo gwaith hir'),
      method: 'post',
      path: '/jobs/{jobId}/cancel',
      request: { params: JobKey },
      responses: { 200: json(JobAnswer, 'The job: cancelled, or asked to stop at its next step') },
    }),
    'jobs:cancel',
    async (c) => {
      const result = await perform(c.get('runtime'), actorOf(c), cancelJob, c.req.valid('param'), originOf(c))
      return answered(c, result, (job) => c.json(present(job), 200))
    },
  )
}
