/** A market of one provider, one area and one outcome, and a measure of which nothing was ever counted, for tests of contracts. */
import type { Measure, RollupSource } from '../../measures/measure.ts'
import type { Tx } from '../../platform/database/database.ts'
import { TEST_AUTHORITY_ID } from '../../platform/database/test-database.ts'
import { anArea, anOutcome, aProvider } from '../commissioning/commissioning.fixtures.ts'
import { writeArea, writeOutcome, writeProvider } from '../commissioning/index.ts'

export async function setUpMarket(tx: Tx) {
  return {
    providerId: await writeProvider(tx, TEST_AUTHORITY_ID, aProvider()),
    areaId: await writeArea(tx, TEST_AUTHORITY_ID, anArea()),
    outcomeId: await writeOutcome(tx, TEST_AUTHORITY_ID, anOutcome()),
  }
}

/** The facts of outcome reviews as care planning keeps them, with the one counter pair that these tests need. */
const source: RollupSource = {
  name: 'outcome-reviews',
  title: { en: 'Outcome reviews held', cy: 'Adolygiadau canlyniadau a gynhaliwyd' },
  factView: 'care_planning.outcome_review_fact',
  rollupTable: 'care_planning.outcome_review_rollup',
  counters: { held: { countWhere: 'is_held' }, achieved: { countWhere: 'is_achieved' } },
  explainColumns: [],
  isBanded: true,
}

const achieved: Measure = {
  name: 'outcomes-achieved',
  source: source.name,
  kind: 'outcome',
  unit: 'share',
  better: 'higher',
  numerator: 'achieved',
  denominator: 'held',
  label: { en: 'Outcomes achieved', cy: 'Canlyniadau wedi’u cyflawni' },
  meaning: { en: 'Achieved over held.', cy: 'Wedi’u cyflawni dros a gynhaliwyd.' },
}

export const aMeasureOfNothing = { source, measures: [achieved] }
