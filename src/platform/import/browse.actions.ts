/** Looking at imports: the list, one import, and the rows that were not taken. */
import { z } from 'zod'
import { RecordId } from '../../kernel/id.ts'
import { accepted, type Result, refused } from '../../kernel/result.ts'
import { defineAction } from '../actions/action.ts'
import type { Actor } from '../permissions/actor.ts'
import type { Runtime } from '../runtime.ts'
import { countReasons, findImport, listImports, listRejectedRows, pageOfRejectedRows } from './import.store.ts'
import { ImportState, REJECTED_ROWS_KEPT } from './import-record.ts'
import { importNotFound } from './refusals.ts'
import type { Reject } from './values/row-reader.ts'

export const IMPORTS_PER_PAGE = 25
export const REJECTED_ROWS_PER_PAGE = 50

const PageNumber = z.coerce.number().int().min(1).max(100_000).default(1).catch(1)

export const ImportsQuery = z.object({
  kind: z.string().max(60).optional(),
  state: ImportState.optional().catch(undefined),
  page: PageNumber,
})
export type ImportsQuery = z.infer<typeof ImportsQuery>

/** Newest first. */
export const browseImports = defineAction({
  name: 'imports.browse-imports',
  title: { en: 'Listed imports', cy: 'Rhestrwyd mewnforion' },
  permission: 'imports:read',
  input: ImportsQuery,
  run: async ({ tx, actor }, query) => {
    const filter = { ...(query.kind ? { kind: query.kind } : {}), ...(query.state ? { state: query.state } : {}) }
    const page = { size: IMPORTS_PER_PAGE, offset: (query.page - 1) * IMPORTS_PER_PAGE }
    return accepted({ query, ...(await listImports(tx, actor.authorityId, filter, page)) })
  },
})

/** One import, with how often each reason for a rejected row came up. */
export const readImport = defineAction({
  name: 'imports.read-import',
  title: { en: 'Looked at an import', cy: 'Edrychwyd ar fewnforiad' },
  permission: 'imports:read',
  input: z.object({ importId: RecordId }),
  run: async ({ tx, actor }, { importId }) => {
    const found = await findImport(tx, actor.authorityId, importId)
    if (!found) return refused(importNotFound)
    return accepted({ found, reasons: await countReasons(tx, actor.authorityId, importId) })
  },
})

/** One page of the rows that were not taken, in the order of the file. */
export const browseRejectedRows = defineAction({
  name: 'imports.browse-rejected-rows',
  title: { en: 'Looked at rejected rows of an import', cy: 'Edrychwyd ar resi a wrthodwyd mewn mewnforiad' },
  permission: 'imports:read',
  input: z.object({ importId: RecordId, page: PageNumber }),
  run: async ({ tx, actor }, { importId, page }) => {
    const found = await findImport(tx, actor.authorityId, importId)
    if (!found) return refused(importNotFound)
    const at = { size: REJECTED_ROWS_PER_PAGE, offset: (page - 1) * REJECTED_ROWS_PER_PAGE }
    return accepted({ found, page, rows: await pageOfRejectedRows(tx, actor.authorityId, importId, at) })
  },
})

/** All rejected rows that were kept, as they came, for the file to be corrected and sent again. */
export const takeRejectedRows = defineAction({
  name: 'imports.take-rejected-rows',
  title: { en: 'Downloaded rejected rows of an import', cy: 'Lawrlwythwyd rhesi a wrthodwyd mewn mewnforiad' },
  permission: 'imports:read',
  input: z.object({ importId: RecordId }),
  run: async ({ tx, actor }, { importId }) => {
    const found = await findImport(tx, actor.authorityId, importId)
    if (!found) return refused(importNotFound)
    const rows = await listRejectedRows(tx, actor.authorityId, importId, { afterLine: 0, size: REJECTED_ROWS_KEPT })
    return accepted({ found, rows })
  },
})

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
