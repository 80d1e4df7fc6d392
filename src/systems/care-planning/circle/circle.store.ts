/** Which providers support a person: what lets a provider open the person's page, and nothing wider. */
import type { Tx } from '../../../platform/database/database.ts'

export type Support = { readonly personId: number; readonly providerId: number }

/** Adds providers to people's circles; those already there stay. Nobody is removed: a provider who supported a person may look back. */
export async function addToCircles(tx: Tx, authorityId: number, supports: readonly Support[]): Promise<void> {
  if (supports.length === 0) return
  await tx
    .insertInto('care_planning.circle')
    .values(supports.map((s) => ({ authority_id: authorityId, person_id: s.personId, provider_id: s.providerId })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}
