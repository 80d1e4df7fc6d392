/** Records that may be of one person, by the rules that are asked when somebody is added; found without comparing everybody with everybody. */
import { areAlike, type Heard, hear, type Likeness, likenessHeard, likenessOf } from '../person/likeness.ts'
import type { NamedRecord } from '../person/person-write.store.ts'

export type PossibleDuplicate = {
  readonly one: NamedRecord
  readonly other: NamedRecord
  readonly likeness: Likeness
}

/** Those that may be of the same person as this one. */
export function alikeTo(personId: number, names: readonly NamedRecord[]): readonly NamedRecord[] {
  const own = names.find((one) => one.personId === personId)
  if (!own) return []
  return names.filter((one) => one.personId !== personId && likenessOf(own, one) !== undefined)
}

/** Every pair once, the likeliest first, then by family name. */
export function possibleDuplicates(names: readonly NamedRecord[]): readonly PossibleDuplicate[] {
  const found = new Map<string, PossibleDuplicate>()
  const compare = (a: One, b: One) => {
    const likeness = likenessHeard(a.heard, b.heard)
    if (!likeness || a.record === b.record) return
    const [one, other] = a.record.personId < b.record.personId ? [a.record, b.record] : [b.record, a.record]
    found.set(`${one.personId}/${other.personId}`, { one, other, likeness })
  }
  const all = names.map((record): One => ({ record, heard: hear(record) }))
  for (const group of groupsOf(all))
    for (let a = 0; a < group.length; a += 1)
      for (let b = a + 1; b < group.length; b += 1) compare(group[a]!, group[b]!)
  const families = [...Map.groupBy(all, ({ heard }) => heard.family.letters).values()]
  for (const one of all.filter(({ heard }) => !heard.born))
    for (const family of families)
      if (areAlike(one.heard.family, family[0]!.heard.family)) for (const other of family) compare(one, other)
  return [...found.values()].sort(
    (x, y) =>
      STRENGTH.indexOf(x.likeness) - STRENGTH.indexOf(y.likeness) ||
      x.one.familyName.localeCompare(y.one.familyName) ||
      x.one.personId - y.one.personId ||
      x.other.personId - y.other.personId,
  )
}

const STRENGTH: readonly Likeness[] = ['same-nhs-number', 'same-birth', 'same-name']

type One = { readonly record: NamedRecord; readonly heard: Heard }

/**
 * Records that could be alike at all, each group small: the same NHS number, the same day of birth, or days of birth that a slip could
 * have made of each other. Whoever has no day of birth is compared besides with all whose family name is alike.
 */
function groupsOf(all: readonly One[]): Iterable<readonly One[]> {
  const groups = new Map<string, One[]>()
  const add = (key: string, one: One) => {
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  for (const one of all) {
    const { nhsNumber, born } = one.heard
    if (nhsNumber) add(`nhs ${nhsNumber}`, one)
    if (!born) continue
    const { year, month, day } = born
    add(`month ${year}-${month}`, one)
    add(`birthday ${month}-${day}`, one)
    if (day <= 12 && day !== month) add(`swapped ${year}-${Math.min(day, month)}-${Math.max(day, month)}`, one)
  }
  return groups.values()
}
