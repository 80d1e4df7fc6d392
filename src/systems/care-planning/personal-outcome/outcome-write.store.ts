/** Writing outcomes: agreeing one, changing one, ending one; and the five levels of a goal. */
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { GoalLevel, GoalLevelNumber } from './goal-level.ts'
import type { PersonalOutcome } from './personal-outcome.ts'

/** What is agreed of an outcome, and can be changed while it lives. */
export type OutcomeTerms = Pick<
  PersonalOutcome,
  | 'ownWords'
  | 'ownWordsLanguage'
  | 'whyItMatters'
  | 'canDoNow'
  | 'outcomeId'
  | 'scale'
  | 'baselineScore'
  | 'targetScore'
  | 'reviewDueOn'
  | 'weight'
  | 'hangsOn'
>

export type NewOutcome = OutcomeTerms &
  Pick<
    PersonalOutcome,
    'personId' | 'areaId' | 'agreedOn' | 'setBy' | 'reformulatedFrom' | 'planId' | 'contractId' | 'providerId'
  > & { readonly personRef: string }

/** Adds an outcome under the next free reference of its person, and answers its id. */
export async function insertOutcome(tx: Tx, authorityId: number, outcome: NewOutcome): Promise<number> {
  const { personal_outcome_id } = await tx
    .insertInto('care_planning.personal_outcome')
    .values({
      authority_id: authorityId,
      ref: await nextReference(tx, authorityId, outcome),
      person_id: outcome.personId,
      plan_id: outcome.planId,
      contract_id: outcome.contractId,
      provider_id: outcome.providerId,
      area_id: outcome.areaId,
      agreed_on: outcome.agreedOn,
      set_by: outcome.setBy,
      reformulated_from: outcome.reformulatedFrom,
      ...termsOf(outcome),
    })
    .returning('personal_outcome_id')
    .executeTakeFirstOrThrow()
  return personal_outcome_id
}

/** Changes what is agreed; false when somebody saved it since `version`. */
export async function updateOutcome(
  tx: Tx,
  authorityId: number,
  at: { readonly personalOutcomeId: number; readonly version: number },
  terms: OutcomeTerms,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.personal_outcome')
    .set((eb) => ({ ...termsOf(terms), version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', '=', at.personalOutcomeId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type OutcomeEnd = { readonly endedOn: Day; readonly endedReason: string; readonly endedNote: string }

/** Ends an outcome; false when somebody saved it since `version`. */
export async function endOutcome(
  tx: Tx,
  authorityId: number,
  at: { readonly personalOutcomeId: number; readonly version: number },
  end: OutcomeEnd,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.personal_outcome')
    .set((eb) => ({
      ended_on: end.endedOn,
      ended_reason: end.endedReason,
      ended_note: end.endedNote,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', '=', at.personalOutcomeId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Hangs the steps towards one outcome on the one that takes its place. */
export async function rehangSteps(tx: Tx, authorityId: number, from: number, to: number): Promise<void> {
  await tx
    .updateTable('care_planning.personal_outcome')
    .set({ hangs_on: to })
    .where('authority_id', '=', authorityId)
    .where('hangs_on', '=', from)
    .execute()
}

/** Copies who contributes from one outcome to the one that takes its place. */
export async function copyContributions(tx: Tx, authorityId: number, from: number, to: number): Promise<void> {
  const rows = await tx
    .selectFrom('care_planning.contribution')
    .select(['person_id', 'party', 'provider_id', 'contract_id', 'extent', 'what'])
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', '=', from)
    .execute()
  if (rows.length === 0) return
  await tx
    .insertInto('care_planning.contribution')
    .values(rows.map((row) => ({ ...row, authority_id: authorityId, personal_outcome_id: to })))
    .execute()
}

/** Puts these levels in the place of those there were. */
export async function setLevels(
  tx: Tx,
  authorityId: number,
  of: { readonly personalOutcomeId: number; readonly personId: number },
  levels: readonly GoalLevel[],
): Promise<void> {
  await tx
    .deleteFrom('care_planning.outcome_level')
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', '=', of.personalOutcomeId)
    .execute()
  if (levels.length === 0) return
  await tx
    .insertInto('care_planning.outcome_level')
    .values(
      levels.map(({ level, words, language }) => ({
        authority_id: authorityId,
        personal_outcome_id: of.personalOutcomeId,
        person_id: of.personId,
        level,
        words,
        language,
      })),
    )
    .execute()
}

/** The levels of all of one person's goals, by outcome, lowest first. */
export async function listLevels(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<ReadonlyMap<number, readonly GoalLevel[]>> {
  const rows = await tx
    .selectFrom('care_planning.outcome_level')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('level')
    .execute()
  const levels = Map.groupBy(rows, (row) => row.personal_outcome_id)
  return new Map(
    [...levels].map(([id, own]) => [
      id,
      own.map((row) => ({
        level: row.level as GoalLevelNumber,
        words: row.words,
        language: row.language as Language,
      })),
    ]),
  )
}

function termsOf(terms: OutcomeTerms) {
  return {
    own_words: terms.ownWords,
    own_words_language: terms.ownWordsLanguage,
    why_it_matters: terms.whyItMatters,
    can_do_now: terms.canDoNow,
    outcome_id: terms.outcomeId,
    scale: terms.scale,
    baseline_score: terms.baselineScore,
    target_score: terms.targetScore,
    review_due_on: terms.reviewDueOn,
    weight: terms.weight,
    hangs_on: terms.hangsOn,
  }
}

/** `P-10005-O3`: the person's third, counting those that files brought. */
async function nextReference(
  tx: Tx,
  authorityId: number,
  outcome: { readonly personId: number; readonly personRef: string },
): Promise<string> {
  const rows = await tx
    .selectFrom('care_planning.personal_outcome')
    .select('ref')
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', outcome.personId)
    .execute()
  const taken = new Set(rows.map((row) => row.ref))
  let number = rows.length + 1
  while (taken.has(`${outcome.personRef}-O${number}`)) number += 1
  return `${outcome.personRef}-O${number}`
}
