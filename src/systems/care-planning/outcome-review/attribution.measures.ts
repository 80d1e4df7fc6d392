/** What can be counted of attribution: whom people and workers named first as having brought an outcome about. */
import type { Measure, RollupSource } from '../../../measures/measure.ts'
import { OUTCOME_COLUMN, PERSON_COLUMN } from './outcome-review.measures.ts'
import { ACHIEVEMENT_NAMES, EXTENT_NAMES, PARTY_NAMES } from './outcome-review.ts'

export const ATTRIBUTIONS: RollupSource = {
  name: 'attributions',
  title: { en: 'Attributions agreed at reviews', cy: 'Priodoliadau y cytunwyd arnynt mewn adolygiadau' },
  factView: 'care_planning.attribution_fact',
  rollupTable: 'care_planning.attribution_rollup',
  counters: {
    named: { countWhere: 'is_named' },
    named_elsewhere: { countWhere: 'is_named_elsewhere' },
  },
  explainColumns: [
    PERSON_COLUMN,
    OUTCOME_COLUMN,
    { column: 'day', label: { en: 'Held', cy: 'Cynhaliwyd' }, shownAs: 'day' },
    { column: 'achievement', label: { en: 'Concluded', cy: 'Casgliad' }, shownAs: 'code', names: ACHIEVEMENT_NAMES },
    { column: 'party', label: { en: 'Named first', cy: 'Enwyd yn gyntaf' }, shownAs: 'code', names: PARTY_NAMES },
    { column: 'extent', label: { en: 'To what extent', cy: 'I ba raddau' }, shownAs: 'code', names: EXTENT_NAMES },
  ],
}

export const ATTRIBUTION_MEASURES: readonly Measure[] = [
  {
    name: 'outcomes-attributed-elsewhere',
    source: ATTRIBUTIONS.name,
    kind: 'outcome',
    unit: 'share',
    better: 'neither',
    numerator: 'named_elsewhere',
    denominator: 'named',
    label: {
      en: 'Outcomes attributed first to somebody other than the provider',
      cy: 'Canlyniadau a briodolwyd yn gyntaf i rywun heblaw’r darparwr',
    },
    meaning: {
      en: 'Outcome reviews held in the period at which somebody other than the provider was named first as having brought the outcome about, over all at which anybody was named first.',
      cy: 'Adolygiadau canlyniadau a gynhaliwyd yn y cyfnod lle enwyd rhywun heblaw’r darparwr yn gyntaf fel yr un a ddaeth â’r canlyniad i fod, dros bob un lle enwyd unrhyw un yn gyntaf.',
    },
  },
]
