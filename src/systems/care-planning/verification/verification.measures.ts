/** What can be counted of independent verification: how often claims hold, and how far what providers report is from what was found. */
import type { Measure, RollupSource } from '../../../measures/measure.ts'
import { PERSON_COLUMN } from '../outcome-review/outcome-review.measures.ts'
import { ACHIEVEMENT_NAMES } from '../outcome-review/outcome-review.ts'
import { FOUND_NAMES, HOW_NAMES } from './verification.ts'

export const VERIFICATIONS: RollupSource = {
  name: 'verifications',
  title: { en: 'Claims looked into independently', cy: 'Honiadau yr edrychwyd arnynt yn annibynnol' },
  factView: 'care_planning.verification_fact',
  rollupTable: 'care_planning.verification_rollup',
  counters: {
    verified: { countWhere: 'is_verified' },
    upheld: { countWhere: 'is_upheld' },
    with_provider_claim: { countWhere: 'has_provider_claim' },
    provider_gap: { sumOf: 'provider_gap', where: 'has_provider_claim' },
  },
  explainColumns: [
    PERSON_COLUMN,
    { column: 'day', label: { en: 'Looked into', cy: 'Edrychwyd arno' }, shownAs: 'day' },
    {
      column: 'claimed',
      label: { en: 'Review concluded', cy: 'Casgliad yr adolygiad' },
      shownAs: 'code',
      names: ACHIEVEMENT_NAMES,
    },
    {
      column: 'provider_claimed',
      label: { en: 'Provider says', cy: 'Mae’r darparwr yn dweud' },
      shownAs: 'code',
      names: ACHIEVEMENT_NAMES,
    },
    { column: 'found', label: { en: 'Found', cy: 'Canfuwyd' }, shownAs: 'code', names: FOUND_NAMES },
    { column: 'how', label: { en: 'How', cy: 'Sut' }, shownAs: 'code', names: HOW_NAMES },
  ],
}

export const VERIFICATION_MEASURES: readonly Measure[] = [
  {
    name: 'verified-as-claimed',
    source: VERIFICATIONS.name,
    kind: 'quality-assurance',
    unit: 'share',
    better: 'higher',
    numerator: 'upheld',
    denominator: 'verified',
    label: { en: 'Claims that held when looked into', cy: 'Honiadau a ddaliodd pan edrychwyd arnynt' },
    meaning: {
      en: 'Claims of a random sample, looked into in the period by somebody independent, that were found as the review had concluded, over all that could be verified.',
      cy: 'Honiadau o sampl ar hap yr edrychodd rhywun annibynnol arnynt yn y cyfnod, ac y canfuwyd eu bod fel y casglodd yr adolygiad, dros bob un yr oedd modd ei gadarnhau.',
    },
  },
  {
    name: 'verification-gap',
    source: VERIFICATIONS.name,
    kind: 'quality-assurance',
    unit: 'share',
    better: 'lower',
    numerator: 'provider_gap',
    denominator: 'with_provider_claim',
    label: {
      en: 'Gap between the provider’s word and what was found',
      cy: 'Y bwlch rhwng gair y darparwr a’r hyn a ganfuwyd',
    },
    meaning: {
      en: 'Over the claims of random samples that could be verified in the period and on which the provider had reported: those the provider called achieved, less those found achieved. Below zero where more was found than the provider said.',
      cy: 'Dros honiadau samplau ar hap yr oedd modd eu cadarnhau yn y cyfnod ac y bu’r darparwr yn adrodd arnynt: y rhai y dywedodd y darparwr iddynt gael eu cyflawni, llai’r rhai y canfuwyd iddynt gael eu cyflawni. O dan sero lle canfuwyd mwy nag a ddywedodd y darparwr.',
    },
  },
]
