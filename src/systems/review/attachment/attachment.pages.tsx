/** Opening a document of a review, and taking one out after being asked. */
import { perform } from '../../../platform/actions/action.ts'
import { fileResponse } from '../../../platform/documents/index.ts'
import { answerForm, originOf } from '../../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../../platform/http/doors.ts'
import { answerRefusal } from '../../../platform/http/problem.ts'
import { Button, ButtonGroup, Form, Link, Page } from '../../../ui/index.ts'
import { text } from '../answer/domain.text.ts'
import { reviewPaths } from '../paths.ts'
import { findReviewFor } from '../review-life/find-review.door.ts'
import { readAttachment, removeAttachment } from './attachment.actions.ts'

export function attachmentPages(doors: Doors): void {
  doors.get(reviewPaths.attachment(':reviewId', ':attachmentId'), 'reviews:read', async (c) => {
    const found = await perform(c.get('runtime'), actorOf(c), readAttachment, c.req.param(), originOf(c))
    if (!found.ok) return answerRefusal(c, found.refusal)
    const { content, fileName, contentType } = found.value
    return fileResponse(content, fileName, contentType)
  })
  const removePath = reviewPaths.removeAttachment(':reviewId', ':attachmentId')
  doors.get(removePath, 'reviews:write', async (c) => {
    const found = await findReviewFor(c)
    if (!found.ok) return found.answer
    const { review, report } = found.detail
    const t = text[c.get('language')]
    const domain = report.domains.find(({ prompts }) =>
      prompts.some(({ attachments }) =>
        attachments.some((a) => String(a.attachmentId) === c.req.param('attachmentId')),
      ),
    )
    const attachment = domain?.prompts
      .flatMap((prompt) => prompt.attachments)
      .find((a) => String(a.attachmentId) === c.req.param('attachmentId'))
    return c.html(
      <Page
        frame={c.get('frame')}
        title={t.removeDocumentTitle}
        lead={attachment?.fileName}
        above={review.name}
        breadcrumbs={[{ label: review.name, href: reviewPaths.review(review.reviewId) }]}
      >
        <Form action={c.req.path.replace(/^\/cy/, '')}>
          <ButtonGroup>
            <Button kind="warning">{t.removeDocument}</Button>
            <Link href={domain ? reviewPaths.domain(review.reviewId, domain.id) : reviewPaths.review(review.reviewId)}>
              {t.back}
            </Link>
          </ButtonGroup>
        </Form>
      </Page>,
    )
  })
  doors.post(removePath, 'reviews:write', async (c) => {
    const reviewId = c.req.param('reviewId') ?? ''
    const result = await perform(c.get('runtime'), actorOf(c), removeAttachment, c.req.param(), originOf(c))
    return answerForm(c, result, {
      done: ({ domainId }) => ({
        path: reviewPaths.domain(reviewId, domainId),
        message: { en: text.en.removed, cy: text.cy.removed },
      }),
      again: (refusal) => answerRefusal(c, refusal),
    })
  })
}
