/** What chance alone would explain: the band drawn behind a trend, and whether a month, a run of months or a target lies outside it. */
import { addRatios, type Ratio, ratio, shareOf } from './quantity.ts'

/** `share`: so many out of so many (82 of 100 visits on time). `amount`: anything else that varies from month to month (hours, workers per person). */
export type Nature = 'share' | 'amount'

export type Better = 'higher' | 'lower' | 'neither'

/** From the lowest to the highest value that chance explains, in the unit of the value. */
export type Band = { readonly low: number; readonly high: number }

/** What is usual, learnt from the months before: the value expected and how far one month strays from it. */
export type Usual = {
  readonly nature: Nature
  readonly expected: number
  /** For a share: how much wider than pure chance its months vary (1: exactly chance). For an amount: one standard deviation. */
  readonly spread: number
}

/** Limits stand three standard deviations off, as in any control chart: a month strays beyond them by chance about once in 370. */
export const SIGMAS = 3

/** Fewer months with something in them than this say nothing about what is usual. */
export const MONTHS_TO_LEARN_FROM = 6

/** This many months in a row on one side of what is usual are a change, even where none is outside the band (1 in 256 by chance). */
export const MONTHS_OF_A_SHIFT = 8

/**
 * Learns what is usual from earlier months; undefined where fewer than six of them hold anything.
 *
 * A share's months are taken as draws from one proportion, widened by how much more they vary than that (Laney's p′ chart), because large
 * contracts vary more than coin-tossing does. An amount's spread is the mean difference from month to month over 1.128 (an XmR chart).
 */
export function usualOf(nature: Nature, before: readonly Ratio[]): Usual | undefined {
  const filled = before.filter((month) => month.denominator > 0)
  if (filled.length < MONTHS_TO_LEARN_FROM) return undefined
  if (nature === 'share') {
    const expected = shareOf(addRatios(filled)) ?? 0
    const strays = filled.map((month) => (levelOf(month) - expected) / deviationOfShare(expected, month.denominator))
    return { nature, expected, spread: Math.max(1, meanStep(strays) / STEP_OF_ONE_DEVIATION) }
  }
  const values = filled.map(levelOf)
  const expected = values.reduce((sum, value) => sum + value, 0) / values.length
  return { nature, expected, spread: meanStep(values) / STEP_OF_ONE_DEVIATION }
}

/** The band for one month: wider where less happened in it. 82 % usual, 400 visits, no more than chance: 76.2 % to 87.8 %. */
export function bandFor(usual: Usual, month: Ratio, around: number = usual.expected): Band {
  const reach = SIGMAS * deviation(usual, month, around)
  const low = Math.max(0, around - reach)
  return usual.nature === 'share' ? { low, high: Math.min(1, around + reach) } : { low, high: around + reach }
}

/** Where a month lies against its band; undefined where nothing happened in it. */
export function placeOf(usual: Usual, month: Ratio): 'below' | 'within' | 'above' | undefined {
  if (month.denominator === 0) return undefined
  const band = bandFor(usual, month)
  const value = levelOf(month)
  if (value < band.low) return 'below'
  return value > band.high ? 'above' : 'within'
}

export type Target = { readonly value: number; readonly better: Better }

/**
 * What chance explains around a target. Without a usual spread a share is judged by pure chance; an amount, which could then be judged
 * by nothing, by the target itself.
 */
export function bandOfTarget(nature: Nature, target: number, found: Ratio, usual?: Usual): Band {
  return bandFor(usual ?? { nature, expected: target, spread: nature === 'share' ? 1 : 0 }, found, target)
}

/** Whether a month, or a whole period, is on the wrong side of its target by more than chance explains. `neither` has no wrong side. */
export function missesTarget(nature: Nature, target: Target, found: Ratio, usual?: Usual): boolean {
  if (found.denominator === 0 || target.better === 'neither') return false
  const band = bandOfTarget(nature, target.value, found, usual)
  return target.better === 'higher' ? levelOf(found) < band.low : levelOf(found) > band.high
}

/** Whether a share is below a floor by more than so many standard deviations of pure chance; false where it is of nothing. */
export function isBelow(found: Ratio, floor: number, deviations: number): boolean {
  return found.denominator > 0 && levelOf(found) < floor - deviations * deviationOfShare(floor, found.denominator)
}

/** How many of the newest months in a row satisfy a condition; months in which nothing happened neither count nor break the run. */
export function newestRun(months: readonly Ratio[], holds: (month: Ratio) => boolean): number {
  let run = 0
  for (const month of months.toReversed()) {
    if (month.denominator === 0) continue
    if (!holds(month)) return run
    run += 1
  }
  return run
}

export type Change = { readonly direction: 'up' | 'down'; readonly months: number }

/** A change from what is usual, seen in the newest months: outside the band, or a long run on one side; undefined where chance explains them. */
export function changeOf(usual: Usual, months: readonly Ratio[]): Change | undefined {
  const above = newestRun(months, (month) => placeOf(usual, month) === 'above')
  if (above > 0) return { direction: 'up', months: above }
  const below = newestRun(months, (month) => placeOf(usual, month) === 'below')
  if (below > 0) return { direction: 'down', months: below }
  const higher = newestRun(months, (month) => levelOf(month) > usual.expected)
  if (higher >= MONTHS_OF_A_SHIFT) return { direction: 'up', months: higher }
  const lower = newestRun(months, (month) => levelOf(month) < usual.expected)
  if (lower >= MONTHS_OF_A_SHIFT) return { direction: 'down', months: lower }
  return undefined
}

/** Whether two shares differ by more than chance explains, at the same three standard deviations; false where either is empty. */
export function sharesDiffer(a: Ratio, b: Ratio): boolean {
  if (a.denominator === 0 || b.denominator === 0) return false
  const together = smoothed(addRatios([a, b]))
  const deviationOfGap = Math.sqrt(together * (1 - together) * (1 / a.denominator + 1 / b.denominator))
  return Math.abs(levelOf(a) - levelOf(b)) > SIGMAS * deviationOfGap
}

/** Mean step between neighbours of a series whose values have one standard deviation: 2/√π. */
const STEP_OF_ONE_DEVIATION = 1.128

function levelOf(of: Ratio): number {
  return of.numerator / of.denominator
}

function deviation(usual: Usual, month: Ratio, around: number): number {
  return usual.nature === 'share' ? usual.spread * deviationOfShare(around, month.denominator) : usual.spread
}

/** Smoothed, so that nothing missed out of 40 visits does not make the first missed one impossible. */
function deviationOfShare(share: number, count: number): number {
  const likely = smoothed(ratio(share * count, count))
  return Math.sqrt((likely * (1 - likely)) / count)
}

/** Two more of each kind (Agresti and Coull): 0 of 40 becomes 2 of 44. */
function smoothed(of: Ratio): number {
  return (of.numerator + 2) / (of.denominator + 4)
}

function meanStep(values: readonly number[]): number {
  const steps = values.slice(1).map((value, index) => Math.abs(value - (values[index] ?? value)))
  return steps.length === 0 ? 0 : steps.reduce((sum, step) => sum + step, 0) / steps.length
}
