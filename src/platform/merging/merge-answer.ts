/** Two records that turn out to be one person: what each room does with its own rows, asked by whoever merges them, since no room writes another's. */
import type { Bilingual } from '../../kernel/language.ts'
import type { Tx } from '../database/database.ts'

/** The record that stands, and the one that was merged into it or is about to be. */
export type MergedPair = {
  readonly authorityId: number
  readonly standingId: number
  readonly formerId: number
}

/** So many of something: "packages of care", 2. */
export type Held = { readonly what: Bilingual; readonly count: number }

/** Plain JSON that a room needs again to undo exactly what it did. */
export type Kept = unknown

export type MergeAnswer = {
  /** Stable: what is kept of a merge is found again by it. */
  readonly room: string
  /** What this room holds of one person, for whoever is about to merge their records. */
  holds(tx: Tx, authorityId: number, personId: number): Promise<readonly Held[]>
  /** Moves the former record's rows to the one that stands; answers what it takes to undo that. */
  move(tx: Tx, pair: MergedPair): Promise<Kept>
  /** What came since and would belong to neither record alone; where there is any, the merge cannot be undone. */
  cameSince(tx: Tx, pair: MergedPair, kept: Kept): Promise<readonly Held[]>
  moveBack(tx: Tx, pair: MergedPair, kept: Kept): Promise<void>
}

const answers = new Map<string, MergeAnswer>()

/** Called once for each room by app.ts; publishing again replaces a room's answer. */
export function publishMergeAnswer(answer: MergeAnswer): void {
  answers.set(answer.room, answer)
}

export function listMergeAnswers(): readonly MergeAnswer[] {
  return [...answers.values()]
}
