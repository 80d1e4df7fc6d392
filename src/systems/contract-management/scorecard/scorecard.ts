/** The scorecard of a contract: outcomes first, then what it takes, and what each number means against chance, target and baseline. */
import {
  type Band,
  type Better,
  bandFor,
  type Change,
  changeOf,
  missesTarget,
  type Nature,
  newestRun,
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
  | { readonly kind: 'changed'; readonly change: Change; readonly isBetter: boolean | undefined }
  /** On the wrong side of the target, by no more than chance explains. */
  | { readonly kind: 'just-short' }
  | { readonly kind: 'target-met' }
  | { readonly kind: 'as-usual' }
  | { readonly kind: 'too-new' }

export type Point = { readonly month: Day; readonly value: number | null; readonly band: Band | undefined }

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
  const nature = natureOf(found.measure)
  const usual = usualOf(nature, found.monthsBefore) ?? usualOf(nature, found.months)
  const target = found.indicator?.target ?? undefined
  const misses = missing(found, usual)
  return {
    measure: found.measure,
    now: found.now,
    before: found.before,
    target,
    baseline: found.indicator?.baseline ?? undefined,
    servesOutcomeId: found.indicator ? found.indicator.outcomeId : undefined,
    points: found.months.map((month) => ({
      month: month.month,
      value: shareOf(month) ?? null,
      band: usual && month.denominator > 0 ? bandFor(usual, month) : undefined,
    })),
    verdict: verdictOf(found, usual, misses),
    monthsMissed: found.months.slice(-monthsLookedAt).filter(misses).length,
  }
}

/** Whether a month misses the measure's target by more than chance explains; never, where it has none. */
function missing({ measure, indicator }: Found, usual: Usual | undefined): (month: Ratio) => boolean {
  const target = indicator?.target
  if (target === null || target === undefined) return () => false
  const asked = { value: target, better: measure.better }
  return (month) => missesTarget(natureOf(measure), asked, month, usual)
}

function verdictOf(found: Found, usual: Usual | undefined, misses: (month: Ratio) => boolean): Verdict {
  const { measure, now, months, indicator } = found
  if (isEmpty(found)) return { kind: 'nothing-happened' }
  const missed = newestRun(months, misses)
  if (missed > 0) return { kind: 'target-missed', months: missed }
  const change = usual && changeOf(usual, months)
  const isBetter =
    change && measure.better !== 'neither' ? (change.direction === 'up') === (measure.better === 'higher') : undefined
  if (change && isBetter === false) return { kind: 'changed', change, isBetter }
  // A plain count's target is a month's; the sum of a year cannot be held against it.
  const judged = measure.isCount ? (months.at(-1) ?? now) : now
  if (misses(judged)) return { kind: 'target-missed-before' }
  const target = indicator?.target ?? undefined
  if (target !== undefined && isWrongSide(judged, target, measure.better)) return { kind: 'just-short' }
  if (change) return { kind: 'changed', change, isBetter }
  if (target !== undefined && measure.better !== 'neither') return { kind: 'target-met' }
  return usual ? { kind: 'as-usual' } : { kind: 'too-new' }
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

/** Measures to be read for a contract: those it watches, and of each kind it does not watch the ones shown anyway; in the source's order. */
export function measuresToShow(
  watched: readonly Indicator[],
  find: (name: string) => MeasureFacts | undefined,
): readonly MeasureFacts[] {
  const own = watched.flatMap(({ measure }) => find(measure) ?? [])
  return KINDS_BELOW_OUTCOMES.flatMap((kind) => {
    const ofKind = own.filter((measure) => measure.kind === kind)
    return ofKind.length > 0 ? ofKind : SHOWN_ANYWAY[kind].flatMap((name) => find(name) ?? [])
  })
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
