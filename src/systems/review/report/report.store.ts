/** Signed reports in the database: written once, never changed. */
import type { Tx } from '../../../platform/database/database.ts'

export type SignedReport = {
  /** The very characters that were sealed. */
  readonly content: string
  readonly sha256: string
  readonly signedBy: string
  readonly signedAt: Temporal.Instant
}

export async function insertSignedReport(
  tx: Tx,
  authorityId: number,
  reviewId: number,
  report: SignedReport,
): Promise<void> {
  await tx
    .insertInto('review.signed_report')
    .values({
      authority_id: authorityId,
      review_id: reviewId,
      content: report.content,
      sha256: report.sha256,
      signed_by: report.signedBy,
      signed_at: report.signedAt,
    })
    .execute()
}

export async function findSignedReport(
  tx: Tx,
  authorityId: number,
  reviewId: number,
): Promise<SignedReport | undefined> {
  const row = await tx
    .selectFrom('review.signed_report')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .executeTakeFirst()
  return row && { content: row.content, sha256: row.sha256, signedBy: row.signed_by, signedAt: row.signed_at }
}

/** The authority's name in both languages, as it stands at the head of a report. */
export async function findAuthorityName(tx: Tx, authorityId: number): Promise<{ en: string; cy: string }> {
  const row = await tx
    .selectFrom('platform.authority')
    .select(['name_en', 'name_cy'])
    .where('authority_id', '=', authorityId)
    .executeTakeFirstOrThrow()
  return { en: row.name_en, cy: row.name_cy }
}
