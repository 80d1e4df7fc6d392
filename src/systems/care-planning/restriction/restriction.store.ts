/** Restrictions and openings in the database. */
import { sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { ClosedRecord, RecordOpening, Restriction } from './restriction.ts'

/** Of one person, the newest first. */
export async function listRestrictions(tx: Tx, authorityId: number, personId: number): Promise<readonly Restriction[]> {
  const rows = await tx
    .selectFrom('care_planning.restriction')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('restriction_id', 'desc')
    .execute()
  return rows.map((row) => ({
    restrictionId: row.restriction_id,
    reason: row.reason,
    restrictedOn: row.restricted_on,
    restrictedBy: row.restricted_by,
    endedOn: row.ended_on,
    endedBy: row.ended_by,
    version: row.version,
  }))
}

/** False where the record is restricted already. */
export async function restrictRecord(
  tx: Tx,
  authorityId: number,
  given: { readonly personId: number; readonly reason: string; readonly on: Day; readonly by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('care_planning.restriction')
    .values({
      authority_id: authorityId,
      person_id: given.personId,
      reason: given.reason,
      restricted_on: given.on,
      restricted_by: given.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False where it was ended meanwhile. */
export async function endRestriction(
  tx: Tx,
  authorityId: number,
  personId: number,
  ended: { readonly on: Day; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.restriction')
    .set((eb) => ({ ended_on: ended.on, ended_by: ended.by, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('ended_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Row = { person_id: number; ref: string; given_name: string; family_name: string; known_as: string | null }

const recordOf = (row: Row): ClosedRecord => ({
  personId: Number(row.person_id),
  ref: row.ref,
  givenName: row.given_name,
  familyName: row.family_name,
  knownAs: row.known_as,
})

/** A record that is there and closed to whoever asks; undefined where it is open to them, or not there. */
export async function findClosed(tx: Tx, personId: number): Promise<ClosedRecord | undefined> {
  const { rows } = await sql<Row>`select * from care_planning.closed_record(${personId})`.execute(tx)
  return rows[0] && recordOf(rows[0])
}

/** Closed records whose name or reference is like what was searched for, in plain letters. */
export async function listClosedLike(tx: Tx, plain: string): Promise<readonly ClosedRecord[]> {
  const pattern = `%${plain.replaceAll(/[\\%_]/g, '\\$&')}%`
  const { rows } = await sql<Row>`select * from care_planning.closed_records_like(${pattern})`.execute(tx)
  return rows.map(recordOf)
}

/** A record with this reference that is there and closed to whoever asks. */
export async function findClosedByRef(tx: Tx, ref: string): Promise<ClosedRecord | undefined> {
  const pattern = `% ${ref.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}`
  const { rows } = await sql<Row>`select * from care_planning.closed_records_like(${pattern})`.execute(tx)
  return rows.map(recordOf).find((record) => record.ref === ref)
}

export async function addOpening(
  tx: Tx,
  authorityId: number,
  given: RecordOpening & { readonly personId: number; readonly userId: number },
): Promise<void> {
  await tx
    .insertInto('care_planning.record_opening')
    .values({
      authority_id: authorityId,
      person_id: given.personId,
      user_id: given.userId,
      opened_by: given.openedBy,
      reason: given.reason,
      opened_at: given.openedAt,
      closes_at: given.closesAt,
    })
    .execute()
}

/** Who opened one person's record, the newest first. */
export async function listOpenings(tx: Tx, authorityId: number, personId: number): Promise<readonly RecordOpening[]> {
  const rows = await tx
    .selectFrom('care_planning.record_opening')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('record_opening_id', 'desc')
    .execute()
  return rows.map((row) => ({
    openedBy: row.opened_by,
    reason: row.reason,
    openedAt: row.opened_at,
    closesAt: row.closes_at,
  }))
}
