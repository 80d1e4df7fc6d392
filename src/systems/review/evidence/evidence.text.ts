/** What a piece of evidence says in words, made from its numbers by rule. */
import { bilingual, type Language } from '../../../kernel/language.ts'
import { type Ratio, ratio, showCount, showNumber, showShare } from '../../../kernel/quantity.ts'
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

type Movements = Record<'rose' | 'fell' | 'steady', (earlier: string) => string>

export const evidenceText = bilingual({
  en: {
    notReadable: 'The records could not be asked for this. Judge without it, and say so.',
    nothingRecorded: 'Nothing was recorded for this in the period.',
    nothingBefore: 'There is nothing before it to compare with.',
    noneToCount: 'There are none to count.',
    noneOf: (all: string) => `None of ${all}.`,
    someOf: (some: string, all: string) => `${some} of ${all}.`,
    countedShare: (share: string, part: string, whole: string) => `${share}: ${part} of ${whole}.`,
    counted: (value: string) => `${value}.`,
    units: {
      visits: (n: string) => `${n} visits`,
      hours: (n: string) => `${n} hours`,
      people: (n: string) => `${n} people`,
      outcomes: (n: string) => `${n} outcomes`,
      reviews: (n: string) => `${n} reviews`,
      'workers-per-person': (n: string) => `${n} different workers for each person each month`,
      points: (n: string) => `${n} out of 100`,
    },
    movements: {
      rose: (earlier: string) => `Up from ${earlier} in the period before, by more than chance explains.`,
      fell: (earlier: string) => `Down from ${earlier} in the period before, by more than chance explains.`,
      steady: (earlier: string) => `In the period before it was ${earlier}: chance alone could explain the difference.`,
    } satisfies Movements,
    amountMovements: {
      rose: (earlier: string) => `Up from ${earlier} in the period before.`,
      fell: (earlier: string) => `Down from ${earlier} in the period before.`,
      steady: (earlier: string) => `Much the same as in the period before: ${earlier}.`,
    } satisfies Movements,
  },
  cy: {
    notReadable: 'Nid oedd modd holi’r cofnodion am hyn. Barnwch hebddo, a dywedwch hynny.',
    nothingRecorded: 'Ni chofnodwyd dim am hyn yn y cyfnod.',
    nothingBefore: 'Nid oes dim o’i flaen i gymharu ag ef.',
    noneToCount: 'Nid oes dim i’w gyfrif.',
    noneOf: (all: string) => `Dim un o ${all}.`,
    someOf: (some: string, all: string) => `${some} o ${all}.`,
    countedShare: (share: string, part: string, whole: string) => `${share}: ${part} o ${whole}.`,
    counted: (value: string) => `${value}.`,
    units: {
      visits: (n: string) => `${n} o ymweliadau`,
      hours: (n: string) => `${n} o oriau`,
      people: (n: string) => `${n} o bobl`,
      outcomes: (n: string) => `${n} o ganlyniadau`,
      reviews: (n: string) => `${n} o adolygiadau`,
      'workers-per-person': (n: string) => `${n} o weithwyr gwahanol i bob person bob mis`,
      points: (n: string) => `${n} allan o 100`,
    },
    movements: {
      rose: (earlier: string) => `I fyny o ${earlier} yn y cyfnod cynt, mwy nag y gall siawns ei esbonio.`,
      fell: (earlier: string) => `I lawr o ${earlier} yn y cyfnod cynt, mwy nag y gall siawns ei esbonio.`,
      steady: (earlier: string) =>
        `Y ffigur yn y cyfnod cynt oedd ${earlier}: gallai siawns yn unig esbonio’r gwahaniaeth.`,
    } satisfies Movements,
    amountMovements: {
      rose: (earlier: string) => `I fyny o ${earlier} yn y cyfnod cynt.`,
      fell: (earlier: string) => `I lawr o ${earlier} yn y cyfnod cynt.`,
      steady: (earlier: string) => `Yn debyg iawn i’r cyfnod cynt: ${earlier}.`,
    } satisfies Movements,
  },
})
