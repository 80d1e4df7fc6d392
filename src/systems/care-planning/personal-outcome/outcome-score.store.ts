/** Scores in the database, each voice's own. */
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { OutcomeScore, Voice } from './outcome-score.ts'

export type NewScore = Omit<OutcomeScore, 'personalOutcomeId'> & {
  readonly personalOutcomeId: number
  readonly personId: number
  /** Of the provider whose voice it is. */
  readonly providerId: number | null
  readonly recordedAt: Temporal.Instant
}

/** Adds a score; the same voice on the same day says it anew, and the audit log keeps what it said before. */
export async function addScore(tx: Tx, authorityId: number, score: NewScore): Promise<void> {
  const said = {
    score: score.score,
    answers: JSON.stringify(score.answers),
    scale_edition: score.scaleEdition,
    recorded_by: score.recordedBy,
    recorded_at: score.recordedAt,
    provider_id: score.providerId,
  }
  await tx
    .insertInto('care_planning.outcome_score')
    .values({
      authority_id: authorityId,
      personal_outcome_id: score.personalOutcomeId,
      person_id: score.personId,
      voice: score.voice,
      scored_on: score.scoredOn,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(['authority_id', 'personal_outcome_id', 'voice', 'scored_on']).doUpdateSet(said),
    )
    .execute()
}

/** All scores of one person's outcomes, oldest first. */
export async function listScores(tx: Tx, authorityId: number, personId: number): Promise<readonly OutcomeScore[]> {
  const rows = await tx
    .selectFrom('care_planning.outcome_score')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('scored_on')
    .orderBy('outcome_score_id')
    .execute()
  return rows.map((row) => ({
    personalOutcomeId: row.personal_outcome_id,
    voice: row.voice as Voice,
    scoredOn: row.scored_on as Day,
    score: row.score,
    answers: row.answers as readonly number[],
    scaleEdition: row.scale_edition,
    recordedBy: row.recorded_by,
  }))
}
