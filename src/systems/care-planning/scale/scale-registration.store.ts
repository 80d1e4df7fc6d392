/** What an authority says it may use: registrations and licences of instruments, with the wording that comes with them. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { WeightedItemsScoring } from './scale.framework.ts'
import type { ScaleRegistration } from './scale-registration.ts'

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
    instrument: row.instrument === null ? undefined : WeightedItemsScoring.parse(row.instrument),
    version: row.version,
  }))
}

export async function findRegistration(
  tx: Tx,
  authorityId: number,
  scale: string,
): Promise<ScaleRegistration | undefined> {
  return (await listRegistrations(tx, authorityId)).find((one) => one.scale === scale)
}

/** Records a registration, or changes it; false when somebody recorded another since `version` (0: there was none). */
export async function setRegistration(
  tx: Tx,
  authorityId: number,
  given: Omit<ScaleRegistration, 'version'>,
  version: number,
): Promise<boolean> {
  const said = {
    registered_on: given.registeredOn,
    reference: given.reference,
    recorded_by: given.recordedBy,
    items: JSON.stringify(given.items),
    instrument: given.instrument ? JSON.stringify(given.instrument) : null,
  }
  if (version === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('care_planning.scale_registration')
      .values({ authority_id: authorityId, scale: given.scale, ...said })
      .onConflict((conflict) => conflict.columns(['authority_id', 'scale']).doNothing())
      .executeTakeFirst()
    return numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.scale_registration')
    .set((eb) => ({ ...said, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('scale', '=', given.scale)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
