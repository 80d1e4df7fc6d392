/** Which record stands in the place of one that was merged. */
import type { Tx } from '../../../platform/database/database.ts'

export type Standing = { readonly personId: number; readonly personMergeId: number }

/** By the number that the former record had. */
export async function findStanding(tx: Tx, authorityId: number, formerId: number): Promise<Standing | undefined> {
  const row = await tx
    .selectFrom('care_planning.former_person')
    .select(['person_id', 'person_merge_id'])
    .where('authority_id', '=', authorityId)
    .where('former_id', '=', formerId)
    .executeTakeFirst()
  return row && { personId: row.person_id, personMergeId: row.person_merge_id }
}

/** References of records that were merged, and whose record stands for each; those that the asker may see. */
export async function listFormerReferences(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('care_planning.former_person')
    .select(['former_ref', 'person_id'])
    .where('authority_id', '=', authorityId)
    .execute()
  return new Map(rows.map((row) => [row.former_ref, row.person_id]))
}

/** Where a page or answer about a record that was merged is now: `/people/7/plan` is `/people/5/plan`. Undefined where it was not merged. */
export async function movedPage(tx: Tx, authorityId: number, path: string): Promise<string | undefined> {
  const found = /^((?:\/api\/v1)?\/people\/)([0-9]{1,15})((?:\/.*)?)$/.exec(path)
  const standing = found && (await findStanding(tx, authorityId, Number(found[2])))
  return standing ? `${found[1]}${standing.personId}${found[3]}` : undefined
}
