/** The first sheet of an Excel workbook as rows of text, so that everything after it is the same as for CSV. */
import { readSheet } from 'read-excel-file/node'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { RawRow } from './delimited.ts'
import { WORKBOOK_TOO_LARGE } from './receive.ts'

/** Beyond this many rows a workbook takes too much memory; CSV has no such limit. */
export const MOST_WORKBOOK_ROWS = 100_000

/** Lines are the sheet's own row numbers. Dates and times become ISO text, as the sheet shows them (Excel knows no time zones). */
export async function readWorkbook(path: string): Promise<Result<readonly RawRow[]>> {
  try {
    const sheet = await readSheet(path, { trim: false, parseNumber: (text) => showNumber(text) })
    if (sheet.length > MOST_WORKBOOK_ROWS + 1) return refused(WORKBOOK_TOO_LARGE)
    return accepted(sheet.map((cells, index) => ({ line: index + 1, cells: cells.map(showCell) })))
  } catch (error) {
    if (error instanceof Error) return refused(NOT_A_WORKBOOK)
    throw error
  }
}

function showCell(cell: unknown): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Date) return showMoment(cell)
  return typeof cell === 'boolean' ? (cell ? 'yes' : 'no') : String(cell)
}

/** A workbook's date is a number of days; half a second either way is its rounding, not its meaning. */
function showMoment(moment: Date): string {
  const [day = '', time = ''] = new Date(Math.round(moment.getTime() / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .split('T')
  return time === '00:00:00' ? day : `${day}T${time}`
}

/** "0.30000000000000004" is what arithmetic left in the file of "0.3"; references of digits stay as they are. */
function showNumber(text: string): string {
  return /^-?\d{1,15}$/.test(text) ? text : String(Number(Number(text).toPrecision(15)))
}

const NOT_A_WORKBOOK: Refusal = {
  kind: 'invalid',
  code: 'workbook-unreadable',
  message: {
    en: 'This file looks like an Excel workbook but cannot be opened. It may be cut off or protected. Save the sheet as “CSV UTF-8” and send that.',
    cy: 'Mae’r ffeil hon yn edrych fel llyfr gwaith Excel ond ni ellir ei hagor. Gall fod wedi’i thorri neu wedi’i diogelu. Cadwch y ddalen fel “CSV UTF-8” ac anfonwch honno.',
  },
}
