/** That two records which are alike are of two people, as somebody found who looked. */
import { sql } from 'kysely'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { TwoPeople } from './merge.ts'

function said(tx: Tx, authorityId: number) {
  return tx
    .selectFrom('care_planning.two_people')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('taken_back_on', 'is', null)
}

type Row = Awaited<ReturnType<ReturnType<typeof said>['execute']>>[number]

const twoPeopleOf = (row: Row): TwoPeople => ({
  twoPeopleId: row.two_people_id,
  personIds: [row.person_id, row.other_person_id],
  reason: row.reason,
  saidOn: row.said_on,
  saidBy: row.said_by,
})

/** What holds now; of one person, or of everybody. */
export async function listTwoPeople(tx: Tx, authorityId: number, personId?: number): Promise<readonly TwoPeople[]> {
  let rows = said(tx, authorityId).orderBy('two_people_id', 'desc')
  if (personId !== undefined)
    rows = rows.where((eb) => eb.or([eb('person_id', '=', personId), eb('other_person_id', '=', personId)]))
  return (await rows.execute()).map(twoPeopleOf)
}

export async function findTwoPeople(
  tx: Tx,
  authorityId: number,
  pair: readonly [number, number],
): Promise<TwoPeople | undefined> {
  const row = await said(tx, authorityId)
    .where('person_id', '=', Math.min(...pair))
    .where('other_person_id', '=', Math.max(...pair))
    .executeTakeFirst()
  return row && twoPeopleOf(row)
}

/** False where it was said already. */
export async function addTwoPeople(
  tx: Tx,
  authorityId: number,
  pair: readonly [number, number],
  given: { readonly reason: string; readonly on: Day; readonly by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('care_planning.two_people')
    .values({
      authority_id: authorityId,
      person_id: Math.min(...pair),
      other_person_id: Math.max(...pair),
      reason: given.reason,
      said_on: given.on,
      said_by: given.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** False where it was taken back meanwhile. */
export async function takeBackTwoPeople(
  tx: Tx,
  authorityId: number,
  twoPeopleId: number,
  given: { readonly reason: string; readonly on: Day; readonly by: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.two_people')
    .set({ taken_back_on: given.on, taken_back_by: given.by, taken_back_reason: given.reason })
    .where('authority_id', '=', authorityId)
    .where('two_people_id', '=', twoPeopleId)
    .where('taken_back_on', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** How many records were merged into these people, for whoever would take the people away. */
export async function countFormerOf(tx: Tx, authorityId: number, personIds: readonly number[]): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from care_planning.person_merge
    where authority_id = ${authorityId} and person_id = any(${personIds}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
