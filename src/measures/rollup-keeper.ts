/** Keeps the rollups up to date while the program runs: looks for marks, makes their cells again in short transactions, and waits. */
import { sql } from 'kysely'
import type { Database } from '../platform/database/database.ts'
import { bringRollupsUpToDate } from './rollup.store.ts'

export { bringRollupsUpToDate }

export type RollupKeeper = {
  /** Resolves when the refresh under way is done; no other begins. */
  close(): Promise<void>
}

/**
 * Looks every so often, so it finds what any process or an earlier, killed one left behind. A failure is told and tried again; readings
 * are right all the while.
 */
export function startRollupKeeper(
  database: Database,
  options: { readonly everyMs?: number; readonly tellFailure?: (error: unknown) => void } = {},
): RollupKeeper {
  const { everyMs = 1000, tellFailure = (error) => console.error('rollups were not refreshed:', error) } = options
  let timer: NodeJS.Timeout | undefined
  let isClosed = false
  const look = async () => {
    try {
      for (const authorityId of await authoritiesWithMarks(database))
        await bringRollupsUpToDate(database, authorityId, { isStopped: () => isClosed })
    } catch (error) {
      if (!isClosed) tellFailure(error)
    }
    if (!isClosed) timer = setTimeout(next, everyMs).unref()
  }
  const next = () => {
    underWay = look()
  }
  let underWay = look()
  return {
    async close() {
      isClosed = true
      clearTimeout(timer)
      await underWay
    },
  }
}

/** Which authorities have something to be counted again; the one question here that is not about a single authority. */
async function authoritiesWithMarks(database: Database): Promise<readonly number[]> {
  return database.asOwner(async (tx) => {
    const { rows } = await sql<{ authority_id: number }>`select authority_id from platform.authority a
      where exists (select from measures.changed_cell m where m.authority_id = a.authority_id)`.execute(tx)
    return rows.map((row) => row.authority_id)
  })
}
