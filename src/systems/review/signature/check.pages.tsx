/** Checking the answers of a draft, writing its conclusion, and sending it for signature. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import { allRefusals, type Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  ButtonGroup,
  errorAt,
  type FieldError,
  Form,
  fieldErrors,
  Page,
  Section,
  SummaryList,
  type SummaryRow,
  TextArea,
} from '../../../ui/index.ts'
import { LONGEST_TEXT } from '../answer/answer.ts'
import { judgementName, Meanwhile } from '../answer/prompt-fields.tsx'
import { reviewPaths } from '../paths.ts'
import type { ReviewDetail } from '../report/report.actions.ts'
import { answeredIn, type DomainContent, promptsOf } from '../report/report.ts'
import { findReviewFor, readTyped, type Typed } from '../review-life/find-review.door.ts'
import { concludeReview, submitReview } from '../review-life/review-life.actions.ts'
import { text } from './signature.text.ts'

export function checkPages(doors: Doors): void {
  doors.get(reviewPaths.check(':reviewId'), 'reviews:write', (c) => showCheck(c, undefined, undefined))
  doors.post(reviewPaths.check(':reviewId'), 'reviews:write', async (c) => {
    const { typed } = await readTyped(c)
    const reviewId = c.req.param('reviewId') ?? ''
    const saved = await saveConclusion(c, typed)
    if (!saved.ok || typed.next !== 'send')
      return answerForm(c, saved, {
        done: () => ({ path: reviewPaths.check(reviewId), message: { en: text.en.saved, cy: text.cy.saved } }),
        again: (refusal) => showCheck(c, typed, refusal),
      })
    const sent = await perform(c.get('runtime'), actorOf(c), submitReview, { reviewId }, originOf(c))
    return answerForm(c, sent, {
      done: () => ({ path: reviewPaths.review(reviewId), message: { en: text.en.sent, cy: text.cy.sent } }),
      again: (refusal) => showCheck(c, undefined, refusal),
    })
  })
}

function saveConclusion(c: Context<Env>, typed: Typed) {
  const input = {
    reviewId: c.req.param('reviewId'),
    conclusion: (typed.conclusion ?? '').replaceAll('\r\n', '\n'),
    language: c.get('language'),
    version: typed.version,
  }
  return perform(c.get('runtime'), actorOf(c), concludeReview, input, originOf(c))
}

async function showCheck(c: Context<Env>, typed: Typed | undefined, refusal: Refusal | undefined): Promise<Response> {
  const found = await findReviewFor(c)
  if (!found.ok) return found.answer
  const errors = refusal ? fieldErrors(c.get('language'), refusal) : []
  const clashed = refusal?.kind === 'stale'
  return c.html(
    <CheckPage c={c} detail={found.detail} typed={typed} errors={errors} clashed={clashed} />,
    refusal ? STATUS_OF[allRefusals(refusal)[0]!.kind] : 200,
  )
}

const CheckPage: FC<{
  c: Context<Env>
  detail: ReviewDetail
  typed: Typed | undefined
  errors: readonly FieldError[]
  clashed: boolean
}> = ({ c, detail, typed, errors, clashed }) => {
  const language = c.get('language')
  const t = text[language]
  const { review, report } = detail
  const asked = promptsOf(report).length
  const answered = report.domains.reduce((sum, domain) => sum + answeredIn(domain), 0)
  const version = clashed ? review.version : (typed?.version ?? review.version)
  return (
    <Page
      frame={c.get('frame')}
      title={t.checkTitle}
      lead={t.checkLead(answered, asked)}
      above={review.name}
      breadcrumbs={[
        { label: t.reviews, href: reviewPaths.reviews() },
        { label: review.name, href: reviewPaths.review(review.reviewId) },
      ]}
      errors={errors}
    >
      {report.domains.map((domain) => (
        <Section title={domain.title[language]}>
          <SummaryList rows={domainRows(c, detail, domain)} />
        </Section>
      ))}
      <Form action={reviewPaths.check(review.reviewId)} hidden={{ version }}>
        {clashed && <Meanwhile language={language} says={{ ...review.conclusion, by: '' }} />}
        <TextArea
          name="conclusion"
          label={t.conclusion}
          labelSize="m"
          hint={t.conclusionHint}
          rows={6}
          maxLength={LONGEST_TEXT}
          value={typed?.conclusion ?? review.conclusion.text}
          error={errorAt(errors, 'conclusion')}
        />
        <ButtonGroup>
          <Button name="next" value="send">
            {t.send}
          </Button>
          <Button kind="secondary" name="next" value="stay">
            {t.saveConclusion}
          </Button>
        </ButtonGroup>
      </Form>
    </Page>
  )
}

function domainRows(c: Context<Env>, detail: ReviewDetail, domain: DomainContent): readonly SummaryRow[] {
  const language = c.get('language')
  const t = text[language]
  const href = reviewPaths.domain(detail.review.reviewId, domain.id)
  const change = (anchor: string, about: string) => [{ href: `${href}${anchor}`, label: t.change, about }]
  return [
    ...domain.prompts.map((prompt) => ({
      key: prompt.asks[language],
      value: (
        <>
          <p class="govuk-body">
            <strong>{judgementName(language, detail.report, prompt.judgement) ?? t.notJudged}</strong>
          </p>
          {prompt.finding.text && (
            <p class="govuk-body" lang={prompt.finding.language}>
              {prompt.finding.text}
            </p>
          )}
        </>
      ),
      actions: change(`#${prompt.id}`, prompt.asks[language]),
    })),
    {
      key: t.actions,
      value:
        domain.actions.length === 0 ? (
          t.noActions
        ) : (
          <ul class="govuk-list">
            {domain.actions.map((action) => (
              <li lang={action.what.language}>{action.what.text}</li>
            ))}
          </ul>
        ),
      actions: change('', t.actions),
    },
  ]
}
