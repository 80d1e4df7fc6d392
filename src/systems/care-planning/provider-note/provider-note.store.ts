/** Providers' notes in the database. */
import { type Selectable, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { PersonName } from '../../../kernel/person-name.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { NoteAnswer, ProviderNote } from './provider-note.ts'

/** What was written of one person, newest first; those who look see what row-level security shows them. */
export async function listNotesOf(tx: Tx, authorityId: number, personId: number): Promise<readonly ProviderNote[]> {
  const rows = await tx
    .selectFrom('care_planning.provider_note')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('happened_on', 'desc')
    .orderBy('provider_note_id', 'desc')
    .execute()
  return rows.map(noteOf)
}

export type NoteAboutPerson = ProviderNote & PersonName

/** Notes about people of one worker, and about those whom nobody works with, so that none falls between; undefined: everybody's. */
function forWorker(authorityId: number, workerId: number | undefined, personId: string) {
  if (workerId === undefined) return sql<boolean>`true`
  return sql<boolean>`not exists (
    select from care_planning.allocation a
    where a.authority_id = ${authorityId} and a.person_id = ${sql.ref(personId)} and a.ends_on is null and a.worker_id <> ${workerId})`
}

/** What waits for the council's answer, urgent concerns first, then the longest waiting. */
export async function listWaitingNotes(
  tx: Tx,
  authorityId: number,
  workerId?: number,
): Promise<readonly NoteAboutPerson[]> {
  const rows = await tx
    .selectFrom('care_planning.provider_note as n')
    .innerJoin('care_planning.person as p', (join) =>
      join.onRef('p.authority_id', '=', 'n.authority_id').onRef('p.person_id', '=', 'n.person_id'),
    )
    .selectAll('n')
    .select(['p.given_name', 'p.family_name', 'p.known_as'])
    .where('n.authority_id', '=', authorityId)
    .where('n.state', '=', 'waiting')
    .where(forWorker(authorityId, workerId, 'n.person_id'))
    .orderBy('n.is_urgent', 'desc')
    .orderBy('n.provider_note_id')
    .execute()
  return rows.map((row) => ({
    ...noteOf(row),
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
  }))
}

export async function countWaitingNotes(
  tx: Tx,
  authorityId: number,
  workerId?: number,
): Promise<{ waiting: number; urgent: number }> {
  const row = await tx
    .selectFrom('care_planning.provider_note')
    .select((eb) => [
      eb.fn.countAll<number>().as('waiting'),
      eb.fn.countAll<number>().filterWhere('is_urgent', '=', true).as('urgent'),
    ])
    .where('authority_id', '=', authorityId)
    .where('state', '=', 'waiting')
    .where(forWorker(authorityId, workerId, 'care_planning.provider_note.person_id'))
    .executeTakeFirstOrThrow()
  return { waiting: Number(row.waiting), urgent: Number(row.urgent) }
}

export type NewNote = Pick<
  ProviderNote,
  | 'personId'
  | 'providerId'
  | 'kind'
  | 'personalOutcomeId'
  | 'happenedOn'
  | 'words'
  | 'wordsLanguage'
  | 'isUrgent'
  | 'weeklyMinutes'
  | 'writtenBy'
  | 'writtenAt'
> & { readonly state: 'recorded' | 'waiting' }

/** Adds a note and answers its id. A concern, and a request to change the plan, becomes a situation in the same breath: the database sees to it. */
export async function addNote(tx: Tx, authorityId: number, note: NewNote): Promise<number> {
  const { provider_note_id } = await tx
    .insertInto('care_planning.provider_note')
    .values({
      authority_id: authorityId,
      person_id: note.personId,
      provider_id: note.providerId,
      kind: note.kind,
      personal_outcome_id: note.personalOutcomeId,
      happened_on: note.happenedOn,
      words: note.words,
      words_language: note.wordsLanguage,
      is_urgent: note.isUrgent,
      weekly_minutes: note.weeklyMinutes,
      written_by: note.writtenBy,
      written_at: note.writtenAt,
      state: note.state,
    })
    .returning('provider_note_id')
    .executeTakeFirstOrThrow()
  return provider_note_id
}

export type Answered = {
  readonly answer: NoteAnswer
  readonly words: string
  readonly language: Language | null
  readonly by: string
  readonly at: Temporal.Instant
}

/** Sets down the council's answer. Answers false when somebody saved the note since `version`. */
export async function setAnswer(
  tx: Tx,
  authorityId: number,
  at: { readonly providerNoteId: number; readonly version: number },
  answered: Answered,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.provider_note')
    .set((eb) => ({
      state: 'answered',
      answer: answered.answer,
      answer_words: answered.words,
      answer_language: answered.language,
      answered_by: answered.by,
      answered_at: answered.at,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('provider_note_id', '=', at.providerNoteId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function noteOf(row: Selectable<Tables['care_planning.provider_note']>): ProviderNote {
  return {
    providerNoteId: row.provider_note_id,
    personId: row.person_id,
    providerId: row.provider_id,
    kind: row.kind as ProviderNote['kind'],
    personalOutcomeId: row.personal_outcome_id,
    happenedOn: row.happened_on,
    words: row.words,
    wordsLanguage: row.words_language as Language,
    isUrgent: row.is_urgent,
    weeklyMinutes: row.weekly_minutes,
    writtenBy: row.written_by,
    writtenAt: row.written_at,
    state: row.state as ProviderNote['state'],
    answer: row.answer as NoteAnswer | null,
    answerWords: row.answer_words,
    answerLanguage: row.answer_language as Language | null,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
    version: row.version,
  }
}

export type Notable = {
  readonly personId: number
  readonly ref: string
  readonly personalOutcomeId: number
  readonly language: Language
}

/** People with an outcome that goes on, one outcome each, in the order of their records: those whom the reader may see. */
export async function listNotable(tx: Tx, authorityId: number, limit: number): Promise<readonly Notable[]> {
  const rows = await tx
    .selectFrom('care_planning.personal_outcome as o')
    .innerJoin('care_planning.person as p', (join) =>
      join.onRef('p.authority_id', '=', 'o.authority_id').onRef('p.person_id', '=', 'o.person_id'),
    )
    .distinctOn('p.person_id')
    .select(['p.person_id', 'p.ref', 'p.language', 'o.personal_outcome_id'])
    .where('o.authority_id', '=', authorityId)
    .where('o.ended_on', 'is', null)
    .where('p.ended_on', 'is', null)
    .orderBy('p.person_id')
    .orderBy('o.personal_outcome_id')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id,
    ref: row.ref,
    personalOutcomeId: row.personal_outcome_id,
    language: row.language as Language,
  }))
}
