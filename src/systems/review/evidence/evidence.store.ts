/** Evidence in the database: readings frozen as they were read, and where a reviewer disagrees with them. */
import type { Language } from '../../../kernel/language.ts'
import { day } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Disagreement, EvidenceReading, KeptEvidence } from './evidence.ts'

type WrittenMonth = { readonly month: string; readonly numerator: number; readonly denominator: number }

export async function listEvidence(tx: Tx, authorityId: number, reviewId: number): Promise<readonly KeptEvidence[]> {
  const rows = await tx
    .selectFrom('review.evidence')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .orderBy('prompt_id')
    .orderBy('name')
    .execute()
  return rows.map((row) => ({
    promptId: row.prompt_id,
    name: row.name,
    kind: row.kind as EvidenceReading['kind'],
    now: ratioOf(row.numerator, row.denominator),
    before: ratioOf(row.before_numerator, row.before_denominator),
    // Written by keepEvidence and by nothing else.
    months: (row.months as WrittenMonth[]).map((m) => ({ ...m, month: day(m.month) })),
    asOf: row.as_of ?? undefined,
    readAt: row.read_at,
    disagreement: row.disagreed_by
      ? { text: row.disagreement, language: row.disagreement_language as Language, by: row.disagreed_by }
      : undefined,
    version: row.disagreement_version,
  }))
}

/** Keeps readings for the prompts that asked for them; what was disagreed with stays disagreed with. */
export async function keepEvidence(
  tx: Tx,
  authorityId: number,
  reviewId: number,
  readings: readonly (EvidenceReading & { readonly promptId: string })[],
  readAt: Temporal.Instant,
): Promise<void> {
  for (const reading of readings) {
    const read = {
      kind: reading.kind,
      numerator: reading.now?.numerator ?? null,
      denominator: reading.now?.denominator ?? null,
      before_numerator: reading.before?.numerator ?? null,
      before_denominator: reading.before?.denominator ?? null,
      months: JSON.stringify(reading.months.map((m) => ({ ...m, month: m.month.toString() }))),
      as_of: reading.asOf ?? null,
      read_at: readAt,
    }
    await tx
      .insertInto('review.evidence')
      .values({
        authority_id: authorityId,
        review_id: reviewId,
        prompt_id: reading.promptId,
        name: reading.name,
        ...read,
      })
      .onConflict((on) => on.columns(['authority_id', 'review_id', 'prompt_id', 'name']).doUpdateSet(read))
      .execute()
  }
}

/** Keeps the words beside the number, or takes them back where they are empty. */
export async function saveDisagreement(
  tx: Tx,
  authorityId: number,
  reviewId: number,
  at: { readonly promptId: string; readonly name: string; readonly version: number },
  disagreement: Disagreement | undefined,
): Promise<void> {
  await tx
    .updateTable('review.evidence')
    .set({
      disagreement: disagreement?.text ?? '',
      disagreement_language: disagreement?.language ?? null,
      disagreed_by: disagreement?.by ?? null,
      disagreement_version: at.version,
    })
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .where('prompt_id', '=', at.promptId)
    .where('name', '=', at.name)
    .execute()
}

function ratioOf(numerator: number | null, denominator: number | null): Ratio | undefined {
  return numerator === null || denominator === null ? undefined : ratio(numerator, denominator)
}
