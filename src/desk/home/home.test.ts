/** What twelve months amount to on the home page. */
import { describe, expect, it } from 'vitest'
import { type Ratio, ratio } from '../../kernel/quantity.ts'
import type { Measure } from '../../measures/measure.ts'
import { trendOf } from './home.ts'

const onTime: Measure = {
  name: 'visits-on-time',
  kind: 'performance',
  unit: 'share',
  source: 'visits',
  numerator: 'on_time',
  denominator: 'delivered',
  better: 'higher',
  label: { en: 'On time', cy: 'Yn brydlon' },
  meaning: { en: '.', cy: '.' },
}
const steady = (count: number): Ratio[] => Array.from({ length: count }, (_, n) => ratio(820 + (n % 2) * 10, 1000))

describe('a trend on the home page', () => {
  it('adds its months top to top and bottom to bottom', () => {
    expect(trendOf(onTime, [ratio(3, 4), ratio(1, 4)]).year).toEqual({ numerator: 4, denominator: 8 })
  })

  it('says nothing of twelve months that differ no more than by chance', () => {
    expect(trendOf(onTime, steady(12))).toMatchObject({ change: undefined, isBetter: undefined })
  })

  it('says that three bad months are worse, although they are among the twelve', () => {
    const trend = trendOf(onTime, [...steady(9), ratio(600, 1000), ratio(610, 1000), ratio(590, 1000)])
    expect(trend).toMatchObject({ change: { direction: 'down', months: 3 }, isBetter: false })
  })

  it('says that three good months are better, and for a measure without a better side says neither', () => {
    const months = [...steady(9), ratio(950, 1000), ratio(950, 1000), ratio(950, 1000)]
    expect(trendOf(onTime, months).isBetter).toBe(true)
    expect(trendOf({ ...onTime, better: 'neither' }, months).isBetter).toBeUndefined()
  })

  it('leaves a gap for a month in which nothing happened, and draws no band from fewer than six', () => {
    const trend = trendOf(onTime, [...steady(3), ratio(0, 0)])
    expect(trend.points.at(-1)).toEqual({ value: null, band: undefined })
    expect(trend.points[0]?.band).toBeUndefined()
  })
})
