/** Areas in the database. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { oncePerTransaction } from '../../../platform/database/once.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Area, AreaFacts, Rurality } from './area.ts'

export function listAreas(tx: Tx, authorityId: number): Promise<readonly Area[]> {
  return oncePerTransaction(tx, `areas ${authorityId}`, () => readAreas(tx, authorityId))
}

async function readAreas(tx: Tx, authorityId: number): Promise<readonly Area[]> {
  const rows = await tx.selectFrom('commissioning.area').selectAll().where('authority_id', '=', authorityId).execute()
  return rows.map(areaOf)
}

export async function findArea(tx: Tx, authorityId: number, areaId: number): Promise<Area | undefined> {
  const row = await tx
    .selectFrom('commissioning.area')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('area_id', '=', areaId)
    .executeTakeFirst()
  return row && areaOf(row)
}

export async function findAreaByRef(tx: Tx, authorityId: number, ref: string): Promise<Area | undefined> {
  const row = await tx
    .selectFrom('commissioning.area')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row && areaOf(row)
}

/** Adds the area, or changes the one with this reference; returns its id. */
export async function writeArea(
  tx: Tx,
  authorityId: number,
  facts: AreaFacts,
  importId: number | null = null,
): Promise<number> {
  const values = {
    name_en: facts.name.en,
    name_cy: facts.name.cy,
    rurality: facts.rurality,
    people_aged_75_plus: facts.peopleAged75Plus,
    welsh_speakers_percent: facts.welshSpeakersPercent,
    source: facts.source,
  }
  const { area_id } = await tx
    .insertInto('commissioning.area')
    .values({ authority_id: authorityId, ref: facts.ref, import_id: importId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'ref'])
        .doUpdateSet((eb) => ({ ...values, version: eb('commissioning.area.version', '+', 1) })),
    )
    .returning('area_id')
    .executeTakeFirstOrThrow()
  return area_id
}

type Row = Selectable<Tables['commissioning.area']>

function areaOf(row: Row): Area {
  return {
    areaId: row.area_id,
    ref: row.ref,
    name: { en: row.name_en, cy: row.name_cy },
    rurality: row.rurality as Rurality,
    peopleAged75Plus: row.people_aged_75_plus,
    welshSpeakersPercent: row.welsh_speakers_percent,
    source: row.source,
    version: row.version,
  }
}
