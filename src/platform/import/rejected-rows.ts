/** The rows that were not taken, as a file to correct and send again: as they came, with the reasons in columns of their own. */
import type { Language } from '../../kernel/language.ts'
import type { RejectedRow } from './import-record.ts'
import { REASON_COLUMNS } from './reading/heading.ts'

const BYTE_ORDER_MARK = '\uFEFF'

/** A text that a spreadsheet would run as a formula; a negative number is none. */
const FORMULA = /^[=+\-@\t\r](?!\d+(\.\d+)?$)/

/** CSV in UTF-8 with its mark, in pieces of whole lines. Sent again, the reason columns are passed over. */
export function* writeRejectedRows(
  language: Language,
  columnNames: readonly string[],
  rows: Iterable<RejectedRow>,
): Generator<string> {
  yield `${BYTE_ORDER_MARK}${[...columnNames, ...REASON_COLUMNS].map(cell).join(',')}\r\n`
  for (const { line, cells, reasons } of rows) {
    const whole = Array.from({ length: columnNames.length }, (_, at) => cells[at] ?? '')
    const columns = [...new Set(reasons.map((reason) => reason.column))].filter((column) => column !== '')
    const codes = [...new Set(reasons.map((reason) => reason.code))]
    const sentences = reasons.map((reason) =>
      reason.column === '' ? reason.message[language] : `${reason.column}: ${reason.message[language]}`,
    )
    yield `${[...whole, String(line), columns.join(' '), codes.join(' '), sentences.join(' ')].map(cell).join(',')}\r\n`
  }
}

function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
