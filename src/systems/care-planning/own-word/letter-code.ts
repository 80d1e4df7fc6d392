/** The code on a letter: how it is made readable, what is accepted when somebody types it, and whether it still opens anything. */
import { z } from 'zod'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Refusal, refused } from '../../../kernel/result.ts'

/** What a letter may ask. */
export const LetterPurpose = z.enum(['own-word', 'plan-agreement'])
export type LetterPurpose = z.infer<typeof LetterPurpose>

/** Whom a letter is written to. */
export const ForWhom = z.enum(['person', 'carer'])
export type ForWhom = z.infer<typeof ForWhom>

/** Nothing that is read as something else: no I, L, O, 0 and 1. Twelve of these thirty-one are 59 bits. */
export const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
export const CODE_LENGTH = 12
const GROUP = 4

/** For so many days a letter can be answered, the last one included. */
export const LETTER_DAYS = 42

/** A code from twelve numbers below the count of letters, as it stands on the letter: `K7MP-2QXR-9TDF`. */
export function showCode(picks: readonly number[]): string {
  const letters = picks.map((pick) => CODE_LETTERS.charAt(pick)).join('')
  return letters.match(new RegExp(`.{1,${GROUP}}`, 'g'))?.join('-') ?? ''
}

/** What was typed as the code that it means: small letters, spaces, dots and dashes do not matter. Undefined where it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const code = typed.toLocaleUpperCase('en').replaceAll(/[\s.\-–—]/g, '')
  const isCode = code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter))
  return isCode ? code : undefined
}

export type Letter = {
  readonly letterCodeId: number
  readonly authorityId: number
  readonly purpose: LetterPurpose
  readonly personId: number
  /** The outcome review, or the version of the plan. */
  readonly subjectId: number
  readonly forWhom: ForWhom
  readonly toName: string
  readonly language: Language
  readonly sentOn: Day
  readonly sentBy: string
  readonly expiresOn: Day
  readonly usedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
}

export type LetterState = 'waiting' | 'answered' | 'expired' | 'withdrawn'

export function letterState(letter: Pick<Letter, 'usedAt' | 'withdrawnAt' | 'expiresOn'>, today: Day): LetterState {
  if (letter.usedAt) return 'answered'
  if (letter.withdrawnAt) return 'withdrawn'
  return Temporal.PlainDate.compare(today, letter.expiresOn) > 0 ? 'expired' : 'waiting'
}

/** Refuses a code that opens nothing any more, and says why, so that nobody types it again and again. */
export function refuseLetter(
  letter: Pick<Letter, 'usedAt' | 'withdrawnAt' | 'expiresOn'>,
  today: Day,
): { ok: false; refusal: Refusal } | undefined {
  const state = letterState(letter, today)
  return state === 'waiting' ? undefined : refused(REFUSALS[state])
}

const REFUSALS = {
  answered: {
    kind: 'conflict',
    code: 'letter-answered',
    field: 'code',
    message: {
      en: 'This letter has been answered already. If you would like to say something else, tell the council.',
      cy: 'Mae’r llythyr hwn wedi’i ateb yn barod. Os hoffech ddweud rhywbeth arall, rhowch wybod i’r cyngor.',
    },
  },
  expired: {
    kind: 'conflict',
    code: 'letter-expired',
    field: 'code',
    message: {
      en: 'The time to answer this letter is over. Ask the council for a new one if you would like to answer.',
      cy: 'Mae’r amser i ateb y llythyr hwn ar ben. Gofynnwch i’r cyngor am un newydd os hoffech ateb.',
    },
  },
  withdrawn: {
    kind: 'conflict',
    code: 'letter-withdrawn',
    field: 'code',
    message: {
      en: 'A newer letter was sent to you. Use the code on that one.',
      cy: 'Anfonwyd llythyr mwy diweddar atoch. Defnyddiwch y cod ar hwnnw.',
    },
  },
} as const satisfies Record<Exclude<LetterState, 'waiting'>, Refusal>

/** Says nothing of which codes there are. */
export const NO_SUCH_CODE: Refusal = {
  kind: 'invalid',
  code: 'no-such-letter',
  field: 'code',
  message: {
    en: 'This code does not fit any letter. Look at the letter again: it has twelve letters and numbers.',
    cy: 'Nid yw’r cod hwn yn cyfateb i unrhyw lythyr. Edrychwch ar y llythyr eto: mae ynddo ddeuddeg o lythrennau a rhifau.',
  },
}

/** A letter as it is printed: the one place where its code stands. */
export type IssuedLetter = Pick<Letter, 'letterCodeId' | 'forWhom' | 'toName' | 'language' | 'expiresOn'> & {
  readonly code: string
}
