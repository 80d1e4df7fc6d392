/** The copy of a record for the person it is about: every part with its rows, in their language. */
import { fullName } from '../../../kernel/person-name.ts'
import type { Block, DocumentContent } from '../../../platform/documents/index.ts'
import type { HeldRecord } from './record.actions.ts'
import type { HeldPart } from './record.store.ts'
import { text } from './record.text.ts'
import { shownValue } from './record.ts'
import { COLUMN_NAMES } from './record-part.ts'

export function recordDocument(
  { person, held }: HeldRecord,
  made: { readonly publisher: string; readonly madeAt: Temporal.Instant },
): DocumentContent {
  const { language } = person
  const t = text[language]
  return {
    ...made,
    language,
    title: t.documentTitle(fullName(person)),
    lead: t.documentLead,
    blocks: held.flatMap((part) => blocksOf(part, language)),
  }
}

function blocksOf({ part, rows }: HeldPart, language: 'en' | 'cy'): readonly Block[] {
  const t = text[language]
  const heading: Block = { kind: 'heading', level: 1, text: part.title[language] }
  if (rows.length === 0) return [heading, { kind: 'paragraph', text: t.nothing }]
  return [
    heading,
    ...rows.map(
      (row): Block => ({
        kind: 'keyValues',
        items: part.columns
          .map((column) => ({
            key: COLUMN_NAMES[column]?.[language] ?? column,
            value: shownValue(language, column, row[column]),
          }))
          .filter(({ value }) => value !== ''),
      }),
    ),
  ]
}
