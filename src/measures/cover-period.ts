/** How a period is put together from rollups: its whole months, and the days at its edges. */
import { firstOfMonth, lastOfMonth, type Period } from '../kernel/period.ts'

export type Cover = {
  /** From the first day of the first whole month to the last day of the last; absent where the period holds no whole month. */
  readonly months?: Period
  /** The days before and after the whole months: none, one or two spans, each within one or two months. */
  readonly edges: readonly Period[]
}

/**
 * Each day of the period stands in exactly one part. 10 January to 5 April is February and March whole, and the edges 10 to 31 January
 * and 1 to 5 April.
 */
export function coverPeriod({ from, to }: Period): Cover {
  const firstWhole = from.day === 1 ? from : firstOfMonth(from).add({ months: 1 })
  const lastWhole = to.day === to.daysInMonth ? to : firstOfMonth(to).subtract({ days: 1 })
  if (isAfter(firstWhole, lastWhole)) return { edges: [{ from, to }] }
  const edges: Period[] = []
  if (isAfter(firstWhole, from)) edges.push({ from, to: lastOfMonth(from) })
  if (isAfter(to, lastWhole)) edges.push({ from: firstOfMonth(to), to })
  return { months: { from: firstWhole, to: lastWhole }, edges }
}

function isAfter(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(a, b) > 0
}
