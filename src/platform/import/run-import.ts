/** Runs an import: reads the file, judges each row, merges batch by batch, and writes down after each how far it came. */
import { seeWholeAuthority } from '../database/acting.ts'
import type { Database, Tx } from '../database/database.ts'
import type { Runtime } from '../runtime.ts'
import { NOTHING_YET, saveProgress } from './import.store.ts'
import type { ImportContext, ImportKind, Intake } from './import-kind.ts'
import type { RejectedRow, Tally } from './import-record.ts'
import type { RawRow } from './reading/delimited.ts'
import { isBlank, type OpenedFile } from './reading/rows.ts'
import { judgeShape, namedBefore } from './row-faults.ts'
import { SeenRows } from './seen-rows.ts'
import { type Reject, RowReader } from './values/row-reader.ts'

/** How far a run is: rows read so far, and the share of the file behind it. */
export type ImportProgress = { readonly read: number; readonly share: number }

export type RunOptions = {
  /** Checks everything as a real run would, and leaves nothing behind but the report. */
  readonly isDryRun: boolean
  /** Where an interrupted run goes on: the line up to which rows are done, and what was counted so far. */
  readonly from: { readonly linesDone: number; readonly tally: Tally }
  /** Told after each batch; what it throws stops the run after the batch at hand. */
  readonly onProgress?: (progress: ImportProgress) => unknown
  /** When aborted the run stops after the batch at hand; what is in stays in, and the import can go on or be undone. */
  readonly signal?: AbortSignal
}

type Waiting = {
  readonly entry: unknown
  readonly line: number
  readonly cells: readonly string[]
  readonly isFlagged: boolean
}

/** Rows that were judged and wait to be merged together. */
type Batch = {
  waiting: Waiting[]
  rejected: RejectedRow[]
  read: number
  known: number
  upToLine: number
  share: number
}

const emptyBatch = (): Batch => ({ waiting: [], rejected: [], read: 0, known: 0, upToLine: 0, share: 0 })

/**
 * While one batch is being written the next is read and judged, so reading and the database work side by side; there are never more
 * than two batches in memory. Answers what was counted, and whether the run was stopped. Throws what the database throws; what was
 * committed until then stays, and the run can go on from there.
 */
export async function runImport(
  runtime: Runtime,
  kind: ImportKind,
  file: OpenedFile,
  context: ImportContext,
  options: RunOptions,
): Promise<{ readonly tally: Tally; readonly wasStopped: boolean }> {
  const { database } = runtime
  const intake = await database.transaction(context.actor, async (tx) => {
    await seeWholeAuthority(tx, context.actor)
    return kind.open(tx, context)
  })
  const judging = new Judging(file, intake, options.from.linesDone)
  const writing = new Writing(database, context, intake, options)
  const breath = new Breath()
  try {
    for await (const { rows, share } of file.pieces()) {
      for (const row of rows) {
        judging.take(row)
        if (judging.batch.waiting.length < kind.batchSize && judging.batch.read < kind.batchSize * 4) continue
        await writing.start(judging.hand(share))
        await options.onProgress?.({ read: writing.tally.read, share })
        if (options.signal?.aborted) break
      }
      if (options.signal?.aborted) break
      await breath.take()
    }
    if (judging.batch.read > 0 && !options.signal?.aborted) await writing.start(judging.hand(1))
  } finally {
    await writing.finish()
  }
  return { tally: writing.tally, wasStopped: options.signal?.aborted ?? false }
}

/** Judges rows one after another into the batch at hand. */
class Judging {
  batch: Batch = emptyBatch()
  private readonly reader: RowReader
  private readonly seen = new SeenRows()
  private readonly width: number
  private readonly intake: Intake<unknown>
  private readonly linesDone: number

  constructor(file: OpenedFile, intake: Intake<unknown>, linesDone: number) {
    this.reader = new RowReader(file.heading)
    this.width = file.heading.names.length
    this.intake = intake
    this.linesDone = linesDone
  }

  /** Hands the batch over; `share` is how much of the file is read by now. */
  hand(share: number): Batch {
    const full = { ...this.batch, share }
    this.batch = emptyBatch()
    return full
  }

  take(row: RawRow): void {
    if (isBlank(row)) return
    const { line, cells } = row
    const isDone = line <= this.linesDone
    if (!isDone) {
      this.batch.read += 1
      this.batch.upToLine = line
    }
    const shape = judgeShape(row, this.width)
    if (shape) {
      if (!isDone) this.reject(row, [shape])
      return
    }
    this.reader.turnTo(line, cells)
    const accepted = this.intake.judge(this.reader)
    if (!accepted || this.reader.isRejected) {
      if (!isDone) this.reject(row, this.reader.rejects)
      return
    }
    const before = this.seen.find(accepted.key)
    if (before) {
      if (isDone) return
      if (before.isSame(accepted.content)) this.batch.known += 1
      else this.reject(row, [namedBefore(line, before.line)])
      return
    }
    this.seen.add(accepted.key, accepted.content, line)
    if (!isDone)
      this.batch.waiting.push({ entry: accepted.entry, line, cells, isFlagged: this.reader.flags.length > 0 })
  }

