/** What may happen to a review, and who may sign it. */
import { describe, expect, it } from 'vitest'
import { type Hand, isComplete, mayBeSignedBy, NEXT_STEPS, REVIEW_STATES, stateAfter } from './review-life.ts'

const nia: Hand = { kind: 'user', id: 7, name: 'Nia Prosser' }
const gareth: Hand = { kind: 'user', id: 8, name: 'Gareth Pugh' }

describe('the life of a review', () => {
  it('goes from draft to signature and, unsigned, back to draft', () => {
    expect(stateAfter('draft', 'submit')).toBe('awaiting-signature')
    expect(stateAfter('awaiting-signature', 'return')).toBe('draft')
    expect(stateAfter('awaiting-signature', 'sign')).toBe('signed')
  })

  it('ends with the signature or with withdrawal: nothing follows either', () => {
    expect(Object.keys(NEXT_STEPS.signed)).toEqual([])
    expect(Object.keys(NEXT_STEPS.withdrawn)).toEqual([])
  })

  it('cannot be signed as a draft, nor sent twice', () => {
    expect(stateAfter('draft', 'sign')).toBeUndefined()
    expect(stateAfter('awaiting-signature', 'submit')).toBeUndefined()
    for (const state of REVIEW_STATES)
      expect(stateAfter(state, 'return') === undefined).toBe(state !== 'awaiting-signature')
  })
})

describe('a signature', () => {
  it('may be given by somebody who wrote nothing in the review', () => {
    expect(mayBeSignedBy([nia], gareth)).toBe(true)
  })

  it('may not be given by a writer, the first or any later one', () => {
    expect(mayBeSignedBy([nia, gareth], nia)).toBe(false)
    expect(mayBeSignedBy([nia, gareth], gareth)).toBe(false)
  })

  it('may not be given by a writer who has since changed their name', () => {
    expect(mayBeSignedBy([nia], { ...nia, name: 'Nia Prosser-Pugh' })).toBe(false)
  })

  it('tells people apart on the command line by the name of the computer’s user', () => {
    const operator: Hand = { kind: 'system', id: 0, name: 'nia' }
    expect(mayBeSignedBy([operator], operator)).toBe(false)
    expect(mayBeSignedBy([operator], { ...operator, name: 'gareth' })).toBe(true)
  })
})

it('a review is complete when every question that is asked has a judgement', () => {
  expect(isComplete({ answered: 22, asked: 23 })).toBe(false)
  expect(isComplete({ answered: 23, asked: 23 })).toBe(true)
})
