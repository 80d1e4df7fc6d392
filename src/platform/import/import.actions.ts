/** What people can do with files of records: send one, check it, bring it in, take the whole of it back. Page, API, command and loader all call these. */
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import { defineAction, NOT_ALLOWED, type Origin, perform } from '../actions/action.ts'
import { JobStopped } from '../jobs/job.ts'
import { type Actor, may } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import {
  endAbandoned,
  findImport,
  insertImport,
  isFileNeeded,
  NOTHING_YET,
  setState,
  startRun,
} from './import.store.ts'
import type { ImportContext, ImportKind } from './import-kind.ts'
import { acceptedOf, type ImportRecord, type Tally } from './import-record.ts'
import { findImportKind } from './kinds.ts'
import { pathOfReceived, receiveFile } from './reading/receive.ts'
import { type OpenedFile, openReceived } from './reading/rows.ts'
import * as refusal from './refusals.ts'
import { type ImportProgress, runImport } from './run-import.ts'

/** A file on its way: its name as the sender calls it, and its bytes. */
export type ImportSource = { readonly name: string; readonly stream: AsyncIterable<Uint8Array> }

export type ImportOptions = {
  readonly origin: Origin
  /** Checks only; nothing is written but the report. */
  readonly dryRun?: boolean
  readonly signal?: AbortSignal
}

/** Sends a file through the whole of it: receives, checks or brings in, and answers the import with its counts. */
export async function importFile(
  runtime: Runtime,
  actor: Actor,
  kind: string,
  source: ImportSource,
  options: ImportOptions & { readonly onProgress?: (progress: ImportProgress) => unknown },
): Promise<Result<ImportRecord>> {
  const received = await receiveImport(runtime, actor, kind, source)
  if (!received.ok) return received
  const { importId } = received.value
  return options.dryRun ? checkImport(runtime, actor, importId, options) : bringIn(runtime, actor, importId, options)
}

/** Takes a file in and refuses it where its heading cannot be used; no row is looked at yet. */
export async function receiveImport(
  runtime: Runtime,
  actor: Actor,
  kindName: string,
  source: ImportSource,
): Promise<Result<ImportRecord>> {
  const kind = findImportKind(kindName)
  if (!kind.ok) return kind
  if (!may(actor, kind.value.permission)) return refused(NOT_ALLOWED)
  const folder = folderOf(runtime, actor.authorityId)
  const file = await receiveFile(folder, source.stream)
  if (!file.ok) return file
  const opened = await openReceived(pathOfReceived(folder, file.value.digest), file.value.format, kind.value.columns)
  if (!opened.ok) return opened
  const { heading } = opened.value
  const importId = await runtime.database.transaction(actor, async (tx) => {
    const { digest } = file.value
    const receivedAt = runtime.clock.now()
    await endAbandoned(tx, actor.authorityId, { digest, at: receivedAt, failure: refusal.importAbandoned })
    return insertImport(tx, actor, {
      ...file.value,
      kind: kindName,
      fileName: nameOf(source.name),
      fileSize: file.value.size,
      columnNames: heading.names,
      unknownColumns: heading.unknown.map((column) => column.name),
      receivedAt,
    })
  })
  return getImport(runtime, actor, importId)
}

/** The last part of a path, without what a file name should not hold. */
function nameOf(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, 200) || '?'
}

async function getImport(runtime: Runtime, actor: Actor, importId: number): Promise<Result<ImportRecord>> {
  const found = await runtime.database.transaction(actor, (tx) => findImport(tx, actor.authorityId, importId))
  return found ? accepted(found) : refused(refusal.importNotFound)
}

/** The dry run: the same checks and merges as a real one, each batch rolled back. */
export async function checkImport(
  runtime: Runtime,
  actor: Actor,
  importId: number,
  options: RunChoice,
): Promise<Result<ImportRecord>> {
  return run(runtime, actor, importId, { ...options, isDryRun: true })
}

