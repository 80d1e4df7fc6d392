/** What a number on the scorecard means: both sides of every rule. */
import { describe, expect, it } from 'vitest'
import { day, period } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import type { Indicator } from '../indicator/indicator.ts'
import { aMeasure, found, months } from './scorecard.fixtures.ts'
import {
  drawnMonths,
  type Found,
  type MeasureFacts,
  measuresToShow,
  rowOf,
  whoSaysMore,
  wordRows,
} from './scorecard.ts'

const USUAL = ratio(328, 400)
const SIX = 6
const target = (value: number): Indicator => ({
  measure: 'visits-on-time',
  outcomeId: 1,
  baseline: ratio(885, 1000),
  baselineNote: '',
  target: value,
})
const verdict = (given: Partial<Found>) => rowOf(found(given), SIX).verdict

describe('a measure with a target', () => {
  it('meets it', () => {
    expect(verdict({ indicator: target(0.82) })).toEqual({ kind: 'target-met' })
  })

  it('is just short of it where chance explains the gap', () => {
    expect(verdict({ indicator: target(0.83) })).toEqual({ kind: 'just-short' })
  })

  it('misses it for as many months in a row as are outside what chance explains', () => {
    const bad = ratio(280, 400)
    expect(verdict({ indicator: target(0.82), months: months([...Array(10).fill(USUAL), bad, bad]) })).toEqual({
      kind: 'target-missed',
      months: 2,
    })
  })

  it('missed it before, where the newest month is back and the whole period is not', () => {
    const bad = ratio(240, 400)
    const given = { indicator: target(0.82), months: months([...Array(11).fill(bad), USUAL]), now: ratio(2968, 4800) }
    expect(verdict(given)).toEqual({ kind: 'target-missed-before' })
  })

  it('counts the months missed among those that the attribution rule looks at', () => {
    const bad = ratio(240, 400)
    const row = rowOf(
      found({
        indicator: target(0.82),
        months: months([...Array(5).fill(bad), USUAL, bad, USUAL, bad, bad, bad, bad]),
      }),
      SIX,
    )
    expect(row.monthsMissed).toBe(5)
  })
})

describe('a measure that meets its target', () => {
  it('is told to be worse than usual all the same where it is', () => {
    const lower = months([...Array(11).fill(USUAL), ratio(280, 400)])
    expect(verdict({ indicator: target(0.6), months: lower, now: ratio(3888, 4800) })).toEqual({
      kind: 'target-met',
      worseFor: 1,
    })
  })
})

describe('a measure without a target', () => {
  it('is as usual within what chance explains', () => {
    expect(verdict({})).toEqual({ kind: 'as-usual' })
  })

  it('has changed for the worse where it is lower and higher is better', () => {
    expect(verdict({ months: months([...Array(11).fill(USUAL), ratio(280, 400)]) })).toEqual({
      kind: 'changed',
      change: { direction: 'down', months: 1 },
      isBetter: false,
    })
  })

  it('has changed for the better where it is lower and lower is better', () => {
    const given = {
      measure: aMeasure({ better: 'lower' }),
      months: months([...Array(11).fill(USUAL), ratio(280, 400)]),
    }
    expect(verdict(given)).toMatchObject({ kind: 'changed', isBetter: true })
  })

  it('has merely changed where neither is better', () => {
    const given = {
      measure: aMeasure({ better: 'neither' }),
      months: months([...Array(11).fill(USUAL), ratio(280, 400)]),
    }
    expect(verdict(given)).toMatchObject({ kind: 'changed', isBetter: undefined })
  })

  it('is too new where fewer than six months hold anything', () => {
    const empty: Ratio[] = Array(12).fill(ratio(0, 0))
    const given = (filled: number) => ({
      monthsBefore: empty,
      months: months([...Array(12 - filled).fill(ratio(0, 0)), ...Array(filled).fill(USUAL)]),
      now: USUAL,
    })
    expect(verdict(given(5))).toEqual({ kind: 'too-new' })
    expect(verdict(given(6))).toEqual({ kind: 'as-usual' })
  })

  it('says that nothing happened where nothing did', () => {
    expect(verdict({ now: ratio(0, 0) })).toEqual({ kind: 'nothing-happened' })
  })
})

