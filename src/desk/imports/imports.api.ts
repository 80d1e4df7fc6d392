/** Imports for programs: send a file and get its report, confirm a check, read the rows that were not taken, undo. */
import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Language } from '../../kernel/language.ts'
import { perform } from '../../platform/actions/action.ts'
import { described } from '../../platform/api/documented-route.ts'
import { answerApiRefusal, answered } from '../../platform/api/problem-answers.ts'
import { jsonAnswer } from '../../platform/api/schema-parts.ts'
import { CONTENT_TYPES, fileResponse } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import {
  browseImports,
  browseRejectedRows,
  IMPORTS_PER_PAGE,
  REJECTED_ROWS_PER_PAGE,
  readImport,
  takeRejectedRows,
} from '../../platform/import/browse.actions.ts'
import { receiveImport } from '../../platform/import/import.actions.ts'
import { askForImport, settleImport } from '../../platform/import/import.job.ts'
import { acceptedOf, type ImportRecord, ImportState, isUnderWay } from '../../platform/import/import-record.ts'
import { writeRejectedRows } from '../../platform/import/rejected-rows.ts'
import { undoImport } from '../../platform/import/undo-import.actions.ts'
import { readBodyFile } from '../../platform/import/upload.ts'

const Time = z.string().openapi({ format: 'date-time' })

const ImportAnswer = z
  .object({
    importId: z.number().int(),
    kind: z.string().openapi({ example: 'visits' }),
    state: ImportState,
    fileName: z.string(),
    digest: z.string().openapi({ description: 'SHA-256 of the file' }),
    read: z.number().int().openapi({ description: 'Rows read; every one is accepted, already known or rejected' }),
    accepted: z.number().int().openapi({ description: 'New records and corrections; in a check, those that would be' }),
    corrected: z.number().int(),
    alreadyKnown: z.number().int(),
    rejected: z.number().int(),
    flagged: z.number().int().openapi({ description: 'Rows that were accepted and are worth a look' }),
    unknownColumns: z.array(z.string()).openapi({ description: 'Columns not known here; kept with the records' }),
    sentBy: z.string(),
    receivedAt: Time,
    finishedAt: Time.nullable(),
    undoneAt: Time.nullable(),
  })
  .openapi('Import')

const RejectAnswer = z
  .object({
    line: z.number().int().openapi({ description: 'The line of the file; the heading is line 1' }),
    column: z.string().openapi({ description: 'Empty where the whole row is at fault' }),
    value: z.string(),
    code: z.string().openapi({ example: 'unknown-package' }),
    message: z.string(),
  })
  .openapi('ImportReject')

const ImportId = z.object({ importId: z.coerce.number().int().positive() })
const PageNumber = z.coerce.number().int().min(1).max(100_000).default(1)
const MAY_SEND = ['imports:run', 'imports:visits'] as const

export function importsApi(doors: Doors): void {
  sendFileApi(doors)
  listImportsApi(doors)
  readImportApi(doors)
  rejectsApi(doors)
  confirmApi(doors)
  undoApi(doors)
}

function present(found: ImportRecord): z.infer<typeof ImportAnswer> {
  const { tally } = found
  return {
    importId: found.importId,
    kind: found.kind,
    state: found.state,
    fileName: found.fileName,
    digest: found.digest,
    read: tally.read,
    accepted: acceptedOf(tally),
    corrected: tally.corrected,
    alreadyKnown: tally.known,
    rejected: tally.rejected,
    flagged: tally.flagged,
    unknownColumns: [...found.unknownColumns],
    sentBy: found.actor.name,
    receivedAt: found.receivedAt.toString(),
    finishedAt: found.finishedAt?.toString() ?? null,
    undoneAt: found.undoneAt?.toString() ?? null,
  }
}

function sendFileApi(doors: Doors): void {
  const file = { schema: z.string().openapi({ format: 'binary' }) }
  doors.api(
    createRoute({
      ...described('Send a file of records', 'Anfon ffeil o gofnodion'),
      description:
        'The file is the body itself (CSV or Excel), or the file of a multipart form. Answers when the work is done, or after a minute with 202 while it goes on.',
      method: 'post',
      path: '/imports',
      request: {
        query: z.object({
          kind: z.string().max(60).openapi({ description: 'What the file holds', example: 'visits' }),
          dryRun: z.enum(['true', 'false']).optional().openapi({ description: 'Check only; confirm it afterwards' }),
          fileName: z.string().max(200).optional(),
        }),
        body: { content: { 'text/csv': file, [CONTENT_TYPES.xlsx]: file }, required: true },
      },
      responses: {
        200: jsonAnswer(ImportAnswer, 'The report'),
        202: jsonAnswer(ImportAnswer, 'The work goes on; read the import to see how far it is'),
      },
    }),
    MAY_SEND,
    async (c) => {
      const { kind, dryRun, fileName } = c.req.valid('query')
      const source = await readBodyFile(c, fileName ?? kind)
      if (!source.ok) return answerApiRefusal(c, source.refusal)
      const received = await receiveImport(c.get('runtime'), actorOf(c), kind, source.value)
      if (!received.ok) return answerApiRefusal(c, received.refusal)
      return run(c, received.value.importId, dryRun === 'true')
    },
    'upload',
  )
}

