/** What a provider writes down of somebody it supports: kinds, states, who answers, and what cannot be. Pure rules. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Refusal, refused } from '../../../kernel/result.ts'

export const NoteKind = z.enum(['progress', 'note', 'concern', 'change-request', 'proposal'])
export type NoteKind = z.infer<typeof NoteKind>

export const NOTE_KIND_NAMES = {
  progress: { en: 'Progress', cy: 'Cynnydd' },
  note: { en: 'Note', cy: 'Nodyn' },
  concern: { en: 'Concern', cy: 'Pryder' },
  'change-request': { en: 'Request to change the plan', cy: 'Cais i newid y cynllun' },
  proposal: { en: 'Proposal of how', cy: 'Cynnig sut i’w wneud' },
} as const satisfies Record<NoteKind, Bilingual>

/** Kinds that the council answers; the others are only written down. */
const ASKS_FOR_ANSWER = {
  progress: false,
  note: false,
  concern: true,
  'change-request': true,
  proposal: true,
} as const satisfies Record<NoteKind, boolean>

/** Kinds that are about one outcome. */
const IS_ABOUT_AN_OUTCOME = {
  progress: true,
  note: false,
  concern: false,
  'change-request': false,
  proposal: true,
} as const satisfies Record<NoteKind, boolean>

export const NoteAnswer = z.enum(['agreed', 'declined', 'noted'])
export type NoteAnswer = z.infer<typeof NoteAnswer>

export const NOTE_ANSWER_NAMES = {
  agreed: { en: 'Agreed', cy: 'Cytunwyd' },
  declined: { en: 'Not agreed', cy: 'Ni chytunwyd' },
  noted: { en: 'Seen and acted on', cy: 'Wedi’i weld ac wedi gweithredu arno' },
} as const satisfies Record<NoteAnswer, Bilingual>

/** How each kind can be answered: a concern is acted on, a request or proposal agreed or not. */
export const ANSWERS_OF = {
  progress: [],
  note: [],
  concern: ['noted'],
  'change-request': ['agreed', 'declined'],
  proposal: ['agreed', 'declined'],
} as const satisfies Record<NoteKind, readonly NoteAnswer[]>

export type NoteState = 'recorded' | 'waiting' | 'answered'

export function firstState(kind: NoteKind): Exclude<NoteState, 'answered'> {
  return ASKS_FOR_ANSWER[kind] ? 'waiting' : 'recorded'
}

export type ProviderNote = {
  readonly providerNoteId: number
  readonly personId: number
  readonly providerId: number
  readonly kind: NoteKind
  readonly personalOutcomeId: number | null
  readonly happenedOn: Day
  /** As the provider wrote them; never translated. */
  readonly words: string
  readonly wordsLanguage: Language
  readonly isUrgent: boolean
  readonly weeklyMinutes: number | null
  readonly writtenBy: string
  readonly writtenAt: Temporal.Instant
  readonly state: NoteState
  readonly answer: NoteAnswer | null
  readonly answerWords: string
  readonly answerLanguage: Language | null
  readonly answeredBy: string | null
  readonly answeredAt: Temporal.Instant | null
  readonly version: number
}

export type NoteFacts = Pick<ProviderNote, 'kind' | 'personalOutcomeId' | 'happenedOn'>

/** Refuses a note of the future, and progress or a proposal without an outcome that the provider contributes to. */
export function refuseNote(
  note: NoteFacts,
  outcomeIds: readonly number[],
  today: Day,
): { ok: false; refusal: Refusal } | undefined {
  if (Temporal.PlainDate.compare(note.happenedOn, today) > 0) return refused(IN_THE_FUTURE)
  if (note.personalOutcomeId === null) return IS_ABOUT_AN_OUTCOME[note.kind] ? refused(CHOOSE_AN_OUTCOME) : undefined
  return outcomeIds.includes(note.personalOutcomeId) ? undefined : refused(CHOOSE_AN_OUTCOME)
}

/** Refuses an answer to what waits for none, to what is answered already, or of a kind that does not fit. */
export function refuseAnswer(
  note: Pick<ProviderNote, 'kind' | 'state'>,
  answer: NoteAnswer,
): { ok: false; refusal: Refusal } | undefined {
  if (note.state !== 'waiting') return refused(WAITS_FOR_NONE)
  const fitting: readonly NoteAnswer[] = ANSWERS_OF[note.kind]
  return fitting.includes(answer) ? undefined : refused(DOES_NOT_FIT)
}

const IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'note-in-the-future',
  field: 'happenedOn',
  message: { en: 'The day cannot be in the future.', cy: 'Ni all y diwrnod fod yn y dyfodol.' },
}
const CHOOSE_AN_OUTCOME: Refusal = {
  kind: 'invalid',
  code: 'choose-an-outcome',
  field: 'personalOutcomeId',
  message: {
    en: 'Choose the outcome that it is about, among those you contribute to.',
    cy: 'Dewiswch y canlyniad y mae’n ymwneud ag ef, o blith y rhai rydych yn cyfrannu atynt.',
  },
}
const WAITS_FOR_NONE: Refusal = {
  kind: 'conflict',
  code: 'waits-for-no-answer',
  field: 'answer',
  message: {
    en: 'This is answered already, or asks for no answer.',
    cy: 'Mae hwn wedi’i ateb eisoes, neu nid yw’n gofyn am ateb.',
  },
}
const DOES_NOT_FIT: Refusal = {
  kind: 'invalid',
  code: 'answer-does-not-fit',
  field: 'answer',
  message: { en: 'Choose one of the answers.', cy: 'Dewiswch un o’r atebion.' },
}
