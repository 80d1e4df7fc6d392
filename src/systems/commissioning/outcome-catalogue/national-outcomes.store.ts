/** Reads the national outcomes from their framework file and loads them into an authority's catalogue. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import type { Tx } from '../../../platform/database/database.ts'
import { NationalOutcomes, outcomesOf } from './national-outcomes.ts'
import { writeOutcome } from './outcome.store.ts'

const FILE = new URL('../../../../frameworks/commissioning/national-outcomes.yaml', import.meta.url)

/** Throws where the file does not fit its shape: that is our own mistake, found at start and by its test. */
export async function readNationalOutcomes(): Promise<NationalOutcomes> {
  return NationalOutcomes.parse(parse(await readFile(FILE, 'utf8')))
}

/** Puts the national statements into the authority's catalogue; doing it again changes nothing but the version. Returns how many there are. */
export async function adoptNationalOutcomes(tx: Tx, authorityId: number): Promise<number> {
  const outcomes = outcomesOf(await readNationalOutcomes())
  for (const outcome of outcomes) await writeOutcome(tx, authorityId, outcome)
  return outcomes.length
}
