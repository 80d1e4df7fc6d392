/** Situations as they are looked at: those of one person, and handling one. */
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { SituationKind } from './situation.ts'

export type Situation = {
  readonly situationId: number
  readonly personId: number
  readonly kind: SituationKind
  readonly noticedOn: Day
  readonly count: number
  readonly detail: string
  readonly handledOn: Day | null
  readonly handledBy: string | null
  readonly handledNote: string
}

/** Of one person, those that nobody has handled first, then the newest. */
export async function listSituations(tx: Tx, authorityId: number, personId: number): Promise<readonly Situation[]> {
  const rows = await tx
    .selectFrom('care_planning.situation')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('handled_on', (order) => order.asc().nullsFirst())
    .orderBy('noticed_on', 'desc')
    .execute()
  return rows.map((row) => ({
    situationId: row.situation_id,
    personId: row.person_id,
    kind: row.kind as SituationKind,
    noticedOn: row.noticed_on,
    count: row.count,
    detail: row.detail,
    handledOn: row.handled_on,
    handledBy: row.handled_by,
    handledNote: row.handled_note,
  }))
}

/** Handles one that nobody has handled; false where somebody has. */
export async function handleSituation(
  tx: Tx,
  authorityId: number,
  at: { readonly personId: number; readonly situationId: number },
  handled: { readonly on: Day; readonly by: string; readonly note: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.situation')
    .set({ handled_on: handled.on, handled_by: handled.by, handled_note: handled.note })
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', at.personId)
    .where('situation_id', '=', at.situationId)
    .where('handled_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
