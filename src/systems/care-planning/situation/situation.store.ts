/** Situations in the database. */
import { sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { NewSituation } from './situation.ts'

/**
 * Notes situations. What was noted before from the same source is brought up to date; where it was handled and has grown since, it is
 * open again.
 */
export async function noteSituations(tx: Tx, authorityId: number, situations: readonly NewSituation[]): Promise<void> {
  if (situations.length === 0) return
  const rows = situations.map(({ personId, kind, noticedOn, sourceKey, count = 1, detail = '' }) => ({
    person_id: personId,
    kind,
    noticed_on: noticedOn.toString(),
    source_key: sourceKey,
    count,
    detail,
  }))
  await sql`
    insert into care_planning.situation as s (authority_id, person_id, kind, noticed_on, source_key, count, detail)
    select ${authorityId}::integer, r.person_id, r.kind, r.noticed_on, r.source_key, r.count, r.detail
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as r(person_id bigint, kind text, noticed_on date, source_key text, count integer, detail text)
    on conflict (authority_id, person_id, kind, source_key) do update
    set noticed_on = excluded.noticed_on, count = excluded.count, detail = excluded.detail,
        handled_on = case when excluded.count > s.count then null else s.handled_on end,
        handled_by = case when excluded.count > s.count then null else s.handled_by end
    where (s.count, s.detail) is distinct from (excluded.count, excluded.detail)`.execute(tx)
}

/** Closes what was noticed from one source, because it was dealt with there. */
export async function closeSituationFrom(
  tx: Tx,
  authorityId: number,
  from: { readonly personId: number; readonly sourceKey: string },
  handled: { readonly on: Day; readonly by: string; readonly note: string },
): Promise<void> {
  await tx
    .updateTable('care_planning.situation')
    .set({ handled_on: handled.on, handled_by: handled.by, handled_note: handled.note })
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', from.personId)
    .where('source_key', '=', from.sourceKey)
    .where('handled_on', 'is', null)
    .execute()
}
