/** What can be counted of personal outcomes on the day they are agreed. */
import type { Measure, RollupSource } from '../../../measures/measure.ts'
import { OUTCOME_COLUMN, OWN_WORDS_COLUMN, PERSON_COLUMN } from '../outcome-review/outcome-review.measures.ts'

export const OUTCOMES_AGREED: RollupSource = {
  name: 'outcomes-agreed',
  title: { en: 'Personal outcomes agreed', cy: 'Canlyniadau personol y cytunwyd arnynt' },
  factView: 'care_planning.outcome_agreed_fact',
  rollupTable: 'care_planning.outcome_agreed_rollup',
  counters: {
    agreed: { countWhere: 'is_agreed' },
    without_contribution: { countWhere: 'lacks_contribution' },
    without_catalogue_outcome: { countWhere: 'lacks_catalogue_outcome' },
  },
  explainColumns: [
    PERSON_COLUMN,
    OUTCOME_COLUMN,
    OWN_WORDS_COLUMN,
    { column: 'day', label: { en: 'Agreed', cy: 'Cytunwyd' }, shownAs: 'day' },
    { column: 'review_due_on', label: { en: 'Review due', cy: 'Adolygiad yn ddyledus' }, shownAs: 'day' },
  ],
}

export const PERSONAL_OUTCOME_MEASURES: readonly Measure[] = [
  {
    name: 'outcomes-agreed',
    source: OUTCOMES_AGREED.name,
    kind: 'activity',
    unit: 'outcomes',
    better: 'neither',
    numerator: 'agreed',
    denominator: 'one',
    label: { en: 'Personal outcomes agreed', cy: 'Canlyniadau personol y cytunwyd arnynt' },
    meaning: {
      en: 'Personal outcomes agreed with people in the period.',
      cy: 'Canlyniadau personol y cytunwyd arnynt gyda phobl yn y cyfnod.',
    },
  },
  {
    name: 'outcomes-without-contribution',
    source: OUTCOMES_AGREED.name,
    kind: 'risk',
    unit: 'share',
    better: 'lower',
    numerator: 'without_contribution',
    denominator: 'agreed',
    label: { en: 'Outcomes that no one contributes to', cy: 'Canlyniadau nad oes neb yn cyfrannu atynt' },
    meaning: {
      en: 'Personal outcomes agreed in the period for which nobody’s contribution is recorded to this day, over all agreed in it.',
      cy: 'Canlyniadau personol y cytunwyd arnynt yn y cyfnod nad oes cyfraniad gan neb wedi’i gofnodi ar eu cyfer hyd heddiw, dros bob un y cytunwyd arno ynddo.',
    },
  },
  {
    name: 'outcomes-outside-catalogue',
    source: OUTCOMES_AGREED.name,
    kind: 'risk',
    unit: 'share',
    better: 'lower',
    numerator: 'without_catalogue_outcome',
    denominator: 'agreed',
    label: {
      en: 'Outcomes tied to none of the authority’s',
      cy: 'Canlyniadau heb eu cysylltu ag un o rai’r awdurdod',
    },
    meaning: {
      en: 'Personal outcomes agreed in the period that are tied to no outcome of the catalogue, so that their line of sight ends at the person, over all agreed in it.',
      cy: 'Canlyniadau personol y cytunwyd arnynt yn y cyfnod nad ydynt wedi’u cysylltu ag un o ganlyniadau’r catalog, fel bod eu llinell welediad yn gorffen gyda’r person, dros bob un y cytunwyd arno ynddo.',
    },
  },
]
