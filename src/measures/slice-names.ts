/** What contracts, providers and areas are called, and by which reference: as their systems say. */
import type { Bilingual } from '../kernel/language.ts'
import type { Start } from './line-of-sight/start.ts'

export type SlicePart = 'contractId' | 'providerId' | 'areaId'

/** What can be chosen, by part; each in the order its system shows it. Only what the asker may see. */
export type SliceChoices = Readonly<Record<SlicePart, readonly Start[]>>

export function nameOf(choices: SliceChoices, part: SlicePart, id: number): Bilingual | undefined {
  return choices[part].find((choice) => choice.id === id)?.name
}

/** What other people call it; empty for what has no record, such as "no contract". */
export function refOf(choices: SliceChoices, id: number, part: SlicePart = 'contractId'): string {
  return choices[part].find((choice) => choice.id === id)?.ref ?? ''
}