describe('the points drawn', () => {
  it('leave a gap where nothing happened, and carry the band of chance elsewhere', () => {
    const { points } = rowOf(found({ months: months([ratio(0, 0), USUAL]) }), SIX)
    expect(points[0]).toMatchObject({ value: null, band: undefined })
    expect(points[1]?.value).toBe(0.82)
    expect(points[1]?.band?.low).toBeCloseTo(0.762, 3)
  })
})

describe('the points of a measure with a target', () => {
  it('have their band around the target and are marked where they miss it, not where they beat it', () => {
    const beaten = rowOf(found({ indicator: target(0.6) }), SIX)
    expect(beaten.points[0]?.band?.high).toBeLessThan(0.82)
    expect(beaten.points.some((point) => point.isOutside)).toBe(false)
    expect(rowOf(found({ indicator: target(0.95) }), SIX).points.every((point) => point.isOutside)).toBe(true)
  })
})

describe('whose word', () => {
  const words = (providerAchieved: number, personAchieved: number, both = 100) => ({
    both,
    providerAchieved,
    personAchieved,
  })

  it('is not compared on fewer than twenty outcomes', () => {
    expect(whoSaysMore(words(19, 0, 19))).toBeUndefined()
    expect(whoSaysMore(words(20, 0, 20))).toBe('provider')
  })

  it('differs from ten points on, either way', () => {
    expect(whoSaysMore(words(60, 51))).toBeUndefined()
    expect(whoSaysMore(words(60, 50))).toBe('provider')
    expect(whoSaysMore(words(50, 60))).toBe('people')
  })
})

describe('the words told apart', () => {
  const word = (both: number) => ({ both, providerAchieved: both, personAchieved: 0 })

  it('are of outcomes on which both spoke five times or more; the others are added up', () => {
    expect(wordRows([word(4), word(5)])).toEqual({ told: [word(5)], others: word(4) })
  })

  it('are at most five, those spoken of most', () => {
    const { told, others } = wordRows([6, 7, 8, 9, 10, 11].map(word))
    expect(told.map(({ both }) => both)).toEqual([11, 10, 9, 8, 7])
    expect(others.both).toBe(6)
  })
})

describe('the measures shown', () => {
  const facts = (name: string): MeasureFacts | undefined => {
    if (name === 'visits-on-time' || name === 'visits-missed') return aMeasure({ name, kind: 'performance' })
    if (name === 'people-missed-twice') return aMeasure({ name, kind: 'risk' })
    if (name === 'reablement-none-after' || name === 'outcomes-achieved') return aMeasure({ name, kind: 'outcome' })
    return undefined
  }
  const shown = (...measures: string[]) =>
    measuresToShow(
      measures.map((measure) => ({ ...target(0.9), measure })),
      facts,
    ).map((measure) => measure.name)

  it('are those that the contract watches, and of each other kind the usual ones', () => {
    expect(shown('visits-missed')).toEqual(['visits-missed', 'people-missed-twice'])
    expect(shown()).toEqual(['visits-on-time', 'visits-missed', 'people-missed-twice'])
  })

  it('begin with outcomes that are counted apart from outcome reviews, which are told above', () => {
    expect(shown('visits-missed', 'outcomes-achieved', 'reablement-none-after')).toEqual([
      'reablement-none-after',
      'visits-missed',
      'people-missed-twice',
    ])
  })

  it('leave out a measure that nobody publishes any more', () => {
    expect(shown('visits-by-balloon')).toEqual(['visits-on-time', 'visits-missed', 'people-missed-twice'])
  })
})

describe('the months drawn', () => {
  it('are the period’s own twelve, learnt from the twelve before', () => {
    expect(drawnMonths(period('2025-06-01', '2026-05-31'))).toEqual({
      drawn: period('2025-06-01', '2026-05-31'),
      learnt: period('2024-06-01', '2025-05-31'),
    })
  })

  it('are twelve for a shorter period too, and end with the last whole month', () => {
    expect(drawnMonths(period('2026-03-10', '2026-05-30')).drawn).toEqual(period('2025-05-01', '2026-04-30'))
  })

  it('are as many as a longer period has', () => {
    expect(drawnMonths({ from: day('2024-12-01'), to: day('2026-05-31') }).drawn).toEqual(
      period('2024-12-01', '2026-05-31'),
    )
  })
})
