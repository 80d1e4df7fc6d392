/** Packages in the database: the list as asked, and one package. */
import { type Selectable, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { CarePackage, PackagesQuery } from './package.ts'

export type PackagePage = {
  readonly packages: readonly CarePackage[]
  readonly total: number
  /** Of all that match, not of the page alone. */
  readonly weeklyMinutes: number
}

/** The newest first. `perPage` undefined: all of them, for an export. */
export async function listPackages(
  tx: Tx,
  authorityId: number,
  query: PackagesQuery,
  asked: { readonly today: Day; readonly perPage?: number },
): Promise<PackagePage> {
  const totals = await matching(tx, authorityId, query, asked.today)
    .select([sql<number>`count(*)`.as('total'), sql<number>`coalesce(sum(weekly_minutes), 0)::bigint`.as('minutes')])
    .executeTakeFirstOrThrow()
  let rows = matching(tx, authorityId, query, asked.today)
    .selectAll()
    .orderBy('starts_on', 'desc')
    .orderBy('package_id', 'desc')
  if (asked.perPage) rows = rows.limit(asked.perPage).offset((query.page - 1) * asked.perPage)
  return {
    packages: (await rows.execute()).map(packageOf),
    total: totals.total,
    weeklyMinutes: totals.minutes,
  }
}

export async function findPackage(tx: Tx, authorityId: number, packageId: number): Promise<CarePackage | undefined> {
  const row = await tx
    .selectFrom('work_allocation.package')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('package_id', '=', packageId)
    .executeTakeFirst()
  return row && packageOf(row)
}

function matching(tx: Tx, authorityId: number, query: PackagesQuery, today: Day) {
  let packages = tx.selectFrom('work_allocation.package').where('authority_id', '=', authorityId)
  if (query.contractId) packages = packages.where('contract_id', '=', query.contractId)
  if (query.personId) packages = packages.where('person_id', '=', query.personId)
  if (query.language) packages = packages.where('language', '=', query.language)
  if (query.state === 'upcoming') packages = packages.where('starts_on', '>', today)
  if (query.state === 'ended') packages = packages.where('ends_on', '<', today)
  if (query.state === 'live')
    packages = packages
      .where('starts_on', '<=', today)
      .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', today)]))
  return packages
}

function packageOf(row: Selectable<Tables['work_allocation.package']>): CarePackage {
  return {
    packageId: row.package_id,
    ref: row.ref,
    personId: row.person_id,
    contractId: row.contract_id,
    providerId: row.provider_id,
    areaId: row.area_id,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    endedReason: row.ended_reason,
    weeklyMinutes: row.weekly_minutes,
    weeklyVisits: row.weekly_visits,
    language: row.language as Language,
    version: row.version,
  }
}
