/** The rows of a received file, in pieces, whatever it is: delimited text of either encoding, or the first sheet of a workbook. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { ImportColumn } from '../import-kind.ts'
import { DelimitedText, type RawRow } from './delimited.ts'
import { detectDelimiter, type Heading, readHeading } from './heading.ts'
import { FILE_EMPTY, type FileFormat } from './receive.ts'
import { readWorkbook } from './workbook.ts'

/** Rows that came with one read of the disk, and how far into the file that was, between 0 and 1. */
export type Piece = { readonly rows: readonly RawRow[]; readonly share: number }

export type OpenedFile = { readonly heading: Heading; pieces(): AsyncIterable<Piece> }

const BYTES_AT_ONCE = 128 * 1024

/** Reads the heading and refuses a file that cannot be used; the rows come when asked for, from the start each time. */
export async function openReceived(
  path: string,
  format: FileFormat,
  columns: readonly ImportColumn[],
): Promise<Result<OpenedFile>> {
  if (format.type === 'workbook') return openWorkbook(path, columns)
  const start = await firstText(path, format.encoding)
  const delimiter = detectDelimiter(start.split(format.lineEnd, 1)[0] ?? '', columns)
  const all = () => readDelimited(path, format, delimiter)
  const first = await firstRow(all())
  if (!first) return refused(FILE_EMPTY)
  const heading = readHeading(first.cells, columns)
  if (!heading.ok) return heading
  const pieces = () => after(all(), first.line)
  const swapped = format.maySwapDays ? await findMonthFirst(pieces(), heading.value) : undefined
  return swapped ? refused(swapped) : accepted({ heading: heading.value, pieces })
}

async function openWorkbook(path: string, columns: readonly ImportColumn[]): Promise<Result<OpenedFile>> {
  const workbook = await readWorkbook(path)
  if (!workbook.ok) return workbook
  const [first, ...rows] = workbook.value.filter((row) => !isBlank(row))
  if (!first) return refused(FILE_EMPTY)
  const heading = readHeading(first.cells, columns)
  if (!heading.ok) return heading
  async function* pieces() {
    for (let at = 0; at < rows.length; at += 500)
      yield { rows: rows.slice(at, at + 500), share: Math.min(1, (at + 500) / rows.length) }
  }
  return accepted({ heading: heading.value, pieces })
}

async function firstText(path: string, encoding: string): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

async function* readDelimited(
  path: string,
  format: Extract<FileFormat, { type: 'delimited' }>,
  delimiter: string,
): AsyncGenerator<Piece> {
  const decoder = new TextDecoder(format.encoding)
  const text = new DelimitedText(delimiter, format.lineEnd)
  const stream = createReadStream(path, { highWaterMark: BYTES_AT_ONCE })
  const { size } = await stat(path)
  let seen = 0
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    seen += chunk.length
    yield { rows: text.push(decoder.decode(chunk, { stream: true })), share: seen / size }
  }
  yield { rows: [...text.push(decoder.decode()), ...text.end()], share: 1 }
}

/** A line with nothing in any cell, as spreadsheets leave them at the end, is no row. */
export function isBlank(row: RawRow): boolean {
  for (const cell of row.cells) if (cell !== '' && cell.trim() !== '') return false
  return true
}

async function firstRow(pieces: AsyncIterable<Piece>): Promise<RawRow | undefined> {
  for await (const { rows } of pieces) {
    const found = rows.find((row) => !isBlank(row))
    if (found) return found
  }
  return undefined
}

async function* after(pieces: AsyncIterable<Piece>, line: number): AsyncGenerator<Piece> {
  for await (const piece of pieces)
    yield piece.rows[0] && piece.rows[0].line <= line
      ? { ...piece, rows: piece.rows.filter((row) => row.line > line) }
      : piece
}

const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/\d{4}/

/**
 * "03/04/2026" can be read both ways, so a column that somewhere has a 13th month and nowhere a day above 12 in the first place was
 * written with the month first: reading the rest of it day first would be silently wrong. The file is refused.
 */
async function findMonthFirst(pieces: AsyncIterable<Piece>, heading: Heading): Promise<Refusal | undefined> {
  const dayFirst = new Set<string>()
  const monthFirst = new Map<string, { line: number; value: string }>()
  for await (const { rows } of pieces)
    for (const row of rows)
      for (const [column, at] of heading.at) {
        const value = row.cells[at] ?? ''
        const parts = SLASHED.exec(value)
        if (!parts) continue
        if (Number(parts[1]) > 12) dayFirst.add(column)
        else if (Number(parts[2]) > 12 && !monthFirst.has(column)) monthFirst.set(column, { line: row.line, value })
      }
  for (const [column, { line, value }] of monthFirst)
    if (!dayFirst.has(column)) return monthFirstColumn(column, line, value)
  return undefined
}

function monthFirstColumn(column: string, line: number, value: string): Refusal {
  return {
    kind: 'invalid',
    code: 'month-first-column',
    field: column,
    message: {
      en: `The dates of the column ${column} have the month first (line ${line}: ${value}). Write them as 2026-03-25 or 25/03/2026 and send the file again.`,
      cy: `Mae’r mis yn gyntaf yn nyddiadau’r golofn ${column} (llinell ${line}: ${value}). Ysgrifennwch nhw fel 2026-03-25 neu 25/03/2026 ac anfonwch y ffeil eto.`,
    },
  }
}
