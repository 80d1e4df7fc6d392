/** Imports in the database: what was received, how far each came, what became of its rows, and the rows that were not taken. */
import { type Selectable, sql } from 'kysely'
import type { Refusal } from '../../kernel/result.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.generated.ts'
import type { Actor } from '../permissions/actor.ts'
import {
  type ImportRecord,
  type ImportState,
  REJECTED_ROWS_KEPT,
  type ReasonCount,
  type RejectedRow,
  type Tally,
} from './import-record.ts'
import type { FileFormat } from './reading/receive.ts'

export type NewImport = {
  readonly kind: string
  readonly fileName: string
  readonly fileSize: number
  readonly digest: string
  readonly format: FileFormat
  readonly columnNames: readonly string[]
  readonly unknownColumns: readonly string[]
  readonly receivedAt: Temporal.Instant
}

export async function insertImport(tx: Tx, actor: Actor, received: NewImport): Promise<number> {
  const row = await tx
    .insertInto('platform.import')
    .values({
      authority_id: actor.authorityId,
      kind: received.kind,
      state: 'received',
      file_name: received.fileName,
      file_size: received.fileSize,
      digest: received.digest,
      format: JSON.stringify(received.format),
      column_names: JSON.stringify(received.columnNames),
      unknown_columns: JSON.stringify(received.unknownColumns),
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      provider_id: actor.scope.kind === 'provider' ? actor.scope.providerId : null,
      received_at: received.receivedAt,
    })
    .returning('import_id')
    .executeTakeFirstOrThrow()
  return row.import_id
}

export async function findImport(tx: Tx, authorityId: number, importId: number): Promise<ImportRecord | undefined> {
  const row = await tx
    .selectFrom('platform.import')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .executeTakeFirst()
  return row && importOf(row)
}

/** Starts a run from the first row: what an earlier run (the check) counted and rejected is forgotten. */
export async function startRun(tx: Tx, authorityId: number, importId: number, state: 'checking' | 'running') {
  await tx
    .deleteFrom('platform.import_reject')
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .execute()
  await tx
    .updateTable('platform.import')
    .set({ state, ...columnsOf(NOTHING_YET), lines_done: 0, share_read: 0, failure: null, finished_at: null })
    .set({ heard_at: sql`clock_timestamp()` })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .execute()
}

export const NOTHING_YET: Tally = { read: 0, inserted: 0, corrected: 0, known: 0, rejected: 0, flagged: 0 }

/** Writes down, in the transaction of the batch itself, how far the import came. */
export async function saveProgress(
  tx: Tx,
  authorityId: number,
  importId: number,
  progress: {
    readonly linesDone: number
    readonly shareRead: number
    readonly tally: Tally
    readonly rejectedRows: readonly RejectedRow[]
  },
): Promise<void> {
  await tx
    .updateTable('platform.import')
    .set({ ...columnsOf(progress.tally), lines_done: progress.linesDone, share_read: progress.shareRead })
    .set({ heard_at: sql`clock_timestamp()` })
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .execute()
  const room = REJECTED_ROWS_KEPT - (progress.tally.rejected - progress.rejectedRows.length)
  const kept = progress.rejectedRows.slice(0, Math.max(0, room))
  if (kept.length === 0) return
  await sql`insert into platform.import_reject (authority_id, import_id, line, cells, reasons)
    select ${authorityId}::integer, ${importId}::bigint, s.line, s.cells, s.reasons
    from jsonb_to_recordset(${JSON.stringify(kept)}::text::jsonb) as s(line bigint, cells jsonb, reasons jsonb)`.execute(
    tx,
  )
}

export async function setState(
  tx: Tx,
  authorityId: number,
  importId: number,
  change: {
    readonly state: ImportState
    readonly at: Temporal.Instant
    readonly failure?: Refusal
    readonly undoneBy?: string
  },
): Promise<void> {
  const times = {
    running: { finished_at: null, heard_at: sql<Temporal.Instant>`clock_timestamp()` },
    undone: { undone_at: change.at, undone_by: change.undoneBy ?? null },
  }
  const at = change.state === 'running' || change.state === 'undone' ? times[change.state] : { finished_at: change.at }
  await tx
    .updateTable('platform.import')
    .set({ state: change.state, ...at, ...(change.failure ? { failure: JSON.stringify(change.failure) } : {}) })
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .execute()
}

/** Notes which job works on an import. */
export async function setJob(tx: Tx, authorityId: number, importId: number, jobId: number): Promise<void> {
  await tx
    .updateTable('platform.import')
    .set({ job_id: jobId })
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .execute()
}

export type ImportFilter = { readonly kind?: string; readonly state?: ImportState }

/** Newest first. */
export async function listImports(
  tx: Tx,
  authorityId: number,
  filter: ImportFilter,
  page: { readonly size: number; readonly offset: number },
): Promise<{ readonly imports: readonly ImportRecord[]; readonly total: number }> {
  let query = tx.selectFrom('platform.import').where('authority_id', '=', authorityId)
  if (filter.kind) query = query.where('kind', '=', filter.kind)
  if (filter.state) query = query.where('state', '=', filter.state)
  const rows = await query.selectAll().orderBy('import_id', 'desc').limit(page.size).offset(page.offset).execute()
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { imports: rows.map(importOf), total: Number(total) }
}

