/** CSV that Excel and every other program reads alike: RFC 4180, UTF-8 with its mark, harmless when opened as a spreadsheet. */
import type { Language } from '../../kernel/language.ts'
import { type CellValue, type Column, localMinute } from './cells.ts'
import { documentText } from './document.text.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** What makes a spreadsheet take a text for a formula (OWASP, "CSV injection"). */
const STARTS_LIKE_A_FORMULA = /^[=+\-@\t\r]/

/**
 * The file in pieces of whole lines, header first; nothing is held back, so a list of any length costs no memory. Texts that a
 * spreadsheet would run as a formula get an apostrophe in front; numbers and dates are written plainly (dates as 2026-03-03).
 */
export async function* writeCsv<Row>(
  language: Language,
  columns: readonly Column<Row>[],
  rows: Iterable<Row> | AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(columns.map((column) => csvText(column.header[language])))
  for await (const row of rows) yield csvLine(columns.map((column) => csvCell(language, column.value(row, language))))
}

function csvLine(cells: readonly string[]): string {
  return `${cells.join(',')}\r\n`
}

/** One cell: `csvCell('en', 'a "b"') === '"a ""b"""'`. */
export function csvCell(language: Language, value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return csvText(value)
  if (typeof value === 'boolean') return documentText[language][value ? 'yes' : 'no']
  if (value instanceof Temporal.Instant) return localMinute(value)
  return value.toString()
}

function csvText(text: string): string {
  const harmless = STARTS_LIKE_A_FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
