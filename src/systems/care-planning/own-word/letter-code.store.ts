/** Letters and their codes in the database. A code is known on the letter alone; here stands only what it hashes to. */
import { randomInt } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { hashOf } from '../../../platform/session/session-token.ts'
import {
  type Addressee,
  CODE_LENGTH,
  CODE_LETTERS,
  type IssuedLetter,
  LETTER_DAYS,
  type Letter,
  type LetterLayout,
  type LetterPurpose,
  readCode,
  showCode,
  type WithdrawnBecause,
} from './letter-code.ts'

export type NewLetter = Pick<
  Letter,
  'purpose' | 'personId' | 'subjectId' | 'forWhom' | 'toName' | 'language' | 'layout' | 'basis' | 'askedBy'
> & { readonly today: Day; readonly now: Temporal.Instant }

/** Notes that a letter is wanted. An earlier one that asks the same person the same and waits no longer opens anything. Answers its id. */
export async function orderLetter(tx: Tx, authorityId: number, letter: NewLetter): Promise<number> {
  const { purpose, subjectId, forWhom, now } = letter
  await withdrawLetters(tx, authorityId, { purpose, subjectId, forWhom }, { now, because: 'newer' })
  const { letter_code_id } = await tx
    .insertInto('care_planning.letter_code')
    .values({
      authority_id: authorityId,
      purpose: letter.purpose,
      person_id: letter.personId,
      subject_id: letter.subjectId,
      for_whom: letter.forWhom,
      to_name: letter.toName,
      language: letter.language,
      layout: letter.layout,
      basis: letter.basis,
      asked_on: letter.today,
      asked_by: letter.askedBy,
    })
    .returning('letter_code_id')
    .executeTakeFirstOrThrow()
  return letter_code_id
}

type Which =
  | { readonly letterCodeId: number }
  | { readonly purpose: LetterPurpose; readonly subjectId: number; readonly forWhom?: Letter['forWhom'] }

/** Makes letters that wait open nothing any more, printed or not. Answers how many there were. */
export async function withdrawLetters(
  tx: Tx,
  authorityId: number,
  which: Which,
  { now, because }: { readonly now: Temporal.Instant; readonly because: WithdrawnBecause },
): Promise<number> {
  let letters = tx
    .updateTable('care_planning.letter_code')
    .set({ withdrawn_at: now, withdrawn_because: because })
    .where('authority_id', '=', authorityId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
  if ('letterCodeId' in which) letters = letters.where('letter_code_id', '=', which.letterCodeId)
  else {
    letters = letters.where('purpose', '=', which.purpose).where('subject_id', '=', which.subjectId)
    if (which.forWhom) letters = letters.where('for_whom', '=', which.forWhom)
  }
  return Number((await letters.executeTakeFirst()).numUpdatedRows)
}

/** Gives a letter its code as it is printed. Printed anew it has another, and the code before opens nothing. */
export async function giveCode(
  tx: Tx,
  authorityId: number,
  letter: Letter,
  by: { readonly name: string; readonly today: Day },
): Promise<IssuedLetter> {
  const code = showCode(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_LETTERS.length)))
  const expiresOn = by.today.add({ days: LETTER_DAYS })
  await tx
    .updateTable('care_planning.letter_code')
    .set({ code_hash: hashOf(readCode(code)!), sent_on: by.today, sent_by: by.name, expires_on: expiresOn })
    .where('authority_id', '=', authorityId)
    .where('letter_code_id', '=', letter.letterCodeId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  return { ...letter, code, sentOn: by.today, sentBy: by.name, expiresOn }
}

/** A letter as whoever posts it sees it in the queue. */
export type QueuedLetter = Letter & { readonly personName: string; readonly claimedByUser: number | null }

/** Letters that wait to be printed, oldest first, then those printed since a day, newest first. */
export async function listQueue(tx: Tx, authorityId: number, since: Day): Promise<readonly QueuedLetter[]> {
  const rows = await tx
    .selectFrom('care_planning.letter_code as l')
    .innerJoin('care_planning.person as p', (join) =>
      join.onRef('p.authority_id', '=', 'l.authority_id').onRef('p.person_id', '=', 'l.person_id'),
    )
    .leftJoin('care_planning.outcome_review as r', (join) =>
      join
        .onRef('r.authority_id', '=', 'l.authority_id')
        .onRef('r.outcome_review_id', '=', 'l.subject_id')
        .on('l.purpose', '=', 'own-word'),
    )
    .selectAll('l')
    .select(['p.given_name', 'p.family_name', 'p.known_as', 'r.recorded_by_user'])
    .where('l.authority_id', '=', authorityId)
    .where((eb) =>
      eb.or([eb.and([eb('l.code_hash', 'is', null), eb('l.withdrawn_at', 'is', null)]), eb('l.sent_on', '>=', since)]),
    )
    .orderBy(sql`l.sent_on desc nulls first`)
    .orderBy('l.letter_code_id')
    .execute()
  return rows.map((row) => ({
    ...letterOf(row),
    personName: calledName({ givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as }),
    claimedByUser: row.recorded_by_user,
  }))
}

/** The letter that this code (as `readCode` answers it) stands on, whatever its state; undefined where there is none in this authority. */
export async function findLetter(tx: Tx, authorityId: number, code: string): Promise<Letter | undefined> {
  const row = await tx
    .selectFrom('care_planning.letter_code')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('code_hash', '=', hashOf(code))
    .executeTakeFirst()
  return row && letterOf(row)
}

export async function findLetterById(tx: Tx, authorityId: number, letterCodeId: number): Promise<Letter | undefined> {
  const row = await tx
    .selectFrom('care_planning.letter_code')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('letter_code_id', '=', letterCodeId)
    .executeTakeFirst()
  return row && letterOf(row)
}

/** Uses a letter up. Answers false where it was answered, withdrawn or expired: of two answers at once only one is taken. */
export async function useLetter(
  tx: Tx,
  authorityId: number,
  at: { readonly letterCodeId: number; readonly now: Temporal.Instant; readonly today: Day },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.letter_code')
    .set({ used_at: at.now })
    .where('authority_id', '=', authorityId)
    .where('letter_code_id', '=', at.letterCodeId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_on', '>=', at.today)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The letters that ask about this, newest first. */
export async function listLetters(
  tx: Tx,
  authorityId: number,
  about: { readonly purpose: LetterPurpose; readonly subjectId: number },
): Promise<readonly Letter[]> {
  const rows = await tx
    .selectFrom('care_planning.letter_code')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('purpose', '=', about.purpose)
    .where('subject_id', '=', about.subjectId)
    .orderBy('letter_code_id', 'desc')
    .execute()
  return rows.map(letterOf)
}

function letterOf(row: Selectable<Tables['care_planning.letter_code']>): Letter {
  return {
    letterCodeId: row.letter_code_id,
    authorityId: row.authority_id,
    purpose: row.purpose as LetterPurpose,
    personId: row.person_id,
    subjectId: row.subject_id,
    forWhom: row.for_whom as Addressee,
    toName: row.to_name,
    language: row.language as Language,
    layout: row.layout as LetterLayout,
    basis: row.basis,
    askedOn: row.asked_on,
    askedBy: row.asked_by,
    askedByUser: row.asked_by_user,
    sentOn: row.sent_on,
    sentBy: row.sent_by,
    expiresOn: row.expires_on,
    usedAt: row.used_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBecause: row.withdrawn_because as WithdrawnBecause | null,
  }
}
