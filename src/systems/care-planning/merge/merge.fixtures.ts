/** For tests of merging: the whole of what hangs on people, as text, so that "exactly as it was" can be said; and answers to all that is asked. */
import { sql } from 'kysely'
import type { Database } from '../../../platform/database/database.ts'
import type { RecordsCompared } from './merge.actions.ts'

/** What a merge leaves behind when it is undone: that it happened. */
const LEFT_BEHIND = new Set(['person_merge', 'former_person', 'record_event', 'record_opening', 'notice', 'two_people'])

/** Every row of care planning and work allocation that is of somebody, and who signs in for whom; versions only ever go up. */
export async function everythingOf(database: Database): Promise<Readonly<Record<string, readonly string[]>>> {
  return database.asOwner(async (tx) => {
    const { rows: tables } = await sql<{ name: string }>`
      select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
      where n.nspname in ('care_planning', 'work_allocation') and c.relkind = 'r' and c.relname <> 'person_month'
      order by 1`.execute(tx)
    const everything: Record<string, readonly string[]> = {}
    for (const name of ['platform.app_user', ...tables.map((table) => table.name)]) {
      if (LEFT_BEHIND.has(name.split('.')[1] ?? '')) continue
      const { rows } = await sql<{ row: string }>`
        select (to_jsonb(t) - 'version')::text as row from ${sql.table(name)} t order by 1`.execute(tx)
      everything[name] = rows.map(({ row }) => row)
    }
    return everything
  })
}

/** A merge of the two that were compared: everything that is asked is answered with the same record. */
export function allFrom(compared: RecordsCompared, chosen: number, standing = chosen) {
  const [one, other] = compared.records
  return {
    personId: one.record.personId,
    otherId: other.record.personId,
    version: one.record.version,
    otherVersion: other.record.version,
    standing,
    identity: Object.fromEntries(
      compared.fields.filter(({ standsOf }) => standsOf === undefined).map(({ field }) => [field, chosen]),
    ),
    goesOn: Object.fromEntries(compared.twice.map((kind) => [kind, chosen])),
    reason: 'Yr un dyddiad geni a’r un cyfeiriad',
  }
}
