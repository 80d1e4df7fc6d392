/** The scorecard of a contract: outcomes first, then what it takes, and what each number means against chance, target and baseline. */
import {
  type Band,
  type Better,
  bandFor,
  bandOfTarget,
  type Change,
  changeOf,
  missesTarget,
  type Nature,
  newestRun,
  placeOf,
  type Usual,
  usualOf,
} from '../../../kernel/chance.ts'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day, Period } from '../../../kernel/period.ts'
import { monthsOf } from '../../../kernel/period.ts'
import { type Ratio, shareOf } from '../../../kernel/quantity.ts'
import type { MeasureKind, MeasureUnit } from '../../../measures/measure.ts'
import type { Indicator } from '../indicator/indicator.ts'

/** What it takes, in the source's order (Tool 20, section 5); outcomes stand above them. */
export const KINDS_BELOW_OUTCOMES = [
  'activity',
  'performance',
  'quality',
  'quality-assurance',
  'timescale',
  'risk',
] as const satisfies readonly MeasureKind[]
export type KindBelowOutcomes = (typeof KINDS_BELOW_OUTCOMES)[number]

/** Shown of each kind where the contract watches nothing of that kind itself, so that no kind is silently missing. */
export const SHOWN_ANYWAY = {
  activity: ['people-served', 'hours-delivered'],
  performance: ['visits-on-time', 'visits-missed'],
  quality: ['continuity'],
  'quality-assurance': ['outcomes-asked'],
  timescale: ['reviews-on-time'],
  risk: ['people-missed-twice'],
} as const satisfies Record<KindBelowOutcomes, readonly string[]>

/** Months drawn at least, so that a trend can be seen; as many before them teach what is usual. */
export const MONTHS_DRAWN = 12

/** A gap between what provider and people say is worth saying from ten points on, and from this many outcomes on which both spoke. */
export const GAP_WORTH_SAYING = 0.1
export const WORDS_WORTH_COMPARING = 20

/** Fewer outcomes reviewed than this are told as a number, not as a share. */
export const REVIEWS_WORTH_A_SHARE = 10

export type MeasureFacts = {
  readonly name: string
  readonly kind: MeasureKind
  readonly unit: MeasureUnit
  readonly better: Better
  readonly label: Bilingual
  /** A plain count, which has no denominator of its own. */
  readonly isCount: boolean
}

export type MonthFound = Ratio & { readonly month: Day }

/** What was read of one measure for one contract. */
export type Found = {
  readonly measure: MeasureFacts
  readonly now: Ratio
  readonly before: Ratio
  /** The months drawn, oldest first. */
  readonly months: readonly MonthFound[]
  /** The months before them, from which what is usual is learnt. */
  readonly monthsBefore: readonly Ratio[]
  readonly indicator?: Indicator | undefined
}

export type Verdict =
  | { readonly kind: 'nothing-happened' }
  /** The newest months in a row are on the wrong side of the target by more than chance explains. */
  | { readonly kind: 'target-missed'; readonly months: number }
  /** The period as a whole is, the newest month no longer. */
  | { readonly kind: 'target-missed-before' }
  /** On the wrong side of the target, by no more than chance explains. */
  | { readonly kind: 'just-short' }
  /** `worseFor`: for so many months worse than usual all the same. */
  | { readonly kind: 'target-met'; readonly worseFor?: number }
  | { readonly kind: 'changed'; readonly change: Change; readonly isBetter: boolean | undefined }
  | { readonly kind: 'as-usual' }
  | { readonly kind: 'too-new' }

export type Point = {
  readonly month: Day
  readonly value: number | null
  /** What chance explains around the target; around what is usual where there is none. */
  readonly band: Band | undefined
  /** Whether it misses the target, or strays from what is usual, by more than that. */
  readonly isOutside: boolean
}

export type ScorecardRow = {
  readonly measure: MeasureFacts
  readonly now: Ratio
  readonly before: Ratio
  readonly target: number | undefined
  readonly baseline: Ratio | undefined
  /** The outcome that watching it serves; null: none; undefined: the contract does not watch it. */
  readonly servesOutcomeId: number | null | undefined
  readonly points: readonly Point[]
  readonly verdict: Verdict
  /** For the attribution rule: months of the newest ones that missed the target. */
  readonly monthsMissed: number
}

/** Judges one measure; `monthsLookedAt` are those that the attribution rule looks at. */
export function rowOf(found: Found, monthsLookedAt: number): ScorecardRow {
  const { measure, indicator, months } = found
  const nature = natureOf(measure)
  const usual = usualOf(nature, found.monthsBefore) ?? usualOf(nature, months)
  const target = measure.better === 'neither' ? undefined : (indicator?.target ?? undefined)
  const judged: Judged = { found, nature, usual, target }
  return {
    measure,
    now: found.now,
    before: found.before,
    target,
    baseline: indicator?.baseline ?? undefined,
    servesOutcomeId: indicator ? indicator.outcomeId : undefined,
    points: months.map((month) => pointOf(judged, month)),
    verdict: verdictOf(judged),
    monthsMissed: months.slice(-monthsLookedAt).filter((month) => misses(judged, month)).length,
  }
}

type Judged = {
  readonly found: Found
  readonly nature: Nature
  readonly usual: Usual | undefined
  readonly target: number | undefined
}

function pointOf(judged: Judged, month: MonthFound): Point {
  const { nature, usual, target } = judged
  const value = shareOf(month) ?? null
  if (value === null) return { month: month.month, value, band: undefined, isOutside: false }
  if (target !== undefined)
    return {
      month: month.month,
      value,
      band: bandOfTarget(nature, target, month, usual),
      isOutside: misses(judged, month),
    }
  return {
    month: month.month,
    value,
    band: usual && bandFor(usual, month),
    isOutside: usual !== undefined && placeOf(usual, month) !== 'within',
  }
}

