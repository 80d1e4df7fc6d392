/** What can be wrong with a row as a whole, before or beside its values: its shape, and a record that the file names twice. */
import type { Bilingual } from '../../kernel/language.ts'
import type { RawRow } from './reading/delimited.ts'
import type { Reject } from './values/row-reader.ts'

/** A row has to have as many cells as the heading has columns; empty ones too many at the end do no harm. */
export function judgeShape(row: RawRow, width: number): Reject | undefined {
  const { line, cells } = row
  if (row.fault)
    return { line, column: '', value: shorten(cells.join(',')), code: row.fault, message: QUOTES[row.fault] }
  if (cells.length < width)
    return {
      line,
      column: '',
      value: shorten(cells.join(',')),
      code: 'too-few-columns',
      message: tooFew(cells.length, width),
    }
  for (let at = width; at < cells.length; at += 1)
    if (cells[at]?.trim() !== '')
      return {
        line,
        column: '',
        value: shorten(cells.slice(at).join(',')),
        code: 'too-many-columns',
        message: tooMany(cells.length, width),
      }
  for (const cell of cells)
    if (cell.includes('\0'))
      return { line, column: '', value: shorten(cell.replaceAll('\0', '␀')), code: 'nul-byte', message: NUL_BYTE }
  return undefined
}

/** A second row for a record that an earlier row of the same file described otherwise. */
export function namedBefore(line: number, firstLine?: number): Reject {
  const message: Bilingual =
    firstLine === undefined
      ? {
          en: 'An earlier row of this file describes the same record differently. Keep one of the two.',
          cy: 'Mae rhes gynharach yn y ffeil hon yn disgrifio’r un cofnod yn wahanol. Cadwch un o’r ddwy.',
        }
      : {
          en: `Line ${firstLine} of this file describes the same record differently. Keep one of the two.`,
          cy: `Mae llinell ${firstLine} y ffeil hon yn disgrifio’r un cofnod yn wahanol. Cadwch un o’r ddwy.`,
        }
  return { line, column: '', value: '', code: 'twice-in-file', message }
}

const QUOTES = {
  'quote-not-closed': {
    en: 'A quotation mark is opened in this row and never closed. The file may be cut off here, or a mark is missing.',
    cy: 'Mae dyfynnod yn cael ei agor yn y rhes hon a byth yn cael ei gau. Gall y ffeil fod wedi’i thorri yma, neu mae dyfynnod ar goll.',
  },
  'text-after-quote': {
    en: 'There is text after a closing quotation mark in this row. Double the marks that belong to the text.',
    cy: 'Mae testun ar ôl dyfynnod cau yn y rhes hon. Dyblwch y dyfynodau sy’n perthyn i’r testun.',
  },
} as const satisfies Record<NonNullable<RawRow['fault']>, Bilingual>

const NUL_BYTE: Bilingual = {
  en: 'This row holds a NUL byte, which no text has. The file was damaged on its way; export it again.',
  cy: 'Mae’r rhes hon yn cynnwys beit NUL, nad yw’n perthyn i unrhyw destun. Difrodwyd y ffeil ar ei ffordd; allforiwch hi eto.',
}

function tooFew(found: number, width: number): Bilingual {
  return {
    en: `This row has ${found} values and the heading has ${width} columns. The file may be cut off here, or a value is missing.`,
    cy: `Mae ${found} gwerth yn y rhes hon a ${width} colofn yn y pennawd. Gall y ffeil fod wedi’i thorri yma, neu mae gwerth ar goll.`,
  }
}

function tooMany(found: number, width: number): Bilingual {
  return {
    en: `This row has ${found} values and the heading has ${width} columns. Put values that hold the separator in quotation marks.`,
    cy: `Mae ${found} gwerth yn y rhes hon a ${width} colofn yn y pennawd. Rhowch werthoedd sy’n cynnwys y gwahanydd mewn dyfynodau.`,
  }
}

function shorten(text: string): string {
  return text.length <= 120 ? text : `${text.slice(0, 119)}…`
}
