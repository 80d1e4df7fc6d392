/** Things counted in words, in both languages: in Welsh the noun changes with the number ("2 gontract", "3 chontract", "12 o gontractau"). */
import { type Language, plural } from './language.ts'
import { showCount } from './quantity.ts'

type Noun = {
  readonly en: readonly [one: string, many: string]
  /** `small` stands after 4, 5 and 7 to 10 as after 1; `two`, `three` and `six` carry the mutations; `of` follows "o" from 11 on, and none. */
  readonly cy: {
    readonly small: string
    readonly two: string
    readonly three: string
    readonly six: string
    readonly of: string
  }
}

const NOUNS = {
  contract: {
    en: ['contract', 'contracts'],
    cy: { small: 'contract', two: 'gontract', three: 'chontract', six: 'chontract', of: 'gontractau' },
  },
  outcome: {
    en: ['outcome', 'outcomes'],
    cy: { small: 'canlyniad', two: 'ganlyniad', three: 'chanlyniad', six: 'chanlyniad', of: 'ganlyniadau' },
  },
  person: {
    en: ['person', 'people'],
    cy: { small: 'person', two: 'berson', three: 'pherson', six: 'pherson', of: 'bobl' },
  },
  provider: {
    en: ['provider', 'providers'],
    cy: { small: 'darparwr', two: 'ddarparwr', three: 'darparwr', six: 'darparwr', of: 'ddarparwyr' },
  },
  visit: {
    en: ['visit', 'visits'],
    cy: { small: 'ymweliad', two: 'ymweliad', three: 'ymweliad', six: 'ymweliad', of: 'ymweliadau' },
  },
  review: {
    en: ['review', 'reviews'],
    cy: { small: 'adolygiad', two: 'adolygiad', three: 'adolygiad', six: 'adolygiad', of: 'adolygiadau' },
  },
  need: {
    en: ['need', 'needs'],
    cy: { small: 'angen', two: 'angen', three: 'angen', six: 'angen', of: 'anghenion' },
  },
  area: {
    en: ['area', 'areas'],
    cy: { small: 'ardal', two: 'ardal', three: 'ardal', six: 'ardal', of: 'ardaloedd' },
  },
  indicator: {
    en: ['indicator', 'indicators'],
    cy: { small: 'dangosydd', two: 'ddangosydd', three: 'dangosydd', six: 'dangosydd', of: 'ddangosyddion' },
  },
  package: {
    en: ['package of care', 'packages of care'],
    cy: { small: 'pecyn gofal', two: 'becyn gofal', three: 'phecyn gofal', six: 'phecyn gofal', of: 'becynnau gofal' },
  },
} as const satisfies Record<string, Noun>

export type CountedNoun = keyof typeof NOUNS

/** "1 contract", "1,240 people"; "2 gontract", "6 chontract", "1,240 o bobl"; nothing is "no contracts", "dim contractau" only in a sentence of its own. */
export function counted(language: Language, count: number, noun: CountedNoun): string {
  const shown = showCount(language, count)
  const { en, cy }: Noun = NOUNS[noun]
  if (language === 'en') return `${shown} ${plural('en', count, { one: en[0], other: en[1] })}`
  if (count === 0 || count > 10) return `${shown} o ${cy.of}`
  return `${shown} ${plural('cy', count, { two: cy.two, few: cy.three, many: cy.six, other: cy.small })}`
}

/** "six months" / "chwe mis": up to twelve in words, beyond that in figures. */
export function monthsInWords(language: Language, months: number): string {
  const words = MONTHS[language][months - 1]
  if (words) return words
  return language === 'en' ? `${showCount('en', months)} months` : `${showCount('cy', months)} mis`
}

const MONTHS = {
  en: [
    'one month',
    'two months',
    'three months',
    'four months',
    'five months',
    'six months',
    'seven months',
    'eight months',
    'nine months',
    'ten months',
    'eleven months',
    'twelve months',
  ],
  cy: [
    'un mis',
    'dau fis',
    'tri mis',
    'pedwar mis',
    'pum mis',
    'chwe mis',
    'saith mis',
    'wyth mis',
    'naw mis',
    'deg mis',
    'un mis ar ddeg',
    'deuddeg mis',
  ],
} as const satisfies Record<Language, readonly string[]>

/** "five" / "pump": a number alone, before "of" and "o’r"; up to twelve in words, beyond that in figures. */
export function inWords(language: Language, number: number): string {
  return NUMBERS[language][number] ?? showCount(language, number)
}

const NUMBERS = {
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
  cy: [
    'dim un',
    'un',
    'dau',
    'tri',
    'pedwar',
    'pump',
    'chwech',
    'saith',
    'wyth',
    'naw',
    'deg',
    'un ar ddeg',
    'deuddeg',
  ],
} as const satisfies Record<Language, readonly string[]>
