/** In what state the rollups are that a reading is made from: up to date but for some cells, or well behind; and what can be remembered. */
import { sql } from 'kysely'
import type { Tx } from '../platform/database/database.ts'
import { oncePerTransaction } from '../platform/database/once.ts'

export type ReadingState = {
  /** True: marked cells are few and are counted from their facts, so the reading is of this moment. False: of the last full refresh. */
  readonly isExact: boolean
  readonly asOf: Temporal.Instant
  /**
   * Names one state of the database as one asker sees it: readings with the same name are the same. Absent in a transaction that has
   * written, whose readings nobody else may see.
   */
  readonly name?: string
}

/** More cells than these would take seconds to count from their facts: a whole import is being taken in, and its refresh follows. */
const MOST_CELLS_COUNTED_LIVE = 200
const MOST_MARKS_LOOKED_AT = 2000

type StateRow = {
  readonly asker: string
  readonly number: number
  readonly complete_at: Temporal.Instant | null
  readonly marks: number
  readonly cells: number
  readonly now: Temporal.Instant
  readonly has_written: boolean
}

export function readState(tx: Tx): Promise<ReadingState> {
  return oncePerTransaction(tx, 'reading state', () => askState(tx))
}

async function askState(tx: Tx): Promise<ReadingState> {
  const { rows } = await sql<StateRow>`
    select
      concat_ws('/', current_database(), pg_postmaster_start_time(), current_setting('canlyn.authority', true),
        current_setting('canlyn.provider', true), current_setting('canlyn.people', true)) as asker,
      coalesce(r.number, 0)::bigint as number, r.complete_at, m.marks, m.cells,
      clock_timestamp() as now, pg_current_xact_id_if_assigned() is not null as has_written
    from (
      select count(*) as marks, count(distinct (source, contract_id, month)) as cells
      from (
        select source, contract_id, month from measures.changed_cell
        where authority_id = platform.current_authority() limit ${MOST_MARKS_LOOKED_AT + 1}
      ) looked_at
    ) m
    left join measures.refresh r on r.authority_id = platform.current_authority()`.execute(tx)
  const row = rows[0]!
  const isExact = row.marks <= MOST_MARKS_LOOKED_AT && row.cells <= MOST_CELLS_COUNTED_LIVE
  // Only a refresh takes marks away, so between two of them the number of marks names the state.
  const name = `${row.asker}/${row.number}/${isExact ? row.marks : 'behind'}`
  return {
    isExact,
    asOf: isExact ? row.now : (row.complete_at ?? Temporal.Instant.fromEpochMilliseconds(0)),
    ...(row.has_written ? {} : { name }),
  }
}

const MOST_REMEMBERED = 2000
const remembered = new Map<string, unknown>()

/**
 * What was read before in the same state, else reads it. The same page asked for twenty times at once costs one reading, and the least
 * recently asked is forgotten first.
 */
export async function remember<T>(state: ReadingState, question: string, read: () => Promise<T>): Promise<T> {
  if (state.name === undefined) return read()
  const key = `${state.name} ${question}`
  const known = remembered.get(key) as T | undefined
  const value = known ?? (await read())
  remembered.delete(key)
  remembered.set(key, value)
  if (remembered.size > MOST_REMEMBERED) remembered.delete(remembered.keys().next().value!)
  return value
}
