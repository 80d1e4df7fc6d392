/** What a database holds of the records a crash could harm. */
import { sql } from 'kysely'
import { verifyAudit } from '../../src/platform/audit/verify-audit.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { contentsOf } from '../../src/platform/operations/contents.ts'

/** Visits without the number of the import that brought them: how often a file was sent is no part of what it says. */
const VISITS = sql`select count(*) as rows, coalesce(sum(hashtextextended((to_jsonb(v) - 'import_id')::text, 0)::numeric), 0)::text as fingerprint
  from work_allocation.visit v where authority_id = 1`

export async function look(database: Database) {
  return database.asOwner(async (tx) => {
    const { rows: visits } = await sql<{ rows: number; fingerprint: string }>`${VISITS}`.execute(tx)
    const contents = await contentsOf(tx)
    const rollups = contents.filter(({ table }) => /_rollup$|_month$/.test(table))
    const { rows: imports } = await sql<{ file: string; state: string }>`
      select file_name as file, state from platform.import where authority_id = 1 and kind = 'visits' order by import_id`.execute(
      tx,
    )
    const audit = await verifyAudit(tx, 1)
    return { visits: visits[0], rollups, imports, isAuditWhole: audit.isWhole, auditEntries: audit.entries }
  })
}
