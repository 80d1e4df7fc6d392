/** Scoring on a scale: pure arithmetic that shows its working. What the levels mean, and whose they are, is data. */
import type { Bilingual } from '../../../kernel/language.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'

export type Level = { readonly score: number; readonly name: { readonly en: string; readonly cy: string } }

export type Better = 'higher' | 'lower'

export type Scoring =
  | { readonly method: 'level'; readonly better: Better; readonly levels: readonly Level[] }
  | { readonly method: 'goal-attainment'; readonly rho: number; readonly levels: readonly Level[] }
  | {
      readonly method: 'sum-to-metric'
      readonly better: Better
      readonly items: number
      readonly lowest: number
      readonly highest: number
      /** The metric score for each sum. */
      readonly metric: Readonly<Record<string, number>>
    }
  | {
      readonly method: 'quantity'
      readonly better: Better
      readonly lowest: number
      readonly highest: number
      readonly unit: { readonly en: string; readonly cy: string }
    }
  /** One level chosen for each item; each level is worth something, and the score is constant + factor × their sum. */
  | WeightedItems
  /** An instrument whose licence the authority must hold; it fills in the wording and the weights. */
  | { readonly method: 'licensed-slot' }

export type WeightedItems = {
  readonly method: 'weighted-items'
  readonly better: Better
  readonly constant: number
  readonly factor: number
  readonly items: readonly WeightedItem[]
}

/** One question of an instrument; its levels are numbered from 1 in the order they stand. */
export type WeightedItem = {
  readonly name: Bilingual
  readonly levels: readonly { readonly name: Bilingual; readonly value: number }[]
}

/** What somebody typed: one score for each goal, item or time, and for goals a weight each (1 where none is given). */
export type ScaleInput = { readonly scores: readonly number[]; readonly weights?: readonly number[] | undefined }

export type ScaleResult = {
  readonly score: number
  /** Each step of the arithmetic with its numbers, so that it can be done again by hand. */
  readonly working: readonly string[]
}

/** The lowest and highest score of a scale, both included; undefined for an instrument that waits for its licence. */
export function rangeOf(scoring: Scoring): { readonly lowest: number; readonly highest: number } | undefined {
  switch (scoring.method) {
    case 'goal-attainment':
    case 'level':
      return spanOf(scoring.levels.map((level) => level.score))
    case 'sum-to-metric':
      return spanOf(Object.values(scoring.metric))
    case 'quantity':
      return { lowest: scoring.lowest, highest: scoring.highest }
    case 'weighted-items': {
      const values = scoring.items.map(({ levels }) => spanOf(levels.map((level) => level.value)))
      const ends = [values.map(({ lowest }) => lowest), values.map(({ highest }) => highest)]
      return spanOf(ends.map((of) => weighted(scoring, of)))
    }
    case 'licensed-slot':
      return undefined
  }
}

function spanOf(scores: readonly number[]): { readonly lowest: number; readonly highest: number } {
  return { lowest: Math.min(...scores), highest: Math.max(...scores) }
}

/**
 * Scores an input. Goal attainment: T over all goals (50 is as expected). Sum to metric: the metric score of the items' sum. Level and
 * quantity: the last score, with how far it is from the first, in the direction that is better.
 */
export function scoreOn(scoring: Scoring, input: ScaleInput): Result<ScaleResult> {
  if (input.scores.length === 0) return refused(NO_SCORES)
  switch (scoring.method) {
    case 'goal-attainment':
      return goalAttainment(scoring, input)
    case 'sum-to-metric':
      return sumToMetric(scoring, input.scores)
    case 'level': {
      const wrong = input.scores.find((score) => !scoring.levels.some((level) => level.score === score))
      if (wrong !== undefined) return refused(notOnScale(wrong, scoring.levels.map((level) => level.score).join(', ')))
      return accepted(distance(input.scores, scoring.better))
    }
    case 'quantity': {
      const { lowest, highest } = scoring
      const wrong = input.scores.find((score) => !(score >= lowest && score <= highest))
      if (wrong !== undefined) return refused(notOnScale(wrong, `${lowest} … ${highest}`))
      return accepted(distance(input.scores, scoring.better))
    }
    case 'weighted-items':
      return weightedItems(scoring, input.scores)
    case 'licensed-slot':
      return refused(LICENCE_NEEDED)
  }
}

/**
 * T = 50 + 10 × Σ(wx) ÷ √((1 − ρ)Σw² + ρ(Σw)²) (Kiresuk and Sherman 1968). Three goals of equal weight, each one level better than
 * expected, with ρ = 0.3: 50 + 10 × 3 ÷ √(0.7 × 3 + 0.3 × 9) = 50 + 30 ÷ 2.1909 = 63.69.
 */
