/** Long-running work: what runs and waits, how far each piece is, what came of it, and stopping it. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { compareNames, type Language } from '../../kernel/language.ts'
import { showInstant } from '../../kernel/period.ts'
import { perform } from '../../platform/actions/action.ts'
import { goTo, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { mayOpen } from '../../platform/http/navigation.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { cancelJob, listJobs, readJob } from '../../platform/jobs/job.actions.ts'
import type { JobRecord } from '../../platform/jobs/job.store.ts'
import { JOB_STATE_NAMES, JOB_STATES, type JobState } from '../../platform/jobs/job.ts'
import {
  Button,
  DataTable,
  Form,
  Link,
  ListTools,
  Notice,
  Page,
  Pagination,
  ProgressBar,
  Refreshing,
  Section,
  Select,
  SummaryList,
  Tag,
  type TagTone,
} from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { text } from './jobs.text.ts'
import { outcomeLines } from './outcome-lines.ts'

const ROWS_ON_A_PAGE = 50

export function jobPages(doors: Doors): void {
  doors.get(deskPaths.jobs(), 'jobs:read', showJobs)
  doors.get(deskPaths.job(':jobId'), 'jobs:read', showJob)
  doors.post(`${deskPaths.job(':jobId')}/cancel`, 'jobs:cancel', cancel)
}

const TONES = {
  waiting: 'plain',
  running: 'strong',
  done: 'done',
  failed: 'wrong',
  cancelled: 'plain',
} as const satisfies Record<JobState, TagTone>

const StateTag: FC<{ language: Language; state: JobState }> = ({ language, state }) => (
  <Tag tone={TONES[state]}>{JOB_STATE_NAMES[state][language]}</Tag>
)

function isOpen(job: JobRecord): boolean {
  return job.state === 'waiting' || job.state === 'running'
}

async function showJobs(c: Context<Env>): Promise<Response> {
  const state = JOB_STATES.find((one) => one === c.req.query('state'))
  const before = Number(c.req.query('before')) || undefined
  const input = { limit: ROWS_ON_A_PAGE, ...(state ? { state } : {}), ...(before ? { before } : {}) }
  const result = await perform(c.get('runtime'), actorOf(c), listJobs, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<JobsPage c={c} jobs={result.value} state={state} />)
}

const JobsPage = ({ c, jobs, state }: { c: Context<Env>; jobs: readonly JobRecord[]; state: JobState | undefined }) => {
  const language = c.get('language')
  const t = text[language]
  const open = jobs.filter(isOpen).length
  const last = jobs.length === ROWS_ON_A_PAGE ? jobs.at(-1) : undefined
  const states = JOB_STATES.map((value) => ({ value, label: JOB_STATE_NAMES[value][language] })).sort((a, b) =>
    compareNames(language, a.label, b.label),
  )
  return (
    <Page frame={c.get('frame')} title={t.title} lead={t.lead(open)} wide>
      <ListTools action={deskPaths.jobs()} count={t.count(jobs.length)} filtered={state !== undefined}>
        <Select name="state" label={t.state} options={states} value={state} empty={t.anyState} />
      </ListTools>
      <Refreshing id="jobs" href={state ? `${deskPaths.jobs()}?state=${state}` : deskPaths.jobs()} active={open > 0}>
        <DataTable
          caption={t.title}
          captionHidden
          cards
          empty={t.empty}
          rows={jobs}
          columns={[
            {
              key: 'what',
              header: t.what,
              rowHeader: true,
              cell: (job) => <Link href={deskPaths.job(job.jobId)}>{job.title[language]}</Link>,
            },
            { key: 'by', header: t.askedBy, cell: (job) => job.actor.name },
            { key: 'at', header: t.askedAt, cell: (job) => showInstant(language, job.askedAt) },
            { key: 'state', header: t.state, cell: (job) => <StateTag language={language} state={job.state} /> },
          ]}
        />
      </Refreshing>
      <Pagination
        next={
          last &&
          `${deskPaths.jobs()}?${new URLSearchParams({ ...(state ? { state } : {}), before: String(last.jobId) })}`
        }
      />
    </Page>
  )
}

async function showJob(c: Context<Env>): Promise<Response> {
  const input = { jobId: c.req.param('jobId') }
  const result = await perform(c.get('runtime'), actorOf(c), readJob, input, originOf(c))
  return result.ok ? c.html(<JobPage c={c} job={result.value} />) : answerRefusal(c, result.refusal)
}

const JobPage = ({ c, job }: { c: Context<Env>; job: JobRecord }) => {
  const language = c.get('language')
  const t = text[language]
  const canCancel = isOpen(job) && !job.isCancelRequested && mayOpen(c.get('actor'), 'jobs:cancel')
  return (
    <Page frame={c.get('frame')} title={job.title[language]} breadcrumbs={[{ label: t.title, href: deskPaths.jobs() }]}>
      <Refreshing id="job" href={deskPaths.job(job.jobId)} active={isOpen(job)}>
        <JobProgress language={language} job={job} />
      </Refreshing>
      {canCancel && (
        <Section title={t.cancel} lead={t.cancelHint}>
          <Form action={`${deskPaths.job(job.jobId)}/cancel`}>
            <Button kind="warning">{t.cancel}</Button>
          </Form>
        </Section>
      )}
      {mayOpen(c.get('actor'), 'history:read') && (
        <p>
          <Link href={deskPaths.history('platform.job', job.jobId)}>{t.history}</Link>
        </p>
      )}
    </Page>
  )
}

const JobProgress: FC<{ language: Language; job: JobRecord }> = ({ language, job }) => {
  const t = text[language]
  const when = (at: Temporal.Instant | null) => (at ? showInstant(language, at) : t.notYet)
  return (
    <>
      <p class="app-lead">{job.isCancelRequested && isOpen(job) ? t.stopping : t.isOver(job.state)}</p>
      {job.error && (
        <Notice kind="attention" title={t.failed}>
          {job.error.message[language]}
        </Notice>
      )}
      {isOpen(job) && <ProgressBar label={t.progress} done={job.done} total={job.total ?? undefined} />}
      <SummaryList
        rows={[
          { key: t.state, value: <StateTag language={language} state={job.state} /> },
          { key: t.askedBy, value: job.actor.name },
          { key: t.askedAt, value: showInstant(language, job.askedAt) },
          { key: t.startedAt, value: when(job.startedAt) },
          { key: t.finishedAt, value: when(job.finishedAt) },
          { key: t.number, value: String(job.jobId) },
        ]}
      />
      {job.state === 'done' && <Outcome language={language} job={job} />}
    </>
  )
}

const Outcome: FC<{ language: Language; job: JobRecord }> = ({ language, job }) => {
  const t = text[language]
  const lines = outcomeLines(language, job)
  return (
    <Section title={t.outcome}>
      {lines.length > 0 ? <SummaryList rows={lines.map(([key, value]) => ({ key, value }))} /> : <p>{t.noOutcome}</p>}
    </Section>
  )
}

async function cancel(c: Context<Env>): Promise<Response> {
  const jobId = c.req.param('jobId') ?? ''
  const result = await perform(c.get('runtime'), actorOf(c), cancelJob, { jobId }, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const said = result.value.state === 'cancelled' ? 'cancelledAtOnce' : 'asked'
  return goTo(c, deskPaths.job(jobId), { en: text.en[said], cy: text.cy[said] })
}
