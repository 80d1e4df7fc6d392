/** Needs in the database. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { oncePerTransaction } from '../../../platform/database/once.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Need, NeedFacts } from './need.ts'

/** Largest first; with an area, only that area's. */
export function listNeeds(tx: Tx, authorityId: number, areaId?: number): Promise<readonly Need[]> {
  return oncePerTransaction(tx, `needs ${authorityId} ${areaId ?? 'of all areas'}`, () =>
    readNeeds(tx, authorityId, areaId),
  )
}

async function readNeeds(tx: Tx, authorityId: number, areaId?: number): Promise<readonly Need[]> {
  let query = tx.selectFrom('commissioning.need').selectAll().where('authority_id', '=', authorityId)
  if (areaId !== undefined) query = query.where('area_id', '=', areaId)
  const rows = await query.orderBy('people', 'desc').orderBy('ref').execute()
  return rows.map(needOf)
}

export async function findNeed(tx: Tx, authorityId: number, needId: number): Promise<Need | undefined> {
  const row = await tx
    .selectFrom('commissioning.need')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('need_id', '=', needId)
    .executeTakeFirst()
  return row && needOf(row)
}

export async function findNeedByRef(tx: Tx, authorityId: number, ref: string): Promise<Need | undefined> {
  const row = await tx
    .selectFrom('commissioning.need')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row && needOf(row)
}

/** Adds the need, or changes the one with this reference; returns its id. */
export async function writeNeed(
  tx: Tx,
  authorityId: number,
  facts: NeedFacts,
  importId: number | null = null,
): Promise<number> {
  const values = {
    area_id: facts.areaId,
    description_en: facts.description.en,
    description_cy: facts.description.cy,
    people: facts.people,
    as_of: facts.asOf,
    source: facts.source,
  }
  const { need_id } = await tx
    .insertInto('commissioning.need')
    .values({ authority_id: authorityId, ref: facts.ref, import_id: importId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'ref'])
        .doUpdateSet((eb) => ({ ...values, version: eb('commissioning.need.version', '+', 1) })),
    )
    .returning('need_id')
    .executeTakeFirstOrThrow()
  return need_id
}

function needOf(row: Selectable<Tables['commissioning.need']>): Need {
  return {
    needId: row.need_id,
    ref: row.ref,
    areaId: row.area_id,
    description: { en: row.description_en, cy: row.description_cy },
    people: row.people,
    asOf: row.as_of,
    source: row.source,
    version: row.version,
  }
}
