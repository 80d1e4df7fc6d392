/** Received reviews and scores of outcomes into the database. */
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { addScore } from '../personal-outcome/outcome-score.store.ts'
import { type AcceptAt, idIn, maybeDay } from './accepting.ts'
import type { ExchangedReview, ExchangedScore } from './exchanged-plan.ts'

/** Answers its id; undefined where another's review has the reference. */
export async function addReceivedReview(
  tx: Tx,
  at: AcceptAt,
  outcome: {
    readonly personalOutcomeId: number
    readonly contractId: number | null
    readonly providerId: number | null
  },
  review: ExchangedReview,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.outcome_review')
    .values({
      authority_id: at.authorityId,
      ref: review.ref,
      personal_outcome_id: outcome.personalOutcomeId,
      person_id: at.personId,
      area_id: at.areaId,
      contract_id: outcome.contractId,
      provider_id: outcome.providerId,
      due_on: day(review.dueOn),
      held_on: day(review.heldOn),
      score: review.score,
      achievement: review.achievement,
      provider_says: review.providerSays,
      person_says: review.personSays,
      person_said_by: review.personSaidBy,
      person_said_on: maybeDay(review.personSaidOn),
      person_words: review.personWords,
      person_words_language: review.personWordsLanguage,
      person_word_how: review.personWordHow,
      person_word_recorded_by: review.personWordRecordedBy,
      // Nobody here recorded it, so whoever brings it in may verify it.
      recorded_by_user: null,
      note: review.note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('outcome_review_id')
    .executeTakeFirst()
  if (!row) return undefined
  if (review.attributions.length > 0)
    await tx
      .insertInto('care_planning.attribution')
      .values(
        review.attributions.map(({ party, extent, isNamedFirst, evidence, sharePercent }) => ({
          authority_id: at.authorityId,
          outcome_review_id: row.outcome_review_id,
          person_id: at.personId,
          party,
          extent,
          is_named_first: isNamedFirst,
          evidence,
          share_percent: sharePercent,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return row.outcome_review_id
}

/** A provider's score needs its provider; of one that is not known here it is left out, as the differences said. */
export async function addReceivedScore(
  tx: Tx,
  { authorityId, personId, neighbours }: AcceptAt,
  personalOutcomeId: number,
  score: ExchangedScore,
): Promise<void> {
  const providerId = idIn(neighbours.providers, score.providerRef)
  if (score.voice === 'provider' && providerId === null) return
  await addScore(tx, authorityId, {
    personalOutcomeId,
    personId,
    providerId: score.voice === 'provider' ? providerId : null,
    voice: score.voice,
    scoredOn: day(score.scoredOn),
    score: score.score,
    answers: score.answers,
    scaleEdition: score.scaleEdition,
    recordedBy: score.recordedBy,
    recordedAt: Temporal.Instant.from(score.recordedAt),
  })
}
