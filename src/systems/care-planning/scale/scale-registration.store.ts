/** What an authority says it may use: registrations and licences of instruments, with the wording that comes with them. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'

export type ScaleRegistration = {
  readonly scale: string
  readonly registeredOn: Day
  readonly reference: string
  readonly recordedBy: string
  /** The items' wording under the registration, in their order; empty where it is asked on paper. */
  readonly items: readonly Bilingual[]
}

export async function listRegistrations(tx: Tx, authorityId: number): Promise<readonly ScaleRegistration[]> {
  const rows = await tx
    .selectFrom('care_planning.scale_registration')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('scale')
    .execute()
  return rows.map((row) => ({
    scale: row.scale,
    registeredOn: row.registered_on,
    reference: row.reference,
    recordedBy: row.recorded_by,
    items: row.items as readonly Bilingual[],
  }))
}

export async function findRegistration(
  tx: Tx,
  authorityId: number,
  scale: string,
): Promise<ScaleRegistration | undefined> {
  return (await listRegistrations(tx, authorityId)).find((one) => one.scale === scale)
}

export async function setRegistration(tx: Tx, authorityId: number, given: ScaleRegistration): Promise<void> {
  const said = {
    registered_on: given.registeredOn,
    reference: given.reference,
    recorded_by: given.recordedBy,
    items: JSON.stringify(given.items),
  }
  await tx
    .insertInto('care_planning.scale_registration')
    .values({ authority_id: authorityId, scale: given.scale, ...said })
    .onConflict((conflict) => conflict.columns(['authority_id', 'scale']).doUpdateSet(said))
    .execute()
}
