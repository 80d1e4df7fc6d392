/** Outcome reviews in the database: adding one with what it is attributed to, and setting down the person's own word. */
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import type { Achievement, Attribution, PersonSays } from './outcome-review.ts'

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
  readonly says: Achievement
  readonly by: 'person' | 'carer'
  readonly on: Day
  readonly words: string
  readonly language: Language
}

/** Sets down the person's or carer's own word on a review. Answers false when somebody saved it since `version`. */
export async function setOwnWord(
  tx: Tx,
  authorityId: number,
  at: { readonly outcomeReviewId: number; readonly version: number },
  word: OwnWord,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.outcome_review')
    .set((eb) => ({
      person_says: word.says,
      person_said_by: word.by,
      person_said_on: word.on,
      person_words: word.words,
      person_words_language: word.words ? word.language : null,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('outcome_review_id', '=', at.outcomeReviewId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
