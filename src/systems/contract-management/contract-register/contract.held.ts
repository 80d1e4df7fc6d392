/** What contracts are called, where what is held about a person points at them. */
import type { HeldNames } from '../../../platform/personal-data/held-part.ts'
import { listContracts } from './contract-register.store.ts'

export const CONTRACT_NAMES: HeldNames = {
  columns: ['contract_id'],
  names: async (tx, { authorityId }) =>
    new Map((await listContracts(tx, authorityId)).map(({ contractId, title }) => [contractId, title])),
}
