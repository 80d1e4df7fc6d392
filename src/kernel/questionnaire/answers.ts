/** Answers to a questionnaire: which questions are asked given what was answered, what is missing or cannot be, and what is done. */
import { z } from 'zod'
import { day } from '../period.ts'
import type { Refusal } from '../result.ts'
import type { Question, Questionnaire, Section, When } from './questionnaire.ts'

/** Days are kept as `YYYY-MM-DD`. */
export const AnswerValue = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])
export type AnswerValue = z.infer<typeof AnswerValue>
export const AnswerSet = z.record(z.string(), AnswerValue)
export type AnswerSet = Readonly<z.infer<typeof AnswerSet>>

export const Answers = z.strictObject({
  /** Of questions asked once, by question. */
  once: AnswerSet,
  /** Of sections that repeat, by section: one set for each. */
  each: z.record(z.string(), z.array(AnswerSet)),
})
export type Answers = Readonly<z.infer<typeof Answers>>

export const NO_ANSWERS: Answers = { once: {}, each: {} }

/** The questions of a section that are asked, given the answers so far. `own`: of the one thing asked about, where the section repeats. */
export function askedOf(section: Section, answers: Answers, own: AnswerSet = answers.once): readonly Question[] {
  const known: Record<string, AnswerValue> = { ...answers.once, ...own }
  const asked: Question[] = []
  for (const question of section.questions) {
    if (question.when && !holds(question.when, known)) {
      // What hangs on a question that is not asked is not asked either.
      delete known[question.id]
      continue
    }
    asked.push(question)
  }
  return asked
}

/** Whether a condition is met by what is known: answers given before, or what is told of the thing asked about. */
export function holds(when: When, known: AnswerSet): boolean {
  const answer = known[when.question]
  if (answer === undefined) return false
  if ('is' in when) return Array.isArray(answer) ? answer.includes(String(when.is)) : answer === when.is
  if ('isOneOf' in when)
    return Array.isArray(answer)
      ? answer.some((one) => when.isOneOf.includes(one))
      : when.isOneOf.includes(String(answer))
  return true
}

/** The sets of answers of a section: the one set, or one for each thing it is asked about. */
export function setsOf(section: Section, answers: Answers): readonly AnswerSet[] {
  return section.repeats ? (answers.each[section.id] ?? []) : [answers.once]
}

/** The name of a question's field in a form: `needs.0.what`, or `who-asked`. */
export function fieldOf(section: Section, index: number, question: Pick<Question, 'id'>): string {
  return section.repeats ? `${section.id}.${index}.${question.id}` : question.id
}

/** Every fault of one section as a refusal at its field. `isWhole`: required questions that are not answered are faults too. */
export function faultsIn(section: Section, answers: Answers, isWhole: boolean): readonly Refusal[] {
  return setsOf(section, answers).flatMap((own, index) =>
    askedOf(section, answers, own).flatMap((question): Refusal[] => {
      const field = fieldOf(section, index, question)
      const answer = own[question.id]
      if (answer === undefined) return isWhole && question.required ? [missing(field, question)] : []
      const fault = faultOf(question, answer)
      return fault ? [{ ...fault, field }] : []
    }),
  )
}

/** Characters of one answer in words. */
export const LONGEST = 8000

function faultOf(question: Question, answer: AnswerValue): Refusal | undefined {
  switch (question.type) {
    case 'words':
      return typeof answer === 'string' && answer.length <= LONGEST ? undefined : TOO_LONG
    case 'choice':
      return question.choices.some(({ value }) => value === answer) ? undefined : NOT_OFFERED
    case 'choices':
      return Array.isArray(answer) && answer.every((one) => question.choices.some(({ value }) => value === one))
        ? undefined
        : NOT_OFFERED
    case 'yes-no':
      return typeof answer === 'boolean' ? undefined : NOT_OFFERED
    case 'number':
      return typeof answer === 'number' && answer >= question.lowest && answer <= question.highest
        ? undefined
        : notBetween(question.lowest, question.highest)
    case 'day':
      return isDay(answer) ? undefined : NO_SUCH_DAY
  }
}

function isDay(answer: AnswerValue): boolean {
  try {
    day(String(answer))
    return true
  } catch {
    return false
  }
}

/** What was typed into a section, read into the answers; those of other sections stay. Fields not sent were not asked and are left out. */
export function readTyped(section: Section, typed: Readonly<Record<string, string>>, before: Answers): Answers {
  if (!section.repeats) {
    const own = new Set(section.questions.map(({ id }) => id))
    const others = Object.entries(before.once).filter(([id]) => !own.has(id))
    return { ...before, once: { ...Object.fromEntries(others), ...readSet(section, typed, 0) } }
  }
  const count = countTyped(section, typed)
  const sets = Array.from({ length: Math.min(count, section.repeats.most) }, (_, index) =>
    readSet(section, typed, index),
  )
  return { ...before, each: { ...before.each, [section.id]: sets } }
}

