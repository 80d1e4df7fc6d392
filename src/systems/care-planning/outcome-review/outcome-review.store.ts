/** Outcome reviews in the database: adding one with what it is attributed to, and setting down the person's own word. */
import { sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import type { Achievement, Attribution, OwnSays, PersonSays, WordHow } from './outcome-review.ts'

export type NewReview = {
  readonly ref: string
  readonly heldOn: Day
  readonly score: number | null
  readonly achievement: Achievement
  readonly providerSays: Achievement | null
  readonly personSays: PersonSays | null
  readonly personSaidBy: 'person' | 'carer' | null
  readonly personWords: string
  readonly personWordsLanguage: Language | null
  readonly note: string
  readonly attributions: readonly Attribution[]
}

/** Adds a review of an outcome; it belongs to the area, contract and provider that the outcome has now. Answers its id. */
export async function addReview(
  tx: Tx,
  authorityId: number,
  outcome: PersonalOutcome,
  review: NewReview,
): Promise<number> {
  const { outcome_review_id } = await tx
    .insertInto('care_planning.outcome_review')
    .values({
      authority_id: authorityId,
      ref: review.ref,
      personal_outcome_id: outcome.personalOutcomeId,
      person_id: outcome.personId,
      area_id: outcome.areaId,
      contract_id: outcome.contractId,
      provider_id: outcome.providerId,
      due_on: outcome.reviewDueOn,
      held_on: review.heldOn,
      score: review.score,
      achievement: review.achievement,
      provider_says: review.providerSays,
      person_says: review.personSays,
      person_said_by: review.personSaidBy,
      person_said_on: review.personSaidBy ? review.heldOn : null,
      person_words: review.personWords,
      person_words_language: review.personWordsLanguage,
      note: review.note,
    })
    .returning('outcome_review_id')
    .executeTakeFirstOrThrow()
  if (review.attributions.length > 0)
    await tx
      .insertInto('care_planning.attribution')
      .values(
        review.attributions.map((a) => ({
          authority_id: authorityId,
          outcome_review_id,
          person_id: outcome.personId,
          party: a.party,
          extent: a.extent,
          is_named_first: a.isNamedFirst,
          evidence: a.evidence,
          share_percent: a.sharePercent,
        })),
      )
      .execute()
  return outcome_review_id
}

export type OwnWord = {
  readonly says: OwnSays
  readonly by: 'person' | 'carer'
  readonly how: WordHow
  readonly on: Day
  readonly words: string
  readonly language: Language
  /** Who wrote it down: they themselves, or somebody who is not of the provider. */
  readonly recordedBy: string
  readonly recordedByUser: number | null
  readonly recordedAt: Temporal.Instant
}

/**
 * Sets down the person's or carer's own word on a review, keeps it among all they said, and notes where it differs from what the review
 * found or where the two differ. A carer's word stands beside the person's once the person has spoken, never in its place. Answers false
 * when somebody saved the review since `version`.
 */
export async function setOwnWord(
  tx: Tx,
  authorityId: number,
  at: { readonly personId: number; readonly outcomeReviewId: number; readonly version: number },
  word: OwnWord,
): Promise<boolean> {
  const personSpoke = sql<boolean>`person_said_by is not distinct from 'person'`
  const wordsLanguage = word.words ? word.language : null
  const isBeside = (column: string, value: unknown) =>
    word.by === 'person' ? value : sql`case when ${personSpoke} then ${sql.ref(column)} else ${value} end`
  const standing = Object.fromEntries(
    Object.entries({
      person_says: word.says,
      person_said_by: word.by,
      person_said_on: word.on,
      person_words: word.words,
      person_words_language: wordsLanguage,
      person_word_how: word.how,
      person_word_recorded_by: word.recordedBy,
    }).map(([column, value]) => [column, isBeside(column, value)]),
  )
  const beside = {
    carer_says: word.says,
    carer_said_on: word.on,
    carer_words: word.words,
    carer_words_language: wordsLanguage,
    carer_word_how: word.how,
    carer_word_recorded_by: word.recordedBy,
  }
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.outcome_review')
    .set((eb) => ({ ...standing, ...(word.by === 'carer' ? beside : {}), version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('outcome_review_id', '=', at.outcomeReviewId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) return false
  await tx
    .insertInto('care_planning.own_word')
    .values({
      authority_id: authorityId,
      outcome_review_id: at.outcomeReviewId,
      person_id: at.personId,
      says: word.says,
      said_by: word.by,
      how: word.how,
      said_on: word.on,
      words: word.words,
      words_language: word.words ? word.language : null,
      recorded_by: word.recordedBy,
      recorded_by_user: word.recordedByUser,
      recorded_at: word.recordedAt,
    })
    .execute()
  // A carer who speaks beside the person changes nothing of how the person's word and the review stand to each other.
  await sql`select care_planning.note_word(outcome_review_id, ${word.on.toString()}::date) from care_planning.outcome_review
    where authority_id = ${authorityId} and outcome_review_id = ${at.outcomeReviewId} and person_said_by = ${word.by}`.execute(
    tx,
  )
  await sql`select care_planning.note_voices(${at.outcomeReviewId}::bigint, ${word.on.toString()}::date)`.execute(tx)
  return true
}
