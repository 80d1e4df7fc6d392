/** The copy of a record for the person it is about: every part with its rows in words, in their language. */
import type { Language } from '../../../kernel/language.ts'
import { showMonth } from '../../../kernel/period.ts'
import { fullName } from '../../../kernel/person-name.ts'
import type { Block, DocumentContent } from '../../../platform/documents/index.ts'
import type { Frameworks } from '../../../platform/frameworks/index.ts'
import { rowLines, valueInWords, type WordsWith } from '../../../platform/personal-data/held-words.ts'
import { text } from './record.text.ts'
import type { CopiedPart, RecordCopy } from './record-story.held.ts'

export function recordDocument(
  { person, parts, names }: RecordCopy,
  frameworks: Frameworks,
  made: { readonly publisher: string; readonly madeAt: Temporal.Instant },
): DocumentContent {
  const { language } = person
  const t = text[language]
  const using = { frameworks, names }
  const written = parts.map((copied) => ({ copied, blocks: blocksOf(copied, language, using) }))
  const empty = written.flatMap(({ copied, blocks }) => (blocks.length === 0 ? [copied.part.title[language]] : []))
  return {
    ...made,
    language,
    title: t.documentTitle(fullName(person)),
    lead: t.documentLead,
    blocks: [
      ...written.flatMap(({ copied, blocks }) => (blocks.length === 0 ? [] : [...headOf(copied, language), ...blocks])),
      ...(empty.length === 0
        ? []
        : ([
            { kind: 'heading', level: 1, text: t.nothing },
            { kind: 'list', items: empty },
          ] as const)),
    ],
  }
}

function headOf({ part }: CopiedPart, language: Language): readonly Block[] {
  return [
    { kind: 'heading', level: 1, text: part.title[language] },
    ...(part.leftOut ? [{ kind: 'paragraph', tone: 'note', text: part.leftOut[language] } as const] : []),
  ]
}

/** Nothing for a part whose rows say nothing. */
function blocksOf(copied: CopiedPart, language: Language, using: WordsWith): readonly Block[] {
  const { part, rows, months } = copied
  if (months) return [monthsBlock(copied, language, using)]
  return rows.flatMap((row): Block[] => {
    const items = rowLines(language, part.columns, row, using).map(({ key, value, written }) => ({
      key,
      value: written && written !== language ? { text: value, language: written } : value,
    }))
    return items.length === 0 ? [] : [{ kind: 'keyValues', items }]
  })
}

function monthsBlock({ part, months = [], total }: CopiedPart, language: Language, using: WordsWith): Block {
  const t = text[language]
  const counted = part.columns.find(({ column }) => column === part.countedBy)
  return {
    kind: 'table',
    caption: t.counted(total),
    columns: [
      { header: t.month },
      { header: counted?.title[language] ?? t.what, share: 2 },
      { header: t.howMany, align: 'right' },
    ],
    rows: months.map(({ month, code, count }) => [
      showMonth(language, month),
      counted ? valueInWords(language, counted, code, using) : code,
      String(count),
    ]),
  }
}
