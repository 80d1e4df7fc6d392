import { expect, test } from 'vitest'
import { goalAttainmentOf } from './goal-level.ts'
import { differenceOf, distanceTravelled, latestByVoice, type OutcomeScore } from './outcome-score.ts'

const LEVELS = [-2, -1, 0, 1, 2].map((score) => ({ score, name: { en: String(score), cy: String(score) } }))
const GAS = { method: 'goal-attainment' as const, rho: 0.3, levels: LEVELS }

test('three goals of equal weight, each one level better than expected, give T 63.69; all as expected give 50', () => {
  const goals = [1, 1, 1].map((now) => ({ weight: 1, baseline: 0, now }))
  const attainment = goalAttainmentOf(GAS, goals)
  expect(attainment?.now.score).toBeCloseTo(63.69, 2)
  expect(attainment?.before.score).toBe(50)
})

test('goals that nobody scored again are left out of both sides', () => {
  const goals = [
    { weight: 2, baseline: -1, now: 0 },
    { weight: 1, baseline: -2, now: null },
  ]
  expect(goalAttainmentOf(GAS, goals)).toMatchObject({ goals: 1, now: { score: 50 } })
  expect(goalAttainmentOf(GAS, [{ weight: 1, baseline: null, now: 1 }])).toBeUndefined()
})

const score = (voice: OutcomeScore['voice'], value: number, on = '2026-03-01'): OutcomeScore => ({
  personalOutcomeId: 1,
  voice,
  scoredOn: Temporal.PlainDate.from(on),
  score: value,
  answers: [value],
  scaleEdition: '2026',
  recordedBy: 'test',
})

test('of each voice the newest counts, and they are never averaged', () => {
  const latest = latestByVoice([score('provider', 5), score('person', 1), score('person', 2, '2026-03-05')])
  expect(latest.map(({ voice, score: value }) => [voice, value])).toEqual([
    ['person', 2],
    ['provider', 5],
  ])
})

test('who sees it furthest from the person is named; where all agree, nobody is', () => {
  expect(differenceOf([score('person', 2), score('practitioner', 3), score('provider', 5)])).toMatchObject({
    from: { voice: 'person' },
    to: { voice: 'provider' },
    by: 3,
  })
  expect(differenceOf([score('person', 3), score('provider', 3)])).toBeUndefined()
  expect(differenceOf([score('provider', 3)])).toBeUndefined()
})

test('half of the way is 50 per cent, and going the other way is less than nothing', () => {
  expect(distanceTravelled({ baselineScore: 2, targetScore: 4 }, 3)).toBe(50)
  expect(distanceTravelled({ baselineScore: 20, targetScore: 10 }, 25)).toBe(-50)
  expect(distanceTravelled({ baselineScore: 3, targetScore: 3 }, 4)).toBeUndefined()
})
