/** Reads the thresholds of the attribution rule from their framework file. */
import { readFile } from 'node:fs/promises'
import { parse } from 'yaml'
import { AttributionRule } from './attribution-rule.ts'

const FILE = new URL('../../../../frameworks/contract-management/attribution-rule.yaml', import.meta.url)

/** Throws where the file does not fit its shape: that is our own mistake, found by its test. */
export async function readAttributionRule(): Promise<AttributionRule> {
  return AttributionRule.parse(parse(await readFile(FILE, 'utf8')))
}
