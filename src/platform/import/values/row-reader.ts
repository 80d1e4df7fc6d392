/** Reads the values of one row by column name, and notes every fault with its column, value and reason. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Heading } from '../reading/heading.ts'
import { type LocalInstant, readDate, readLocalInstant } from './local-time.ts'
import { fault } from './value-faults.ts'

/** Why a row was rejected: at which column, what stood there, a stable code and a sentence. A row can have several. */
export type Reject = {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly code: string
  readonly message: Bilingual
}

type NumberBounds = { readonly min?: number; readonly max?: number }

/**
 * One reader serves all rows of a file in turn. A required value that cannot be used is noted and answered with a stand-in, so that a
 * judge reads on and finds every fault of the row; the record it makes of it is never used.
 */
export class RowReader {
  line = 0
  rejects: Reject[] = []
  flags: string[] = []
  private cells: readonly string[] = []
  private readonly heading: Heading

  constructor(heading: Heading) {
    this.heading = heading
  }

  /** Turns to the next row. */
  turnTo(line: number, cells: readonly string[]): void {
    this.line = line
    this.cells = cells
    if (this.rejects.length > 0) this.rejects = []
    if (this.flags.length > 0) this.flags = []
  }

  get isRejected(): boolean {
    return this.rejects.length > 0
  }

  reject(column: string, code: string, message: Bilingual): void {
    this.rejects.push({ line: this.line, column, value: this.raw(column), code, message })
  }

  /** Notes something that does not stand in the way but should be seen: a code, once. */
  flag(code: string): void {
    if (!this.flags.includes(code)) this.flags.push(code)
  }

  /** What stands in a column, trimmed and in composed letters (ŵ is one letter); empty where the file lacks the column. */
  raw(column: string): string {
    const at = this.heading.at.get(column)
    return at === undefined ? '' : clean(this.cells[at] ?? '')
  }

  has(column: string): boolean {
    return this.raw(column) !== ''
  }

  text(column: string, longest = 4000): string {
    const value = this.optionalText(column, longest)
    if (value === undefined && !this.noted(column)) this.note(column, 'missing')
    return value ?? ''
  }

  optionalText(column: string, longest = 4000): string | undefined {
    const value = this.raw(column)
    if (value === '') return undefined
    if (value.length > longest) {
      this.reject(column, 'too-long', fault.tooLong(longest))
      return undefined
    }
    return value
  }

  /** A reference in the system it comes from: 1 to 80 characters. */
  reference(column: string): string {
    return this.text(column, 80)
  }

  optionalReference(column: string): string | undefined {
    return this.optionalText(column, 80)
  }

  /** Several values in one cell, separated by semicolons, bars or spaces; each once. */
  list(column: string): readonly string[] {
    const value = this.raw(column)
    return value === '' ? [] : [...new Set(value.split(/[;|\s]+/).filter((part) => part !== ''))]
  }

  /** Looks a reference up; a reference nobody knows is noted with the file that should come first. */
  find<T>(column: string, ref: string | undefined, among: ReadonlyMap<string, T>, unknown: Bilingual): T | undefined {
    if (ref === undefined || ref === '') return undefined
    const found = among.get(ref)
    if (found === undefined)
      this.reject(column, `unknown-${column.replaceAll('_ref', '').replaceAll('_', '-')}`, unknown)
    return found
  }

  oneOf<const T extends string>(column: string, choices: readonly T[]): T {
    const value = this.optionalOneOf(column, choices)
    if (value === undefined && !this.noted(column)) this.note(column, 'missing')
    return value ?? (choices[0] as T)
  }

  /** One of the words given, whatever its case, with spaces or hyphens. */
  optionalOneOf<const T extends string>(column: string, choices: readonly T[]): T | undefined {
    const value = this.raw(column)
    if (value === '') return undefined
    if ((choices as readonly string[]).includes(value)) return value as T
    const word = value.toLowerCase().replace(/[\s_]+/g, '-')
    const choice = choices.find((c) => c === word)
    if (choice === undefined) this.reject(column, 'not-a-choice', fault.notAChoice(choices))
    return choice
  }

  yesNo(column: string): boolean | undefined {
    const value = this.raw(column).toLowerCase()
    if (value === '') return undefined
    if (YES.has(value)) return true
    if (NO.has(value)) return false
    this.note(column, 'notYesNo')
    return undefined
  }

  /** A whole number; thousands may be marked by commas. */
  integer(column: string, bounds: NumberBounds = {}): number {
    const value = this.optionalInteger(column, bounds)
    if (value === undefined && !this.noted(column)) this.note(column, 'missing')
    return value ?? 0
  }

