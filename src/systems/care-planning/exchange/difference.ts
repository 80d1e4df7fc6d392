/** One thing that a received plan would change here, or that differs; and finding those in lists and fields. */
import type { Bilingual, Language } from '../../../kernel/language.ts'

/** `fixed`: differs and is not taken from a file, because how it came about is a record; it is changed where it is kept. */
export type DifferenceKind = 'new' | 'differs' | 'fixed'

export type DifferencePart =
  | 'person'
  | 'plan'
  | 'outcome'
  | 'level'
  | 'contribution'
  | 'review'
  | 'score'
  | 'assessment'
  | 'contact'
  | 'relationship'
  | 'consent'
  | 'offer'
  | 'wish'
  | 'band'
  | 'word'

export type ExchangeDifference = {
  /** Names the difference when it is accepted: `outcome O-1 ownWords`. */
  readonly key: string
  readonly kind: DifferenceKind
  readonly part: DifferencePart
  /** Whose or which: a reference, or a name that a person can read. */
  readonly of: string
  readonly field: string
  readonly ours: string | null
  readonly theirs: string | null
  /** Of the words in `theirs`, where they are somebody's own. */
  readonly language?: Language | undefined
}

export const PART_NAMES = {
  person: { en: 'Person', cy: 'Person' },
  plan: { en: 'Plan', cy: 'Cynllun' },
  outcome: { en: 'Outcome', cy: 'Canlyniad' },
  level: { en: 'Level of a goal', cy: 'Lefel nod' },
  contribution: { en: 'Contribution', cy: 'Cyfraniad' },
  review: { en: 'Review', cy: 'Adolygiad' },
  score: { en: 'Score', cy: 'Sgôr' },
  assessment: { en: 'Assessment', cy: 'Asesiad' },
  contact: { en: 'Contact', cy: 'Cyswllt' },
  relationship: { en: 'Somebody around them', cy: 'Rhywun o’u hamgylch' },
  consent: { en: 'Consent', cy: 'Cydsyniad' },
  offer: { en: 'Active offer', cy: 'Cynnig rhagweithiol' },
  wish: { en: 'Wish', cy: 'Dymuniad' },
  band: { en: 'Band of need', cy: 'Band angen' },
  word: { en: 'Own word', cy: 'Gair y person' },
} as const satisfies Record<DifferencePart, Bilingual>

export type Listed<T> = {
  readonly name: (item: T) => string
  readonly field: string
  readonly shown: (item: T) => string
  /** Whether one that we do not have is brought in; else it is only shown. */
  readonly isAdded: boolean
}

export function listed<T>(
  part: DifferencePart,
  theirs: readonly T[],
  ours: readonly T[],
  { name, field, shown, isAdded }: Listed<T>,
): ExchangeDifference[] {
  const own = new Map(ours.map((item) => [name(item), shown(item)]))
  return theirs.flatMap((item) => {
    const of = name(item)
    const before = own.get(of)
    if (before === undefined && isAdded) return [added(part, of, field, shown(item))]
    if (before === shown(item)) return []
    return [{ key: `${part} ${of}`, kind: 'fixed', part, of, field, ours: before ?? null, theirs: shown(item) }]
  })
}

export function fieldsThatDiffer<F extends string>(
  part: DifferencePart,
  of: string,
  fields: readonly F[],
  [ours, theirs]: readonly [Partial<Record<F, unknown>>, Partial<Record<F, unknown>>],
  taken: readonly string[],
): ExchangeDifference[] {
  return fields.flatMap((field) => {
    const [before, after] = [shownValue(ours[field]), shownValue(theirs[field])]
    // What the other system does not say is no difference: it takes nothing away.
    if (after === null || before === after) return []
    const kind = taken.includes(field) ? 'differs' : 'fixed'
    return [{ key: `${part} ${of} ${field}`, kind, part, of, field, ours: before, theirs: after }]
  })
}

function shownValue(value: unknown): string | null {
  return value === null || value === undefined || value === '' ? null : String(value)
}

export function added(part: DifferencePart, of: string, field: string, theirs: string): ExchangeDifference {
  return { key: `${part} ${of}`, kind: 'new', part, of, field, ours: null, theirs }
}
