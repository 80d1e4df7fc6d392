/** What no field may hold, whatever its own rules say: text that a database cannot keep, and days that nobody means. */
import type { Bilingual } from '../../kernel/language.ts'

/** Days beyond these are a year left out or mistyped; nobody in anybody's care was born before, and nothing is planned after. */
const [EARLIEST, LATEST] = [1850, 2199]

const NUL: Bilingual = {
  en: 'This text holds a character that cannot be kept (NUL). Delete it, or type the text again.',
  cy: 'Mae nod na ellir ei gadw (NUL) yn y testun hwn. Dilëwch ef, neu teipiwch y testun eto.',
}
const FAR_AWAY: Bilingual = {
  en: `Enter a date between ${EARLIEST} and ${LATEST}, with a year of four digits.`,
  cy: `Rhowch ddyddiad rhwng ${EARLIEST} a ${LATEST}, gyda phedwar digid i’r flwyddyn.`,
}

export type Unstorable = {
  readonly code: 'unstorable-character' | 'unlikely-date'
  readonly message: Bilingual
  /** Where in the input: `rows.3.note`. */
  readonly field: string
}

/** The first value of a parsed input that cannot be kept; files are not read. */
export function findUnstorable(input: unknown, path: readonly string[] = []): Unstorable | undefined {
  const field = path.join('.').replaceAll('\0', '')
  if (typeof input === 'string' && input.includes('\0')) return { code: 'unstorable-character', message: NUL, field }
  if (typeof input !== 'object' || input === null) return undefined
  if (input instanceof Temporal.PlainDate)
    return input.year < EARLIEST || input.year > LATEST
      ? { code: 'unlikely-date', message: FAR_AWAY, field }
      : undefined
  if (!Array.isArray(input) && Object.getPrototypeOf(input) !== Object.prototype) return undefined
  for (const [key, value] of Object.entries(input)) {
    const found = findUnstorable(key.includes('\0') ? key : value, [...path, key])
    if (found) return found
  }
  return undefined
}
