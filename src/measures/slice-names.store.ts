/** Which contract, provider or area a reference names: asked of the systems through their starts of the line of sight. */
import type { Bilingual } from '../kernel/language.ts'
import type { Tx } from '../platform/database/database.ts'
import { listStarts, type Start } from './line-of-sight/start.ts'

export type SlicePart = 'contractId' | 'providerId' | 'areaId'

/** What can be chosen, by part; each in the order its system shows it. Only what the asker may see. */
export type SliceChoices = Readonly<Record<SlicePart, readonly Start[]>>

export async function listSliceChoices(tx: Tx, authorityId: number): Promise<SliceChoices> {
  return {
    contractId: await listStarts(tx, 'contractId', authorityId),
    providerId: await listStarts(tx, 'providerId', authorityId),
    areaId: await listStarts(tx, 'areaId', authorityId),
  }
}

export function nameOf(choices: SliceChoices, part: SlicePart, id: number): Bilingual | undefined {
  return choices[part].find((choice) => choice.id === id)?.name
}

/** What other people call it; empty for what has no record, such as "no contract". */
export function refOf(choices: SliceChoices, id: number, part: SlicePart = 'contractId'): string {
  return choices[part].find((choice) => choice.id === id)?.ref ?? ''
}
