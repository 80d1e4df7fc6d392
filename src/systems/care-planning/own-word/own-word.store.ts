/** All that was said about a review, in the database: the newest stands on the review itself, the earlier words stay here. */
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { OwnSays, WordHow } from '../outcome-review/outcome-review.ts'

export type SpokenWord = {
  readonly says: OwnSays
  readonly saidBy: 'person' | 'carer'
  readonly how: WordHow
  readonly saidOn: Day
  readonly words: string
  readonly wordsLanguage: Language | null
  readonly recordedBy: string
}

/** Each word about this review, newest first. */
export async function listWords(tx: Tx, authorityId: number, outcomeReviewId: number): Promise<readonly SpokenWord[]> {
  const rows = await tx
    .selectFrom('care_planning.own_word')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('outcome_review_id', '=', outcomeReviewId)
    .orderBy('own_word_id', 'desc')
    .execute()
  return rows.map((row) => ({
    says: row.says as OwnSays,
    saidBy: row.said_by as 'person' | 'carer',
    how: row.how as WordHow,
    saidOn: row.said_on,
    words: row.words,
    wordsLanguage: row.words_language as Language | null,
    recordedBy: row.recorded_by,
  }))
}
