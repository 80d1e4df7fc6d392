/** Excel workbooks: real numbers and dates, a header that stays in sight, columns wide enough to read. */
import writeExcelFile, { type Cell } from 'write-excel-file/node'
import type { Language } from '../../kernel/language.ts'
import { TIME_ZONE } from '../../kernel/period.ts'
import type { CellValue, Column } from './cells.ts'
import { documentText } from './document.text.ts'
import { INK } from './document-content.ts'
import { FONT_FAMILY } from './fonts.ts'

export type Sheet<Row> = {
  /** At most 31 characters; what Excel forbids in a sheet's name is replaced. */
  readonly name: string
  readonly columns: readonly Column<Row>[]
  readonly rows: Iterable<Row> | AsyncIterable<Row>
}

/** Excel's own limit, its header row included. */
export const MOST_ROWS = 1_048_576

/** The workbook's bytes. Throws a RangeError when a sheet has more rows than Excel can hold: offer CSV for those. */
export async function writeXlsx<Row>(language: Language, sheets: readonly Sheet<Row>[]): Promise<Buffer> {
  const written = []
  for (const { name, columns, rows } of sheets) {
    const data: Cell[][] = [columns.map((column) => headerCell(column.header[language]))]
    for await (const row of rows) {
      data.push(columns.map((column) => excelCell(language, column.value(row, language), column.format)))
      if (data.length > MOST_ROWS) throw new RangeError(`sheet ${name} has more rows than Excel can hold`)
    }
    written.push({
      data,
      sheet: sheetName(name),
      columns: columns.map((column) => ({ width: column.width ?? 16 })),
      stickyRowsCount: 1,
    })
  }
  return writeExcelFile(written, { fontFamily: FONT_FAMILY, fontSize: 11 }).toBuffer()
}

function headerCell(text: string): Cell {
  return { value: text, fontWeight: 'bold', backgroundColor: INK.mist, wrap: true, alignVertical: 'top' }
}

function excelCell(language: Language, value: CellValue, format?: string): Cell {
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'boolean') return { value: documentText[language][value ? 'yes' : 'no'], type: String }
  if (typeof value === 'number')
    return Number.isFinite(value) ? { value, type: Number, ...(format ? { format } : {}) } : null
  if (typeof value === 'string') return { value: withoutControls(value), type: String }
  if (value instanceof Temporal.PlainDate)
    return { value: excelDate(value.toPlainDateTime()), type: Date, format: 'yyyy-mm-dd' }
  return {
    value: excelDate(value.toZonedDateTimeISO(TIME_ZONE).toPlainDateTime()),
    type: Date,
    format: 'yyyy-mm-dd hh:mm',
  }
}

/** Excel knows no time zones: the local clock's reading goes in as if it were UTC. */
function excelDate(local: Temporal.PlainDateTime): Date {
  return new Date(local.toZonedDateTime('UTC').epochMilliseconds)
}

/** XML cannot carry control characters; a workbook with one does not open. */
function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
}

function sheetName(name: string): string {
  return name.replaceAll(/[\\/?*[\]:]/g, ' ').slice(0, 31)
}
