/** What can be chosen of the authority: asked of the systems through their starts of the line of sight. */
import type { Tx } from '../platform/database/database.ts'
import { listStarts } from './line-of-sight/start.ts'
import type { SliceChoices } from './slice-names.ts'

export async function listSliceChoices(tx: Tx, authorityId: number): Promise<SliceChoices> {
  return {
    contractId: await listStarts(tx, 'contractId', authorityId),
    providerId: await listStarts(tx, 'providerId', authorityId),
    areaId: await listStarts(tx, 'areaId', authorityId),
  }
}
