/** Formatters of numbers, each made once: making one takes a thousand times as long as using it. */
import type { Language } from './language.ts'

const LOCALES = { en: 'en-GB', cy: 'cy-GB' } as const satisfies Record<Language, string>

const numbers = new Map<string, Intl.NumberFormat>()

/** For counts, shares and money, in the language's own way of writing them, with at most and at least so many decimal places. */
export function numberFormat(
  language: Language,
  style: 'decimal' | 'percent' | 'GBP',
  most?: number,
  least?: number,
): Intl.NumberFormat {
  const key = `${language} ${style} ${most} ${least}`
  const known = numbers.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(LOCALES[language], {
    ...(style === 'GBP' ? { style: 'currency', currency: 'GBP' } : { style }),
    ...(most === undefined ? {} : { maximumFractionDigits: most }),
    ...(least === undefined ? {} : { minimumFractionDigits: least }),
  })
  numbers.set(key, made)
  return made
}
