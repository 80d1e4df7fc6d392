/** A file to start from: the columns of a kind in order, one example row, and what each column means. */
import type { Bilingual, Language } from '../../kernel/language.ts'
import { type Column, writeXlsx } from '../documents/index.ts'
import type { ImportKind } from './import-kind.ts'

/** The heading and the example row as CSV, in UTF-8 with its mark so that Excel reads its Welsh letters. */
export function writeCsvTemplate(kind: ImportKind): string {
  const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const line = (cells: readonly string[]) => `${cells.map(cell).join(',')}\r\n`
  return `\uFEFF${line(kind.columns.map((c) => c.name))}${line(kind.columns.map((c) => c.example))}`
}

/** The same as a workbook, with a second sheet of help; only the first sheet is read when it is sent. */
export function writeXlsxTemplate(kind: ImportKind, language: Language): Promise<Buffer> {
  const example = Object.fromEntries(kind.columns.map((column) => [column.name, column.example]))
  const help = kind.columns.map(({ name, isRequired, help: meaning, example: such }) => ({
    column: name,
    required: (isRequired ? HELP.yes : HELP.no)[language],
    meaning: meaning[language],
    example: such,
  }))
  return writeXlsx<Readonly<Record<string, string>>>(language, [
    {
      name: kind.title[language],
      columns: kind.columns.map(({ name }) => columnOf(name, { en: name, cy: name }, Math.max(14, name.length + 2))),
      rows: [example],
    },
    {
      name: HELP.sheet[language],
      columns: [
        columnOf('column', HELP.column, 26),
        columnOf('required', HELP.required, 12),
        columnOf('meaning', HELP.meaning, 80),
        columnOf('example', HELP.example, 36),
      ],
      rows: help,
    },
  ])
}

function columnOf(name: string, header: Bilingual, width: number): Column<Readonly<Record<string, string>>> {
  return { header, value: (row) => row[name] ?? '', width }
}

const HELP = {
  sheet: { en: 'Help', cy: 'Cymorth' },
  column: { en: 'Column', cy: 'Colofn' },
  required: { en: 'Required', cy: 'Gofynnol' },
  meaning: { en: 'What it means', cy: 'Ei ystyr' },
  example: { en: 'Example', cy: 'Enghraifft' },
  yes: { en: 'yes', cy: 'ie' },
  no: { en: 'no', cy: 'na' },
} as const satisfies Record<string, Bilingual>
