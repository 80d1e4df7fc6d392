/** Measures in words: a value with its unit, and what it is made of, in both languages. */
import { type Bilingual, bilingual, type Language, plural } from '../kernel/language.ts'
import { type Ratio, shareOf, showCount, showNumber, showShare } from '../kernel/quantity.ts'
import type { Measure, MeasureKind, MeasureUnit } from './measure.ts'

export const KIND_NAMES = {
  outcome: { en: 'Outcomes', cy: 'Canlyniadau' },
  activity: { en: 'Activity', cy: 'Gweithgarwch' },
  performance: { en: 'Performance', cy: 'Perfformiad' },
  quality: { en: 'Quality', cy: 'Ansawdd' },
  'quality-assurance': { en: 'Quality assurance', cy: 'Sicrhau ansawdd' },
  timescale: { en: 'Timescales', cy: 'Amserlenni' },
  risk: { en: 'Risk', cy: 'Risg' },
  cost: { en: 'Cost', cy: 'Cost' },
} as const satisfies Record<MeasureKind, Bilingual>

export const UNIT_NAMES = {
  share: { en: 'share', cy: 'cyfran' },
  visits: { en: 'visits', cy: 'ymweliadau' },
  hours: { en: 'hours', cy: 'oriau' },
  people: { en: 'people', cy: 'pobl' },
  outcomes: { en: 'outcomes', cy: 'canlyniadau' },
  reviews: { en: 'reviews', cy: 'adolygiadau' },
  episodes: { en: 'episodes of reablement', cy: 'cyfnodau ailalluogi' },
  'workers-per-person': { en: 'care workers per person', cy: 'gweithwyr gofal i bob person' },
  points: { en: 'points out of 100', cy: 'pwyntiau o 100' },
} as const satisfies Record<MeasureUnit, Bilingual>

type Counted = (shown: string, count: number) => string
const english =
  (one: string, many: string): Counted =>
  (shown, count) =>
    plural('en', count, { one: `${shown} ${one}`, other: `${shown} ${many}` })
/** Welsh counts large numbers with "o" and the mutated plural; none is "dim". */
const welsh =
  (none: string, one: string, many: string): Counted =>
  (shown, count) =>
    plural('cy', count, { zero: none, one: `${shown} ${one}`, other: `${shown} ${many}` })

const text = bilingual({
  en: {
    visits: english('visit', 'visits'),
    hours: english('hour', 'hours'),
    people: english('person', 'people'),
    outcomes: english('outcome', 'outcomes'),
    reviews: english('review', 'reviews'),
    episodes: english('episode', 'episodes'),
    'workers-per-person': english('care worker', 'care workers'),
    points: english('point', 'points'),
    parts: (numerator: string, denominator: string) => `${numerator} of ${denominator}`,
    over: (numerator: string, denominator: string) => `${numerator} over ${denominator}`,
  },
  cy: {
    visits: welsh('dim ymweliadau', 'ymweliad', 'o ymweliadau'),
    hours: welsh('dim oriau', 'awr', 'o oriau'),
    people: welsh('neb', 'person', 'o bobl'),
    outcomes: welsh('dim canlyniadau', 'canlyniad', 'o ganlyniadau'),
    reviews: welsh('dim adolygiadau', 'adolygiad', 'o adolygiadau'),
    episodes: welsh('dim cyfnodau', 'cyfnod', 'o gyfnodau'),
    'workers-per-person': welsh('dim gweithwyr gofal', 'gweithiwr gofal', 'o weithwyr gofal'),
    points: welsh('dim pwyntiau', 'pwynt', 'o bwyntiau'),
    parts: (numerator: string, denominator: string) => `${numerator} o ${denominator}`,
    over: (numerator: string, denominator: string) => `${numerator} dros ${denominator}`,
  },
})

/** "1.5%", "84,310 visits", "7,026.5 hours"; an en dash where there is nothing to divide by. Shares under a tenth get a decimal. */
export function showReading(language: Language, measure: Measure, reading: Ratio): string {
  const value = shareOf(reading)
  if (value === undefined) return '–'
  if (measure.unit === 'share') return showShare(language, reading, Math.abs(value) < 0.1 && value !== 0 ? 1 : 0)
  return text[language][measure.unit](showNumber(language, value), value)
}

/** The value alone, for axes and narrow columns: "1.5%", "84,310", "7,026.5". */
export function showFigure(language: Language, measure: Measure, value: number): string {
  if (measure.unit !== 'share') return showNumber(language, value, Math.abs(value) < 100 ? 2 : 0)
  return showReading(language, measure, { numerator: value, denominator: 1 })
}

/** What a share is made of, "1,234 of 84,310", or an average, "782 over 134"; undefined for a plain count. */
export function showParts(language: Language, measure: Measure, reading: Ratio): string | undefined {
  if (measure.denominator === 'one') return undefined
  const shown = (count: number) => (Number.isInteger(count) ? showCount(language, count) : showNumber(language, count))
  const say = measure.unit === 'share' ? text[language].parts : text[language].over
  return say(shown(reading.numerator), shown(reading.denominator))
}
