/** How evidence is read: what counts as a movement, and what changed when it was read again. */
import { describe, expect, it } from 'vitest'
import { ratio } from '../../../kernel/quantity.ts'
import { changedSince, factReading, isBetter, movementOf } from './evidence.ts'

describe('the movement of a share', () => {
  it('is steady where chance explains the difference: 61 of 100 after 52 of 100', () => {
    expect(movementOf('share', ratio(61, 100), ratio(52, 100))).toBe('steady')
  })
  it('is a rise where chance does not explain it: 610 of 1,000 after 520 of 1,000', () => {
    expect(movementOf('share', ratio(610, 1000), ratio(520, 1000))).toBe('rose')
  })
  it('is a fall the other way round', () => {
    expect(movementOf('share', ratio(520, 1000), ratio(610, 1000))).toBe('fell')
  })
  it('is nothing where nothing was recorded, and starts where nothing was recorded before', () => {
    expect(movementOf('share', ratio(0, 0), ratio(5, 10))).toBe('nothing-recorded')
    expect(movementOf('share', ratio(5, 10), ratio(0, 0))).toBe('nothing-before')
    expect(movementOf('share', ratio(5, 10), undefined)).toBe('nothing-before')
  })
})

describe('the movement of an amount', () => {
  it('is a rise from five per cent on, and steady just below', () => {
    expect(movementOf('people', ratio(105, 1), ratio(100, 1))).toBe('rose')
    expect(movementOf('people', ratio(1049, 1), ratio(1000, 1))).toBe('steady')
  })
  it('is a fall from five per cent on, and steady just below', () => {
    expect(movementOf('people', ratio(95, 1), ratio(100, 1))).toBe('fell')
    expect(movementOf('people', ratio(951, 1), ratio(1000, 1))).toBe('steady')
  })
  it('from nothing to nothing is steady, from nothing to something a rise', () => {
    expect(movementOf('people', ratio(0, 1), ratio(0, 1))).toBe('steady')
    expect(movementOf('people', ratio(1, 1), ratio(0, 1))).toBe('rose')
  })
})

describe('whether a movement is for the better', () => {
  it('depends on which way is better', () => {
    expect(isBetter('rose', 'higher')).toBe(true)
    expect(isBetter('rose', 'lower')).toBe(false)
    expect(isBetter('fell', 'lower')).toBe(true)
  })
  it('is not said where nothing moved or neither way is better', () => {
    expect(isBetter('steady', 'higher')).toBeUndefined()
    expect(isBetter('rose', 'neither')).toBeUndefined()
  })
})

describe('reading the evidence again', () => {
  const first = factReading('contracts-without-outcome', 2, 9)
  it('names what says another number than before', () => {
    expect(changedSince([first], [factReading('contracts-without-outcome', 1, 9)])).toEqual([
      { name: 'contracts-without-outcome', was: ratio(2, 9), is: ratio(1, 9) },
    ])
  })
  it('says nothing where nothing changed', () => {
    expect(changedSince([first], [{ ...first }])).toEqual([])
  })
  it('names what could be read before and no longer can', () => {
    expect(changedSince([first], [{ ...first, now: undefined }])).toHaveLength(1)
  })
})
