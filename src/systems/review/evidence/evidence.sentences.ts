/** What a piece of evidence says in words, made from its numbers by rule. */
import type { Language } from '../../../kernel/language.ts'
import { type Ratio, ratio, showCount, showNumber, showShare } from '../../../kernel/quantity.ts'
import { evidenceText } from './evidence.text.ts'
import { type EvidenceUnit, movementOf } from './evidence.ts'

/** A value in its unit: "61%", "212 people", "8.4 workers a month". */
export function showValue(language: Language, unit: EvidenceUnit, value: Ratio, decimals = 0): string {
  if (unit === 'share') return showShare(language, value, decimals)
  const words = evidenceText[language].units[unit]
  const amount = value.denominator === 0 ? 0 : value.numerator / value.denominator
  return words(showNumber(language, amount, unit === 'workers-per-person' || unit === 'points' ? 1 : decimals))
}

export type Said = {
  readonly kind: 'measure' | 'fact'
  readonly unit: EvidenceUnit
  /** Numerator and denominator are numbers of things, and worth saying beside the share; seconds and points are not. */
  readonly counts: boolean
  readonly now: Ratio | undefined
  readonly before: Ratio | undefined
}

/** "61%: 318 of 521. Up from 52% in the period before, by more than chance explains." */
export function measureSentence(language: Language, { unit, counts, now, before }: Said): string {
  const words = evidenceText[language]
  if (!now) return words.notReadable
  const movement = movementOf(unit, now, before)
  if (movement === 'nothing-recorded') return words.nothingRecorded
  if (movement === 'nothing-before' || !before) return `${counted(language, unit, counts, now)} ${words.nothingBefore}`
  const looksTheSame = showValue(language, unit, now) === showValue(language, unit, before)
  if (looksTheSame && movement === 'steady') return `${counted(language, unit, counts, now)} ${words.same}`
  // A movement that the whole number hides is told with one place more.
  const decimals = looksTheSame ? 1 : 0
  const moved = (unit === 'share' ? words.movements : words.amountMovements)[movement]
  return `${counted(language, unit, counts, now, decimals)} ${moved(showValue(language, unit, before, decimals))}`
}

function counted(language: Language, unit: EvidenceUnit, counts: boolean, now: Ratio, decimals = 0): string {
  const words = evidenceText[language]
  const value = showValue(language, unit, now, decimals)
  return unit === 'share' && counts
    ? words.countedShare(value, showCount(language, now.numerator), showCount(language, now.denominator))
    : words.counted(value)
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
export function readingSentence(language: Language, said: Said): string {
  return said.kind === 'fact' ? factSentence(language, said.now) : measureSentence(language, said)
}

/** A ratio as it went into JSON comes back without its type. */
export function maybeRatio(value: { numerator: number; denominator: number } | null | undefined): Ratio | undefined {
  return value ? ratio(value.numerator, value.denominator) : undefined
}