function countTyped(section: Section, typed: Readonly<Record<string, string>>): number {
  const numbers = Object.keys(typed).flatMap((name) => {
    const [id, index] = name.split('.')
    return id === section.id && /^\d{1,3}$/.test(index ?? '') ? [Number(index)] : []
  })
  return numbers.length === 0 ? 0 : Math.max(...numbers) + 1
}

function readSet(section: Section, typed: Readonly<Record<string, string>>, index: number): AnswerSet {
  const entries = section.questions.flatMap((question): [string, AnswerValue][] => {
    const value = readOne(question, fieldOf(section, index, question), typed)
    return value === undefined ? [] : [[question.id, value]]
  })
  return Object.fromEntries(entries)
}

function readOne(question: Question, field: string, typed: Readonly<Record<string, string>>): AnswerValue | undefined {
  if (question.type === 'day') return dayIn(field, typed)
  const value = typed[field]?.trim()
  if (!value) return undefined
  switch (question.type) {
    case 'yes-no':
      return value === 'yes' ? true : value === 'no' ? false : undefined
    case 'choices':
      return value.split(',').filter(Boolean)
    case 'number': {
      const number = Number(value.replace(',', '.'))
      return Number.isNaN(number) ? value : number
    }
    case 'words':
    case 'choice':
      return value
  }
}

/** Three fields as one day; what is no day is kept as it was typed, so that it can be told and shown again. */
function dayIn(field: string, typed: Readonly<Record<string, string>>): string | undefined {
  const [year = '', month = '', ofMonth = ''] = ['year', 'month', 'day'].map((part) =>
    typed[`${field}-${part}`]?.trim(),
  )
  if (!year && !month && !ofMonth) return undefined
  return `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${ofMonth.padStart(2, '0')}`
}

/** Without answers to questions that are not asked any more, and without things of which nothing was said. */
export function pruned(questionnaire: Questionnaire, answers: Answers): Answers {
  const once: Record<string, AnswerValue> = {}
  const each: Record<string, AnswerSet[]> = {}
  for (const section of questionnaire.sections) {
    if (section.repeats) {
      const sets = setsOf(section, answers).map((own) => onlyAsked(section, answers, own))
      each[section.id] = sets.filter((own) => Object.keys(own).length > 0)
    } else Object.assign(once, onlyAsked(section, { ...answers, once: { ...answers.once, ...once } }, answers.once))
  }
  return { once, each }
}

function onlyAsked(section: Section, answers: Answers, own: AnswerSet): AnswerSet {
  const asked = askedOf(section, answers, own).filter(({ id }) => own[id] !== undefined)
  return Object.fromEntries(asked.map(({ id }) => [id, own[id]!]))
}

export type SectionState = 'not-begun' | 'begun' | 'whole'

/** Where a section stands: nothing answered, something, or nothing missing. One with nothing required is whole once it is begun. */
export function stateOf(section: Section, answers: Answers): SectionState {
  const sets = setsOf(section, answers)
  const isBegun = sets.some((own) => section.questions.some(({ id }) => own[id] !== undefined))
  if (!isBegun) return 'not-begun'
  return faultsIn(section, answers, true).length === 0 ? 'whole' : 'begun'
}

function missing(field: string, question: Question): Refusal {
  const { label } = question
  return {
    kind: 'invalid',
    code: 'not-answered',
    field,
    message: { en: `Answer: ${label.en}`, cy: `Atebwch: ${label.cy}` },
  }
}

function notBetween(lowest: number, highest: number): Refusal {
  return {
    kind: 'invalid',
    code: 'not-between',
    message: {
      en: `Enter a number from ${lowest} to ${highest}.`,
      cy: `Rhowch rif o ${lowest} i ${highest}.`,
    },
  }
}

const TOO_LONG: Refusal = {
  kind: 'invalid',
  code: 'too-long',
  message: { en: 'Use 8,000 characters or fewer.', cy: 'Defnyddiwch 8,000 o nodau neu lai.' },
}
const NOT_OFFERED: Refusal = {
  kind: 'invalid',
  code: 'not-offered',
  message: { en: 'Choose one of the answers offered.', cy: 'Dewiswch un o’r atebion a gynigir.' },
}
const NO_SUCH_DAY: Refusal = {
  kind: 'invalid',
  code: 'no-such-day',
  message: { en: 'Enter a real date, such as 27 3 2026.', cy: 'Rhowch ddyddiad go iawn, er enghraifft 27 3 2026.' },
}
