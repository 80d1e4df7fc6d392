import { describe, expect, test } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { type Consent, consentsInForce, readNhsNumber } from './around.ts'

describe('an NHS number', () => {
  test('is right where its last digit fits the others, with or without spaces', () => {
    expect(readNhsNumber('943 476 5919')).toBe('9434765919')
    expect(readNhsNumber('9434765919')).toBe('9434765919')
  })
  test('with one digit mistyped, or too few, is none', () => {
    expect(readNhsNumber('943 476 5918')).toBeUndefined()
    expect(readNhsNumber('943 476 5929')).toBeUndefined()
    expect(readNhsNumber('943 476 591')).toBeUndefined()
  })
  test('whose check would be ten is given to nobody', () => expect(readNhsNumber('1000000010')).toBeUndefined())
})

test('what was said last about a question holds; of one day, what was recorded last', () => {
  const said = (consentId: number, on: string, answer: Consent['answer']): Consent => ({
    consentId,
    what: 'share-with-provider',
    answer,
    how: 'spoken',
    answeredOn: day(on),
    answeredBy: 'Gwen',
    note: '',
    recordedBy: 'Elin',
  })
  const holds = (...all: readonly Consent[]) => consentsInForce(all).get('share-with-provider')?.answer
  expect(holds(said(1, '2026-03-01', 'given'), said(2, '2026-03-02', 'withdrawn'))).toBe('withdrawn')
  expect(holds(said(2, '2026-03-02', 'given'), said(3, '2026-03-01', 'refused'))).toBe('given')
  expect(holds(said(4, '2026-03-02', 'refused'), said(3, '2026-03-02', 'given'))).toBe('refused')
  expect(holds()).toBeUndefined()
})
