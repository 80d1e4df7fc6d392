/** Whose word: what providers report and what people say of the same outcomes, kept apart. The system that hears both publishes it. */
import type { Period } from '../../kernel/period.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Focus } from './line-of-sight.ts'

/** Of the reviews at which both provider and person (or carer) spoke: how many each calls achieved. */
export type Word = {
  /** The outcome of the catalogue; null: personal outcomes that belong to none. */
  readonly outcomeId: number | null
  readonly both: number
  readonly providerAchieved: number
  readonly personAchieved: number
}

/** One word for each outcome of the catalogue on which both spoke. */
export type WordReader = (tx: Tx, focus: Focus, period: Period) => Promise<readonly Word[]>

let reader: WordReader | undefined

/** Publishing again replaces it. */
export function publishWords(words: WordReader): void {
  reader = words
}

/** Nothing where no system hears both. */
export async function readWords(tx: Tx, focus: Focus, period: Period): Promise<readonly Word[]> {
  return (await reader?.(tx, focus, period)) ?? []
}