  private reject({ line, cells }: RawRow, rejects: readonly Reject[]): void {
    const reasons = rejects.map(({ line: _, ...reason }) => ({ ...reason, value: storable(reason.value) }))
    this.batch.rejected.push({ line, cells: cells.map(storable), reasons })
  }
}

/** The database holds no NUL and no half of a letter; what stood there is shown in their place. */
function storable(text: string): string {
  return text.replaceAll('\0', '␀').toWellFormed()
}

/** Writes batches one at a time, each with its own checkpoint. */
class Writing {
  tally: Tally
  private under: Promise<void> = Promise.resolve()
  private readonly database: Database
  private readonly context: ImportContext
  private readonly intake: Intake<unknown>
  private readonly isDryRun: boolean

  constructor(database: Database, context: ImportContext, intake: Intake<unknown>, options: RunOptions) {
    this.database = database
    this.context = context
    this.intake = intake
    this.isDryRun = options.isDryRun
    this.tally = options.from.linesDone > 0 ? options.from.tally : NOTHING_YET
  }

  /** Starts writing a batch once the one before is in; throws what went wrong with that one. */
  async start(batch: Batch): Promise<void> {
    await this.under
    this.under = this.write(batch)
    this.under.catch(() => undefined)
  }

  async finish(): Promise<void> {
    await this.under
  }

  private async write(batch: Batch): Promise<void> {
    const { actor, authorityId, importId } = this.context
    const note = async (tx: Tx, outcome: { tally: Tally; rejected: readonly RejectedRow[] }) => {
      await saveProgress(tx, authorityId, importId, {
        linesDone: this.isDryRun ? 0 : batch.upToLine,
        shareRead: Math.min(1, batch.share),
        tally: outcome.tally,
        rejectedRows: outcome.rejected,
      })
      return outcome.tally
    }
    if (!this.isDryRun) {
      this.tally = await this.database.transaction(actor, async (tx) => note(tx, await this.merge(tx, batch)))
      return
    }
    const outcome = await this.rehearse(batch)
    this.tally = await this.database.transaction(actor, (tx) => note(tx, outcome))
  }

  /** Merges a batch for real and rolls it back: a dry run sees exactly what a real one would. */
  private async rehearse(batch: Batch): Promise<{ tally: Tally; rejected: readonly RejectedRow[] }> {
    try {
      await this.database.transaction(this.context.actor, async (tx) => {
        throw new Rehearsed(await this.merge(tx, batch))
      })
    } catch (error) {
      if (error instanceof Rehearsed) return error.outcome
      throw error
    }
    throw new Error('a rehearsal was committed')
  }

  private async merge(tx: Tx, batch: Batch): Promise<{ tally: Tally; rejected: readonly RejectedRow[] }> {
    await seeWholeAuthority(tx, this.context.actor)
    const fates = await this.intake.write(
      tx,
      batch.waiting.map((w) => w.entry),
      this.isDryRun,
    )
    const rejected = [...batch.rejected]
    const counted = { inserted: 0, corrected: 0, known: batch.known, flagged: 0 }
    for (const [n, { line, cells, isFlagged }] of batch.waiting.entries()) {
      const fate = fates[n] ?? 'known'
      if (fate === 'twice') {
        const { line: _, ...reason } = namedBefore(line)
        rejected.push({ line, cells, reasons: [reason] })
        continue
      }
      counted[fate] += 1
      if (isFlagged && fate !== 'known') counted.flagged += 1
    }
    const { tally } = this
    return {
      rejected,
      tally: {
        read: tally.read + batch.read,
        inserted: tally.inserted + counted.inserted,
        corrected: tally.corrected + counted.corrected,
        known: tally.known + counted.known,
        rejected: tally.rejected + rejected.length,
        flagged: tally.flagged + counted.flagged,
      },
    }
  }
}

/** Carries what a rehearsal found out of its transaction, which rolls back. */
class Rehearsed extends Error {
  readonly outcome: { tally: Tally; rejected: readonly RejectedRow[] }
  constructor(outcome: { tally: Tally; rejected: readonly RejectedRow[] }) {
    super('rehearsed')
    this.outcome = outcome
  }
}

/** Lets others be served: after some milliseconds of work the event loop gets a turn. */
class Breath {
  private last = performance.now()

  async take(): Promise<void> {
    if (performance.now() - this.last < 12) return
    await new Promise((resolve) => setImmediate(resolve))
    this.last = performance.now()
  }
}
