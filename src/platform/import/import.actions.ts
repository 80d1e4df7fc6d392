/** What people can do with files of records: send one, check it, bring it in, take the whole of it back. Page, API, command and loader all call these. */
import { rm } from 'node:fs/promises'
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import { defineAction, NOT_ALLOWED, type Origin, perform } from '../actions/action.ts'
import { type Actor, may } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import {
  findImport,
  insertImport,
  isFileNeeded,
  listRejectedRows,
  NOTHING_YET,
  REJECTED_ROWS_KEPT,
  setState,
  startRun,
} from './import.store.ts'
import type { ImportContext, ImportKind } from './import-kind.ts'
import { acceptedOf, type ImportRecord, type Tally } from './import-record.ts'
import { findImportKind, listImportKinds } from './kinds.ts'
import { pathOfReceived, receiveFile } from './reading/receive.ts'
import { type OpenedFile, openReceived } from './reading/rows.ts'
import * as refusal from './refusals.ts'
import { type ImportProgress, runImport } from './run-import.ts'
import type { Reject } from './values/row-reader.ts'

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
  options: ImportOptions & { readonly onProgress?: (progress: ImportProgress) => void },
): Promise<Result<ImportRecord>> {
  const received = await receiveImport(runtime, actor, kind, source, options.origin)
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
  origin: Origin,
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
  const importId = await runtime.database.transaction(actor, (tx) =>
    insertImport(tx, actor, {
      ...file.value,
      kind: kindName,
      fileName: nameOf(source.name),
      fileSize: file.value.size,
      columnNames: heading.names,
      unknownColumns: heading.unknown.map((column) => column.name),
      receivedAt: runtime.clock.now(),
    }),
  )
  return getImport(runtime, actor, importId, origin)
}

/** The last part of a path, without what a file name should not hold. */
function nameOf(name: string): string {
  return (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{C}/gu, '').slice(0, 200) || '?'
}

async function getImport(
  runtime: Runtime,
  actor: Actor,
  importId: number,
  _origin: Origin,
): Promise<Result<ImportRecord>> {
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
  readonly onProgress?: (progress: ImportProgress) => void
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
  try {
    const { tally, wasStopped } = await runImport(runtime, kind, file, context, { ...choice, from })
    const ended = choice.isDryRun ? endCheck : endImport
    const done = await perform(runtime, actor, ended(kind), { importId, tally, wasStopped }, choice.origin)
    if (!done.ok) return done
  } catch (error) {
    await runtime.database.transaction(actor, (tx) =>
      setState(tx, actor.authorityId, importId, {
        state: 'failed',
        at: runtime.clock.now(),
        failure: refusal.importFailed,
      }),
    )
    throw error
  }
  await forgetFile(runtime, actor.authorityId, ready.value.digest)
  return getImport(runtime, actor, importId, choice.origin)
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
  const context = { importId, actor, authorityId, database: runtime.database, clock: runtime.clock }
  return accepted({ kind: kind.value, file: file.value, context, digest: found.digest, from })
}

/** A real run wrote some of it (a dry run leaves no mark of lines done): then it goes on where it stopped. */
function isPartlyIn(found: ImportRecord): boolean {
  return found.linesDone > 0
}

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
  wasStopped: z.boolean(),
})

/** The check leaves no audit entry: nothing was changed. */
const endCheck = (kind: ImportKind) =>
  defineAction({
    name: 'imports.check-file',
    title: { en: 'Checked a file of records', cy: 'Gwiriwyd ffeil o gofnodion' },
    permission: kind.permission,
    input: Ended,
    run: async ({ tx, actor, clock }, { importId, wasStopped }) => {
      await setState(tx, actor.authorityId, importId, { state: wasStopped ? 'cancelled' : 'checked', at: clock.now() })
      return accepted(undefined)
    },
  })

const endImport = (kind: ImportKind) =>
  defineAction({
    name: 'imports.bring-in-file',
    title: { en: 'Brought in a file of records', cy: 'Mewnforiwyd ffeil o gofnodion' },
    permission: kind.permission,
    input: Ended,
    run: async ({ tx, actor, clock, audit }, { importId, tally, wasStopped }) => {
      const found = await findImport(tx, actor.authorityId, importId)
      if (!found) return refused(refusal.importNotFound)
      await setState(tx, actor.authorityId, importId, { state: wasStopped ? 'cancelled' : 'done', at: clock.now() })
      const { fileName, digest } = found
      audit({ recordType: IMPORT_RECORD, recordId: importId, after: { kind: kind.name, fileName, digest, ...tally } })
      return accepted(undefined)
    },
  })

const IMPORT_RECORD = 'platform.import'

/** Takes a whole import back: what it brought in goes, what it corrected stands as before. Refuses while later records rest on it. */
export const undoImport = defineAction({
  name: 'imports.undo-import',
  title: { en: 'Undid an import', cy: 'Dadwnaed mewnforiad' },
  permission: 'imports:undo',
  input: z.object({ importId: RecordId }),
  run: async ({ tx, actor, clock, database, audit }, { importId }) => {
    const { authorityId } = actor
    const found = await findImport(tx, authorityId, importId)
    if (!found) return refused(refusal.importNotFound)
    if (!['done', 'cancelled', 'failed'].includes(found.state) || !isPartlyIn(found) || acceptedOf(found.tally) === 0)
      return refused(refusal.nothingToUndo)
    const kind = findImportKind(found.kind)
    if (!kind.ok) return kind
    const context: ImportContext = { importId, actor, authorityId, database, clock }
    const changed = await kind.value.changedSince(tx, context)
    if (changed > 0) return refused(refusal.changedSince(changed))
    const ids = (await kind.value.broughtIn?.(tx, context)) ?? []
    const resting =
      ids.length === 0
        ? []
        : await Promise.all(listImportKinds().map((other) => other.restingOn?.(tx, authorityId, kind.value.name, ids)))
    const dependents = resting.filter((d) => d !== undefined && d.count > 0).map((d) => d as NonNullable<typeof d>)
    if (dependents.length > 0) return refused(refusal.recordsRestOnIt(dependents))
    const undone = await kind.value.undo(tx, context)
    await setState(tx, authorityId, importId, { state: 'undone', at: clock.now(), undoneBy: actor.name })
    audit({ recordType: IMPORT_RECORD, recordId: importId, before: { ...found.tally }, after: { ...undone } })
    return accepted(undone)
  },
})

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

/** Every reason of every rejected row that was kept, in the order of the file. */
export async function listRejects(
  runtime: Runtime,
  actor: Actor,
  importId: number,
): Promise<Result<readonly Reject[]>> {
  const rows = await runtime.database.transaction(actor, (tx) =>
    listRejectedRows(tx, actor.authorityId, importId, { afterLine: 0, size: REJECTED_ROWS_KEPT }),
  )
  return accepted(rows.flatMap(({ line, reasons }) => reasons.map((reason) => ({ line, ...reason }))))
}
