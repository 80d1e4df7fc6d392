import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import {
  gapsOf,
  leadOf,
  leftOutOf,
  type PlanContent,
  type PlannedContribution,
  sharesOf,
  weeklyMinutesOf,
} from './plan.ts'
import { differencesOf, isUnchanged } from './plan-difference.ts'
import { changed, firstDraft } from './plan-draft.ts'
import { PlanChangeInput } from './plan-input.ts'

const contribution = (given: Partial<PlannedContribution> = {}): PlannedContribution => ({
  party: 'provider',
  providerId: 1,
  contractId: 10,
  extent: 'part',
  what: 'Cerdded gyda hi',
  startsOn: null,
  weeklyMinutes: 60,
  worksWhen: '',
  ...given,
})
const content = (given: Partial<PlanContent> = {}): PlanContent => ({
  ...firstDraft(undefined, [], 'cy'),
  startsOn: day('2026-04-01'),
  reviewDueOn: day('2026-06-01'),
  outcomes: [{ personalOutcomeId: 1, contributions: [contribution()] }],
  ...given,
})
const gaps = (given: Partial<PlanContent>) => gapsOf(content(given)).map(({ gap }) => gap)

describe('what is missing from a plan', () => {
  test('nothing, where each outcome has who contributes, and the days are there', () => expect(gaps({})).toEqual([]))
  test('an outcome to which nobody contributes', () =>
    expect(gaps({ outcomes: [{ personalOutcomeId: 1, contributions: [] }] })).toEqual(['no-contribution']))
  test('a plan that ends on the day it begins is a plan; one that ends the day before is not', () => {
    expect(gaps({ endsOn: day('2026-04-01') })).toEqual([])
    expect(gaps({ endsOn: day('2026-03-31') })).toEqual(['ends-before-start'])
  })
  test('the day to look again comes after the plan begins', () => {
    expect(gaps({ reviewDueOn: day('2026-04-02') })).toEqual([])
    expect(gaps({ reviewDueOn: day('2026-04-01') })).toEqual(['due-before-start'])
  })
  test('where one is to achieve it wholly, nobody else contributes', () => {
    const wholly = contribution({ extent: 'whole' })
    const other = contribution({ party: 'family', providerId: null, contractId: null })
    expect(gaps({ outcomes: [{ personalOutcomeId: 1, contributions: [wholly] }] })).toEqual([])
    expect(gaps({ outcomes: [{ personalOutcomeId: 1, contributions: [wholly, other] }] })).toEqual(['whole-and-part'])
  })
})

test('an outcome is counted under whoever is to achieve it wholly, else the first that has a contract', () => {
  const family = contribution({ party: 'family', providerId: null, contractId: null })
  expect(leadOf([family, contribution(), contribution({ providerId: 2, contractId: 20 })])?.contractId).toBe(10)
  expect(leadOf([contribution(), contribution({ contractId: 20, extent: 'whole' })])?.contractId).toBe(20)
  expect(leadOf([family])).toBeUndefined()
})

test('a provider is told its own part and shared risks, and nothing of anybody else', () => {
  const shares = sharesOf(
    content({
      outcomes: [
        { personalOutcomeId: 1, contributions: [contribution(), contribution({ providerId: 2, what: 'Cyfrinach' })] },
        { personalOutcomeId: 2, contributions: [contribution({ providerId: 2 })] },
      ],
      risks: [
        { what: 'Cwympo', whatIsDone: 'Ffrâm', isShared: true },
        { what: 'Arian', whatIsDone: 'Atwrnai', isShared: false },
      ],
      budgetBasis: 'Cyfrinach',
    }),
  )
  expect([...shares.keys()]).toEqual([1, 2])
  const own = JSON.stringify(shares.get(1))
  expect(own).toContain('Cwympo')
  expect(own).not.toMatch(/Arian|Cyfrinach/)
  expect(shares.get(1)?.outcomes.map(({ personalOutcomeId }) => personalOutcomeId)).toEqual([1])
})

describe('amounts as people type them', () => {
  const money = (typed: string) => {
    const input = { kind: 'money', money: { indicativeWeeklyPence: typed, finalWeeklyPence: '', budgetBasis: '' } }
    const read = PlanChangeInput.safeParse(input)
    return read.success && read.data.kind === 'money' ? read.data.money.indicativeWeeklyPence : 'refused'
  }
  test.each([
    ['245.50', 24_550],
    ['£1,234.5', 123_450],
    ['100000', 10_000_000],
    ['0', 0],
    ['', null],
    ['100000.01', 'refused'],
    ['-5', 'refused'],
    ['12.345', 'refused'],
    ['1,23', 'refused'],
    ['lots', 'refused'],
  ])('%s is %s pence', (typed, pence) => expect(money(typed)).toBe(pence))
})

test('writing in a draft leaves the one before as it was, and taking back what was added brings it back', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('family', 'person', 'health', 'community'), { maxLength: 5 }), (parties) => {
      const before = content()
      const kept = JSON.stringify(before)
      let after = before
      for (const party of parties)
        after = changed(after, {
          kind: 'add-contribution',
          personalOutcomeId: 1,
          contribution: contribution({ party, providerId: null }),
        })
      expect(JSON.stringify(before)).toBe(kept)
      expect(weeklyMinutesOf(after)).toBe(60 * (parties.length + 1))
      for (const _ of parties) after = changed(after, { kind: 'remove-contribution', personalOutcomeId: 1, index: 1 })
      return isUnchanged(differencesOf(before, after))
    }),
  )
})

test('two versions side by side: what came, what left, and nothing of what stayed', () => {
  const before = content()
  const after = changed(changed(before, { kind: 'take-in-outcome', personalOutcomeId: 2 }), {
    kind: 'add-risk',
    risk: { what: 'Cwympo', whatIsDone: 'Ffrâm', isShared: true },
  })
  const difference = differencesOf(before, after)
  expect(difference.outcomes.map(({ personalOutcomeId, is }) => [personalOutcomeId, is])).toEqual([
    [1, 'same'],
    [2, 'new'],
  ])
  expect(difference.risks.came).toHaveLength(1)
  expect(difference.parts).toEqual([])
})

test('what an amendment leaves out: live outcomes that are planned no more, and providers that have no part any more', () => {
  const had = (personalOutcomeId: number, providerId: number, endedOn = null as Temporal.PlainDate | null) => ({
    personalOutcomeId,
    endedOn,
    contributions: [{ providerId }],
  })
  expect(leftOutOf(content(), [had(1, 1)])).toEqual({ outcomeIds: [], providerIds: [] })
  expect(leftOutOf(content(), [had(1, 2), had(2, 1)])).toEqual({ outcomeIds: [2], providerIds: [2] })
  expect(leftOutOf(content(), [had(3, 2, day('2026-03-01'))])).toEqual({ outcomeIds: [], providerIds: [] })
})
