/** A review's own page: its domains as tasks, its evidence, what happened to it; and withdrawing it. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import { showInstant, showPeriod } from '../../../kernel/period.ts'
import { allRefusals, type Refusal } from '../../../kernel/result.ts'
import { STOP_NAMES, type StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, goTo, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import { may } from '../../../platform/permissions/actor.ts'
import {
  Button,
  ButtonGroup,
  errorAt,
  Form,
  fieldErrors,
  HistoryList,
  LineOfSight,
  Link,
  Notice,
  Page,
  Section,
  SummaryList,
  type Task,
  TaskList,
  TextArea,
} from '../../../ui/index.ts'
import { refreshEvidence } from '../evidence/evidence.actions.ts'
import { reviewPaths } from '../paths.ts'
import { type ReviewDetail, readThread } from '../report/report.actions.ts'
import { answeredIn, type DomainContent, findEvidence, promptsOf, type ReportContent } from '../report/report.ts'
import { findReviewFor, readTyped } from './find-review.door.ts'
import { withdrawReview } from './review-life.actions.ts'
import { text } from './review-life.text.ts'
import { NEXT_STEPS } from './review-life.ts'

export function reviewPages(doors: Doors): void {
  doors.get(reviewPaths.review(':reviewId'), 'reviews:read', async (c) => {
    const found = await findReviewFor(c)
    if (!found.ok) return found.answer
    const { reviewId } = found.detail.review
    const thread = await perform(c.get('runtime'), actorOf(c), readThread, { reviewId }, originOf(c))
    const stops = thread.ok ? thread.value.stops : []
    return c.html(<ReviewPage c={c} detail={found.detail} stops={stops} />)
  })
  doors.post(reviewPaths.refresh(':reviewId'), 'reviews:write', refresh)
  doors.get(reviewPaths.withdraw(':reviewId'), 'reviews:write', (c) => showWithdraw(c, '', undefined))
  doors.post(reviewPaths.withdraw(':reviewId'), 'reviews:write', async (c) => {
    const { typed } = await readTyped(c)
    const reviewId = c.req.param('reviewId') ?? ''
    const input = { reviewId, reason: typed.reason ?? '' }
    const result = await perform(c.get('runtime'), actorOf(c), withdrawReview, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: reviewPaths.review(reviewId), message: { en: text.en.withdrawn, cy: text.cy.withdrawn } }),
      again: (refusal) => showWithdraw(c, input.reason, refusal),
    })
  })
}

/** Back to the page with a word about what changed: by the names that the evidence has on the page. */
async function refresh(c: Context<Env>): Promise<Response> {
  const reviewId = c.req.param('reviewId') ?? ''
  const result = await perform(c.get('runtime'), actorOf(c), refreshEvidence, { reviewId }, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const found = await findReviewFor(c)
  if (!found.ok) return found.answer
  const { report } = found.detail
  const names = (language: Language) =>
    result.value.changes.map(({ name }) => findEvidence(report, name)?.label[language] ?? name).join('; ')
  const message: Bilingual =
    result.value.changes.length === 0
      ? { en: text.en.unchanged, cy: text.cy.unchanged }
      : { en: text.en.changed(names('en')), cy: text.cy.changed(names('cy')) }
  return goTo(c, reviewPaths.review(reviewId), message)
}

const ReviewPage: FC<{ c: Context<Env>; detail: ReviewDetail; stops: readonly StopReading[] }> = ({
  c,
  detail,
  stops,
}) => {
  const language = c.get('language')
  const t = text[language]
  const { review, report } = detail
  const asked = promptsOf(report).length
  const answered = report.domains.reduce((sum, domain) => sum + answeredIn(domain), 0)
  return (
    <Page
      frame={c.get('frame')}
      title={review.name}
      titleLanguage={review.language}
      above={t.above(report.framework.title[language], showPeriod(language, review.period))}
      lead={t.leads[review.state](answered, asked)}
      breadcrumbs={[{ label: t.reviews, href: reviewPaths.reviews() }]}
    >
      <LineOfSight stops={stops.map((stop) => ({ ...stop, name: STOP_NAMES[stop.stop] }))} current="review" />
      <ReturnedNotice language={language} detail={detail} />
      <WhatNext c={c} detail={detail} />
      <Section title={t.domains}>
        <TaskList tasks={report.domains.map((domain) => domainTask(language, detail, domain))} />
      </Section>
      {review.state === 'draft' && (
        <Section title={t.finish}>
          <TaskList tasks={[checkTask(language, detail, answered === asked)]} />
        </Section>
      )}
      <Section title={t.evidence}>
        <EvidenceState language={language} detail={detail} />
      </Section>
      <Section title={t.looksAt}>
        <LooksAt language={language} report={report} coversAll={review.contractIds.length === 0} />
      </Section>
      <Section title={t.history}>
        <History language={language} detail={detail} />
      </Section>
      <ButtonGroup>
        {may(actorOf(c), 'history:read') && (
          <Link href={`/history/review.review/${review.reviewId}`}>{t.fullHistory}</Link>
        )}
        {may(actorOf(c), 'reviews:write') && 'withdraw' in NEXT_STEPS[review.state] && (
          <Link href={reviewPaths.withdraw(review.reviewId)}>{t.withdraw}</Link>
        )}
      </ButtonGroup>
    </Page>
  )
}

/** Whoever gets a review back sees at once why. */
const ReturnedNotice: FC<{ language: Language; detail: ReviewDetail }> = ({ language, detail }) => {
  const last = detail.steps.at(-1)
  if (last?.step !== 'return' || detail.review.state !== 'draft') return null
  return (
    <Notice kind="attention" title={text[language].returned}>
      <p>
        {last.by}: {last.reason}
      </p>
    </Notice>
  )
}

const WhatNext: FC<{ c: Context<Env>; detail: ReviewDetail }> = ({ c, detail }) => {
  const t = text[c.get('language')]
  const { review } = detail
  const report = reviewPaths.report(review.reviewId)
  if (review.state === 'signed') return <Button href={report}>{t.signedReport}</Button>
  if (review.state === 'awaiting-signature' && detail.may.sign)
    return <Button href={reviewPaths.sign(review.reviewId)}>{t.sign}</Button>
  return (
    <>
      {review.state === 'awaiting-signature' && detail.may.isWriter && <p class="govuk-body">{t.cannotSignOwn}</p>}
      <p class="govuk-body">
        <Link href={report}>{t.report}</Link>
      </p>
    </>
  )
}

function domainTask(language: Language, detail: ReviewDetail, domain: DomainContent): Task {
  const t = text[language]
  const answered = answeredIn(domain)
  const asked = domain.prompts.length
  const status =
    answered === asked
      ? { label: t.done, tone: 'done' as const }
      : answered === 0
        ? { label: t.notStarted, tone: 'strong' as const }
        : { label: t.progress(answered, asked), tone: 'attention' as const }
  return {
    title: domain.title[language],
    hint: domain.describes[language],
    href: reviewPaths.domain(detail.review.reviewId, domain.id),
    status,
  }
}

function checkTask(language: Language, detail: ReviewDetail, complete: boolean): Task {
  const t = text[language]
  return {
    title: t.checkTask,
    ...(complete ? { href: reviewPaths.check(detail.review.reviewId) } : {}),
    status: complete ? { label: t.ready, tone: 'strong' } : { label: t.cannotYet },
  }
}

const EvidenceState: FC<{ language: Language; detail: ReviewDetail }> = ({ language, detail }) => {
  const t = text[language]
  const { evidenceReadAt } = detail.report
  return (
    <>
      {evidenceReadAt && (
        <p class="govuk-body">{t.readAt(showInstant(language, Temporal.Instant.from(evidenceReadAt)))}</p>
      )}
      {detail.may.write && (
        <Form action={reviewPaths.refresh(detail.review.reviewId)}>
          <Button kind="secondary">{t.refresh}</Button>
        </Form>
      )}
    </>
  )
}

const SHOWN_CONTRACTS = 10

const LooksAt: FC<{ language: Language; report: ReportContent; coversAll: boolean }> = ({
  language,
  report,
  coversAll,
}) => {
  const t = text[language]
  if (coversAll) return <p class="govuk-body">{t.wholeAuthority}</p>
  const more = report.contracts.length - SHOWN_CONTRACTS
  return (
    <ul class="govuk-list govuk-list--bullet">
      {report.contracts.slice(0, SHOWN_CONTRACTS).map((contract) => (
        <li>
          <Link href={`/contracts/${contract.contractId}`}>
            {t.contract(contract.ref, contract.title[language], contract.provider, contract.model)}
          </Link>
        </li>
      ))}
      {more > 0 && <li>{t.andMore(more)}</li>}
    </ul>
  )
}

const History: FC<{ language: Language; detail: ReviewDetail }> = ({ language, detail }) => {
  const t = text[language]
  return (
    <>
      <SummaryList rows={[{ key: t.writers, value: detail.report.writers.join(', ') }]} noBorder />
      <HistoryList
        empty=""
        entries={[...detail.steps].reverse().map((step) => ({
          when: showInstant(language, step.at),
          datetime: step.at.toString(),
          who: step.by,
          what: step.reason ? t.withReason(t.steps[step.step], step.reason) : t.steps[step.step],
        }))}
      />
    </>
  )
}

async function showWithdraw(c: Context<Env>, reason: string, refusal: Refusal | undefined): Promise<Response> {
  const found = await findReviewFor(c)
  if (!found.ok) return found.answer
  const language = c.get('language')
  const t = text[language]
  const { review } = found.detail
  const errors = refusal ? fieldErrors(language, refusal) : []
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.withdrawTitle}
      lead={t.withdrawLead}
      above={review.name}
      breadcrumbs={[
        { label: t.reviews, href: reviewPaths.reviews() },
        { label: review.name, href: reviewPaths.review(review.reviewId) },
      ]}
      errors={errors}
    >
      <Form action={reviewPaths.withdraw(review.reviewId)}>
        <TextArea name="reason" label={t.why} value={reason} error={errorAt(errors, 'reason')} />
        <Button kind="warning">{t.withdraw}</Button>
      </Form>
    </Page>,
    refusal ? STATUS_OF[allRefusals(refusal)[0]!.kind] : 200,
  )
}
