/** Visits in sentences, made from the record by rule. */
import type { Language } from '../../../kernel/language.ts'
import { showTime } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import type { NamedPerson } from '../../care-planning/index.ts'
import { text } from './visit.text.ts'
import { minutesLasted, minutesLate, minutesPlanned, type Visit } from './visit.ts'

/** "It began 12 minutes late, within the 15 that the contract allows; it lasted 28 of the 30 minutes planned." */
export function visitSentence(language: Language, visit: Visit): string {
  const t = text[language].sentence
  if (visit.status === 'missed') return t.missed
  if (visit.status === 'cancelled') return t.cancelled(visit.cancelledReason)
  const lasted = minutesLasted(visit)
  return t.join(
    beganSentence(language, visit),
    lasted === undefined ? t.noEnd : t.lasted(lasted, minutesPlanned(visit)),
  )
}

function beganSentence(language: Language, visit: Visit): string {
  const t = text[language].sentence
  const late = minutesLate(visit)
  if (late === undefined) return t.noStart
  if (late === 0) return t.onTime
  if (late < 0) return t.early(-late)
  return visit.isLate ? t.late(late, visit.lateToleranceMinutes) : t.within(late, visit.lateToleranceMinutes)
}

/** "08:00–08:30"; with one side empty where a time is missing. */
export function showSpan(from: Temporal.Instant | null, to: Temporal.Instant | null): string {
  return [from, to].map((instant) => (instant ? showTime(instant) : '')).join('–')
}

/** What the person is called, or their reference for those who may not see people's records. */
export function showPerson(person: NamedPerson | undefined, mayNamePeople: boolean, personId: number): string {
  if (!person) return String(personId)
  return mayNamePeople ? calledName(person.name) : person.ref
}
