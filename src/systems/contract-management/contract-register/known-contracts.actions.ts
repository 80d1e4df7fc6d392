/** Contracts by reference, with their provider's reference: what a file that names contracts is checked against. */

import type { Tx } from '../../../platform/database/database.ts'
import { listProviders } from '../../commissioning/index.ts'
import { listContracts } from './contract-register.store.ts'

export type KnownContract = {
  readonly contractId: number
  readonly providerId: number
  readonly providerRef: string
  /** Days as `YYYY-MM-DD`, which compare as text. */
  readonly startsOn: string
  readonly endsOn: string | null
}

/** Those that the asker may see: a provider sees its own. */
export async function listKnownContracts(tx: Tx, authorityId: number): Promise<ReadonlyMap<string, KnownContract>> {
  const providerRefs = new Map((await listProviders(tx, authorityId)).map((p) => [p.providerId, p.ref]))
  return new Map(
    (await listContracts(tx, authorityId)).map((contract) => [
      contract.ref,
      {
        contractId: contract.contractId,
        providerId: contract.providerId,
        providerRef: providerRefs.get(contract.providerId) ?? '',
        startsOn: contract.startsOn.toString(),
        endsOn: contract.endsOn?.toString() ?? null,
      },
    ]),
  )
}
