/** Attaching documents to a draft, opening them, and taking them out again. */
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { frameworkOf } from '../evidence/evidence.actions.ts'
import type { Domain, ReviewFramework } from '../review-framework/review-framework.ts'
import { openDraft } from '../review-life/draft.actions.ts'
import { findAttachmentContent, insertAttachment, markAttachmentRemoved } from './attachment.store.ts'
import { kindOfFile } from './attachment.ts'

export const attachFile = defineAction({
  name: 'review.attach-file',
  title: { en: 'Attached a document to a review', cy: 'Atodi dogfen at adolygiad' },
  permission: 'reviews:write',
  input: z.object({
    reviewId: RecordId,
    promptId: z.string(),
    /** The last part of the path, whatever the browser sends. */
    fileName: z
      .string()
      .transform((name) => name.replace(/^.*[\\/]/, '').trim())
      .pipe(z.string().min(1).max(200)),
    bytes: z.instanceof(Uint8Array),
  }),
  async run(context, { reviewId, promptId, fileName, bytes }) {
    const draft = await openDraft(context, reviewId)
    if (!draft.ok) return draft
    const domain = domainWith(frameworkOf(context, draft.value), promptId)
    if (!domain) return refused(NO_PROMPT)
    const kind = kindOfFile(fileName, bytes)
    if ('refusal' in kind) return refused(kind.refusal)
    const { tx, actor, clock } = context
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const attachmentId = await insertAttachment(tx, actor.authorityId, reviewId, {
      promptId,
      fileName,
      contentType: kind.contentType,
      sizeBytes: bytes.length,
      sha256,
      by: actor.name,
      at: clock.now(),
      content: bytes,
    })
    context.audit({
      recordType: 'review.review',
      recordId: reviewId,
      after: { attachmentId, promptId, fileName, sizeBytes: bytes.length, sha256 },
    })
    return accepted({ attachmentId, domainId: domain.id, sha256 })
  },
})

export const readAttachment = defineAction({
  name: 'review.read-attachment',
  title: { en: 'Opened a document of a review', cy: 'Agor dogfen mewn adolygiad' },
  permission: 'reviews:read',
  input: z.object({ reviewId: RecordId, attachmentId: RecordId }),
  async run({ tx, actor }, { reviewId, attachmentId }) {
    const found = await findAttachmentContent(tx, actor.authorityId, reviewId, attachmentId)
    return found ? accepted(found) : refused(NO_ATTACHMENT)
  },
})

export const removeAttachment = defineAction({
  name: 'review.remove-attachment',
  title: { en: 'Took a document out of a review', cy: 'Tynnu dogfen o adolygiad' },
  permission: 'reviews:write',
  input: z.object({ reviewId: RecordId, attachmentId: RecordId }),
  async run(context, { reviewId, attachmentId }) {
    const draft = await openDraft(context, reviewId)
    if (!draft.ok) return draft
    const { tx, actor, clock } = context
    const found = await findAttachmentContent(tx, actor.authorityId, reviewId, attachmentId)
    if (!found) return refused(NO_ATTACHMENT)
    await markAttachmentRemoved(tx, actor.authorityId, attachmentId, clock.now())
    context.audit({
      recordType: 'review.review',
      recordId: reviewId,
      before: { attachmentId, fileName: found.fileName },
    })
    const domain = domainWith(frameworkOf(context, draft.value), found.promptId)
    return accepted({ domainId: domain?.id ?? '' })
  },
})

function domainWith(framework: Pick<ReviewFramework, 'domains'>, promptId: string): Domain | undefined {
  return framework.domains.find(({ prompts }) => prompts.some(({ id }) => id === promptId))
}

const NO_PROMPT: Refusal = {
  kind: 'not-found',
  code: 'no-such-prompt',
  message: { en: 'This review has no such question.', cy: 'Nid oes gan yr adolygiad hwn gwestiwn o’r fath.' },
}
const NO_ATTACHMENT: Refusal = {
  kind: 'not-found',
  code: 'no-such-attachment',
  message: { en: 'There is no such document.', cy: 'Nid oes dogfen o’r fath.' },
}
