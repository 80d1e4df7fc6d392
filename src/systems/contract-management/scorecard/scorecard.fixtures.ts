/** Readings of one measure for tests: steady at 82 of 100 on time unless told otherwise. */
import { day } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import type { Found, MeasureFacts, MonthFound } from './scorecard.ts'

export function aMeasure(facts: Partial<MeasureFacts> = {}): MeasureFacts {
  return {
    name: 'visits-on-time',
    kind: 'performance',
    unit: 'share',
    better: 'higher',
    label: { en: 'Visits that started on time', cy: 'Ymweliadau a ddechreuodd yn brydlon' },
    isCount: false,
    ...facts,
  }
}

/** Months from June 2025 on. */
export function months(values: readonly Ratio[]): readonly MonthFound[] {
  return values.map((value, index) => ({ ...value, month: day('2025-06-01').add({ months: index }) }))
}

export function found(given: Partial<Found> = {}): Found {
  const steady: readonly Ratio[] = Array.from({ length: 12 }, () => ratio(328, 400))
  return {
    measure: aMeasure(),
    now: ratio(3936, 4800),
    before: ratio(3936, 4800),
    months: months(steady),
    monthsBefore: steady,
    ...given,
  }
}
