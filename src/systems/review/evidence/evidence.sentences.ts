/** What a piece of evidence says in words, made from its numbers by rule. */
import type { Language } from '../../../kernel/language.ts'
import { type Ratio, ratio, showCount, showNumber, showShare } from '../../../kernel/quantity.ts'
import { evidenceText } from './evidence.text.ts'
import { type EvidenceUnit, movementOf } from './evidence.ts'

/** A value in its unit: "61%", "212 people", "8.4 workers a month". */
export function showValue(language: Language, unit: EvidenceUnit, value: Ratio): string {
  if (unit === 'share') return showShare(language, value)
  const words = evidenceText[language].units[unit]
  const amount = value.denominator === 0 ? 0 : value.numerator / value.denominator
  return words(showNumber(language, amount, unit === 'workers-per-person' || unit === 'points' ? 1 : 0))
}

/** "61%: 318 of 521. Up from 52% in the period before, more than chance explains." */
export function evidenceSentence(
  language: Language,
  unit: EvidenceUnit,
  now: Ratio | undefined,
  before: Ratio | undefined,
): string {
  const words = evidenceText[language]
  if (!now) return words.notReadable
  const movement = movementOf(unit, now, before)
  if (movement === 'nothing-recorded') return words.nothingRecorded
  const value = showValue(language, unit, now)
  const counted =
    unit === 'share'
      ? words.countedShare(value, showCount(language, now.numerator), showCount(language, now.denominator))
      : words.counted(value)
  if (movement === 'nothing-before' || !before) return `${counted} ${words.nothingBefore}`
  const earlier = showValue(language, unit, before)
  const moved = (unit === 'share' ? words.movements : words.amountMovements)[movement](earlier)
  return `${counted} ${moved}`
}

/** "2 of 9." A fact says how many are wanting, out of how many. */
export function factSentence(language: Language, now: Ratio | undefined): string {
  const words = evidenceText[language]
  if (!now) return words.notReadable
  if (now.denominator === 0) return words.noneToCount
  if (now.numerator === 0) return words.noneOf(showCount(language, now.denominator))
  return words.someOf(showCount(language, now.numerator), showCount(language, now.denominator))
}

/** Of any kind: what it says. */
export function readingSentence(
  language: Language,
  reading: {
    readonly kind: 'measure' | 'fact'
    readonly unit: EvidenceUnit
    readonly now: Ratio | undefined
    readonly before: Ratio | undefined
  },
): string {
  return reading.kind === 'fact'
    ? factSentence(language, reading.now)
    : evidenceSentence(language, reading.unit, reading.now, reading.before)
}

/** A ratio as it went into JSON comes back without its type. */
export function maybeRatio(value: { numerator: number; denominator: number } | null | undefined): Ratio | undefined {
  return value ? ratio(value.numerator, value.denominator) : undefined
}
