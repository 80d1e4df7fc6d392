import { expect, test } from 'vitest'
import { acrossPlaces, bandPath, heightScale, isOutside, linePath, niceAxis, spanOf } from './geometry.ts'

test('a single point stands at the right, where now is; many are spread between the margins', () => {
  expect(acrossPlaces(1, 2)).toEqual([98])
  expect(acrossPlaces(3, 10)).toEqual([10, 50, 90])
  expect(acrossPlaces(0, 2)).toEqual([])
})

test('the span leaves out what is not known, and is never empty', () => {
  expect(spanOf([3, null, undefined, 7])).toEqual([3, 7])
  expect(spanOf([null, undefined])).toBeUndefined()
  expect(spanOf([0])).toEqual([0, 1])
  const [low = 0, high = 0] = spanOf([50]) ?? []
  expect(low).toBeLessThan(50)
  expect(high).toBeGreaterThan(50)
})

test('greater values stand higher, within the margins', () => {
  const height = heightScale([0, 10], 10)
  expect([height(0), height(5), height(10)]).toEqual([90, 50, 10])
})

test('the axis has round numbers that hold every value', () => {
  const { span, ticks } = niceAxis([0.79, 0.93], 4)
  expect(span[0]).toBeLessThanOrEqual(0.79)
  expect(span[1]).toBeGreaterThanOrEqual(0.93)
  expect(ticks).toEqual([0.75, 0.8, 0.85, 0.9, 0.95])
})

test('the axis of a scale is marked at its steps, not between them', () => {
  expect(niceAxis([2, 4], 4, true).ticks).toEqual([2, 3, 4])
  expect(niceAxis([2, 4], 4).ticks).toContain(2.5)
  expect(niceAxis([0, 1], 4, true).ticks).toEqual([0, 1])
})

test('a line is interrupted where a value is missing', () => {
  const path = linePath([
    { x: 0, y: 10 },
    { x: 10, y: 20 },
    { x: 20, y: undefined },
    { x: 30, y: 5 },
    { x: 40, y: 5 },
  ])
  expect(path).toBe('M0,10L10,20M30,5L40,5')
  expect(linePath([])).toBe('')
})

test('the band covers only the points that have limits', () => {
  expect(bandPath([{ x: 0, low: undefined, high: undefined }])).toBe('')
  expect(
    bandPath([
      { x: 0, low: 80, high: 20 },
      { x: 50, low: 80, high: 20 },
    ]),
  ).toBe('M0,20L50,20L50,80L0,80Z')
})

test('on the limit is within chance; beyond it, or below, is outside', () => {
  const at = (value: number | null) => isOutside({ label: '', value, low: 0.8, high: 0.9 })
  expect([at(0.8), at(0.9), at(0.799), at(0.901), at(null)]).toEqual([false, false, true, true, false])
  expect(isOutside({ label: '', value: 5 })).toBe(false)
})
