/** Reading the three fields of a date input: a real day of the calendar, nothing at all, or what is wrong with it. */
import type { Bilingual } from '../../kernel/language.ts'
import { accepted, type Refusal, type Result, refused } from '../../kernel/result.ts'
import { uiText } from '../ui.text.ts'

export const DATE_PARTS = ['day', 'month', 'year'] as const
export type DatePart = (typeof DATE_PARTS)[number]

/** As typed, to show again. */
export type TypedDate = { readonly day: string; readonly month: string; readonly year: string }

const MONTH_NAMES: readonly (readonly string[])[] = [
  ['january', 'jan', 'ionawr', 'ion'],
  ['february', 'feb', 'chwefror', 'chwef'],
  ['march', 'mar', 'mawrth', 'maw'],
  ['april', 'apr', 'ebrill', 'ebr'],
  ['may', 'mai'],
  ['june', 'jun', 'mehefin', 'meh'],
  ['july', 'jul', 'gorffennaf', 'gorff'],
  ['august', 'aug', 'awst'],
  ['september', 'sept', 'sep', 'medi'],
  ['october', 'oct', 'hydref', 'hyd'],
  ['november', 'nov', 'tachwedd', 'tach'],
  ['december', 'dec', 'rhagfyr', 'rhag'],
]

/** What was typed into `<DateInput name="from">`: the form fields from-day, from-month and from-year. */
export function typedDate(form: Readonly<Record<string, unknown>>, name: string): TypedDate {
  const part = (which: DatePart): string => {
    const typed = form[`${name}-${which}`]
    return typeof typed === 'string' ? typed.trim() : ''
  }
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** "2026-03-03" from the three fields; '' where nothing was typed, and something no date can be where it is no date: for actions to judge. */
export function typedIsoDay(form: Readonly<Record<string, unknown>>, name: string): string {
  const { day, month, year } = typedDate(form, name)
  if (!day && !month && !year) return ''
  return `${year.padStart(4, '0')}-${String(monthNumber(month) ?? month).padStart(2, '0')}-${day.padStart(2, '0')}`
}

/**
 * The day typed; `undefined` where all three fields are empty (the caller says whether that is allowed). Month names are understood
 * in both languages. Years have four digits: "26" is refused rather than guessed at.
 */
export function readTypedDate(
  form: Readonly<Record<string, unknown>>,
  name: string,
  label: Bilingual,
): Result<Temporal.PlainDate | undefined> {
  const typed = typedDate(form, name)
  const missing = DATE_PARTS.filter((part) => typed[part] === '')
  if (missing.length === DATE_PARTS.length) return accepted(undefined)
  const [lacking] = missing
  if (lacking) {
    return refused(
      refusal(name, 'date-part-missing', {
        en: uiText.en.datePart(label.en, uiText.en.partNames[lacking]),
        cy: uiText.cy.datePart(label.cy, uiText.cy.partNames[lacking]),
      }),
    )
  }
  const month = monthNumber(typed.month)
  if (!/^\d{1,2}$/.test(typed.day) || month === undefined || !/^\d{4}$/.test(typed.year)) {
    return refused(
      refusal(name, 'date-not-understood', { en: uiText.en.typeDate(label.en), cy: uiText.cy.typeDate(label.cy) }),
    )
  }
  try {
    return accepted(
      Temporal.PlainDate.from({ year: Number(typed.year), month, day: Number(typed.day) }, { overflow: 'reject' }),
    )
  } catch {
    return refused(
      refusal(name, 'no-such-day', { en: uiText.en.noSuchDay(label.en), cy: uiText.cy.noSuchDay(label.cy) }),
    )
  }
}

function monthNumber(typed: string): number | undefined {
  if (/^\d{1,2}$/.test(typed)) return Number(typed)
  const index = MONTH_NAMES.findIndex((names) => names.includes(typed.toLowerCase()))
  return index < 0 ? undefined : index + 1
}

function refusal(field: string, code: string, message: Bilingual): Refusal {
  return { kind: 'invalid', code, message, field }
}
