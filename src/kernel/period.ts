/** Days, months and spans of days. All dates are Temporal; Europe/London is named here and nowhere else. */
import type { Language } from './language.ts'

export const TIME_ZONE = 'Europe/London'

export type Day = Temporal.PlainDate

/** From the first day to the last, both included. */
export type Period = { readonly from: Day; readonly to: Day }

export function day(text: string): Day {
  return Temporal.PlainDate.from(text, { overflow: 'reject' })
}

/** Throws when `to` is before `from`: callers check what people typed before they make a period. */
export function period(from: Day | string, to: Day | string): Period {
  const span = { from: Temporal.PlainDate.from(from), to: Temporal.PlainDate.from(to) }
  if (Temporal.PlainDate.compare(span.from, span.to) > 0)
    throw new RangeError(`period ends before it starts: ${from} to ${to}`)
  return span
}

export function firstOfMonth(of: Day): Day {
  return of.with({ day: 1 })
}

export function lastOfMonth(of: Day): Day {
  return of.with({ day: of.daysInMonth })
}

/** The `count` whole months that end with the last month wholly before `today`. */
export function wholeMonthsBefore(today: Day, count: number): Period {
  const last = firstOfMonth(today).subtract({ days: 1 })
  return { from: firstOfMonth(last.subtract({ months: count - 1 })), to: last }
}

/** First days of all months that the period touches. */
export function monthsOf(span: Period): readonly Day[] {
  const months: Day[] = []
  for (let m = firstOfMonth(span.from); Temporal.PlainDate.compare(m, span.to) <= 0; m = m.add({ months: 1 }))
    months.push(m)
  return months
}

/** The period just before, of the same length in months where it is whole months, else in days. */
export function periodBefore(span: Period): Period {
  const wholeMonths = span.from.day === 1 && span.to.day === span.to.daysInMonth
  if (wholeMonths) {
    const months = monthsOf(span).length
    return { from: span.from.subtract({ months }), to: span.from.subtract({ days: 1 }) }
  }
  const days = span.from.until(span.to).days + 1
  return { from: span.from.subtract({ days }), to: span.from.subtract({ days: 1 }) }
}

export function includes(span: Period, of: Day): boolean {
  return Temporal.PlainDate.compare(span.from, of) <= 0 && Temporal.PlainDate.compare(of, span.to) <= 0
}

/** The day an instant falls on in Wales. */
export function dayOf(instant: Temporal.Instant): Day {
  return instant.toZonedDateTimeISO(TIME_ZONE).toPlainDate()
}

/** "3 March 2026" / "3 Mawrth 2026". */
export function showDay(language: Language, of: Day): string {
  return `${of.day} ${showMonth(language, of)}`
}

/** "March 2026" / "Mawrth 2026". */
export function showMonth(language: Language, of: Day): string {
  return `${MONTH_NAMES[language][of.month - 1]} ${of.year}`
}

/** "1 April 2025 to 31 March 2026" / "1 Ebrill 2025 i 31 Mawrth 2026". */
export function showPeriod(language: Language, span: Period): string {
  return `${showDay(language, span.from)} ${language === 'en' ? 'to' : 'i'} ${showDay(language, span.to)}`
}

/** "3 March 2026, 14:05", local time in Wales. */
export function showInstant(language: Language, instant: Temporal.Instant): string {
  const local = instant.toZonedDateTimeISO(TIME_ZONE)
  return `${showDay(language, local.toPlainDate())}, ${local.toPlainTime().toString({ smallestUnit: 'minute' })}`
}

/** "14:05", local time in Wales, for where the day is said already. */
export function showTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(TIME_ZONE).toPlainTime().toString({ smallestUnit: 'minute' })
}

/** Both languages write day, month, year in this order; asking Intl for each date would cost a page more than its queries. */
const MONTH_NAMES = { en: monthNames('en-GB'), cy: monthNames('cy-GB') } as const satisfies Record<Language, object>

function monthNames(locale: string): readonly string[] {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' })
  return Array.from({ length: 12 }, (_, month) => format.format(Date.UTC(2026, month)))
}
