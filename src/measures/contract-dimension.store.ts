/** The contracts as the measures know them: for rooms that may not ask contract management but have to place a record under a contract. */
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
