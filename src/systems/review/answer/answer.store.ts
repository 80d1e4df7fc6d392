/** Answers and the notes on each domain, in the database. */
import type { Language } from '../../../kernel/language.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Answer, DomainNote } from './answer.ts'

export async function listAnswers(tx: Tx, authorityId: number, reviewId: number): Promise<readonly Answer[]> {
  const rows = await tx
    .selectFrom('review.answer')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .orderBy('prompt_id')
    .execute()
  return rows.map((row) => ({
    promptId: row.prompt_id,
    judgement: row.judgement,
    finding: row.finding,
    language: row.language as Language,
    by: row.answered_by,
    at: row.answered_at,
    version: row.version,
  }))
}

/** Writes the answer with the version given; the caller has settled that nobody wrote in between. */
export async function saveAnswer(tx: Tx, authorityId: number, reviewId: number, answer: Answer): Promise<void> {
  const written = {
    judgement: answer.judgement,
    finding: answer.finding,
    language: answer.language,
    answered_by: answer.by,
    answered_at: answer.at,
    version: answer.version,
  }
  await tx
    .insertInto('review.answer')
    .values({ authority_id: authorityId, review_id: reviewId, prompt_id: answer.promptId, ...written })
    .onConflict((on) => on.columns(['authority_id', 'review_id', 'prompt_id']).doUpdateSet(written))
    .execute()
}

export async function listDomainNotes(tx: Tx, authorityId: number, reviewId: number): Promise<readonly DomainNote[]> {
  const rows = await tx
    .selectFrom('review.domain_note')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .orderBy('domain_id')
    .execute()
  return rows.map((row) => ({
    domainId: row.domain_id,
    strengths: row.strengths,
    gaps: row.gaps,
    language: row.language as Language,
    by: row.noted_by,
    at: row.noted_at,
    version: row.version,
  }))
}

export async function saveDomainNote(tx: Tx, authorityId: number, reviewId: number, note: DomainNote): Promise<void> {
  const written = {
    strengths: note.strengths,
    gaps: note.gaps,
    language: note.language,
    noted_by: note.by,
    noted_at: note.at,
    version: note.version,
  }
  await tx
    .insertInto('review.domain_note')
    .values({ authority_id: authorityId, review_id: reviewId, domain_id: note.domainId, ...written })
    .onConflict((on) => on.columns(['authority_id', 'review_id', 'domain_id']).doUpdateSet(written))
    .execute()
}
