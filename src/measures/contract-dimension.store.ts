/** The contracts as the measures know them: for rooms that may not ask contract management but have to place a record under a contract. */
import type { Service } from '../kernel/model.ts'
import type { Day } from '../kernel/period.ts'
import type { Tx } from '../platform/database/database.ts'

export type ContractPlace = {
  readonly contractId: number
  readonly providerId: number
  readonly startsOn: string
  readonly endsOn: string | null
}

/** By reference. */
export async function listContractPlaces(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, ContractPlace>> {
  const rows = await tx
    .selectFrom('measures.contract_dimension')
    .select(['ref', 'contract_id', 'provider_id', 'starts_on', 'ends_on'])
    .where('authority_id', '=', authorityId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.ref,
      {
        contractId: row.contract_id,
        providerId: row.provider_id,
        startsOn: row.starts_on.toString(),
        endsOn: row.ends_on?.toString() ?? null,
      },
    ]),
  )
}

export type ContractOfService = {
  readonly contractId: number
  readonly ref: string
  readonly providerId: number
}

/** The contracts of one service that run on a day, by reference. */
export async function listContractsOfService(
  tx: Tx,
  authorityId: number,
  service: Service,
  on: Day,
): Promise<readonly ContractOfService[]> {
  const rows = await tx
    .selectFrom('measures.contract_dimension')
    .select(['ref', 'contract_id', 'provider_id'])
    .where('authority_id', '=', authorityId)
    .where('service', '=', service)
    .where('starts_on', '<=', on)
    .where((eb) => eb.or([eb('ends_on', 'is', null), eb('ends_on', '>=', on)]))
    .orderBy('ref')
    .execute()
  return rows.map((row) => ({ contractId: row.contract_id, ref: row.ref, providerId: row.provider_id }))
}
