/**
 * What chance alone would explain: the limits of Shewhart's control charts (p chart for shares, c chart for counts), so that a point is
 * marked only when something other than chance is likely behind it.
 * Source: NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.3.1 (counts) and 6.3.3.2 (proportions).
 */
import { addRatios, type Ratio, shareOf } from './quantity.ts'

export type BandPoint = {
  /** Undefined where nothing could be counted. */
  readonly value: number | undefined
  readonly low: number | undefined
  readonly high: number | undefined
  readonly outside: 'above' | 'below' | undefined
}

export type ChanceBand = { readonly centre: number | undefined; readonly points: readonly BandPoint[] }

/**
 * Limits for shares: centre p = all numerators over all denominators; each point's own limits are p ± 3·√(p(1−p)/n), cut at 0 and 1.
 * With 60 of 100 and 20 of 50: p = 80/150 = 0.533; for n = 100 the limits are 0.533 ± 3·√(0.533·0.467/100) = 0.533 ± 0.150.
 * `baseline` gives the points whose centre is used where it should be that of an earlier, settled time.
 */
export function shareBand(points: readonly Ratio[], baseline: readonly Ratio[] = points): ChanceBand {
  const centre = shareOf(addRatios(baseline))
  return {
    centre,
    points: points.map((point) => {
      const value = shareOf(point)
      if (value === undefined || centre === undefined) return nothingKnown(value)
      const reach = 3 * Math.sqrt((centre * (1 - centre)) / point.denominator)
      return within(value, Math.max(0, centre - reach), Math.min(1, centre + reach))
    }),
  }
}

/**
 * Limits for counts over equal spans (complaints a month): centre c = mean; limits c ± 3·√c, cut at 0.
 * With 4, 2 and 3: c = 3, limits 0 and 3 + 3·√3 = 8.2.
 */
export function countBand(counts: readonly (number | undefined)[], baseline = counts): ChanceBand {
  const known = baseline.filter((count) => count !== undefined)
  const centre = known.length === 0 ? undefined : known.reduce((sum, count) => sum + count, 0) / known.length
  return {
    centre,
    points: counts.map((value) => {
      if (value === undefined || centre === undefined) return nothingKnown(value)
      const reach = 3 * Math.sqrt(centre)
      return within(value, Math.max(0, centre - reach), centre + reach)
    }),
  }
}

/** How many of the last points in a row lie outside on the same side; 0 where the last one is inside or unknown. */
export function runOutside(points: readonly BandPoint[]): {
  readonly length: number
  readonly side?: 'above' | 'below'
} {
  const side = points.at(-1)?.outside
  if (!side) return { length: 0 }
  const lastOther = points.findLastIndex((point) => point.outside !== side)
  return { length: points.length - 1 - lastOther, side }
}

function nothingKnown(value: number | undefined): BandPoint {
  return { value, low: undefined, high: undefined, outside: undefined }
}

/** On the limit is within it. The small allowance keeps rounding in the last binary place from marking such a point. */
function within(value: number, low: number, high: number): BandPoint {
  const allowance = 1e-12
  const outside = value > high + allowance ? 'above' : value < low - allowance ? 'below' : undefined
  return { value, low, high, outside }
}
