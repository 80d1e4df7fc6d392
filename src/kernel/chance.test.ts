/** What chance explains, both sides of every limit. */
import { describe, expect, it } from 'vitest'
import {
  bandFor,
  changeOf,
  MONTHS_OF_A_SHIFT,
  MONTHS_TO_LEARN_FROM,
  missesTarget,
  newestRun,
  placeOf,
  sharesDiffer,
  usualOf,
} from './chance.ts'
import { type Ratio, ratio } from './quantity.ts'

const steady = (numerator: number, denominator: number, months = MONTHS_TO_LEARN_FROM): Ratio[] =>
  Array.from({ length: months }, () => ratio(numerator, denominator))

describe('what is usual', () => {
  it('is not known from five months', () => {
    expect(usualOf('share', steady(82, 100, MONTHS_TO_LEARN_FROM - 1))).toBeUndefined()
  })

  it('is known from six months', () => {
    expect(usualOf('share', steady(82, 100))).toMatchObject({ expected: 0.82, spread: 1 })
  })

  it('does not count months in which nothing happened', () => {
    expect(usualOf('share', [...steady(82, 100, 5), ratio(0, 0)])).toBeUndefined()
  })

  it('adds tops and bottoms instead of averaging percentages', () => {
    const months = [...steady(0, 1, 5), ratio(95, 95)]
    expect(usualOf('share', months)?.expected).toBe(0.95)
  })

  it('is wider where months vary more than coin-tossing does', () => {
    const swinging = [
      ratio(700, 1000),
      ratio(900, 1000),
      ratio(700, 1000),
      ratio(900, 1000),
      ratio(700, 1000),
      ratio(900, 1000),
    ]
    expect(usualOf('share', swinging)?.spread).toBeGreaterThan(10)
  })

  it('takes an amount’s spread from its steps from month to month', () => {
    const hours = [100, 110, 100, 110, 100, 110].map((value) => ratio(value, 1))
    expect(usualOf('amount', hours)).toEqual({ nature: 'amount', expected: 105, spread: 10 / 1.128 })
  })
})

describe('the band of chance', () => {
  const usual = usualOf('share', steady(82, 100)) ?? raise()

  it('is 76.2 % to 87.8 % for 400 visits of which 82 % are usual', () => {
    const band = bandFor(usual, ratio(0, 400))
    expect(band.low).toBeCloseTo(0.762, 3)
    expect(band.high).toBeCloseTo(0.878, 3)
  })

  it('is wider for a month in which less happened', () => {
    expect(bandFor(usual, ratio(0, 40)).low).toBeLessThan(bandFor(usual, ratio(0, 400)).low)
  })

  it('never leaves 0 to 100 %', () => {
    expect(bandFor(usual, ratio(0, 2))).toEqual({ low: 0, high: 1 })
  })

  it('holds 305 of 400 on time and not 304', () => {
    expect(placeOf(usual, ratio(305, 400))).toBe('within')
    expect(placeOf(usual, ratio(304, 400))).toBe('below')
  })

  it('holds 351 of 400 on time and not 352', () => {
    expect(placeOf(usual, ratio(351, 400))).toBe('within')
    expect(placeOf(usual, ratio(352, 400))).toBe('above')
  })

  it('says nothing of a month without visits', () => {
    expect(placeOf(usual, ratio(0, 0))).toBeUndefined()
  })

  it('does not call the first missed visit impossible where none was ever missed', () => {
    const never = usualOf('share', steady(0, 40)) ?? raise()
    expect(placeOf(never, ratio(1, 40))).toBe('within')
  })
})

describe('a target', () => {
  const onTime = { value: 0.9, better: 'higher' } as const
  const missed = { value: 0.01, better: 'lower' } as const

  it('is not missed by what chance explains', () => {
    expect(missesTarget('share', onTime, ratio(342, 400))).toBe(false)
  })

  it('is missed by more than chance explains', () => {
    expect(missesTarget('share', onTime, ratio(341, 400))).toBe(true)
  })

  it('is never missed on the good side', () => {
    expect(missesTarget('share', onTime, ratio(400, 400))).toBe(false)
    expect(missesTarget('share', missed, ratio(0, 400))).toBe(false)
  })

  it('may be one where lower is better', () => {
    expect(missesTarget('share', missed, ratio(10, 400))).toBe(false)
    expect(missesTarget('share', missed, ratio(12, 400))).toBe(true)
  })

  it('is not missed where nothing happened, or where neither side is better', () => {
    expect(missesTarget('share', onTime, ratio(0, 0))).toBe(false)
    expect(missesTarget('share', { value: 0.9, better: 'neither' }, ratio(0, 400))).toBe(false)
  })

  it('of an amount is judged by its usual spread, and by itself where that is not known', () => {
    const usual = usualOf(
      'amount',
      [100, 110, 100, 110, 100, 110].map((value) => ratio(value, 1)),
    )
    const hours = { value: 105, better: 'higher' } as const
    expect(missesTarget('amount', hours, ratio(80, 1), usual)).toBe(false)
    expect(missesTarget('amount', hours, ratio(78, 1), usual)).toBe(true)
    expect(missesTarget('amount', hours, ratio(104, 1))).toBe(true)
  })
})

describe('a change', () => {
  const usual = usualOf('share', steady(82, 100)) ?? raise()

  it('is counted in the newest months only', () => {
    const months = [ratio(200, 400), ratio(328, 400), ratio(200, 400), ratio(200, 400)]
    expect(changeOf(usual, months)).toEqual({ direction: 'down', months: 2 })
  })

  it('is over once a month is back within the band', () => {
    expect(changeOf(usual, [ratio(200, 400), ratio(328, 400)])).toBeUndefined()
  })

  it('can be upwards', () => {
    expect(changeOf(usual, [ratio(328, 400), ratio(400, 400)])).toEqual({ direction: 'up', months: 1 })
  })

  it('is eight months in a row on one side, seven are not', () => {
    expect(changeOf(usual, steady(330, 400, MONTHS_OF_A_SHIFT - 1))).toBeUndefined()
    expect(changeOf(usual, steady(330, 400, MONTHS_OF_A_SHIFT))).toEqual({ direction: 'up', months: 8 })
    expect(changeOf(usual, steady(326, 400, MONTHS_OF_A_SHIFT))).toEqual({ direction: 'down', months: 8 })
  })

  it('is neither broken nor lengthened by a month without visits', () => {
    expect(newestRun([ratio(1, 2), ratio(0, 0), ratio(1, 2)], () => true)).toBe(2)
  })
})

describe('two shares', () => {
  it('differ when chance does not explain the gap', () => {
    expect(sharesDiffer(ratio(60, 100), ratio(79, 100))).toBe(false)
    expect(sharesDiffer(ratio(60, 100), ratio(80, 100))).toBe(true)
  })

  it('do not differ where one of them is of nothing', () => {
    expect(sharesDiffer(ratio(60, 100), ratio(0, 0))).toBe(false)
  })
})

function raise(): never {
  throw new Error('six months are enough to learn from')
}
