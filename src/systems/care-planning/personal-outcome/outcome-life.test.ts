import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { dueState, lifeOn, mayHappen, wouldCircle } from './outcome-life.ts'

const today = day('2026-03-10')
const life = (planId: number | null, endedOn?: string, endedReason: string | null = null) =>
  lifeOn({ planId, endedOn: endedOn ? day(endedOn) : null, endedReason }, today)

describe('the life of an outcome', () => {
  test('it is agreed until it stands in a plan, and active from then', () => {
    expect(life(null)).toBe('agreed')
    expect(life(7)).toBe('active')
  })
  test('one that ended today has ended; one that ends tomorrow lives', () => {
    expect(life(7, '2026-03-10', 'achieved')).toBe('ended')
    expect(life(7, '2026-03-11', 'achieved')).toBe('active')
  })
  test('one whose place another took is reformulated, not merely ended', () => {
    expect(life(7, '2026-03-10', 'reformulated')).toBe('reformulated')
  })
  test('an open review puts it under review, whatever its plan', () => {
    expect(lifeOn({ planId: 7, endedOn: null, endedReason: null }, today, true)).toBe('under-review')
  })
  test('what ended can neither be changed nor ended again', () => {
    for (const over of ['ended', 'reformulated'] as const)
      for (const move of ['change', 'record-review', 'reformulate', 'end'] as const)
        expect(mayHappen(over, move)).toBe(false)
    expect(mayHappen('active', 'reformulate')).toBe(true)
  })
})

describe('when it is due', () => {
  test('a review due today is not overdue; one that was due yesterday is', () => {
    expect(dueState(day('2026-03-10'), today)).toBe('due-soon')
    expect(dueState(day('2026-03-09'), today)).toBe('overdue')
  })
  test('a review is due soon in the 28 days before it', () => {
    expect(dueState(day('2026-04-07'), today)).toBe('due-soon')
    expect(dueState(day('2026-04-08'), today)).toBe('later')
  })
})

describe('goals that hang on goals', () => {
  test('a goal is no step towards itself, nor towards its own steps', () => {
    const hangsOn = new Map([
      [2, 1],
      [3, 2],
    ])
    expect(wouldCircle(hangsOn, 1, 1)).toBe(true)
    expect(wouldCircle(hangsOn, 1, 3)).toBe(true)
    expect(wouldCircle(hangsOn, 4, 3)).toBe(false)
  })
  test('goals hung one after another, each only where it makes no circle, never make one', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 8 }))), (wishes) => {
        const hangsOn = new Map<number, number | null>()
        for (const [step, goal] of wishes) if (!wouldCircle(hangsOn, step, goal)) hangsOn.set(step, goal)
        for (const start of hangsOn.keys()) {
          let [at, steps]: [number | null | undefined, number] = [start, 0]
          while (at !== null && at !== undefined) {
            at = hangsOn.get(at)
            steps += 1
            if (steps > 9) return false
          }
        }
        return true
      }),
    )
  })
})
