/** A received person, and what of their assessments is new, into the database. */
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { type AcceptAt, maybeDay } from './accepting.ts'
import type { ExchangedAssessment, ExchangedPerson } from './exchanged-plan.ts'

export type NewPersonPlace = { readonly areaId: number; readonly needGroup: string }

/** Undefined where somebody here has the reference already, whom the asker may not see. */
export async function addReceivedPerson(
  tx: Tx,
  authorityId: number,
  person: ExchangedPerson,
  place: NewPersonPlace,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.person')
    .values({
      authority_id: authorityId,
      ref: person.ref,
      area_id: place.areaId,
      need_group: place.needGroup,
      started_on: maybeDay(person.startedOn),
      ended_on: maybeDay(person.endedOn),
      ...takenOfPerson(person),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** A row of the person's columns for the fields named; all that a file may say where none are. */
function takenOfPerson(person: ExchangedPerson) {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    known_as: person.knownAs,
    born_on: maybeDay(person.bornOn),
    language: person.language,
    what_matters: person.whatMatters,
    what_matters_language: person.whatMatters ? (person.whatMattersLanguage ?? person.language) : null,
  }
}

const PERSON_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  givenName: ['given_name'],
  familyName: ['family_name'],
  knownAs: ['known_as'],
  bornOn: ['born_on'],
  language: ['language'],
  whatMatters: ['what_matters', 'what_matters_language'],
}

export async function takePersonFields(
  tx: Tx,
  authorityId: number,
  personId: number,
  person: ExchangedPerson,
  fields: readonly string[],
): Promise<void> {
  const columns = fields.flatMap((field) => PERSON_COLUMNS[field] ?? [])
  if (columns.length === 0) return
  const values = Object.fromEntries(Object.entries(takenOfPerson(person)).filter(([name]) => columns.includes(name)))
  await tx
    .updateTable('care_planning.person')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
}

/** Complete, as it came, and answers its id: it is another's record of what was asked and answered. */
export async function addReceivedAssessment(
  tx: Tx,
  { authorityId, personId }: AcceptAt,
  assessment: ExchangedAssessment,
): Promise<number> {
  const { assessment_id } = await tx
    .insertInto('care_planning.assessment')
    .values({
      authority_id: authorityId,
      person_id: personId,
      form: assessment.form,
      edition: assessment.edition,
      state: 'complete',
      answers: JSON.stringify(assessment.answers),
      words_language: assessment.wordsLanguage,
      started_on: day(assessment.startedOn),
      started_by: assessment.startedBy,
      completed_on: day(assessment.completedOn),
      completed_by: assessment.completedBy,
      is_eligible: assessment.isEligible,
    })
    .returning('assessment_id')
    .executeTakeFirstOrThrow()
  return assessment_id
}
