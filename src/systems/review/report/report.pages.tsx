/** The report of a review as a page, and as a PDF or Word file. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { day, showDay, showInstant, showPeriod } from '../../../kernel/period.ts'
import type { Doors, Env } from '../../../platform/http/doors.ts'
import { answerProblem, PROBLEMS } from '../../../platform/http/problem.ts'
import {
  BAR_TONES,
  Button,
  ButtonGroup,
  DataTable,
  Link,
  Notice,
  Page,
  Section,
  SignedBy,
  StackedBar,
  SummaryList,
} from '../../../ui/index.ts'
import { reviewPaths } from '../paths.ts'
import { findReviewFor } from '../review-life/find-review.door.ts'
import { DomainReport, Paragraphs } from './domain-report.tsx'
import type { ReviewDetail } from './report.actions.ts'
import { contractsText } from './report.document.ts'
import { answerReportFile, writeReportFile } from './report.file.ts'
import { frontSentence, judgementSentence } from './report.sentences.ts'
import { text } from './report.text.ts'
import { actionsOf, judgementsOf, periodOf, promptsOf, type ReportContent } from './report.ts'

export function reportPages(doors: Doors): void {
  doors.get(reviewPaths.report(':reviewId'), 'reviews:read', async (c) => {
    const found = await findReviewFor(c)
    return found.ok ? c.html(<ReportPage c={c} detail={found.detail} />) : found.answer
  })
  doors.get(reviewPaths.reportFile(':reviewId', ':format'), 'reviews:read', async (c) => {
    const format = c.req.param('format')
    if (format !== 'pdf' && format !== 'docx') return answerProblem(c, PROBLEMS.notFound)
    const found = await findReviewFor(c)
    if (!found.ok) return found.answer
    const now = c.get('runtime').clock.now()
    return answerReportFile(await writeReportFile(found.detail, format, c.get('language'), now))
  })
}

const ReportPage: FC<{ c: Context<Env>; detail: ReviewDetail }> = ({ c, detail }) => {
  const language = c.get('language')
  const t = text[language]
  const { review, report } = detail
  return (
    <Page
      frame={c.get('frame')}
      title={report.name.text}
      titleLanguage={report.name.language}
      above={t.above(report.framework.title[language], showPeriod(language, periodOf(report)))}
      lead={frontSentence(language, report)}
      breadcrumbs={[
        { label: t.reviews, href: reviewPaths.reviews() },
        { label: review.name, href: reviewPaths.review(review.reviewId) },
      ]}
    >
      <Standing language={language} detail={detail} />
      <ButtonGroup>
        <Button kind="secondary" href={reviewPaths.reportFile(review.reviewId, 'pdf')}>
          {t.pdf}
        </Button>
        <Button kind="secondary" href={reviewPaths.reportFile(review.reviewId, 'docx')}>
          {t.word}
        </Button>
        <Link href={reviewPaths.review(review.reviewId)}>{t.back}</Link>
      </ButtonGroup>
      <Section title={t.conclusion}>
        <Paragraphs words={report.conclusion.text || t.noConclusion} language={report.conclusion.language} />
      </Section>
      <Section title={t.judgements}>
        <Judgements language={language} report={report} />
      </Section>
      <Section title={t.actions}>
        <Actions language={language} report={report} />
      </Section>
      {report.domains.map((domain) => (
        <DomainReport language={language} detail={detail} domain={domain} />
      ))}
      <Section title={t.about}>
        <About language={language} detail={detail} />
      </Section>
    </Page>
  )
}

const Standing: FC<{ language: Language; detail: ReviewDetail }> = ({ language, detail }) => {
  const t = text[language]
  const { signature, review } = detail
  if (signature) return <SignedBy name={signature.by} when={showInstant(language, signature.at)} />
  if (review.state === 'withdrawn') return <Notice kind="attention">{t.withdrawnNotice}</Notice>
  return (
    <Notice kind="attention" title={t.unsigned}>
      {t.unsignedWhy}
    </Notice>
  )
}

const Judgements: FC<{ language: Language; report: ReportContent }> = ({ language, report }) => {
  const t = text[language]
  const whole = judgementsOf(report, promptsOf(report))
  const strongestFirst = report.scale.toReversed()
  return (
    <>
      <StackedBar
        title={t.judgements}
        meaning={judgementSentence(language, report)}
        withoutTable
        parts={strongestFirst.map((level, index) => ({
          label: level.name[language],
          value: whole.levels.find(({ id }) => id === level.id)?.count ?? 0,
          tone: BAR_TONES[Math.min(index, BAR_TONES.length - 1)]!,
        }))}
      />
      <DataTable
        caption={t.byDomain}
        rows={report.domains.map((domain) => ({ domain, counted: judgementsOf(report, domain.prompts) }))}
        empty=""
        columns={[
          {
            key: 'domain',
            header: t.domain,
            rowHeader: true,
            cell: ({ domain }) => <Link href={`#${domain.id}`}>{domain.title[language]}</Link>,
          },
          ...strongestFirst.map((level) => ({
            key: level.id,
            header: level.name[language],
            numeric: true,
            cell: ({ counted }: { counted: ReturnType<typeof judgementsOf> }) =>
              counted.levels.find(({ id }) => id === level.id)?.count ?? 0,
          })),
          { key: 'na', header: t.notApplicable, numeric: true, cell: ({ counted }) => counted.notApplicable },
          { key: 'open', header: t.open, numeric: true, cell: ({ counted }) => counted.open },
        ]}
      />
    </>
  )
}

const Actions: FC<{ language: Language; report: ReportContent }> = ({ language, report }) => {
  const t = text[language]
  return (
    <DataTable
      caption={t.actions}
      captionHidden
      rows={actionsOf(report)}
      empty={t.noActions}
      columns={[
        {
          key: 'what',
          header: t.columns.what,
          rowHeader: true,
          cell: (action) => <span lang={action.what.language}>{action.what.text}</span>,
        },
        { key: 'owner', header: t.columns.owner, cell: (action) => action.owner },
        { key: 'due', header: t.columns.due, cell: (action) => showDay(language, day(action.dueOn)) },
        { key: 'domain', header: t.columns.domain, cell: (action) => action.domain.title[language] },
      ]}
    />
  )
}

const About: FC<{ language: Language; detail: ReviewDetail }> = ({ language, detail }) => {
  const t = text[language]
  const { report, signature } = detail
  const { framework } = report
  return (
    <SummaryList
      rows={[
        { key: t.facts.authority, value: report.authority[language] },
        {
          key: t.facts.framework,
          value: `${framework.title[language]}, ${t.facts.edition.toLowerCase()} ${framework.edition}`,
        },
        {
          key: t.facts.source,
          value: (
            <a class="govuk-link" href={framework.source.link} lang="en">
              {framework.source.title}. {framework.source.paragraph}
            </a>
          ),
        },
        { key: t.facts.period, value: showPeriod(language, periodOf(report)) },
        { key: t.facts.contracts, value: contractsText(language, report) },
        { key: t.facts.writers, value: report.writers.join(', ') },
        ...(report.evidenceReadAt
          ? [
              {
                key: t.facts.evidenceReadAt,
                value: showInstant(language, Temporal.Instant.from(report.evidenceReadAt)),
              },
            ]
          : []),
        ...(signature ? [{ key: t.facts.seal, value: <code class="app-digest">{signature.sha256}</code> }] : []),
      ]}
    />
  )
}