/** Brings the rows in. An import that was interrupted goes on after the last row it wrote. */
export async function bringIn(
  runtime: Runtime,
  actor: Actor,
  importId: number,
  options: RunChoice,
): Promise<Result<ImportRecord>> {
  return run(runtime, actor, importId, { ...options, isDryRun: false })
}

export type RunChoice = {
  readonly origin: Origin
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => unknown
}

const underWay = new Set<string>()

async function run(
  runtime: Runtime,
  actor: Actor,
  importId: number,
  choice: RunChoice & { readonly isDryRun: boolean },
): Promise<Result<ImportRecord>> {
  const name = `${actor.authorityId}/${importId}`
  if (underWay.has(name)) return refused(refusal.importUnderWay)
  underWay.add(name)
  try {
    return await runOnce(runtime, actor, importId, choice)
  } finally {
    underWay.delete(name)
  }
}

async function runOnce(
  runtime: Runtime,
  actor: Actor,
  importId: number,
  choice: RunChoice & { readonly isDryRun: boolean },
): Promise<Result<ImportRecord>> {
  const ready = await makeReady(runtime, actor, importId, choice.isDryRun)
  if (!ready.ok) return ready
  const { kind, file, context, from } = ready.value
  const ended = choice.isDryRun ? endCheck(kind) : endImport(kind)
  const end = (outcome: z.input<typeof Ended>) => perform(runtime, actor, ended, outcome, choice.origin)
  try {
    const { tally, wasStopped } = await runImport(runtime, kind, file, context, { ...choice, from })
    const done = await end({ importId, tally, as: wasStopped ? 'cancelled' : 'ended' })
    if (!done.ok) return done
    if (!choice.isDryRun && acceptedOf(tally) >= WORTH_TIDYING) await runtime.database.tidy(kind.fills)
  } catch (error) {
    // A run whose program closes stays as it is, and goes on when the program starts again.
    if (error instanceof JobStopped && error.reason !== 'cancelled') throw error
    const { tally } = await readTally(runtime, actor, importId)
    await end({ importId, tally, as: error instanceof JobStopped ? 'cancelled' : 'failed' })
    throw error
  }
  await forgetFile(runtime, actor.authorityId, ready.value.digest)
  return getImport(runtime, actor, importId)
}

/** So many new rows make the planner's knowledge of a table stale. */
const WORTH_TIDYING = 10_000

async function readTally(runtime: Runtime, actor: Actor, importId: number): Promise<{ readonly tally: Tally }> {
  const found = await runtime.database.transaction(actor, (tx) => findImport(tx, actor.authorityId, importId))
  return { tally: found?.tally ?? NOTHING_YET }
}

type Ready = {
  readonly kind: ImportKind
  readonly file: OpenedFile
  readonly context: ImportContext
  readonly digest: string
  readonly from: { readonly linesDone: number; readonly tally: Tally }
}

/** States from which a run may start; a run that was interrupted goes on, any other starts from the first row. */
const MAY_START = {
  check: ['received', 'checking', 'checked', 'failed', 'cancelled'],
  bringIn: ['received', 'checked', 'running', 'failed', 'cancelled'],
} as const satisfies Record<string, readonly ImportRecord['state'][]>

