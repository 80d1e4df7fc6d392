/** The first line of a file: which of its columns we know, which we do not, and whether it can be used at all. */
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { ImportColumn } from '../import-kind.ts'

/** Columns that our own file of rejected rows adds; they are passed over when it is sent again. */
export const REASON_COLUMNS = ['canlyn_line', 'canlyn_column', 'canlyn_code', 'canlyn_reason'] as const

export type Heading = {
  /** All column names of the file, normalised, in order; repeated in no case. */
  readonly names: readonly string[]
  /** Where each column we know stands. */
  readonly at: ReadonlyMap<string, number>
  /** Columns we do not know: they are kept and named. */
  readonly unknown: readonly { readonly name: string; readonly at: number }[]
}

const DELIMITERS = [',', ';', '\t'] as const

/** The delimiter under which the first line names most of the columns we know; a comma where none does. */
export function detectDelimiter(firstLine: string, columns: readonly ImportColumn[]): string {
  const known = new Set(columns.map((c) => c.name))
  const score = (delimiter: string) =>
    firstLine.split(delimiter).filter((cell) => known.has(normaliseName(cell))).length
  return DELIMITERS.toSorted((a, b) => score(b) - score(a))[0] ?? ','
}

/** "﻿ Planned Start " and "planned-start" are both `planned_start`. */
export function normaliseName(cell: string): string {
  return cell
    .replace(/[\s\uFEFF]+/g, ' ')
    .replace(/\p{C}/gu, '')
    .replace(/^"|"$/g, '')
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[ \-–]+/g, '_')
}

/** Refuses a heading that lacks a required column or names one twice, before any row is read. */
export function readHeading(cells: readonly string[], columns: readonly ImportColumn[]): Result<Heading> {
  const names = cells.map(normaliseName)
  const known = new Set(columns.map((c) => c.name))
  const at = new Map<string, number>()
  const unknown: { name: string; at: number }[] = []
  const twice = new Set<string>()
  const passedOver = new Set<string>(REASON_COLUMNS)
  for (const [index, name] of names.entries()) {
    if (name === '' || passedOver.has(name)) continue
    if (names.indexOf(name) !== index) twice.add(name)
    else if (known.has(name)) at.set(name, index)
    else unknown.push({ name, at: index })
  }
  if (twice.size > 0) return refused(columnTwice([...twice]))
  const missing = columns.filter((c) => c.isRequired && !at.has(c.name)).map((c) => c.name)
  if (missing.length > 0) return refused(columnsMissing(missing))
  return accepted({ names, at, unknown })
}

function columnTwice(names: readonly string[]): Refusal {
  const list = names.join(', ')
  return {
    kind: 'invalid',
    code: 'column-twice',
    message: {
      en: `The first line names a column more than once: ${list}. Remove or rename the extra one.`,
      cy: `Mae’r llinell gyntaf yn enwi colofn fwy nag unwaith: ${list}. Dilëwch yr un ychwanegol neu rhowch enw arall iddi.`,
    },
  }
}

function columnsMissing(names: readonly string[]): Refusal {
  const list = names.join(', ')
  return {
    kind: 'invalid',
    code: 'columns-missing',
    message: {
      en: `The first line must name these columns, and does not: ${list}. Check that you chose the right kind of file, or start from the template.`,
      cy: `Rhaid i’r llinell gyntaf enwi’r colofnau hyn, ac nid yw’n gwneud hynny: ${list}. Gwiriwch eich bod wedi dewis y math cywir o ffeil, neu dechreuwch o’r templed.`,
    },
  }
}
