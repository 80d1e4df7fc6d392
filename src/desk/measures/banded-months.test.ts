/** The months of a measure beside what chance alone would explain of them. */
import { describe, expect, test } from 'vitest'
import { lastOfMonth, period } from '../../kernel/period.ts'
import type { Measure } from '../../measures/measure.ts'
import type { Reading } from '../../measures/reading.ts'
import { bandMonths } from './banded-months.ts'

const late: Measure = {
  name: 'visits-late',
  source: 'visits',
  kind: 'performance',
  unit: 'share',
  numerator: 'late',
  denominator: 'started',
  better: 'lower',
  label: { en: 'Late', cy: 'Hwyr' },
  meaning: { en: 'Late visits.', cy: 'Ymweliadau hwyr.' },
}

/** Months from January 2025 on, each of 400 visits unless told otherwise. */
const months = (numerators: readonly number[], denominator = 400): readonly Reading[] =>
  numerators.map((numerator, n) => {
    const from = Temporal.PlainDate.from('2025-01-01').add({ months: n })
    const asOf = Temporal.Instant.from('2026-12-01T00:00:00Z')
    return { measure: late.name, slice: {}, period: { from, to: lastOfMonth(from) }, asOf, numerator, denominator }
  })
const YEAR = [40, 41, 39, 40, 42, 38, 40, 41, 39, 40, 40, 40]
const asked = period('2026-01-01', '2026-03-31')

describe('months beside their band', () => {
  test('only the months asked for are shown; what is usual is learnt from those before', () => {
    const { months: shown, change } = bandMonths(late, months([...YEAR, 40, 41, 39]), asked)
    expect(shown.map(({ reading }) => reading.period.from.toString())).toEqual([
      '2026-01-01',
      '2026-02-01',
      '2026-03-01',
    ])
    expect(shown[0]?.band?.low).toBeLessThan(0.1)
    expect(shown[0]?.band?.high).toBeGreaterThan(0.1)
    expect(change).toBeUndefined()
  })
  test('a newest month far above its band is a change upwards', () => {
    expect(bandMonths(late, months([...YEAR, 40, 41, 90]), asked).change).toEqual({ direction: 'up', months: 1 })
  })
  test('a month in which nothing happened has no band', () => {
    const shown = bandMonths(late, [...months(YEAR), ...months([...YEAR, 0, 0, 0], 0).slice(12)], asked).months
    expect(shown.map(({ band }) => band)).toEqual([undefined, undefined, undefined])
  })
  test('with too few months to learn from there is no band at all', () => {
    expect(bandMonths(late, months([40, 41]), period('2025-01-01', '2025-02-28')).months[0]?.band).toBeUndefined()
  })
  test('a gap below zero is no share, and is judged by how it varies', () => {
    const gaps = bandMonths(
      { ...late, name: 'word-gap' },
      months([-4, 2, -3, 1, -2, 3, -1, 2, 0, 1, -2, 2, 3, 1, 2]),
      asked,
    )
    expect(gaps.months.every(({ band }) => band && Number.isFinite(band.low) && Number.isFinite(band.high))).toBe(true)
  })
})
