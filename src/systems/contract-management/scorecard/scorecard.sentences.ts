/** What a scorecard says in sentences, chosen from its numbers by rule; the same rule in both languages. */
import { sharesDiffer } from '../../../kernel/chance.ts'
import { counted } from '../../../kernel/counted.ts'
import { inBoth, type Language } from '../../../kernel/language.ts'
import { monthsOf, type Period } from '../../../kernel/period.ts'
import { type Ratio, ratio, shareOf, showCount, showNumber, showShare } from '../../../kernel/quantity.ts'
import type { SecondLook } from '../attribution-rule/attribution-rule.ts'
import { type Comparison, type Span, scorecardText } from './scorecard.text.ts'
import {
  type Achieved,
  type MeasureFacts,
  REVIEWS_WORTH_A_SHARE,
  type ScorecardRow,
  type Verdict,
  type Words,
  whoSaysMore,
} from './scorecard.ts'

export type Told = {
  readonly now: Achieved
  readonly before: Achieved
  readonly period: Period
  readonly rows: readonly ScorecardRow[]
  readonly words: Words
  readonly servesOutcomes: boolean
}

/** The lead: what was achieved, what of its delivery stands out, and whether provider and people tell the same story. */
export function leadOf(language: Language, told: Told): string {
  const text = scorecardText[language].lead
  const sentences = [
    ...(told.servesOutcomes ? [] : [text.servesNothing]),
    achievedSentence(language, told),
    deliverySentence(language, told.rows),
    WORD_SENTENCES[whoSaysMore(told.words) ?? 'same'][language],
  ]
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

const WORD_SENTENCES = {
  provider: inBoth((language) => scorecardText[language].lead.providerSaysMore),
  people: inBoth((language) => scorecardText[language].lead.peopleSayMore),
  same: { en: '', cy: '' },
} as const

function achievedSentence(language: Language, { now, before, period }: Told): string {
  const text = scorecardText[language].lead
  if (now.reviewed === 0) return text.nothing
  if (now.reviewed < REVIEWS_WORTH_A_SHARE) return text.tooFew(now.achieved, now.reviewed)
  const tenths = Math.round((10 * now.achieved) / now.reviewed)
  return `${text.achieved[tenths]}${text.than[comparisonOf(now, before)][spanOf(period)]}`
}

function comparisonOf(now: Achieved, before: Achieved): Comparison {
  if (before.reviewed < REVIEWS_WORTH_A_SHARE) return 'unknown'
  const [share, shareBefore] = [ratio(now.achieved, now.reviewed), ratio(before.achieved, before.reviewed)]
  if (!sharesDiffer(share, shareBefore)) return 'same'
  return (shareOf(share) ?? 0) > (shareOf(shareBefore) ?? 0) ? 'more' : 'fewer'
}

/** By the whole months that a period covers. */
function spanOf(period: Period): Span {
  const whole = period.from.day === 1 && period.to.day === period.to.daysInMonth
  const months = whole ? monthsOf(period).length : 0
  if (months === 12) return 'year'
  return months === 3 ? 'quarter' : 'other'
}

/** The missed target that comes first in the source's order, and how many more; or that all are met; nothing where none was set. */
function deliverySentence(language: Language, rows: readonly ScorecardRow[]): string {
  const { lead, missed, missedOther } = scorecardText[language]
  const withTarget = rows.filter((row) => row.target !== undefined && row.verdict.kind !== 'nothing-happened')
  const [first, ...others] = withTarget.filter((row) => row.verdict.kind === 'target-missed')
  if (first) {
    const { name, label } = first.measure
    const sentence = missed[name] ?? missedOther(label[language])
    return others.length === 0 ? sentence : `${sentence} ${lead.othersMissed(others.length)}`
  }
  const allMet = withTarget.length > 0 && withTarget.every((row) => row.verdict.kind === 'target-met')
  return allMet ? lead.allMet : ''
}

/** What one row means. */
export function rowSentence(language: Language, row: ScorecardRow): string {
  const text = scorecardText[language].row
  const sentence = verdictSentence(language, row)
  return row.servesOutcomeId === null ? `${sentence} ${text.servesNothing}` : sentence
}

function verdictSentence(language: Language, { verdict, measure }: ScorecardRow): string {
  const text = scorecardText[language].row
  switch (verdict.kind) {
    case 'nothing-happened':
      return text.nothing
    case 'target-missed':
      return measure.better === 'higher' ? text.below(verdict.months) : text.above(verdict.months)
    case 'target-missed-before':
      return text.missedBefore
    case 'changed':
      return changeSentence(language, verdict)
    case 'just-short':
      return text.justShort
    case 'target-met':
      return verdict.worseFor === undefined ? text.met : text.metButWorse(verdict.worseFor)
    case 'as-usual':
      return text.asUsual
    case 'too-new':
      return text.tooNew
  }
}

function changeSentence(language: Language, { change, isBetter }: Extract<Verdict, { kind: 'changed' }>): string {
  const text = scorecardText[language].row
  if (isBetter !== undefined) return isBetter ? text.better(change.months) : text.worse(change.months)
  return change.direction === 'up' ? text.higher(change.months) : text.lower(change.months)
}

/** A measure's number in its own unit: "82%", "7,026 hours a month", "212 people", "5.4". */
export function showValue(language: Language, measure: MeasureFacts, value: Ratio, months = 1): string {
  const share = shareOf(value)
  if (share === undefined) return '–'
  if (measure.unit === 'share') return showShare(language, value, share !== 0 && Math.abs(share) < 0.1 ? 1 : 0)
  if (measure.isCount && measure.unit === 'people') return counted(language, value.numerator, 'person')
  if (measure.isCount && measure.unit === 'reviews') return counted(language, value.numerator, 'review')
  if (measure.isCount && measure.unit === 'outcomes') return counted(language, value.numerator, 'outcome')
  const perMonth = showCount(language, Math.round(share / months))
  if (measure.unit === 'hours' || measure.unit === 'visits')
    return scorecardText[language].perMonth[measure.unit](perMonth)
  return showNumber(language, share)
}

/** A point of a chart or the edge of its band, which need not be whole: "82%", "12.3". */
export function showPoint(language: Language, measure: MeasureFacts, value: number): string {
  return measure.unit === 'share' ? showValue(language, measure, ratio(value, 1)) : showNumber(language, value)
}

/** Numerator and denominator, target and baseline: "33,120 of 40,400 · target 90% · baseline 88%". */
export function rowDetail(language: Language, row: ScorecardRow): string {
  const text = scorecardText[language]
  const { measure, target, baseline } = row
  const targets = target === undefined ? [] : [text.target(showValue(language, measure, ratio(target, 1)))]
  const baselines = baseline ? [text.baseline(showValue(language, measure, baseline))] : []
  // A part is never broken over two lines.
  return [...countsOf(language, row), ...targets, ...baselines]
    .map((part) => part.replaceAll(' ', '\u00a0'))
    .join(' · ')
}

/** "33,120 of 40,400" for a share; "mean of 163" for a mean; nothing for a plain count. */
function countsOf(language: Language, { measure, now }: ScorecardRow): readonly string[] {
  const text = scorecardText[language]
  if (measure.isCount || now.denominator === 0) return []
  if (measure.unit !== 'share') return [text.meanOf(whole(language, now.denominator))]
  return [text.of(whole(language, now.numerator), whole(language, now.denominator))]
}

function whole(language: Language, count: number): string {
  return showCount(language, Math.round(count))
}

/** Why attribution needs another look, with its evidence; `label` names the measure of performance. */
export function lookSentences(language: Language, look: SecondLook, label: string): readonly string[] {
  const text = scorecardText[language].look
  const now = showShare(language, look.outcomesNow)
  if (look.why === 'performance-good-outcomes-poor') return [text.good(look.monthsLookedAt), text.poorOutcomes(now)]
  const before = shareOf(look.outcomesBefore)
  const rose = before !== undefined && (shareOf(look.outcomesNow) ?? 0) > before
  const outcomes = rose ? text.roseTo(showShare(language, look.outcomesBefore), now) : text.heldAt(now)
  return [text.poor(label, look.monthsMissed, look.monthsLookedAt), outcomes]
}
