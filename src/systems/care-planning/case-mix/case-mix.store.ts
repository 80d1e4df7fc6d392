/** Bands of need in the database. */
import type { NeedBandId } from '../../../kernel/need-band.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { NeedBand } from './case-mix.ts'

/** From a day on; a band given for the same day says it anew. */
export async function setBand(tx: Tx, authorityId: number, personId: number, given: NeedBand): Promise<void> {
  const said = {
    band: given.band,
    points: given.points,
    assessment_id: given.assessmentId,
    edition: given.edition,
  }
  await tx
    .insertInto('care_planning.need_band')
    .values({ authority_id: authorityId, person_id: personId, from_on: given.fromOn, ...said })
    .onConflict((conflict) => conflict.columns(['authority_id', 'person_id', 'from_on']).doUpdateSet(said))
    .execute()
}

/** The band that holds on a day; undefined before the first. */
export async function findBand(tx: Tx, authorityId: number, personId: number, on: Day): Promise<NeedBand | undefined> {
  const row = await tx
    .selectFrom('care_planning.need_band')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('from_on', '<=', on)
    .orderBy('from_on', 'desc')
    .executeTakeFirst()
  return (
    row && {
      band: row.band as NeedBandId,
      fromOn: row.from_on,
      points: row.points,
      assessmentId: row.assessment_id,
      edition: row.edition,
    }
  )
}