function goalAttainment(
  scoring: Extract<Scoring, { method: 'goal-attainment' }>,
  input: ScaleInput,
): Result<ScaleResult> {
  const { scores, weights = scores.map(() => 1) } = input
  const levels = scoring.levels.map((level) => level.score)
  const wrong = scores.find((score) => !levels.includes(score))
  if (wrong !== undefined) return refused(notOnScale(wrong, levels.join(', ')))
  if (weights.length !== scores.length) return refused(WEIGHTS_DO_NOT_FIT)
  if (weights.some((weight) => !(weight > 0 && Number.isFinite(weight)))) return refused(WEIGHT_NOT_POSITIVE)
  const sum = scores.reduce((total, score, i) => total + weights[i]! * score, 0)
  const squares = weights.reduce((total, weight) => total + weight * weight, 0)
  const squaredSum = weights.reduce((total, weight) => total + weight, 0) ** 2
  const { rho } = scoring
  const spread = Math.sqrt((1 - rho) * squares + rho * squaredSum)
  const t = 50 + (10 * sum) / spread
  return accepted({
    score: t,
    working: [
      `Σ(wx) = ${show(sum)}`,
      `Σw² = ${show(squares)}, (Σw)² = ${show(squaredSum)}, ρ = ${show(rho)}`,
      `√((1 − ${show(rho)}) × ${show(squares)} + ${show(rho)} × ${show(squaredSum)}) = ${show(spread)}`,
      `T = 50 + 10 × ${show(sum)} ÷ ${show(spread)} = ${show(t)}`,
    ],
  })
}

function sumToMetric(
  scoring: Extract<Scoring, { method: 'sum-to-metric' }>,
  scores: readonly number[],
): Result<ScaleResult> {
  const { items, lowest, highest } = scoring
  if (scores.length !== items) return refused(itemsMissing(items, scores.length))
  const wrong = scores.find((score) => !Number.isInteger(score) || score < lowest || score > highest)
  if (wrong !== undefined) return refused(notOnScale(wrong, `${lowest} … ${highest}`))
  const sum = scores.reduce((total, score) => total + score, 0)
  const metric = scoring.metric[String(sum)]
  if (metric === undefined) throw new Error(`the conversion table has no row for ${sum}`)
  return accepted({ score: metric, working: [`${scores.join(' + ')} = ${sum}`, `${sum} → ${metric.toFixed(2)}`] })
}

function weightedItems(scoring: WeightedItems, chosen: readonly number[]): Result<ScaleResult> {
  const { items, constant, factor } = scoring
  if (chosen.length !== items.length) return refused(itemsMissing(items.length, chosen.length))
  const values: number[] = []
  for (const [index, item] of items.entries()) {
    const level = item.levels[chosen[index]! - 1]
    if (!level) return refused(notOnScale(chosen[index]!, `1 … ${item.levels.length}`))
    values.push(level.value)
  }
  const score = weighted(scoring, values)
  const sum = values.reduce((total, value) => total + value, 0)
  return accepted({
    score,
    working: [
      `${values.map(show).join(' + ')} = ${show(sum)}`,
      `${show(constant)} + ${show(factor)} × ${show(sum)} = ${show(score)}`,
    ],
  })
}

function weighted({ constant, factor }: WeightedItems, values: readonly number[]): number {
  return constant + factor * values.reduce((total, value) => total + value, 0)
}

/** The last score; where there are several, how far it is from the first in the direction that is better. */
function distance(scores: readonly number[], better: Better): ScaleResult {
  const [first, last] = [scores[0]!, scores.at(-1)!]
  const moved = better === 'higher' ? last - first : first - last
  const working =
    scores.length === 1 ? [show(last)] : [`${show(first)} → ${show(last)}`, `${moved > 0 ? '+' : ''}${show(moved)}`]
  return { score: last, working }
}

function show(value: number): string {
  return String(Math.round(value * 10_000) / 10_000)
}

const NO_SCORES: Refusal = {
  kind: 'invalid',
  code: 'no-scores',
  field: 'scores',
  message: { en: 'Give at least one score.', cy: 'Rhowch o leiaf un sgôr.' },
}
const WEIGHTS_DO_NOT_FIT: Refusal = {
  kind: 'invalid',
  code: 'weights-do-not-fit',
  field: 'weights',
  message: {
    en: 'Give one weight for each goal, or none at all.',
    cy: 'Rhowch un pwysiad ar gyfer pob nod, neu ddim un o gwbl.',
  },
}
const WEIGHT_NOT_POSITIVE: Refusal = {
  kind: 'invalid',
  code: 'weight-not-positive',
  field: 'weights',
  message: { en: 'A weight is a number above 0.', cy: 'Rhif uwchlaw 0 yw pwysiad.' },
}
const LICENCE_NEEDED: Refusal = {
  kind: 'unavailable',
  code: 'licence-needed',
  message: {
    en: 'This instrument is licensed. Record the licence that your authority holds, with its wording and weights, under Scales; until then it cannot be scored here.',
    cy: 'Mae angen trwydded ar gyfer yr offeryn hwn. Cofnodwch drwydded eich awdurdod, gyda’r geiriad a’r pwysiadau, o dan Graddfeydd; tan hynny ni ellir ei sgorio yma.',
  },
}

function notOnScale(score: number, range: string): Refusal {
  return {
    kind: 'invalid',
    code: 'not-on-scale',
    field: 'scores',
    message: {
      en: `${score} is not on this scale, which knows ${range}.`,
      cy: `Nid yw ${score} ar y raddfa hon, sy’n cynnwys ${range}.`,
    },
  }
}

function itemsMissing(wanted: number, given: number): Refusal {
  return {
    kind: 'invalid',
    code: 'items-missing',
    field: 'scores',
    message: {
      en: `This scale has ${wanted} items and ${given} were answered; it cannot be scored with any missing.`,
      cy: `Mae ${wanted} eitem ar y raddfa hon ac atebwyd ${given}; ni ellir ei sgorio os oes un ar goll.`,
    },
  }
}
