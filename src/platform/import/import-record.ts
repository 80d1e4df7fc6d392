/** An import as it is shown: a file, who sent it, how far it came and what became of its rows. */
import { z } from 'zod'
import type { Bilingual } from '../../kernel/language.ts'
import type { Refusal } from '../../kernel/result.ts'
import type { Actor } from '../permissions/actor.ts'
import type { FileFormat } from './reading/receive.ts'
import type { Reject } from './values/row-reader.ts'

/** received → checking → checked → running → done → undone; failed or cancelled may be started again. */
export const ImportState = z.enum([
  'received',
  'checking',
  'checked',
  'running',
  'done',
  'undone',
  'failed',
  'cancelled',
])
export type ImportState = z.infer<typeof ImportState>

/** Every row read is in exactly one of inserted, corrected, known and rejected; a flagged row was taken and is worth a look. */
export type Tally = {
  readonly read: number
  readonly inserted: number
  readonly corrected: number
  readonly known: number
  readonly rejected: number
  readonly flagged: number
}

export type ImportRecord = {
  readonly importId: number
  readonly kind: string
  readonly state: ImportState
  readonly fileName: string
  readonly fileSize: number
  readonly digest: string
  readonly format: FileFormat
  readonly columnNames: readonly string[]
  readonly unknownColumns: readonly string[]
  readonly tally: Tally
  readonly linesDone: number
  /** How much of the file is behind the run under way, 0 to 1. */
  readonly shareRead: number
  readonly jobId: number | null
  readonly actor: Pick<Actor, 'kind' | 'id' | 'name'> & { readonly providerId: number | null }
  readonly receivedAt: Temporal.Instant
  readonly finishedAt: Temporal.Instant | null
  readonly undoneAt: Temporal.Instant | null
  readonly undoneBy: string | null
  readonly failure: Refusal | null
  readonly version: number
}

/** Rejected rows beyond this many are counted and not kept: a file that is wrong throughout is corrected at its source. */
export const REJECTED_ROWS_KEPT = 20_000

/** A row that was not taken: its cells as they came, and every reason. */
export type RejectedRow = {
  readonly line: number
  readonly cells: readonly string[]
  readonly reasons: readonly Omit<Reject, 'line'>[]
}

/** How many rows one reason at one column cost; the sentence is that of the first such row. */
export type ReasonCount = {
  readonly column: string
  readonly code: string
  readonly message: Bilingual
  readonly count: number
}

/** Rows that are in after the import: those brought in and those corrected. */
export function acceptedOf(tally: Tally): number {
  return tally.inserted + tally.corrected
}

/** Whether an import wrote anything that could be taken back. A check never leaves a line done. */
export function mayBeUndone({ state, linesDone, tally }: ImportRecord): boolean {
  return (state === 'done' || state === 'cancelled' || state === 'failed') && linesDone > 0 && acceptedOf(tally) > 0
}

/** Checked and waiting to be brought in, or interrupted and able to go on. */
export function mayBeBroughtIn({ state }: ImportRecord): boolean {
  return state === 'received' || state === 'checked' || state === 'failed' || state === 'cancelled'
}

export function isUnderWay({ state }: Pick<ImportRecord, 'state'>): boolean {
  return state === 'received' || state === 'checking' || state === 'running'
}