async function makeReady(runtime: Runtime, actor: Actor, importId: number, isDryRun: boolean): Promise<Result<Ready>> {
  const { authorityId } = actor
  const found = await runtime.database.transaction(actor, (tx) => findImport(tx, authorityId, importId))
  if (!found) return refused(refusal.importNotFound)
  const kind = findImportKind(found.kind)
  if (!kind.ok) return kind
  if (!may(actor, kind.value.permission)) return refused(NOT_ALLOWED)
  const starts: readonly string[] = isDryRun ? MAY_START.check : MAY_START.bringIn
  if (!starts.includes(found.state)) return refused(refusal.importAlreadyDone)
  if (isDryRun && isPartlyIn(found)) return refused(refusal.importAlreadyDone)
  const path = pathOfReceived(folderOf(runtime, authorityId), found.digest)
  const file = await openReceived(path, found.format, kind.value.columns).catch(() => undefined)
  if (!file) return refused(refusal.fileGone)
  if (!file.ok) return file
  const from = isDryRun || !isPartlyIn(found) ? { linesDone: 0, tally: NOTHING_YET } : found
  await runtime.database.transaction(actor, async (tx) => {
    if (from.linesDone === 0) await startRun(tx, authorityId, importId, isDryRun ? 'checking' : 'running')
    else await setState(tx, authorityId, importId, { state: 'running', at: runtime.clock.now() })
  })
  const context = {
    importId,
    actor,
    authorityId,
    database: runtime.database,
    clock: runtime.clock,
    frameworks: runtime.frameworks,
  }
  return accepted({ kind: kind.value, file: file.value, context, digest: found.digest, from })
}

/** A real run wrote some of it (a dry run leaves no mark of lines done): then it goes on where it stopped. */
function isPartlyIn(found: ImportRecord): boolean {
  return found.linesDone > 0
}

/** How a run ended, with what it counted. */
const Ended = z.object({
  importId: RecordId,
  tally: z.object({
    read: z.number(),
    inserted: z.number(),
    corrected: z.number(),
    known: z.number(),
    rejected: z.number(),
    flagged: z.number(),
  }),
  as: z.enum(['ended', 'cancelled', 'failed']),
})

/** The check leaves no audit entry: nothing was changed. */
const endCheck = (kind: ImportKind) =>
  defineAction({
    name: 'imports.check-file',
    title: { en: 'Checked a file of records', cy: 'Gwiriwyd ffeil o gofnodion' },
    permission: kind.permission,
    input: Ended,
    run: async ({ tx, actor, clock }, { importId, as }) => {
      await setState(tx, actor.authorityId, importId, stateAfter(as, 'checked', clock.now()))
      return accepted(undefined)
    },
  })

const endImport = (kind: ImportKind) =>
  defineAction({
    name: 'imports.bring-in-file',
    title: { en: 'Brought in a file of records', cy: 'Mewnforiwyd ffeil o gofnodion' },
    permission: kind.permission,
    input: Ended,
    run: async ({ tx, actor, clock, audit }, { importId, tally, as }) => {
      const found = await findImport(tx, actor.authorityId, importId)
      if (!found) return refused(refusal.importNotFound)
      const change = stateAfter(as, 'done', clock.now())
      await setState(tx, actor.authorityId, importId, change)
      const { fileName, digest } = found
      const { state } = change
      audit({
        recordType: IMPORT_RECORD,
        recordId: importId,
        after: { kind: kind.name, state, fileName, digest, ...tally },
      })
      return accepted(undefined)
    },
  })

function stateAfter(as: z.infer<typeof Ended>['as'], ended: 'checked' | 'done', at: Temporal.Instant) {
  if (as === 'ended') return { state: ended, at } as const
  return as === 'cancelled'
    ? ({ state: 'cancelled', at } as const)
    : ({ state: 'failed', at, failure: refusal.importFailed } as const)
}

export const IMPORT_RECORD = 'platform.import'

function folderOf(runtime: Runtime, authorityId: number): string {
  return `${runtime.configuration.dataFolder}/received/${authorityId}`
}

/** A file stays while any import may still be run or gone on with from it. */
async function forgetFile(runtime: Runtime, authorityId: number, digest: string): Promise<void> {
  const needed = await runtime.database.transaction({ authorityId, scope: { kind: 'system' } }, (tx) =>
    isFileNeeded(tx, digest),
  )
  if (!needed) await rm(pathOfReceived(folderOf(runtime, authorityId), digest), { force: true })
}
