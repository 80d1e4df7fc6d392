import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countBand, runOutside, shareBand } from './chance-band.ts'
import { ratio } from './quantity.ts'

test('a share is judged against limits that widen where few were counted', () => {
  const band = shareBand([ratio(60, 100), ratio(20, 50)])
  expect(band.centre).toBeCloseTo(80 / 150, 10)
  expect(band.points[0]?.high).toBeCloseTo(0.683, 4)
  expect(band.points[0]?.low).toBeCloseTo(0.3837, 4)
  expect(band.points[1]?.low).toBeCloseTo(0.3217, 4)
})

test('a point on the limit is within chance, one just beyond is outside', () => {
  // Centre 0.5, n = 36: limits 0.5 ± 3 · 0.5 / 6 = 0.25 and 0.75, that is 9 and 27 of 36.
  const settled = [ratio(500, 1000)]
  const [onLow, belowLow, onHigh, aboveHigh] = shareBand(
    [ratio(9, 36), ratio(8, 36), ratio(27, 36), ratio(28, 36)],
    settled,
  ).points
  expect([onLow?.outside, belowLow?.outside]).toEqual([undefined, 'below'])
  expect([onHigh?.outside, aboveHigh?.outside]).toEqual([undefined, 'above'])
})

test('a month in which nothing fell due has no value and no limits', () => {
  const [empty, full] = shareBand([ratio(0, 0), ratio(3, 4)]).points
  expect(empty).toEqual({ value: undefined, low: undefined, high: undefined, outside: undefined })
  expect(full?.value).toBe(0.75)
  expect(shareBand([]).centre).toBeUndefined()
})

test('counts have limits of three times the square root of their mean', () => {
  const band = countBand([4, 2, undefined, 3])
  expect(band.centre).toBe(3)
  expect(band.points[0]?.low).toBe(0)
  expect(band.points[0]?.high).toBeCloseTo(3 + 3 * Math.sqrt(3), 10)
  expect(band.points[2]?.value).toBeUndefined()
  // Mean 9: limits 0 and 18.
  expect(countBand([18, 19], [9]).points.map((point) => point.outside)).toEqual([undefined, 'above'])
})

test('a run counts the last points outside on one side', () => {
  const points = shareBand([ratio(9, 10), ratio(90, 100), ratio(10, 100), ratio(12, 100)], [ratio(1, 2)]).points
  expect(runOutside(points)).toEqual({ length: 2, side: 'below' })
  expect(runOutside(points.slice(0, 2))).toEqual({ length: 1, side: 'above' })
  expect(runOutside(points.slice(0, 1))).toEqual({ length: 0 })
  expect(runOutside([])).toEqual({ length: 0 })
})

test('limits stay between nothing and everything, around the centre', () => {
  const counted = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([a, b]) => ratio(Math.min(a, b), Math.max(a, b)))
  fc.assert(
    fc.property(fc.array(counted, { minLength: 1 }), (ratios) => {
      const { centre, points } = shareBand(ratios)
      for (const { low, high } of points) {
        if (low === undefined || high === undefined || centre === undefined) continue
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(centre)
        expect(high).toBeGreaterThanOrEqual(centre)
      }
    }),
  )
})
