/** What evidence says in words, in both languages. */
import { describe, expect, it } from 'vitest'
import { ratio } from '../../../kernel/quantity.ts'
import { factSentence, measureSentence, type Said } from './evidence.sentences.ts'

const share = (now: Said['now'], before?: Said['before'], counts = true): Said => ({
  kind: 'measure',
  unit: 'share',
  counts,
  now,
  before,
})

describe('the sentence of a measure', () => {
  it('says the share, the numbers behind it and the movement', () => {
    expect(measureSentence('en', share(ratio(610, 1000), ratio(520, 1000)))).toBe(
      '61%: 610 of 1,000. Up from 52% in the period before, by more than chance explains.',
    )
    expect(measureSentence('cy', share(ratio(610, 1000), ratio(520, 1000)))).toBe(
      '61%: 610 o 1,000. I fyny o 52% yn y cyfnod cynt, mwy nag y gall siawns ei esbonio.',
    )
  })
  it('does not call a difference a change that chance could explain', () => {
    expect(measureSentence('en', share(ratio(61, 100), ratio(52, 100)))).toBe(
      '61%: 61 of 100. In the period before it was 52%: chance alone could explain the difference.',
    )
  })
  it('says that it is the same where both look the same, and shows one place more where they only look it', () => {
    expect(measureSentence('en', share(ratio(0, 4), ratio(0, 9)))).toBe('0%: 0 of 4. The same as in the period before.')
    expect(measureSentence('en', share(ratio(96_400, 100_000), ratio(95_600, 100_000)))).toMatch(
      /^96\.4%: .* Up from 95\.6%/,
    )
  })
  it('keeps seconds to itself', () => {
    expect(measureSentence('en', share(ratio(14_662_980, 15_201_900), undefined, false))).toBe(
      '96%. There is nothing before it to compare with.',
    )
  })
  it('says plainly what was not recorded and what could not be read', () => {
    expect(measureSentence('en', share(ratio(0, 0), ratio(1, 2)))).toBe('Nothing was recorded for this in the period.')
    expect(measureSentence('cy', share(undefined))).toBe(
      'Nid oedd modd holi’r cofnodion am hyn. Barnwch hebddo, a dywedwch hynny.',
    )
  })
  it('counts hours in the language’s own way', () => {
    const hours: Said = { kind: 'measure', unit: 'hours', counts: false, now: ratio(4073, 1), before: ratio(2937, 1) }
    expect(measureSentence('en', hours)).toBe('4,073 hours. Up from 2,937 hours in the period before.')
    expect(measureSentence('cy', hours)).toBe('4,073 awr. I fyny o 2,937 awr yn y cyfnod cynt.')
  })
})

describe('the sentence of a fact', () => {
  it.each([
    [ratio(2, 9), '2 of 9.', '2 o 9.'],
    [ratio(0, 9), 'None of 9.', 'Dim un o 9.'],
    [ratio(0, 0), 'There are none to count.', 'Nid oes dim i’w gyfrif.'],
  ])('says how many are wanting, out of how many', (now, en, cy) => {
    expect(factSentence('en', now)).toBe(en)
    expect(factSentence('cy', now)).toBe(cy)
  })
})
