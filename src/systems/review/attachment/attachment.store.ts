/** Attachments in the database, known by their content's digest. */
import type { Tx } from '../../../platform/database/database.ts'
import type { Attachment } from './attachment.ts'

export async function insertAttachment(
  tx: Tx,
  authorityId: number,
  reviewId: number,
  attachment: Omit<Attachment, 'attachmentId'> & { readonly content: Uint8Array },
): Promise<number> {
  const { attachment_id } = await tx
    .insertInto('review.attachment')
    .values({
      authority_id: authorityId,
      review_id: reviewId,
      prompt_id: attachment.promptId,
      file_name: attachment.fileName,
      content_type: attachment.contentType,
      size_bytes: attachment.sizeBytes,
      sha256: attachment.sha256,
      content: attachment.content,
      added_by: attachment.by,
      added_at: attachment.at,
    })
    .returning('attachment_id')
    .executeTakeFirstOrThrow()
  return attachment_id
}

/** Without their contents; those taken out are absent. */
export async function listAttachments(tx: Tx, authorityId: number, reviewId: number): Promise<readonly Attachment[]> {
  const rows = await tx
    .selectFrom('review.attachment')
    .select(['attachment_id', 'prompt_id', 'file_name', 'content_type', 'size_bytes', 'sha256', 'added_by', 'added_at'])
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .where('removed_at', 'is', null)
    .orderBy('attachment_id')
    .execute()
  return rows.map((row) => ({
    attachmentId: row.attachment_id,
    promptId: row.prompt_id,
    fileName: row.file_name,
    contentType: row.content_type,
    sizeBytes: row.size_bytes,
    sha256: row.sha256,
    by: row.added_by,
    at: row.added_at,
  }))
}

export async function findAttachmentContent(
  tx: Tx,
  authorityId: number,
  reviewId: number,
  attachmentId: number,
): Promise<
  | { readonly fileName: string; readonly contentType: string; readonly promptId: string; readonly content: Uint8Array }
  | undefined
> {
  const row = await tx
    .selectFrom('review.attachment')
    .select(['file_name', 'content_type', 'prompt_id', 'content'])
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .where('attachment_id', '=', attachmentId)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return (
    row && { fileName: row.file_name, contentType: row.content_type, promptId: row.prompt_id, content: row.content }
  )
}

export async function markAttachmentRemoved(
  tx: Tx,
  authorityId: number,
  attachmentId: number,
  at: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('review.attachment')
    .set({ removed_at: at })
    .where('authority_id', '=', authorityId)
    .where('attachment_id', '=', attachmentId)
    .execute()
}
