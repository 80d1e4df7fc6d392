/** The months of a piece of evidence as points of a trend, each with what chance alone would explain. */
import { type Band, bandFor, usualOf } from '../../../kernel/chance.ts'
import { type Day, day } from '../../../kernel/period.ts'
import { type Ratio, shareOf } from '../../../kernel/quantity.ts'
import type { EvidenceUnit } from './evidence.ts'

export type EvidencePoint = {
  readonly month: Day
  /** null: nothing happened in that month. */
  readonly value: number | null
  readonly band: Band | undefined
}

/**
 * The band is learnt from the same months, for a review looks back over them as a whole; fewer than six filled months have none. A gap
 * between two words may lie below zero, where no band of shares holds.
 */
export function evidencePoints(
  unit: EvidenceUnit,
  months: readonly (Ratio & { readonly month: string })[],
): readonly EvidencePoint[] {
  const nature = unit === 'share' && months.every((month) => month.numerator >= 0) ? 'share' : 'amount'
  const usual = usualOf(nature, months)
  return months.map((month) => ({
    month: day(month.month),
    value: shareOf(month) ?? null,
    band: usual && month.denominator > 0 ? bandFor(usual, month) : undefined,
  }))
}

/** Two months with something in them make a line; fewer are told in words alone. */
export function isWorthDrawing(points: readonly EvidencePoint[]): boolean {
  return points.filter((point) => point.value !== null).length >= 2
}
