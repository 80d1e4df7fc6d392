/** The two languages of every page, document and message; neither is the fallback of the other. */
import { z } from 'zod'

export const Language = z.enum(['en', 'cy'])
export type Language = z.infer<typeof Language>
export const LANGUAGES = Language.options

/** One value in each language. `Bilingual<string>` is a phrase; a whole page's text is `Bilingual<{...}>`. */
export type Bilingual<T = string> = { readonly en: T; readonly cy: T }

/**
 * English and Welsh side by side. A key that is missing in Welsh, or spelled otherwise, does not compile.
 *
 *     export const text = bilingual({
 *       en: { title: 'People', count: (n: number) => `${n} people` },
 *       cy: { title: 'Pobl', count: (n: number) => `${n} o bobl` },
 *     })
 *     text[language].title
 */
export function bilingual<const T>(both: { en: T; cy: SameShape<T> }): Bilingual<SameShape<T>> {
  return both as Bilingual<SameShape<T>>
}

type SameShape<T> = T extends string
  ? string
  : T extends (...args: infer Args) => infer R
    ? (...args: Args) => SameShape<R>
    : T extends readonly (infer Item)[]
      ? readonly SameShape<Item>[]
      : T extends object
        ? { readonly [K in keyof T]: SameShape<T[K]> }
        : T

/** The same thing said in each language, for sentences made by rule: `inBoth((language) => text[language].count(3))`. */
export function inBoth<T>(say: (language: Language) => T): Bilingual<T> {
  return { en: say('en'), cy: say('cy') }
}

/** The other language, for the switch at the head of each page. */
export function otherLanguage(language: Language): Language {
  return language === 'en' ? 'cy' : 'en'
}

/** A path of this site in a language: English stands at the root, Welsh under /cy. `localPath('cy', '/people') === '/cy/people'`. */
export function localPath(language: Language, path: string): string {
  if (language === 'en') return path
  return path === '/' ? '/cy' : `/cy${path}`
}

/** Plural forms by the language's own rules: Welsh has six (zero, one, two, few, many, other); `other` must be given. */
export function plural(
  language: Language,
  count: number,
  forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
): string {
  return forms[PLURAL_RULES[language].select(count)] ?? forms.other
}

const PLURAL_RULES = { en: new Intl.PluralRules('en-GB'), cy: new Intl.PluralRules('cy') }
const COLLATORS = { en: new Intl.Collator('en-GB'), cy: new Intl.Collator('cy') }

/** Compares two names in the alphabetical order of the language (in Welsh, `ch`, `dd`, `ff`, `ng`, `ll`, `ph`, `rh`, `th` are letters). */
export function compareNames(language: Language, a: string, b: string): number {
  return COLLATORS[language].compare(a, b)
}
