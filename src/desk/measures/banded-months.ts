/** The months of a measure beside what chance alone would explain of them. */
import { type Band, bandFor, type Change, changeOf, usualOf } from '../../kernel/chance.ts'
import type { Period } from '../../kernel/period.ts'
import type { Measure } from '../../measures/measure.ts'
import type { Reading } from '../../measures/reading.ts'

/** `band` is absent where nothing happened in the month, or too little before it to know what is usual. */
export type BandedMonth = { readonly reading: Reading; readonly band?: Band }

/** What is usual is learnt from the months before the period; where those say too little, from the period's own. */
export function bandMonths(
  measure: Measure,
  all: readonly Reading[],
  period: Period,
): { readonly months: readonly BandedMonth[]; readonly change?: Change } {
  const isBefore = ({ period: { from } }: Reading) => Temporal.PlainDate.compare(from, period.from) < 0
  const before = all.filter(isBefore)
  const months = all.filter((reading) => !isBefore(reading))
  // A gap may be below zero, so it is no share of anything.
  const nature = measure.unit === 'share' && all.every(({ numerator }) => numerator >= 0) ? 'share' : 'amount'
  const usual = usualOf(nature, before) ?? usualOf(nature, months)
  if (!usual) return { months: months.map((reading) => ({ reading })) }
  const change = changeOf(usual, months)
  return {
    months: months.map((reading) =>
      reading.denominator === 0 ? { reading } : { reading, band: bandFor(usual, reading) },
    ),
    ...(change ? { change } : {}),
  }
}
