/** Answers of an assessment as the items of a QuestionnaireResponse, and back. */
import type { AnswerSet, Answers, AnswerValue } from '../../../kernel/questionnaire/answers.ts'
import { SYSTEMS } from './fhir-codes.ts'
import { type Json, listAt, textAt } from './fhir-json.ts'

/** A question by its id; a section that is asked of several things as a group for each of them. */
export function answerItems({ once, each }: Answers): readonly Json[] {
  const groups = Object.entries(each).flatMap(([linkId, sets]) =>
    sets.map((own) => ({ linkId, item: itemsOf(own) })).filter(({ item }) => item.length > 0),
  )
  return [...itemsOf(once), ...groups]
}

function itemsOf(own: AnswerSet): readonly Json[] {
  return Object.entries(own)
    .map(([linkId, value]) => ({ linkId, answer: valuesOf(value) }))
    .filter(({ answer }) => answer.length > 0)
}

/** Several choices are codes, so that one of them is told from a word. */
function valuesOf(value: AnswerValue): readonly Json[] {
  if (Array.isArray(value)) return value.map((code) => ({ valueCoding: { system: SYSTEMS.answer, code } }))
  if (typeof value === 'number') return [{ valueDecimal: value }]
  if (typeof value === 'boolean') return [{ valueBoolean: value }]
  return value === '' ? [] : [{ valueString: value }]
}

export function answersIn(response: Json): Answers {
  const items = listAt(response, 'item')
  const groups = Map.groupBy(
    items.filter((item) => listAt(item, 'item').length > 0),
    (group) => textAt(group, 'linkId') ?? '',
  )
  const each = [...groups].map(([section, all]) => [section, all.map((group) => setIn(listAt(group, 'item')))])
  return { once: setIn(items), each: Object.fromEntries(each) as Record<string, AnswerSet[]> }
}

function setIn(items: readonly Json[]): AnswerSet {
  const entries = items.flatMap((item): [string, AnswerValue][] => {
    const value = valueIn(listAt(item, 'answer'))
    return value === undefined ? [] : [[textAt(item, 'linkId') ?? '', value]]
  })
  return Object.fromEntries(entries)
}

function valueIn(answers: readonly Json[]): AnswerValue | undefined {
  const codes = answers.map((one) => textAt(one, 'valueCoding', 'code')).filter((code) => code !== undefined)
  if (codes.length > 0) return codes
  const value = answers[0]?.valueString ?? answers[0]?.valueDecimal ?? answers[0]?.valueBoolean
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : undefined
}