/** Whether a file is being brought in now, by a program that is still heard. */
export async function isImportRunning(tx: Tx, authorityId: number): Promise<boolean> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from platform.import where authority_id = ${authorityId} and state = 'running'
      and coalesce(heard_at, received_at) >= clock_timestamp() - make_interval(secs => ${SILENT_SECONDS})`.execute(tx)
  return Number(rows[0]?.count ?? 0) > 0
}

/** So long a run writes nothing only when its program is gone: a batch takes seconds. */
const SILENT_SECONDS = 300

/** Ends, as failed, runs of the same file that no job does and whose program has fallen silent. What they brought in stays. */
export async function endAbandoned(
  tx: Tx,
  authorityId: number,
  { digest, at, failure }: { readonly digest: string; readonly at: Temporal.Instant; readonly failure: Refusal },
): Promise<void> {
  await sql`
    update platform.import
    set state = 'failed', finished_at = ${at}, failure = ${JSON.stringify(failure)}::text::jsonb, version = version + 1
    where authority_id = ${authorityId} and digest = ${digest} and state in ('checking', 'running') and job_id is null
      and coalesce(heard_at, received_at) < clock_timestamp() - make_interval(secs => ${SILENT_SECONDS})`.execute(tx)
}

/** Rejected rows in the order of the file, after a line. */
export async function listRejectedRows(
  tx: Tx,
  authorityId: number,
  importId: number,
  page: { readonly afterLine: number; readonly size: number },
): Promise<readonly RejectedRow[]> {
  const rows = await tx
    .selectFrom('platform.import_reject')
    .select(['line', 'cells', 'reasons'])
    .where('authority_id', '=', authorityId)
    .where('import_id', '=', importId)
    .where('line', '>', page.afterLine)
    .orderBy('line')
    .limit(page.size)
    .execute()
  return rows as unknown as readonly RejectedRow[]
}

export async function pageOfRejectedRows(
  tx: Tx,
  authorityId: number,
  importId: number,
  page: { readonly size: number; readonly offset: number },
): Promise<readonly RejectedRow[]> {
  const { rows } = await sql<RejectedRow>`
    select line, cells, reasons from platform.import_reject
    where authority_id = ${authorityId} and import_id = ${importId}
    order by line limit ${page.size} offset ${page.offset}`.execute(tx)
  return rows
}

/** How often each reason came up among the rejected rows that were kept, most frequent first. */
export async function countReasons(tx: Tx, authorityId: number, importId: number): Promise<readonly ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select reason ->> 'column' as column, reason ->> 'code' as code, count(*) as count,
      (array_agg(reason -> 'message' order by r.line))[1] as message
    from platform.import_reject r, jsonb_array_elements(r.reasons) as reason
    where r.authority_id = ${authorityId} and r.import_id = ${importId}
    group by 1, 2 order by 3 desc, 1, 2 limit 12`.execute(tx)
  return rows.map((row) => ({ ...row, count: Number(row.count) }))
}

/** Whether any import that is not finished still needs the file with this content. */
export async function isFileNeeded(tx: Tx, digest: string): Promise<boolean> {
  const row = await tx
    .selectFrom('platform.import')
    .select('import_id')
    .where('digest', '=', digest)
    .where('state', 'in', ['received', 'checking', 'checked', 'running', 'failed', 'cancelled'])
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

function columnsOf(tally: Tally) {
  return {
    rows_read: tally.read,
    rows_inserted: tally.inserted,
    rows_corrected: tally.corrected,
    rows_known: tally.known,
    rows_rejected: tally.rejected,
    rows_flagged: tally.flagged,
  }
}

function importOf(row: Selectable<Tables['platform.import']>): ImportRecord {
  return {
    importId: row.import_id,
    kind: row.kind,
    state: row.state as ImportState,
    fileName: row.file_name,
    fileSize: row.file_size,
    digest: row.digest,
    format: row.format as FileFormat,
    columnNames: row.column_names as readonly string[],
    unknownColumns: row.unknown_columns as readonly string[],
    tally: {
      read: row.rows_read,
      inserted: row.rows_inserted,
      corrected: row.rows_corrected,
      known: row.rows_known,
      rejected: row.rows_rejected,
      flagged: row.rows_flagged,
    },
    linesDone: row.lines_done,
    shareRead: row.share_read,
    jobId: row.job_id,
    actor: {
      kind: row.actor_kind as Actor['kind'],
      id: row.actor_id,
      name: row.actor_name,
      providerId: row.provider_id,
    },
    receivedAt: row.received_at,
    finishedAt: row.finished_at,
    undoneAt: row.undone_at,
    undoneBy: row.undone_by,
    failure: row.failure as Refusal | null,
    version: row.version,
  }
}