/** Whether a month misses the measure's target by more than chance explains; never, where it has none. */
function misses({ found, nature, usual, target }: Judged, month: Ratio): boolean {
  return target !== undefined && missesTarget(nature, { value: target, better: found.measure.better }, month, usual)
}

function verdictOf(judged: Judged): Verdict {
  const { found, usual, target } = judged
  const { measure, months } = found
  if (isEmpty(found)) return { kind: 'nothing-happened' }
  const change = usual && changeOf(usual, months)
  const isBetter =
    change && measure.better !== 'neither' ? (change.direction === 'up') === (measure.better === 'higher') : undefined
  if (target === undefined) {
    if (change) return { kind: 'changed', change, isBetter }
    return usual ? { kind: 'as-usual' } : { kind: 'too-new' }
  }
  const missed = newestRun(months, (month) => misses(judged, month))
  if (missed > 0) return { kind: 'target-missed', months: missed }
  // A plain count's target is a month's; the sum of a year cannot be held against it.
  const whole = measure.isCount ? (months.at(-1) ?? found.now) : found.now
  if (misses(judged, whole)) return { kind: 'target-missed-before' }
  if (isWrongSide(whole, target, measure.better)) return { kind: 'just-short' }
  return change && isBetter === false ? { kind: 'target-met', worseFor: change.months } : { kind: 'target-met' }
}

function isEmpty({ measure, now, months }: Found): boolean {
  if (measure.isCount) return now.numerator === 0 && months.every((month) => month.numerator === 0)
  return now.denominator === 0
}

function isWrongSide(found: Ratio, target: number, better: Better): boolean {
  const value = shareOf(found) ?? target
  return better === 'higher' ? value < target : better === 'lower' && value > target
}

function natureOf(measure: MeasureFacts): Nature {
  return measure.unit === 'share' && measure.name !== 'word-gap' ? 'share' : 'amount'
}

/** What the last outcome reviews concluded. */
export type Achieved = {
  readonly reviewed: number
  readonly achieved: number
  readonly partly: number
  readonly not: number
  readonly changed: number
}

/** On how many outcomes both provider and person spoke, and how many each calls achieved. */
export type Words = { readonly both: number; readonly providerAchieved: number; readonly personAchieved: number }

/** Who says that more was achieved; undefined where they say nearly the same or too few spoke. */
export function whoSaysMore(words: Words): 'provider' | 'people' | undefined {
  if (words.both < WORDS_WORTH_COMPARING) return undefined
  const gap = words.providerAchieved - words.personAchieved
  if (Math.abs(gap) < GAP_WORTH_SAYING * words.both) return undefined
  return gap > 0 ? 'provider' : 'people'
}

/** Fewer outcomes on which both spoke than this are not told apart from the others. */
export const WORDS_WORTH_A_ROW = 5

/** This many outcomes are told apart, those spoken of most. */
const ROWS_OF_WORDS = 5

/** The outcomes spoken of most, each with its words, and all others together. */
export function wordRows<W extends Words>(
  words: readonly W[],
): { readonly told: readonly W[]; readonly others: Words } {
  const byBoth = [...words].sort((a, b) => b.both - a.both)
  const told = byBoth.filter((word) => word.both >= WORDS_WORTH_A_ROW).slice(0, ROWS_OF_WORDS)
  return { told, others: addWords(byBoth.filter((word) => !told.includes(word))) }
}

export function addWords(words: readonly Words[]): Words {
  return words.reduce<Words>(
    (sum, word) => ({
      both: sum.both + word.both,
      providerAchieved: sum.providerAchieved + word.providerAchieved,
      personAchieved: sum.personAchieved + word.personAchieved,
    }),
    { both: 0, providerAchieved: 0, personAchieved: 0 },
  )
}

/** Outcome measures that the scorecard tells above its rows already: those counted at outcome reviews. */
const TOLD_ABOVE = /^(outcomes-|distance-)/

/**
 * Measures to be read for a contract: those it watches, outcomes that are not told above first, and of each kind it does not watch the
 * ones shown anyway; in the source's order.
 */
export function measuresToShow(
  watched: readonly Indicator[],
  find: (name: string) => MeasureFacts | undefined,
): readonly MeasureFacts[] {
  const own = watched.flatMap(({ measure }) => find(measure) ?? [])
  const outcomes = own.filter(({ kind, name }) => kind === 'outcome' && !TOLD_ABOVE.test(name))
  const below = KINDS_BELOW_OUTCOMES.flatMap((kind) => {
    const ofKind = own.filter((measure) => measure.kind === kind)
    return ofKind.length > 0 ? ofKind : SHOWN_ANYWAY[kind].flatMap((name) => find(name) ?? [])
  })
  return [...outcomes, ...below]
}

/** The months drawn for a period, at least twelve, ending with its last whole month; and the twelve before, to learn from. */
export function drawnMonths(period: Period): { readonly drawn: Period; readonly learnt: Period } {
  const lastDay = period.to.day === period.to.daysInMonth ? period.to : period.to.with({ day: 1 }).subtract({ days: 1 })
  const touched = monthsOf({ from: period.from, to: lastDay }).length
  const first = lastDay.with({ day: 1 }).subtract({ months: Math.max(MONTHS_DRAWN, touched) - 1 })
  return {
    drawn: { from: first, to: lastDay },
    learnt: { from: first.subtract({ months: MONTHS_DRAWN }), to: first.subtract({ days: 1 }) },
  }
}
