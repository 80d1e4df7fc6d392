/** What the records say to a prompt: the reading, how it moved since the period before, and what changed when it was read again. */
import { type Better, sharesDiffer } from '../../../kernel/chance.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'

/** Of a measure: its unit. A fact is a number of things out of all of them. */
export type EvidenceUnit =
  | 'share'
  | 'visits'
  | 'hours'
  | 'people'
  | 'outcomes'
  | 'reviews'
  | 'episodes'
  | 'workers-per-person'
  | 'points'

export type MonthReading = Ratio & { readonly month: Day }

/** One number asked of the records for one prompt, frozen as it was read. */
export type EvidenceReading = {
  readonly name: string
  readonly kind: 'measure' | 'fact'
  /** undefined: the records could not be asked; said plainly on the page. */
  readonly now: Ratio | undefined
  readonly before: Ratio | undefined
  readonly months: readonly MonthReading[]
  readonly asOf: Temporal.Instant | undefined
}

export type Disagreement = {
  readonly text: string
  readonly language: Language
  readonly by: string
}

export type KeptEvidence = EvidenceReading & {
  readonly promptId: string
  readonly readAt: Temporal.Instant
  readonly disagreement: Disagreement | undefined
  /** Of the disagreement, for those who write it at the same time. */
  readonly version: number
}

/** How a value stands against the period before: only what chance does not explain counts as a movement. */
export type Movement = 'nothing-recorded' | 'nothing-before' | 'rose' | 'fell' | 'steady'

/** A movement of an amount that is smaller than this share of what it was is not worth a sentence. */
export const AMOUNT_MOVES_FROM = 0.05

/**
 * Shares move when chance alone does not explain the difference; amounts when they change by 5 % or more.
 * 61 of 100 after 52 of 100: steady, for a hundred reviews vary that much. 610 of 1,000 after 520 of 1,000: rose.
 */
export function movementOf(unit: EvidenceUnit, now: Ratio, before: Ratio | undefined): Movement {
  if (now.denominator === 0) return 'nothing-recorded'
  if (!before || before.denominator === 0) return 'nothing-before'
  const gap = now.numerator / now.denominator - before.numerator / before.denominator
  if (unit === 'share') return sharesDiffer(now, before) ? directionOf(gap) : 'steady'
  const was = Math.abs(before.numerator / before.denominator)
  // Rounded to a millionth, so that 105 after 100 is the five per cent it is.
  return Math.round(Math.abs(gap) * 1e6) >= Math.round(AMOUNT_MOVES_FROM * was * 1e6) && gap !== 0
    ? directionOf(gap)
    : 'steady'
}

function directionOf(gap: number): 'rose' | 'fell' {
  return gap > 0 ? 'rose' : 'fell'
}

/** Whether a movement is for the better; undefined where there is none, or where neither way is better. */
export function isBetter(movement: Movement, better: Better): boolean | undefined {
  if (better === 'neither' || (movement !== 'rose' && movement !== 'fell')) return undefined
  return (movement === 'rose') === (better === 'higher')
}

/** Readings that say another number than before, or that could not be read before, or no longer can. */
export function changedSince(
  earlier: readonly EvidenceReading[],
  later: readonly EvidenceReading[],
): readonly { readonly name: string; readonly was: Ratio | undefined; readonly is: Ratio | undefined }[] {
  const known = new Map(earlier.map((reading) => [reading.name, reading.now]))
  return later.flatMap(({ name, now }) => {
    if (!known.has(name)) return []
    const was = known.get(name)
    return saysTheSame(was, now) ? [] : [{ name, was, is: now }]
  })
}

function saysTheSame(a: Ratio | undefined, b: Ratio | undefined): boolean {
  return a?.numerator === b?.numerator && a?.denominator === b?.denominator
}

/** A fact as a reading: nothing came before it and it has no months; it is what the registers say now. */
export function factReading(name: string, wanting: number, all: number): EvidenceReading {
  return { name, kind: 'fact', now: ratio(wanting, all), before: undefined, months: [], asOf: undefined }
}
