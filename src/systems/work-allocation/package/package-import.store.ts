/** What imports ask of packages: which are known by which reference, and how many rest on people or contracts. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

export type KnownPackage = {
  readonly packageId: number
  readonly personId: number
  readonly contractId: number
  readonly areaId: number
  readonly language: 'cy' | 'en'
  /** Days as `YYYY-MM-DD`, which compare as text. */
  readonly startsOn: string
  readonly endsOn: string | null
}

/** By reference; those that the asker may see. */
export async function listKnownPackages(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, KnownPackage>> {
  const rows = await tx
    .selectFrom('work_allocation.package')
    .select(['ref', 'package_id', 'person_id', 'contract_id', 'area_id', 'language', 'starts_on', 'ends_on'])
    .where('authority_id', '=', authorityId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.ref,
      {
        packageId: row.package_id,
        personId: row.person_id,
        contractId: row.contract_id,
        areaId: row.area_id,
        language: row.language === 'cy' ? 'cy' : 'en',
        startsOn: row.starts_on.toString(),
        endsOn: row.ends_on?.toString() ?? null,
      },
    ]),
  )
}

export async function countPackagesOf(
  tx: Tx,
  authorityId: number,
  kind: 'people' | 'contracts',
  ids: readonly number[],
): Promise<number> {
  const column = kind === 'people' ? sql`person_id` : sql`contract_id`
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from work_allocation.package
    where authority_id = ${authorityId} and ${column} = any(${ids}::bigint[])`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}

/** Which providers have, or had, a package for these people. */
export async function listSupports(
  tx: Tx,
  authorityId: number,
  personIds: readonly number[],
): Promise<readonly { readonly personId: number; readonly providerId: number }[]> {
  const { rows } = await sql<{ personId: number; providerId: number }>`
    select distinct person_id as "personId", provider_id as "providerId" from work_allocation.package
    where authority_id = ${authorityId} and person_id = any(${[...new Set(personIds)]}::bigint[])`.execute(tx)
  return rows.map((row) => ({ personId: Number(row.personId), providerId: row.providerId }))
}
