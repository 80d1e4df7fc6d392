/** Remembers which records a file has already named, in bounded memory, so that a second row for the same record is noticed. */

/** How many of the newest rows are surely remembered; up to twice as many may be. */
export const ROWS_REMEMBERED = 500_000

const SLOTS = 1 << 20

/**
 * Keeps, for each key, a 53-bit mark, the line and a 32-bit mark of the content: 20 bytes a slot. When one table is full the other, older
 * one is forgotten. Two keys of a million share a mark with a probability of about one in ten thousand for a whole file.
 */
export class SeenRows {
  private newer: Table | undefined
  private older: Table | undefined

  /** The row that named this key before, if it is remembered. */
  find(key: string): { readonly line: number; readonly isSame: (content: string) => boolean } | undefined {
    const mark = markOf(key)
    const table = this.newer?.has(mark) ? this.newer : this.older?.has(mark) ? this.older : undefined
    if (!table) return undefined
    const { line, contentMark } = table.get(mark)
    return { line, isSame: (content) => shortMark(content) === contentMark }
  }

  add(key: string, content: string, line: number): void {
    if (!this.newer || this.newer.count >= ROWS_REMEMBERED) {
      this.older = this.newer
      this.newer = new Table()
    }
    this.newer.add(markOf(key), line, shortMark(content))
  }
}

class Table {
  count = 0
  private readonly marks = new Float64Array(SLOTS)
  private readonly lines = new Float64Array(SLOTS)
  private readonly contents = new Uint32Array(SLOTS)

  has(mark: number): boolean {
    return this.marks[this.slotOf(mark)] === mark
  }

  get(mark: number): { readonly line: number; readonly contentMark: number } {
    const slot = this.slotOf(mark)
    return { line: this.lines[slot] ?? 0, contentMark: this.contents[slot] ?? 0 }
  }

  add(mark: number, line: number, contentMark: number): void {
    const slot = this.slotOf(mark)
    if (this.marks[slot] === 0) this.count += 1
    this.marks[slot] = mark
    this.lines[slot] = line
    this.contents[slot] = contentMark
  }

  /** The slot that holds the mark, or the free one where it would stand; never more than half the slots are taken. */
  private slotOf(mark: number): number {
    let slot = mark % SLOTS
    while (this.marks[slot] !== 0 && this.marks[slot] !== mark) slot = (slot + 1) % SLOTS
    return slot
  }
}

/** 53 bits, never 0. */
function markOf(text: string): number {
  return (shortMark(text, 0x9747b28c) & 0x1fffff) * 0x1_0000_0000 + shortMark(text) || 1
}

/** FNV-1a with a last stirring: quick in JavaScript and even enough for a table. */
function shortMark(text: string, seed = 0x811c9dc5): number {
  let mark = seed
  for (let i = 0; i < text.length; i += 1) mark = Math.imul(mark ^ text.charCodeAt(i), 0x01000193)
  mark ^= mark >>> 16
  mark = Math.imul(mark, 0x85ebca6b)
  return (mark ^ (mark >>> 13)) >>> 0
}