  optionalInteger(column: string, bounds: NumberBounds = {}): number | undefined {
    const value = this.raw(column)
    if (value === '') return undefined
    if (!/^-?(\d+|\d{1,3}(,\d{3})+)$/.test(value)) {
      this.note(column, 'notAWholeNumber')
      return undefined
    }
    return this.within(column, Number(value.replaceAll(',', '')), bounds)
  }

  optionalDecimal(column: string, bounds: NumberBounds = {}): number | undefined {
    const value = this.raw(column)
    if (value === '') return undefined
    if (!/^-?\d+(\.\d+)?$/.test(value)) {
      this.note(column, 'notANumber')
      return undefined
    }
    return this.within(column, Number(value), bounds)
  }

  /** Pounds with at most two decimals, with or without the sign: "£21.50" is 2150. Answers whole pence. */
  pence(column: string, bounds: NumberBounds = {}): number {
    const value = this.raw(column)
    const parts = /^£?\s?(\d{1,9}|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/.exec(value)
    if (!parts) {
      this.note(column, value === '' ? 'missing' : 'notMoney')
      return 0
    }
    const pounds = Number(parts[1]?.replaceAll(',', ''))
    return this.within(column, pounds * 100 + Number((parts[2] ?? '').padEnd(2, '0')), bounds) ?? 0
  }

  /** A day as `YYYY-MM-DD`, which compares as text. */
  date(column: string): string {
    const value = this.optionalDate(column)
    if (value === undefined && !this.noted(column)) this.note(column, 'missing')
    return value ?? '0000-00-00'
  }

  optionalDate(column: string): string | undefined {
    const value = this.raw(column)
    if (value === '') return undefined
    const date = readDate(value)
    if (typeof date === 'string') return date
    this.note(column, date.fault === 'month-first-date' ? 'monthFirst' : 'notADate')
    return undefined
  }

  /** A moment. Where the local time came twice the first is taken, unless only the second is not before `notBefore`; it is flagged. */
  instant(column: string, notBefore?: LocalInstant): LocalInstant | undefined {
    const value = this.raw(column)
    if (value === '') return undefined
    const instant = readLocalInstant(value)
    if ('fault' in instant) {
      this.note(column, TIME_FAULTS[instant.fault])
      return undefined
    }
    if (instant.later === undefined) return instant
    this.flag('ambiguous-time')
    return notBefore !== undefined && instant.ms < notBefore.ms ? instant.later : instant
  }

  requiredInstant(column: string, notBefore?: LocalInstant): LocalInstant | undefined {
    const value = this.instant(column, notBefore)
    if (value === undefined && !this.noted(column)) this.note(column, 'missing')
    return value
  }

  /** What stands in the columns we do not know, or undefined where there is nothing. */
  extra(): Readonly<Record<string, string>> | undefined {
    if (this.heading.unknown.length === 0) return undefined
    const kept: Record<string, string> = {}
    let isEmpty = true
    for (const { name, at } of this.heading.unknown) {
      const value = clean(this.cells[at] ?? '')
      if (value === '') continue
      kept[name] = value
      isEmpty = false
    }
    return isEmpty ? undefined : kept
  }

  private noted(column: string): boolean {
    return this.rejects.some((r) => r.column === column)
  }

  private note(column: string, name: keyof typeof fault.plain): void {
    const { code, message } = fault.plain[name]
    this.reject(column, code, message)
  }

  private within(column: string, value: number, { min, max }: NumberBounds): number | undefined {
    if (Number.isSafeInteger(Math.trunc(value)) && value >= (min ?? -Infinity) && value <= (max ?? Infinity))
      return value
    this.reject(column, 'out-of-bounds', fault.outOfBounds(min, max))
    return undefined
  }
}

const TIME_FAULTS = {
  'not-a-time': 'notATime',
  'impossible-time': 'impossibleTime',
  'month-first-date': 'monthFirst',
} as const

const YES = new Set(['yes', 'y', 'true', '1', 'ie', 'ydy', 'oes', 'do', 'gwir'])
const NO = new Set(['no', 'n', 'false', '0', 'na', 'nac ydy', 'nac oes', 'naddo', 'anwir'])

/**
 * Outside of plain ASCII, letters may come in two pieces (w and ^): they are joined, so that ŵ equals ŵ. An apostrophe before a sign that
 * starts a formula is how files keep spreadsheets from reading one, our own file of rejected rows among them: it is no part of the value.
 */
function clean(cell: string): string {
  const trimmed = cell.trim()
  const value = trimmed.charCodeAt(0) === 0x27 && /^'[=+\-@]/.test(trimmed) ? trimmed.slice(1) : trimmed
  for (let i = 0; i < value.length; i += 1) if (value.charCodeAt(i) > 0x7f) return value.normalize('NFC')
  return value
}
