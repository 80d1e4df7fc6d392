/** When a contract is live, when it is about to end, and when two versions of it say the same. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { aContract } from '../contract-management.fixtures.ts'
import { endsWithin, saysTheSame, stateOn } from './contract-register.ts'

const contract = aContract({ providerId: 1, startsOn: day('2025-04-01'), endsOn: day('2026-03-31') })

describe('a contract', () => {
  it('is upcoming until the day before it starts and live on its first day', () => {
    expect(stateOn(contract, day('2025-03-31'))).toBe('upcoming')
    expect(stateOn(contract, day('2025-04-01'))).toBe('live')
  })

  it('is live on its last day and ended the day after', () => {
    expect(stateOn(contract, day('2026-03-31'))).toBe('live')
    expect(stateOn(contract, day('2026-04-01'))).toBe('ended')
  })

  it('without a last day stays live', () => {
    expect(stateOn({ ...contract, endsOn: null }, day('2099-01-01'))).toBe('live')
  })

  it('ends within six months from six months before its last day', () => {
    expect(endsWithin(contract, 6, day('2025-09-29'))).toBe(false)
    expect(endsWithin(contract, 6, day('2025-09-30'))).toBe(false)
    expect(endsWithin(contract, 6, day('2025-10-01'))).toBe(true)
  })

  it('that has ended does not end soon', () => {
    expect(endsWithin(contract, 6, day('2026-04-01'))).toBe(false)
  })
})

describe('two versions of a contract', () => {
  it('say the same whatever the order of their areas and outcomes', () => {
    const a = { ...contract, areaIds: [1, 2], outcomeIds: [3, 4] }
    expect(saysTheSame(a, { ...a, areaIds: [2, 1], outcomeIds: [4, 3, 3] })).toBe(true)
    expect(saysTheSame(a, { ...a, areaIds: [1] })).toBe(false)
  })

  it.each([
    ['ref', { ref: 'C-4' }],
    ['Welsh title', { title: { en: contract.title.en, cy: 'Arall' } }],
    ['last day', { endsOn: null }],
    ['model', { model: 3 }],
    ['tolerance', { lateToleranceMinutes: 30 }],
  ] as const)('differ where the %s differs', (_what, change) => {
    expect(saysTheSame(contract, { ...contract, ...change })).toBe(false)
  })
})
