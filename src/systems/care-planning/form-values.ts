/** What forms and programs send, as the actions of care planning read it: days, own words, answers that may be left out. */
import { z } from 'zod'
import { Language } from '../../kernel/language.ts'
import { bilingualIssue } from '../../platform/actions/action.ts'

/** A day as `YYYY-MM-DD`. */
export const DayInput = z.iso
  .date(bilingualIssue('Enter a real date, such as 27 3 2026', 'Rhowch ddyddiad go iawn, er enghraifft 27 3 2026'))
  .transform((text) => Temporal.PlainDate.from(text))

/** An answer that may be left out: forms send it empty. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === null ? undefined : value), schema.optional())

/** Longer text that may be empty. */
export const Prose = z.string().trim().max(4000, tooLong(4000)).default('')

/** Longer text that must say something; `en` and `cy` say what is missing. */
export function requiredProse(en: string, cy: string, longest = 4000) {
  return z.string(bilingualIssue(en, cy)).trim().min(1, bilingualIssue(en, cy)).max(longest, tooLong(longest))
}

export const WordsLanguage = z.enum(
  Language.options,
  bilingualIssue('Choose the language of these words', 'Dewiswch iaith y geiriau hyn'),
)

export const Version = z.coerce.number().int().positive()

function tooLong(longest: number): string {
  return bilingualIssue(
    `Use ${longest.toLocaleString('en-GB')} characters or fewer`,
    `Defnyddiwch ${longest.toLocaleString('en-GB')} o nodau neu lai`,
  )
}
