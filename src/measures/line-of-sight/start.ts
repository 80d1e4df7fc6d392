/** What the line of sight can be followed from: each system lists its own starting points, an outcome first of all. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Focus } from './line-of-sight.ts'

/** A part of the focus that one can stand on. */
export type FocusPart = Exclude<keyof Focus, 'authorityId'>

export type Start = {
  readonly id: number
  /** What other people call it: `N4.2`. */
  readonly ref: string
  readonly name: Bilingual
  /** Its own page: a path without language prefix. */
  readonly href: string
  /** The reference of the start that this one is part of, which stands before it. */
  readonly partOf?: string
}

export type StartReader = {
  readonly part: FocusPart
  /** In the order to be shown in. */
  list(tx: Tx, authorityId: number): Promise<readonly Start[]>
}

const readers = new Map<FocusPart, StartReader>()

/** A system publishes what it has to start from; publishing the same part again replaces it. */
export function publishStarts(reader: StartReader): void {
  readers.set(reader.part, reader)
}

/** All starts of one kind; none where no system publishes it. */
export async function listStarts(tx: Tx, part: FocusPart, authorityId: number): Promise<readonly Start[]> {
  return (await readers.get(part)?.list(tx, authorityId)) ?? []
}
