/** Letters and their codes in the database. A code is known on the letter alone; here stands only what it hashes to. */
import { randomInt } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { hashOf } from '../../../platform/session/session-token.ts'
import {
  CODE_LENGTH,
  CODE_LETTERS,
  type ForWhom,
  LETTER_DAYS,
  type Letter,
  type LetterPurpose,
  readCode,
  showCode,
} from './letter-code.ts'

export type NewLetter = {
  readonly purpose: LetterPurpose
  readonly personId: number
  readonly subjectId: number
  readonly forWhom: ForWhom
  readonly toName: string
  readonly language: Language
  readonly sentBy: string
  readonly today: Day
  readonly now: Temporal.Instant
}

export type IssuedCode = { readonly letterCodeId: number; readonly code: string; readonly expiresOn: Day }

/** Makes a code and notes its letter. An earlier letter that asks the same person the same and waits no longer opens anything. */
export async function issueCode(tx: Tx, authorityId: number, letter: NewLetter): Promise<IssuedCode> {
  await tx
    .updateTable('care_planning.letter_code')
    .set({ withdrawn_at: letter.now })
    .where('authority_id', '=', authorityId)
    .where('purpose', '=', letter.purpose)
    .where('subject_id', '=', letter.subjectId)
    .where('for_whom', '=', letter.forWhom)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  const shown = showCode(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_LETTERS.length)))
  const expiresOn = letter.today.add({ days: LETTER_DAYS })
  const { letter_code_id } = await tx
    .insertInto('care_planning.letter_code')
    .values({
      authority_id: authorityId,
      code_hash: hashOf(readCode(shown)!),
      purpose: letter.purpose,
      person_id: letter.personId,
      subject_id: letter.subjectId,
      for_whom: letter.forWhom,
      to_name: letter.toName,
      language: letter.language,
      sent_on: letter.today,
      sent_by: letter.sentBy,
      expires_on: expiresOn,
    })
    .returning('letter_code_id')
    .executeTakeFirstOrThrow()
  return { letterCodeId: letter_code_id, code: shown, expiresOn }
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
    forWhom: row.for_whom as ForWhom,
    toName: row.to_name,
    language: row.language as Language,
    sentOn: row.sent_on,
    sentBy: row.sent_by,
    expiresOn: row.expires_on,
    usedAt: row.used_at,
    withdrawnAt: row.withdrawn_at,
  }
}
