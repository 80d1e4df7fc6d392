/** When a follow-up is late, and when it is due soon. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { isDueWithin, isLate } from './follow-up.ts'

const due = { state: 'open', dueOn: day('2026-03-03') } as const

describe('a follow-up', () => {
  it('is not late on the day it is due, and late the day after', () => {
    expect(isLate(due, day('2026-03-03'))).toBe(false)
    expect(isLate(due, day('2026-03-04'))).toBe(true)
  })
  it('is never late once done or dropped', () => {
    expect(isLate({ ...due, state: 'done' }, day('2027-01-01'))).toBe(false)
    expect(isLate({ ...due, state: 'dropped' }, day('2027-01-01'))).toBe(false)
  })
  it('is due within a week from seven days before, and not eight', () => {
    expect(isDueWithin(due, 7, day('2026-02-24'))).toBe(true)
    expect(isDueWithin(due, 7, day('2026-02-23'))).toBe(false)
  })
  it('is not due soon once it is late', () => {
    expect(isDueWithin(due, 7, day('2026-03-04'))).toBe(false)
  })
})
