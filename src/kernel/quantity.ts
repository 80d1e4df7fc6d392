/** Counts and the ratios made of them: numerator and denominator are kept, the percentage is only shown. */
import { numberFormat } from './formats.ts'
import type { Language } from './language.ts'

/** A count over a count. A denominator of zero is a fact ("nothing fell due"), not an error. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator }
}

/** Percentages are never averaged: ratios are added, top to top and bottom to bottom. 3/4 + 1/4 = 4/8, not 50 % of 75 % and 25 %. */
export function addRatios(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce<Ratio>(
    (sum, r) => ({ numerator: sum.numerator + r.numerator, denominator: sum.denominator + r.denominator }),
    { numerator: 0, denominator: 0 },
  )
}

/** The share between 0 and 1 (or beyond, for a gap), or undefined where there is nothing to divide by. */
export function shareOf(r: Ratio): number | undefined {
  return r.denominator === 0 ? undefined : r.numerator / r.denominator
}

/** "61%" / "61%"; an empty denominator shows as an en dash. Half a point rounds away from zero. */
export function showShare(language: Language, r: Ratio, decimals = 0): string {
  const share = shareOf(r)
  if (share === undefined) return '–'
  return numberFormat(language, 'percent', decimals, decimals).format(share)
}

/** "84,310". */
export function showCount(language: Language, count: number): string {
  return numberFormat(language, 'decimal').format(count)
}

/** Long lists count so many of what they hold, and one more to see whether there are more: counting on takes longer than anybody looks. */
export const COUNTED_UP_TO = 1000

/** "84", or "1,000+" where it was not counted on. */
export function showCounted(language: Language, count: number, upTo = COUNTED_UP_TO): string {
  return count > upTo ? `${showCount(language, upTo)}+` : showCount(language, count)
}

/** "7,026.5", with at most `decimals` places. */
export function showNumber(language: Language, value: number, decimals = 1): string {
  return numberFormat(language, 'decimal', decimals).format(value)
}
