import { expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { lifeOn, scoresOf } from './personal-outcome.ts'

const today = day('2026-03-10')
const due = (reviewDueOn: string, endedOn: string | null = null) =>
  lifeOn({ reviewDueOn: day(reviewDueOn), endedOn: endedOn === null ? null : day(endedOn) }, today)

test('a review due today is not overdue; one that was due yesterday is', () => {
  expect(due('2026-03-10')).toBe('due-soon')
  expect(due('2026-03-09')).toBe('overdue')
})

test('a review is due soon in the 28 days before it', () => {
  expect(due('2026-04-07')).toBe('due-soon')
  expect(due('2026-04-08')).toBe('active')
})

test('an outcome that ended today has ended, however overdue its review; one that ends tomorrow lives', () => {
  expect(due('2026-01-01', '2026-03-10')).toBe('ended')
  expect(due('2026-04-30', '2026-03-11')).toBe('active')
})

test('scores over time begin with the baseline and leave out reviews that gave none', () => {
  const reviews = [
    { heldOn: day('2026-03-01'), score: null },
    { heldOn: day('2026-04-01'), score: 3 },
  ] as unknown as Parameters<typeof scoresOf>[0]['reviews']
  expect(scoresOf({ agreedOn: day('2026-02-02'), baselineScore: 2, reviews })).toEqual([
    { on: day('2026-02-02'), score: 2 },
    { on: day('2026-04-01'), score: 3 },
  ])
})
