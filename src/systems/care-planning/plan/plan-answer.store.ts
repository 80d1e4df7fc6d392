/** Answers to plans that came by letter, in the database. */
import { sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { AgreedBy } from './plan.ts'
import type { AnswerBasis, GivenAnswer, PlanAnswer } from './plan-answer.ts'

/** Keeps an answer; where it is no agreement, the person's worker is told to look. */
export async function addPlanAnswer(tx: Tx, authorityId: number, personId: number, answer: GivenAnswer): Promise<void> {
  const { plan_answer_id } = await tx
    .insertInto('care_planning.plan_answer')
    .values({
      authority_id: authorityId,
      plan_version_id: answer.planVersionId,
      letter_code_id: answer.letterCodeId,
      person_id: personId,
      answer: answer.answer,
      by_whom: answer.byWhom,
      basis: answer.basis,
      name: answer.name,
      words: answer.words,
      words_language: answer.wordsLanguage,
      answered_on: answer.answeredOn,
    })
    .returning('plan_answer_id')
    .executeTakeFirstOrThrow()
  await sql`select care_planning.note_plan_answer(${plan_answer_id}::bigint)`.execute(tx)
}

/** What was answered to a version, newest first. */
export async function listPlanAnswers(
  tx: Tx,
  authorityId: number,
  planVersionId: number,
): Promise<readonly GivenAnswer[]> {
  const rows = await tx
    .selectFrom('care_planning.plan_answer')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('plan_version_id', '=', planVersionId)
    .orderBy('plan_answer_id', 'desc')
    .execute()
  return rows.map((row) => ({
    planVersionId: row.plan_version_id,
    letterCodeId: row.letter_code_id,
    answer: row.answer as PlanAnswer,
    byWhom: row.by_whom as AgreedBy,
    basis: row.basis as AnswerBasis | null,
    name: row.name,
    words: row.words,
    wordsLanguage: row.words_language as Language | null,
    answeredOn: row.answered_on,
  }))
}
