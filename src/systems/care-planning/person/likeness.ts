/** Whether two records may be of one person: names that sound or are spelled alike in Welsh and English, and the day of birth. */
import type { Day } from '../../../kernel/period.ts'

export type Described = {
  readonly givenName: string
  readonly familyName: string
  readonly knownAs?: string | null
  readonly bornOn: Day | null
  readonly nhsNumber?: string | null
}

/**
 * A name as it sounds, roughly, whichever language it is spelled in: without accents, doubled letters and the differences that registers
 * get wrong (Rhys and Rees, Llewelyn and Llywelyn, Davies and Davis, Siân and Shan, Gwyn and Gwynn, Evan and Ifan are near).
 */
export function soundOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')
  const spelled = SPELLINGS.reduce((text, [from, to]) => text.replaceAll(from, to), plain)
  const consonants = spelled.slice(0, 1) + spelled.slice(1).replaceAll(/[aeiouwyh]/g, '')
  return consonants.replaceAll(/(.)\1+/g, '$1')
}

/** In their order: what is written so is heard as that. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/^si(?=[aeiouwy])/g, 'sh'],
  [/^rh/g, 'r'],
  [/^(e|i|y)(?=[vf])/g, 'e'],
  [/ff|ph/g, 'f'],
  [/f|v/g, 'v'],
  [/dd|th/g, 'th'],
  [/ck|c|q|k/g, 'k'],
  [/z/g, 's'],
  [/(ie|e)?s$/g, 's'],
]

/** Whether one is the other, or becomes it when one letter is put in, taken out or changed. */
export function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  const shorter = Math.min(a.length, b.length)
  let start = 0
  while (start < shorter && a[start] === b[start]) start += 1
  let end = 0
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1
  return Math.max(a.length, b.length) - start - end <= 1
}

type HeardName = { readonly letters: string; readonly sound: string }

/** Somebody as they are compared: made once, where one is compared with many. */
export type Heard = {
  /** Of one day of birth, one number; undefined where it is not known. */
  readonly born:
    | { readonly day: number; readonly month: number; readonly year: number; readonly number: number }
    | undefined
  readonly nhsNumber: string | null
  readonly family: HeardName
  readonly given: readonly HeardName[]
}

export function hear({ givenName, familyName, knownAs, bornOn, nhsNumber }: Described): Heard {
  const given = [givenName, knownAs ?? ''].filter(Boolean).map(heardName)
  const { day, month, year } = bornOn ?? {}
  const born = day && month && year ? { day, month, year, number: year * 10_000 + month * 100 + day } : undefined
  return { family: heardName(familyName), given, born, nhsNumber: nhsNumber ?? null }
}

function heardName(name: string): HeardName {
  const letters = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')
  return { letters, sound: soundOf(name) }
}

/** Whether two names sound alike, or are spelled with one letter otherwise. */
export function areAlike(a: HeardName, b: HeardName): boolean {
  return a.sound === b.sound || isOneLetterApart(a.letters, b.letters)
}

export type Likeness = 'same-nhs-number' | 'same-birth' | 'same-name'

/**
 * `same-nhs-number`: one number is one person's. `same-birth`: born on the same day with a family or given name that is alike. `same-name`: both names alike, and nothing says that the
 * days of birth differ by more than a slip (the same day and month, or a day and month that were swapped).
 */
export function likenessOf(a: Described, b: Described): Likeness | undefined {
  return likenessHeard(hear(a), hear(b))
}

/** The same for those that were heard before. */
export function likenessHeard(a: Heard, b: Heard): Likeness | undefined {
  if (a.nhsNumber && a.nhsNumber === b.nhsNumber) return 'same-nhs-number'
  const isSameDay = a.born !== undefined && a.born.number === b.born?.number
  const family = areAlike(a.family, b.family)
  if (!family && !isSameDay) return undefined
  const given = a.given.some((name) => b.given.some((other) => areAlike(name, other)))
  if (isSameDay) return family || given ? 'same-birth' : undefined
  if (!family || !given) return undefined
  return !a.born || !b.born || isSlip(a.born, b.born) ? 'same-name' : undefined
}

type Born = NonNullable<Heard['born']>

function isSlip(a: Born, b: Born): boolean {
  const isSwapped = a.day === b.month && a.month === b.day && a.year === b.year
  return isSwapped || (a.day === b.day && a.month === b.month) || (a.year === b.year && a.month === b.month)
}
