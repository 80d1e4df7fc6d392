/** Signing a review, or returning it with a reason. */
import type { Context } from 'hono'
import { allRefusals, type Refusal } from '../../../kernel/result.ts'
import { perform } from '../../../platform/actions/action.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../../platform/http/doors.ts'
import { answerRefusal, STATUS_OF } from '../../../platform/http/problem.ts'
import {
  Button,
  errorAt,
  Form,
  fieldErrors,
  Link,
  Notice,
  Page,
  Section,
  SummaryList,
  TextArea,
} from '../../../ui/index.ts'
import { reviewPaths } from '../paths.ts'
import { findReviewFor, readTyped } from '../review-life/find-review.door.ts'
import { returnReview, signReview } from '../review-life/review-life.actions.ts'
import { text } from './signature.text.ts'

export function signPages(doors: Doors): void {
  doors.get(reviewPaths.sign(':reviewId'), 'reviews:sign', (c) => showSign(c, '', undefined))
  doors.post(reviewPaths.sign(':reviewId'), 'reviews:sign', async (c) => {
    const reviewId = c.req.param('reviewId') ?? ''
    const { typed } = await readTyped(c)
    const input = { reviewId, ...(typed.version ? { version: typed.version } : {}) }
    const result = await perform(c.get('runtime'), actorOf(c), signReview, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: reviewPaths.report(reviewId), message: { en: text.en.signed, cy: text.cy.signed } }),
      again: (refusal) => (refusal.kind === 'stale' ? showSign(c, '', refusal) : answerRefusal(c, refusal)),
    })
  })
  doors.post(reviewPaths.return(':reviewId'), 'reviews:sign', async (c) => {
    const reviewId = c.req.param('reviewId') ?? ''
    const { typed } = await readTyped(c)
    const input = { reviewId, reason: typed.reason ?? '' }
    const result = await perform(c.get('runtime'), actorOf(c), returnReview, input, originOf(c))
    return answerForm(c, result, {
      done: () => ({ path: reviewPaths.review(reviewId), message: { en: text.en.returned, cy: text.cy.returned } }),
      again: (refusal) => showSign(c, input.reason, refusal),
    })
  })
}

async function showSign(c: Context<Env>, reason: string, refusal: Refusal | undefined): Promise<Response> {
  const found = await findReviewFor(c)
  if (!found.ok) return found.answer
  const language = c.get('language')
  const t = text[language]
  const { review, report, may } = found.detail
  const errors = refusal ? fieldErrors(language, refusal) : []
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.signTitle}
      lead={t.signLead}
      above={review.name}
      breadcrumbs={[
        { label: t.reviews, href: reviewPaths.reviews() },
        { label: review.name, href: reviewPaths.review(review.reviewId) },
      ]}
      errors={errors}
    >
      {!may.sign && <Notice kind="attention">{may.isWriter ? t.cannotSign : t.notWaiting}</Notice>}
      <SummaryList rows={[{ key: t.writtenBy, value: report.writers.join(', ') }]} noBorder />
      <p class="govuk-body">
        <Link href={reviewPaths.report(review.reviewId)}>{t.report}</Link>
      </p>
      {may.sign && (
        <>
          <Form action={reviewPaths.sign(review.reviewId)} hidden={{ version: review.version }}>
            <Button>{t.sign}</Button>
          </Form>
          <Section title={t.returnTitle}>
            <Form action={reviewPaths.return(review.reviewId)}>
              <TextArea name="reason" label={t.reason} value={reason} error={errorAt(errors, 'reason')} />
              <Button kind="secondary">{t.return}</Button>
            </Form>
          </Section>
        </>
      )}
    </Page>,
    refusal ? STATUS_OF[allRefusals(refusal)[0]!.kind] : 200,
  )
}
