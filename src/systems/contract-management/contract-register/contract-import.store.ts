/** What an import of contracts asks of the database beyond merging: the measures' dimension of each, and what rests on what. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'

/** Writes the measures' dimension of these contracts as they stand now, and removes it for those that are gone. */
export async function writeDimensions(tx: Tx, authorityId: number, contractIds: readonly number[]): Promise<void> {
  const ids = sql`any(${contractIds}::integer[])`
  await sql`
    insert into measures.contract_dimension as d (authority_id, contract_id, ref, provider_id, service, model, starts_on, ends_on,
      late_tolerance_minutes, short_tolerance_percent)
    select authority_id, contract_id, ref, provider_id, service, model, starts_on, ends_on, late_tolerance_minutes, short_tolerance_percent
    from contract_management.contract where authority_id = ${authorityId} and contract_id = ${ids}
    on conflict (authority_id, contract_id) do update set
      provider_id = excluded.provider_id, service = excluded.service, model = excluded.model, starts_on = excluded.starts_on,
      ends_on = excluded.ends_on, late_tolerance_minutes = excluded.late_tolerance_minutes,
      short_tolerance_percent = excluded.short_tolerance_percent
    where (d.provider_id, d.service, d.model, d.starts_on, d.ends_on, d.late_tolerance_minutes, d.short_tolerance_percent)
      is distinct from (excluded.provider_id, excluded.service, excluded.model, excluded.starts_on, excluded.ends_on,
        excluded.late_tolerance_minutes, excluded.short_tolerance_percent)`.execute(tx)
  await sql`
    delete from measures.contract_dimension d where d.authority_id = ${authorityId} and d.contract_id = ${ids}
      and not exists (select from contract_management.contract c
        where c.authority_id = d.authority_id and c.contract_id = d.contract_id)`.execute(tx)
}

/** How many contracts are with these providers, cover these areas or are meant to serve these outcomes. */
export async function countContractsWith(
  tx: Tx,
  authorityId: number,
  kind: 'areas' | 'providers' | 'outcome-catalogue',
  ids: readonly number[],
): Promise<number> {
  const places = {
    areas: sql`contract_management.contract_area where area_id`,
    providers: sql`contract_management.contract where provider_id`,
    'outcome-catalogue': sql`contract_management.contract_outcome where outcome_id`,
  }
  const { rows } = await sql<{ count: number }>`
    select count(distinct contract_id) as count from ${places[kind]} = any(${ids}::integer[])
      and authority_id = ${authorityId}`.execute(tx)
  return Number(rows[0]?.count ?? 0)
}
