/** Assessments in the database. */
import type { Selectable } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { Answers } from '../../../kernel/questionnaire/answers.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Assessment, AssessmentState } from './assessment.ts'

/** Of one person, newest first; those given up are left out. */
export async function listAssessments(tx: Tx, authorityId: number, personId: number): Promise<readonly Assessment[]> {
  const rows = await tx
    .selectFrom('care_planning.assessment')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'given-up')
    .orderBy('started_on', 'desc')
    .orderBy('assessment_id', 'desc')
    .execute()
  return rows.map(assessmentOf)
}

export type NewAssessment = {
  readonly personId: number
  readonly form: string
  readonly edition: string
  readonly answers: Answers
  readonly wordsLanguage: Language
  readonly startedOn: Day
  readonly startedBy: string
}

/** Begins one; undefined where one of the same form is being written already. */
export async function addAssessment(tx: Tx, authorityId: number, given: NewAssessment): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.assessment')
    .values({
      authority_id: authorityId,
      person_id: given.personId,
      form: given.form,
      edition: given.edition,
      answers: JSON.stringify(given.answers),
      words_language: given.wordsLanguage,
      started_on: given.startedOn,
      started_by: given.startedBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('assessment_id')
    .executeTakeFirst()
  return row?.assessment_id
}

type At = { readonly assessmentId: number; readonly version: number }

/** Saves what is written so far; false when somebody saved it since `version`, or it is complete. */
export async function saveAnswers(tx: Tx, authorityId: number, at: At, answers: Answers): Promise<boolean> {
  return update(tx, authorityId, at, { answers: JSON.stringify(answers) })
}

export async function completeAssessment(
  tx: Tx,
  authorityId: number,
  at: At,
  done: {
    readonly answers: Answers
    readonly completedOn: Day
    readonly completedBy: string
    readonly isEligible: boolean | null
  },
): Promise<boolean> {
  return update(tx, authorityId, at, {
    state: 'complete',
    answers: JSON.stringify(done.answers),
    completed_on: done.completedOn,
    completed_by: done.completedBy,
    is_eligible: done.isEligible,
  })
}

export async function giveUpAssessment(tx: Tx, authorityId: number, at: At): Promise<boolean> {
  return update(tx, authorityId, at, { state: 'given-up' })
}

type Changed = Partial<{
  state: AssessmentState
  answers: string
  completed_on: Day
  completed_by: string
  is_eligible: boolean | null
}>

async function update(tx: Tx, authorityId: number, at: At, values: Changed): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.assessment')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('assessment_id', '=', at.assessmentId)
    .where('version', '=', at.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function assessmentOf(row: Selectable<Tables['care_planning.assessment']>): Assessment {
  return {
    assessmentId: row.assessment_id,
    personId: row.person_id,
    form: row.form,
    edition: row.edition,
    state: row.state as AssessmentState,
    answers: Answers.parse(row.answers),
    wordsLanguage: row.words_language as Language,
    startedOn: row.started_on,
    startedBy: row.started_by,
    completedOn: row.completed_on,
    completedBy: row.completed_by,
    isEligible: row.is_eligible,
    version: row.version,
  }
}
