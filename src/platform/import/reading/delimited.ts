/** Cuts delimited text into rows of cells, each with the physical line it starts on; a broken quote costs its own line and no more. */

/** One row of a file as it came: the line it starts on (the first line is 1) and its cells; or what was wrong with its quotes. */
export type RawRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly fault?: 'quote-not-closed' | 'text-after-quote'
}

/** A quoted value may run over lines, but not for ever: a quote somebody forgot would swallow the rest of the file. */
export const LONGEST_QUOTED_ROW = 256 * 1024

type Found = { readonly cells: string[]; readonly end: number }

/**
 * Takes text in pieces of any size and answers whole rows. A value in double quotes may hold delimiters, line breaks and doubled quotes;
 * a quote in the middle of an unquoted value is a letter like any other. Lines end with LF, CRLF or (where the file has no LF) CR.
 */
export class DelimitedText {
  private rest = ''
  private line = 1
  private readonly delimiter: string
  private readonly lineEnd: string

  constructor(delimiter: string, lineEnd: '\n' | '\r' = '\n') {
    this.delimiter = delimiter
    this.lineEnd = lineEnd
  }

  push(text: string): RawRow[] {
    return this.take(this.rest + text, false)
  }

  /** The rows of what is left when the file ends, with or without a last line break. */
  end(): RawRow[] {
    const left = this.rest
    return left === '' ? [] : this.take(left, true)
  }

  private take(text: string, isLast: boolean): RawRow[] {
    const rows: RawRow[] = []
    let at = 0
    let quote = text.indexOf('"')
    while (at < text.length) {
      const lineEnds = text.indexOf(this.lineEnd, at)
      if (lineEnds < 0 && !isLast) break
      const end = lineEnds < 0 ? text.length : lineEnds
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
      if (quote < 0 || quote >= end) {
        rows.push({ line: this.line, cells: this.withoutReturn(text.slice(at, end)).split(this.delimiter) })
        this.line += 1
        at = end + 1
        continue
      }
      const found = this.quotedRow(text, at, isLast)
      if (found === 'unfinished' && !isLast && text.length - at <= LONGEST_QUOTED_ROW) break
      if (typeof found === 'string') {
        const fault = found === 'unfinished' ? 'quote-not-closed' : found
        rows.push({ line: this.line, cells: this.withoutReturn(text.slice(at, end)).split(this.delimiter), fault })
        this.line += 1
        at = end + 1
        continue
      }
      rows.push({ line: this.line, cells: found.cells })
      this.line += this.linesIn(text, at, found.end) + 1
      at = found.end + 1
    }
    this.rest = text.slice(at)
    return rows
  }

  /** Reads one row that has a quote somewhere in it. `end` is where its line ends. */
  private quotedRow(text: string, from: number, isLast: boolean): Found | 'unfinished' | 'text-after-quote' {
    const cells: string[] = []
    let at = from
    for (;;) {
      let start = at
      while (text[start] === ' ') start += 1
      if (text[start] === '"') {
        const closing = closingQuote(text, start + 1)
        if (closing < 0) return 'unfinished'
        cells.push(text.slice(start + 1, closing).replaceAll('""', '"'))
        at = closing + 1
        while (text[at] === ' ' || (text[at] === '\r' && this.lineEnd === '\n')) at += 1
        if (at >= text.length) return isLast ? { cells, end: at } : 'unfinished'
        if (text[at] === this.lineEnd) return { cells, end: at }
        if (text[at] !== this.delimiter) return 'text-after-quote'
        at += 1
        continue
      }
      const lineEnds = text.indexOf(this.lineEnd, at)
      const end = lineEnds < 0 ? text.length : lineEnds
      const delimits = text.indexOf(this.delimiter, at)
      if (delimits < 0 || delimits > end) {
        if (lineEnds < 0 && !isLast) return 'unfinished'
        cells.push(this.withoutReturn(text.slice(at, end)))
        return { cells, end }
      }
      cells.push(text.slice(at, delimits))
      at = delimits + 1
    }
  }

  private withoutReturn(line: string): string {
    return this.lineEnd === '\n' && line.endsWith('\r') ? line.slice(0, -1) : line
  }

  private linesIn(text: string, from: number, to: number): number {
    let count = 0
    for (let at = text.indexOf(this.lineEnd, from); at >= 0 && at < to; at = text.indexOf(this.lineEnd, at + 1))
      count += 1
    return count
  }
}

/** Where a quoted value that starts at `from` closes; -1 when it does not within the text. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2)) if (text[at + 1] !== '"') return at
  return -1
}
