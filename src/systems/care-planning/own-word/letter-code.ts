/** The code on a letter: how it is made readable, what is accepted when somebody types it, and whether it still opens anything. */
import { z } from 'zod'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Refusal, refused } from '../../../kernel/result.ts'

/** What a letter may ask. */
export const LetterPurpose = z.enum(['own-word', 'plan-agreement'])
export type LetterPurpose = z.infer<typeof LetterPurpose>

/** Whose word a letter about an outcome asks for. */
export const ForWhom = z.enum(['person', 'carer'])
export type ForWhom = z.infer<typeof ForWhom>

/** Whom a letter is written to: of a plan also to who may agree in the person's place. */
export const Addressee = z.enum(['person', 'carer', 'advocate', 'attorney'])
export type Addressee = z.infer<typeof Addressee>

export const LetterLayout = z.enum(['standard', 'large', 'easy'])
export type LetterLayout = z.infer<typeof LetterLayout>

/** Why a letter opens nothing any more: a newer one took its place, the council took it back, the plan it shows changed or was agreed. */
export const WithdrawnBecause = z.enum(['newer', 'taken-back', 'plan-changed', 'plan-agreed'])
export type WithdrawnBecause = z.infer<typeof WithdrawnBecause>

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
  const code = typed.toLocaleUpperCase('en').replaceAll(/[\s.\-‐‑‒–—]/g, '')
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
  readonly forWhom: Addressee
  readonly toName: string
  readonly language: Language
  readonly layout: LetterLayout
  /** By what right somebody answers in the person's place. */
  readonly basis: string | null
  readonly askedOn: Day
  readonly askedBy: string
  readonly askedByUser: number | null
  /** None until it is printed; then it has its code. */
  readonly sentOn: Day | null
  readonly sentBy: string | null
  readonly expiresOn: Day | null
  readonly usedAt: Temporal.Instant | null
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnBecause: WithdrawnBecause | null
}

export const LetterState = z.enum(['ordered', 'waiting', 'answered', 'expired', 'withdrawn'])
export type LetterState = z.infer<typeof LetterState>

type Standing = Pick<Letter, 'usedAt' | 'withdrawnAt' | 'withdrawnBecause' | 'expiresOn'>

export function letterState(letter: Omit<Standing, 'withdrawnBecause'>, today: Day): LetterState {
  if (letter.usedAt) return 'answered'
  if (letter.withdrawnAt) return 'withdrawn'
  if (letter.expiresOn === null) return 'ordered'
  return Temporal.PlainDate.compare(today, letter.expiresOn) > 0 ? 'expired' : 'waiting'
}

/** Refuses a code that opens nothing any more, and says why, so that nobody types it again and again. */
export function refuseLetter(letter: Standing, today: Day): { ok: false; refusal: Refusal } | undefined {
  const state = letterState(letter, today)
  if (state === 'waiting') return undefined
  if (state === 'withdrawn') return refused(WITHDRAWN[letter.withdrawnBecause ?? 'newer'])
  return refused(state === 'ordered' ? NO_SUCH_CODE : REFUSALS[state])
}

/** Refuses to give a letter its code to whoever asked for it, or made the claim that it asks about. */
export function refusePrinting(
  letter: Pick<Letter, 'askedByUser'> & { readonly claimedByUser: number | null },
  userId: number,
): { ok: false; refusal: Refusal } | undefined {
  return letter.askedByUser === userId || letter.claimedByUser === userId ? refused(NOT_YOURS_TO_PRINT) : undefined
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
} as const satisfies Partial<Record<LetterState, Refusal>>

const withdrawn = (en: string, cy: string): Refusal => ({
  kind: 'conflict',
  code: 'letter-withdrawn',
  field: 'code',
  message: { en, cy },
})

const WITHDRAWN = {
  newer: withdrawn(
    'A newer letter was sent to you. Use the code on that one.',
    'Anfonwyd llythyr mwy diweddar atoch. Defnyddiwch y cod ar hwnnw.',
  ),
  'taken-back': withdrawn(
    'The council took this letter back. Ask the council if you would like to know why.',
    'Tynnodd y cyngor y llythyr hwn yn ôl. Gofynnwch i’r cyngor os hoffech wybod pam.',
  ),
  'plan-changed': withdrawn(
    'The plan has changed since this letter was written, so this code no longer works. The council will send you the new plan.',
    'Mae’r cynllun wedi newid ers ysgrifennu’r llythyr hwn, felly nid yw’r cod hwn yn gweithio mwyach. Bydd y cyngor yn anfon y cynllun newydd atoch.',
  ),
  'plan-agreed': withdrawn(
    'This plan has been agreed already in another way. If you did not agree to it, tell the council.',
    'Mae’r cynllun hwn wedi’i gytuno’n barod mewn ffordd arall. Os na wnaethoch chi gytuno iddo, rhowch wybod i’r cyngor.',
  ),
} as const satisfies Record<WithdrawnBecause, Refusal>

/** The plan that a letter shows is not what is offered any more. */
export const PLAN_CHANGED: Refusal = WITHDRAWN['plan-changed']

export const NOT_YOURS_TO_PRINT: Refusal = {
  kind: 'conflict',
  code: 'not-yours-to-print',
  message: {
    en: 'You asked for this letter or recorded what it asks about, so somebody else must print it.',
    cy: 'Chi a ofynnodd am y llythyr hwn neu a gofnododd yr hyn y mae’n holi amdano, felly rhaid i rywun arall ei argraffu.',
  },
}

/** Somebody read a letter of the code as another: says which are never used. Undefined where that is not what went wrong. */
export function refuseMisread(typed: string): { ok: false; refusal: Refusal } | undefined {
  return readCode(typed) === undefined && /[ilo01]/i.test(typed) ? refused(MISREAD) : undefined
}

const MISREAD: Refusal = {
  kind: 'invalid',
  code: 'letter-misread',
  field: 'code',
  message: {
    en: 'A code never has the letters I, L or O, nor the numbers 0 and 1. Look at the letter again.',
    cy: 'Nid yw’r llythrennau I, L ac O, na’r rhifau 0 ac 1, byth mewn cod. Edrychwch ar y llythyr eto.',
  },
}

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
export type IssuedLetter = Letter & { readonly code: string; readonly expiresOn: Day }
