/** The story of a record: everything by its day, the newest first; and a copy of it as data. */
import { type Bilingual, inBoth } from '../../../kernel/language.ts'
import { type Day, dayOf } from '../../../kernel/period.ts'
import type { HeldMonth } from '../../../platform/personal-data/held-part.store.ts'
import type { HeldPart, HeldRow, NamesByColumn } from '../../../platform/personal-data/held-part.ts'
import { rowLines, type WordLine, type WordsWith } from '../../../platform/personal-data/held-words.ts'
import type { Person } from '../person/person.ts'

export type StoryEntry = {
  readonly on: Day
  readonly title: Bilingual
  /** What the entry says, as name and value. */
  readonly lines: Bilingual<readonly WordLine[]>
}

/** What is kept whole (a plan, the answers to a form) is not in the story; of the rest an entry says this many things. */
const LINES_TOLD = 8

/** One entry of the story for each row of a part that has a day. */
export function storyOf(part: HeldPart, rows: readonly HeldRow[], using: WordsWith): readonly StoryEntry[] {
  const untold = new Set([part.day, 'ref', 'extra'])
  const told = part.columns.filter(({ column, lines }) => !lines && !untold.has(column))
  return rows.flatMap((row): StoryEntry[] => {
    const on = part.day ? dayIn(row[part.day]) : undefined
    if (!on) return []
    return [
      {
        on,
        title: part.title,
        lines: inBoth((language) => rowLines(language, told, row, using).slice(0, LINES_TOLD)),
      },
    ]
  })
}

export function newestFirst(entries: readonly StoryEntry[]): readonly StoryEntry[] {
  return [...entries].sort((a, b) => Temporal.PlainDate.compare(b.on, a.on))
}

function dayIn(value: unknown): Day | undefined {
  if (value instanceof Temporal.PlainDate) return value
  return value instanceof Temporal.Instant ? dayOf(value) : undefined
}

/** One part of a copy: its rows, or how many there were each month where a document only counts them. */
export type CopiedPart = {
  readonly part: HeldPart
  readonly rows: readonly HeldRow[]
  readonly months: readonly HeldMonth[] | undefined
  readonly total: number
}
export type RecordCopy = {
  readonly person: Person
  readonly parts: readonly CopiedPart[]
  readonly names: NamesByColumn
}

/** The copy for programs: every row as it is kept, under the name of its table, with titles in the person's language. */
export function copyAsData({ person, parts }: RecordCopy, madeAt: Temporal.Instant) {
  const { language } = person
  return {
    person: person.ref,
    language,
    madeAt: madeAt.toString(),
    parts: parts.map(({ part, rows }) => ({
      part: part.table,
      title: part.title[language],
      leftOut: part.leftOut?.[language] ?? null,
      columns: Object.fromEntries(part.columns.map(({ column, title }) => [column, title[language]])),
      entries: rows.map(plainRow),
    })),
  }
}

function plainRow(row: HeldRow): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Temporal.PlainDate || value instanceof Temporal.Instant ? value.toString() : value,
    ]),
  )
}
