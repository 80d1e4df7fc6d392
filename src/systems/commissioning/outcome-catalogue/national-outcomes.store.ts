/** Loads the national outcomes into an authority's catalogue. */
import type { Tx } from '../../../platform/database/database.ts'
import { type NationalOutcomes, outcomesOf } from './national-outcomes.framework.ts'
import { writeOutcome } from './outcome.store.ts'

/** Puts the national statements into the authority's catalogue; doing it again changes nothing but the version. Returns how many there are. */
export async function adoptNationalOutcomes(tx: Tx, authorityId: number, framework: NationalOutcomes): Promise<number> {
  const outcomes = outcomesOf(framework)
  for (const outcome of outcomes) await writeOutcome(tx, authorityId, outcome)
  return outcomes.length
}