/** Has the work done and waits for it a while. */
async function run(c: Context<Env>, importId: number, isDryRun: boolean) {
  const ask = [c.get('runtime'), actorOf(c)] as const
  const asked = await perform(...ask, askForImport, { importId, isDryRun }, originOf(c))
  if (!asked.ok) return answerApiRefusal(c, asked.refusal)
  const settled = await settleImport(...ask, { importId, jobId: asked.value.jobId })
  return answered(c, settled, (found) => c.json(present(found), isUnderWay(found) ? 202 : 200))
}

function listImportsApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('List imports', 'Rhestru mewnforion'),
      method: 'get',
      path: '/imports',
      request: {
        query: z.object({ kind: z.string().max(60).optional(), state: ImportState.optional(), page: PageNumber }),
      },
      responses: {
        200: jsonAnswer(
          z.object({ items: z.array(ImportAnswer), total: z.number(), page: z.number(), pageSize: z.number() }),
          'Newest first',
        ),
      },
    }),
    'imports:read',
    async (c) => {
      const found = await perform(c.get('runtime'), actorOf(c), browseImports, c.req.valid('query'), originOf(c))
      return answered(c, found, ({ imports, total, query }) =>
        c.json({ items: imports.map(present), total, page: query.page, pageSize: IMPORTS_PER_PAGE }, 200),
      )
    },
  )
}

function readImportApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Read an import', 'Darllen mewnforiad'),
      method: 'get',
      path: '/imports/{importId}',
      request: { params: ImportId },
      responses: { 200: jsonAnswer(ImportAnswer, 'The import and its counts') },
    }),
    'imports:read',
    async (c) => {
      const read = await perform(c.get('runtime'), actorOf(c), readImport, c.req.valid('param'), originOf(c))
      return answered(c, read, ({ found }) => c.json(present(found), 200))
    },
  )
}

function rejectsApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('List the reasons for rejected rows', 'Rhestru’r rhesymau dros wrthod rhesi'),
      method: 'get',
      path: '/imports/{importId}/rejects',
      request: { params: ImportId, query: z.object({ page: PageNumber }) },
      responses: {
        200: jsonAnswer(
          z.object({ items: z.array(RejectAnswer), total: z.number(), page: z.number(), rowsPerPage: z.number() }),
          'In the order of the file; `total` counts rows, and a row may have several reasons',
        ),
      },
    }),
    'imports:read',
    async (c) => {
      const ask = { ...c.req.valid('param'), ...c.req.valid('query') }
      const found = await perform(c.get('runtime'), actorOf(c), browseRejectedRows, ask, originOf(c))
      return answered(c, found, ({ found: record, page, rows }) => {
        const items = rows.flatMap(({ line, reasons }) =>
          reasons.map(({ message, ...reason }) => ({ line, ...reason, message: message[c.get('language')] })),
        )
        return c.json({ items, total: record.tally.rejected, page, rowsPerPage: REJECTED_ROWS_PER_PAGE }, 200)
      })
    },
  )
  doors.api(
    createRoute({
      ...described('Download the rejected rows', 'Lawrlwytho’r rhesi a wrthodwyd'),
      method: 'get',
      path: '/imports/{importId}/rejects.csv',
      request: { params: ImportId },
      responses: {
        200: {
          description: 'The rows as they came, with their reasons in columns that are passed over when sent again',
          content: { 'text/csv': { schema: z.string() } },
        },
      },
    }),
    'imports:read',
    async (c) => {
      const taken = await perform(c.get('runtime'), actorOf(c), takeRejectedRows, c.req.valid('param'), originOf(c))
      return answered(c, taken, (value) => rejectedFile(c.get('language'), value))
    },
  )
}

function rejectedFile(
  language: Language,
  { found, rows }: { found: ImportRecord; rows: Parameters<typeof writeRejectedRows>[2] },
) {
  async function* lines() {
    yield* writeRejectedRows(language, found.columnNames, rows)
  }
  return fileResponse(lines(), `import-${found.importId}-rejected.csv`, CONTENT_TYPES.csv)
}

function confirmApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Bring in a file that was checked', 'Mewnforio ffeil a wiriwyd'),
      method: 'post',
      path: '/imports/{importId}/confirm',
      request: { params: ImportId },
      responses: {
        200: jsonAnswer(ImportAnswer, 'The report'),
        202: jsonAnswer(ImportAnswer, 'The work goes on; read the import to see how far it is'),
      },
    }),
    MAY_SEND,
    (c) => run(c, c.req.valid('param').importId, false),
  )
}

function undoApi(doors: Doors): void {
  doors.api(
    createRoute({
      ...described('Undo an import', 'Dadwneud mewnforiad'),
      method: 'post',
      path: '/imports/{importId}/undo',
      request: { params: ImportId },
      responses: {
        200: jsonAnswer(
          z.object({ deleted: z.number(), restored: z.number() }),
          'How many records went and how many stand as before',
        ),
      },
    }),
    'imports:undo',
    async (c) => {
      const undone = await perform(c.get('runtime'), actorOf(c), undoImport, c.req.valid('param'), originOf(c))
      return answered(c, undone, ({ deleted, restored }) => c.json({ deleted, restored }, 200))
    },
  )
}
