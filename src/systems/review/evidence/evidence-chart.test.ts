/** The points of an evidence's trend. */
import { describe, expect, it } from 'vitest'
import { evidencePoints, isWorthDrawing } from './evidence-chart.ts'

const months = (...found: readonly (readonly [number, number])[]) =>
  found.map(([numerator, denominator], index) => ({ month: `2026-0${index + 1}-01`, numerator, denominator }))

describe('the trend of a piece of evidence', () => {
  it('has a band from six filled months on, and none with five', () => {
    const filled = [1, 2, 3, 4, 5, 6].map(() => [80, 100] as const)
    expect(evidencePoints('share', months(...filled))[0]?.band).toBeDefined()
    expect(evidencePoints('share', months(...filled.slice(1)))[0]?.band).toBeUndefined()
  })
  it('leaves a gap where nothing happened in a month', () => {
    expect(evidencePoints('share', months([4, 5], [0, 0]))[1]).toMatchObject({ value: null, band: undefined })
  })
  it('is drawn from two months on', () => {
    expect(isWorthDrawing(evidencePoints('share', months([4, 5], [0, 0])))).toBe(false)
    expect(isWorthDrawing(evidencePoints('share', months([4, 5], [3, 5])))).toBe(true)
  })
  it('holds no share’s band around a gap that lies below zero', () => {
    const points = evidencePoints('share', months([-4, 10], [-3, 10], [-5, 10], [-4, 10], [-3, 10], [-4, 10]))
    expect(points[0]?.value).toBe(-0.4)
    expect(Number.isNaN(points[0]?.band?.high)).toBe(false)
  })
})
