/** Records that may be of one person, by the rules that are asked when somebody is added; found without comparing everybody with everybody. */
import { likenessOf } from '../person/likeness.ts'
import type { NamedRecord } from '../person/person-write.store.ts'

export type Likeness = NonNullable<ReturnType<typeof likenessOf>>
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

const STRENGTH: readonly Likeness[] = ['same-nhs-number', 'same-birth', 'same-name']

/** Every pair once, the likeliest first, then by family name. */
export function possibleDuplicates(names: readonly NamedRecord[]): readonly PossibleDuplicate[] {
  const found = new Map<string, PossibleDuplicate>()
  for (const group of groupsOf(names))
    for (let a = 0; a < group.length; a += 1)
      for (let b = a + 1; b < group.length; b += 1) note(found, group[a]!, group[b]!)
  return [...found.values()].sort(
    (x, y) =>
      STRENGTH.indexOf(x.likeness) - STRENGTH.indexOf(y.likeness) ||
      x.one.familyName.localeCompare(y.one.familyName) ||
      x.one.personId - y.one.personId ||
      x.other.personId - y.other.personId,
  )
}

function note(found: Map<string, PossibleDuplicate>, a: NamedRecord, b: NamedRecord): void {
  const [one, other] = a.personId < b.personId ? [a, b] : [b, a]
  const key = `${one.personId}/${other.personId}`
  if (one.personId === other.personId || found.has(key)) return
  const likeness = likenessOf(one, other)
  if (likeness) found.set(key, { one, other, likeness })
}

/**
 * Records that could be alike at all, each group small: the same NHS number, the same day of birth, or days of birth that a slip could
 * have made of each other. Whoever has no day of birth is compared with everybody. Nobody is alike who shares no group.
 */
function groupsOf(names: readonly NamedRecord[]): Iterable<readonly NamedRecord[]> {
  const groups = new Map<string, NamedRecord[]>()
  const add = (key: string, one: NamedRecord) => {
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const unborn = names.filter(({ bornOn }) => bornOn === null)
  for (const one of names) {
    if (one.nhsNumber) add(`nhs ${one.nhsNumber}`, one)
    if (!one.bornOn) continue
    const { year, month, day } = one.bornOn
    add(`day ${one.bornOn}`, one)
    add(`month ${year}-${month}`, one)
    add(`birthday ${month}-${day}`, one)
    if (day <= 12) add(`swapped ${year}-${Math.min(day, month)}-${Math.max(day, month)}`, one)
  }
  const withUnborn = unborn.flatMap((one) => names.map((other) => [one, other] as const))
  return (function* () {
    yield* groups.values()
    yield* withUnborn
  })()
}
