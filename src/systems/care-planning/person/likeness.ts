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

/** How many letters have to be put in, taken out or changed to make one of the other; more than `most` is told as `most + 1`. */
export function lettersApart(a: string, b: string, most = 2): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const now = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1
      now.push(Math.min(before[column]! + 1, now[column - 1]! + 1, before[column - 1]! + same))
    }
    before = now
  }
  return Math.min(before[b.length]!, most + 1)
}

function areAlike(a: string, b: string): boolean {
  const [one, other] = [a, b].map((name) =>
    name
      .toLowerCase()
      .normalize('NFD')
      .replaceAll(/[^a-z]/g, ''),
  )
  return soundOf(a) === soundOf(b) || lettersApart(one!, other!, 1) <= 1
}

/**
 * `same-nhs-number`: one number is one person's. `same-birth`: born on the same day with a family or given name that is alike. `same-name`: both names alike, and nothing says that the
 * days of birth differ by more than a slip (the same day and month, or a day and month that were swapped).
 */
export function likenessOf(a: Described, b: Described): 'same-nhs-number' | 'same-birth' | 'same-name' | undefined {
  if (a.nhsNumber && a.nhsNumber === b.nhsNumber) return 'same-nhs-number'
  const family = areAlike(a.familyName, b.familyName)
  const given = [a.givenName, a.knownAs ?? ''].some((name) =>
    [b.givenName, b.knownAs ?? ''].some((other) => name && other && areAlike(name, other)),
  )
  if (a.bornOn && b.bornOn && a.bornOn.equals(b.bornOn)) return family || given ? 'same-birth' : undefined
  if (!family || !given) return undefined
  return !a.bornOn || !b.bornOn || isSlip(a.bornOn, b.bornOn) ? 'same-name' : undefined
}

function isSlip(a: Day, b: Day): boolean {
  const isSwapped = a.day === b.month && a.month === b.day && a.year === b.year
  return isSwapped || (a.day === b.day && a.month === b.month) || (a.year === b.year && a.month === b.month)
}
