import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { differs, hasOwnWord, type NewReviewFacts, refuseReview } from './outcome-review.ts'

const agreed = day('2026-02-02')
const today = day('2026-03-10')
const aReview = (given: Partial<NewReviewFacts> = {}): NewReviewFacts => ({
  heldOn: today,
  achievement: 'achieved',
  attributions: [],
  ...given,
})

describe('when a review may have been held', () => {
  test('on the day the outcome was agreed, but not the day before', () => {
    expect(refuseReview(aReview({ heldOn: agreed }), agreed, today)).toBeUndefined()
    expect(refuseReview(aReview({ heldOn: day('2026-02-01') }), agreed, today)?.refusal.code).toBe(
      'review-before-agreed',
    )
  })

  test('today, but not tomorrow', () => {
    expect(refuseReview(aReview({ heldOn: today }), agreed, today)).toBeUndefined()
    expect(refuseReview(aReview({ heldOn: day('2026-03-11') }), agreed, today)?.refusal.code).toBe(
      'review-in-the-future',
    )
  })
})

describe('what an achievement can be attributed to never exceeds the whole', () => {
  const to = (...extents: readonly ('whole' | 'part' | 'none' | 'cannot-say')[]) =>
    refuseReview(
      aReview({
        attributions: extents.map((extent, i) => ({ party: (['provider', 'person', 'family'] as const)[i]!, extent })),
      }),
      agreed,
      today,
    )?.refusal.code

  test('one party wholly and the others not at all is the whole', () =>
    expect(to('whole', 'none', 'none')).toBeUndefined())
  test('several in part is at most the whole', () => expect(to('part', 'part', 'part')).toBeUndefined())
  test('two wholly is more than the whole', () => expect(to('whole', 'whole')).toBe('attribution-exceeds-whole'))
  test('one wholly and another in part is more than the whole', () =>
    expect(to('whole', 'part')).toBe('attribution-exceeds-whole'))
  test('"cannot be said" beside a whole is allowed: it claims nothing', () =>
    expect(to('whole', 'cannot-say')).toBeUndefined())
})

test('only an answer is somebody’s own word: not having been asked is none', () => {
  expect(hasOwnWord({ personSays: 'not' })).toBe(true)
  for (const personSays of ['not-asked', 'could-not-ask', null] as const) expect(hasOwnWord({ personSays })).toBe(false)
})

test('the person differs from the review only where they said something else', () => {
  expect(differs({ achievement: 'achieved', personSays: 'partly' })).toBe(true)
  expect(differs({ achievement: 'achieved', personSays: 'achieved' })).toBe(false)
  expect(differs({ achievement: 'achieved', personSays: 'not-asked' })).toBe(false)
})
