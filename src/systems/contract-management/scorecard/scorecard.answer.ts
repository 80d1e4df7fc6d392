/** The scorecard as programs get it, from the API and from the command: every number with its numerator and denominator. */
import { inBoth } from '../../../kernel/language.ts'
import { type Ratio, shareOf } from '../../../kernel/quantity.ts'
import type { Scorecard } from './scorecard.actions.ts'
import { leadOf, lookSentences, rowSentence } from './scorecard.sentences.ts'
import type { ScorecardRow } from './scorecard.ts'
import { addWords } from './scorecard.ts'

export function presentScorecard(card: Scorecard) {
  const { contract, provider, period, secondLook } = card
  const told = { ...card, words: addWords(card.words), servesOutcomes: card.outcomes.length > 0 }
  return {
    contractId: contract.contractId,
    ref: contract.ref,
    title: contract.title,
    provider: { ref: provider.ref, name: provider.name },
    from: period.from.toString(),
    to: period.to.toString(),
    says: inBoth((language) => leadOf(language, told)),
    outcomes: { ...card.now, before: card.before },
    words: card.words.map(({ outcome, both, providerAchieved, personAchieved }) => ({
      outcomeRef: outcome?.ref ?? null,
      both,
      providerAchieved,
      personAchieved,
    })),
    measures: [...card.outcomeRows, ...card.rows].map(presentRow),
    secondLook: secondLook
      ? {
          why: secondLook.why,
          measure: secondLook.measure,
          monthsMissed: secondLook.monthsMissed,
          monthsLookedAt: secondLook.monthsLookedAt,
          says: inBoth((language) =>
            lookSentences(language, secondLook, labelOf(card, secondLook.measure)[language]).join(' '),
          ),
        }
      : null,
    asOf: card.asOf.toString(),
  }
}

export type ScorecardAnswer = ReturnType<typeof presentScorecard>

/** The name in words of a measure that the scorecard shows. */
export function labelOf(card: Scorecard, measure: string) {
  return card.rows.find((row) => row.measure.name === measure)?.measure.label ?? { en: measure, cy: measure }
}

function presentRow(row: ScorecardRow) {
  return {
    measure: row.measure.name,
    kind: row.measure.kind,
    unit: row.measure.unit,
    label: row.measure.label,
    ...presentRatio(row.now),
    before: presentRatio(row.before),
    target: row.target ?? null,
    baseline: row.baseline ? presentRatio(row.baseline) : null,
    servesOutcomeId: row.servesOutcomeId ?? null,
    verdict: row.verdict.kind,
    says: inBoth((language) => rowSentence(language, row)),
    months: row.points.map(({ month, value, band, isOutside }) => ({
      month: month.toString(),
      value,
      low: band?.low ?? null,
      high: band?.high ?? null,
      isOutside,
    })),
  }
}

function presentRatio({ numerator, denominator }: Ratio) {
  return { numerator, denominator, value: shareOf({ numerator, denominator }) ?? null }
}
