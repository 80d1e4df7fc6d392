import { expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { scoresOf } from './personal-outcome.ts'

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
