/** Formatters of numbers and days, each made once: making one takes a thousand times as long as using it. */
import type { Language } from './language.ts'

const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>

const numbers = new Map<string, Intl.NumberFormat>()
const days = new Map<string, Intl.DateTimeFormat>()

/** For counts, shares and money, in the language's own way of writing them. */
export function numberFormat(language: Language, options: Intl.NumberFormatOptions = {}): Intl.NumberFormat {
  return kept(numbers, language, options, () => new Intl.NumberFormat(LOCALES[language], options))
}

/** For days and months; takes a Temporal.PlainDate as it is, so no time zone comes into it. */
export function dayFormat(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return kept(days, language, options, () => new Intl.DateTimeFormat(LOCALES[language], options))
}

function kept<T>(formats: Map<string, T>, language: Language, options: object, make: () => T): T {
  const key = `${language} ${JSON.stringify(options)}`
  const found = formats.get(key)
  if (found) return found
  const made = make()
  formats.set(key, made)
  return made
}
