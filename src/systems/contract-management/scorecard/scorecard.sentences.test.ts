/** The sentences of the scorecard, whole, in both languages. */
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../../kernel/language.ts'
import { period } from '../../../kernel/period.ts'
import { ratio } from '../../../kernel/quantity.ts'
import type { SecondLook } from '../attribution-rule/attribution-rule.ts'
import { aMeasure, found } from './scorecard.fixtures.ts'
import { leadOf, lookSentences, rowDetail, rowSentence, showValue, type Told } from './scorecard.sentences.ts'
import { rowOf, type ScorecardRow, type Verdict } from './scorecard.ts'

const reviewed = (achieved: number, of: number) => ({
  reviewed: of,
  achieved,
  partly: 0,
  not: of - achieved,
  changed: 0,
})
const row = (verdict: Verdict, changes: Partial<ScorecardRow> = {}): ScorecardRow => ({
  ...rowOf(found(), 6),
  target: 0.9,
  servesOutcomeId: 1,
  verdict,
  ...changes,
})
const told = (changes: Partial<Told> = {}): Told => ({
  now: reviewed(61, 100),
  before: reviewed(60, 100),
  period: period('2025-06-01', '2026-05-31'),
  rows: [],
  words: { both: 0, providerAchieved: 0, personAchieved: 0 },
  servesOutcomes: true,
  ...changes,
})
const lead = (changes: Partial<Told>) => LANGUAGES.map((language) => leadOf(language, told(changes)))

describe('the lead', () => {
  it('says how many outcomes were achieved, about as many as before where chance explains the gap', () => {
    expect(lead({})).toEqual([
      'Six in ten outcomes reviewed were achieved, about as many as in the year before.',
      'Cyflawnwyd chwech o bob deg o’r canlyniadau a adolygwyd, tua’r un faint ag yn y flwyddyn gynt.',
    ])
  })

  it('says more or fewer where chance does not explain the gap', () => {
    expect(lead({ before: reviewed(30, 100) })[0]).toContain('more than in the year before.')
    expect(lead({ before: reviewed(90, 100) })[1]).toContain('llai nag yn y flwyddyn gynt.')
  })

  it('names the period before by its length', () => {
    expect(lead({ period: period('2026-03-01', '2026-05-31') })[0]).toContain('the quarter before')
    expect(lead({ period: period('2026-03-01', '2026-05-30') })[1]).toContain('y cyfnod cynt')
  })

  it('compares with nothing where next to nothing was reviewed before', () => {
    expect(lead({ before: reviewed(5, 9) })[0]).toBe('Six in ten outcomes reviewed were achieved.')
    expect(lead({ before: reviewed(6, 10) })[0]).not.toBe('Six in ten outcomes reviewed were achieved.')
  })

  it('gives numbers instead of a share for fewer than ten reviews', () => {
    expect(lead({ now: reviewed(5, 9) })).toEqual([
      'Only 9 outcomes were reviewed in this period, 5 of them achieved: too few to judge by.',
      'Dim ond 9 canlyniad a adolygwyd yn y cyfnod hwn, a chyflawnwyd 5 ohonynt: rhy ychydig i farnu.',
    ])
    expect(lead({ now: reviewed(6, 10) })[0]).toContain('Six in ten')
  })

  it.each([
    [0, 'Hardly any of the outcomes reviewed were achieved', 'Prin fod un o’r canlyniadau a adolygwyd wedi’i gyflawni'],
    [50, 'Half of the outcomes reviewed were achieved', 'Cyflawnwyd hanner y canlyniadau a adolygwyd'],
    [94, 'Nine in ten outcomes reviewed were achieved', 'Cyflawnwyd naw o bob deg o’r canlyniadau a adolygwyd'],
    [95, 'Nearly all of the outcomes reviewed were achieved', 'Cyflawnwyd bron pob un o’r canlyniadau a adolygwyd'],
  ])('puts %i%% into words', (achieved, en, cy) => {
    const [english, welsh] = lead({ now: reviewed(achieved, 100), before: reviewed(0, 0) })
    expect([english, welsh]).toEqual([`${en}.`, `${cy}.`])
  })

  it('says that nothing was reviewed', () => {
    expect(lead({ now: reviewed(0, 0) })).toEqual([
      'No outcome has been reviewed in this period.',
      'Nid oes canlyniad wedi’i adolygu yn y cyfnod hwn.',
    ])
  })

  it('names the first missed target in words, and counts the others', () => {
    const late = row({ kind: 'target-missed', months: 6 })
    const missed = row({ kind: 'target-missed', months: 1 }, { measure: aMeasure({ name: 'visits-missed' }) })
    expect(lead({ rows: [row({ kind: 'target-met' }), late, missed] })).toEqual([
      'Six in ten outcomes reviewed were achieved, about as many as in the year before. Visits start late more often than agreed. One other target is missed too.',
      'Cyflawnwyd chwech o bob deg o’r canlyniadau a adolygwyd, tua’r un faint ag yn y flwyddyn gynt. Mae ymweliadau’n dechrau’n hwyr yn amlach nag y cytunwyd. Mae un targed arall wedi’i fethu hefyd.',
    ])
  })

  it('says that every target is met only where every one is', () => {
    expect(lead({ rows: [row({ kind: 'target-met' })] })[0]).toContain('Every target for how it is delivered is met.')
    expect(lead({ rows: [row({ kind: 'target-met' }), row({ kind: 'just-short' })] })[0]).not.toContain('target')
    expect(lead({ rows: [row({ kind: 'as-usual' }, { target: undefined })] })[0]).not.toContain('target')
  })

  it('says whose word claims more', () => {
    expect(lead({ words: { both: 20, providerAchieved: 18, personAchieved: 9 } })[0]).toContain(
      'People say that fewer outcomes were achieved than the provider reports.',
    )
    expect(lead({ words: { both: 20, providerAchieved: 9, personAchieved: 18 } })[1]).toContain(
      'Mae pobl yn dweud bod mwy o ganlyniadau wedi’u cyflawni',
    )
  })

  it('begins with the broken link where the contract serves no outcome', () => {
    expect(lead({ servesOutcomes: false })[0]).toMatch(/^The contract is meant to serve no outcome/)
  })
})

describe('a row', () => {
  it.each([
    [
      { kind: 'target-missed', months: 6 },
      'Below target for six months, by more than chance explains.',
      'O dan y targed ers chwe mis, o fwy nag y mae siawns yn ei esbonio.',
    ],
    [
      { kind: 'target-missed', months: 1 },
      'Below target in the newest month, by more than chance explains.',
      'O dan y targed yn y mis diweddaraf, o fwy nag y mae siawns yn ei esbonio.',
    ],
    [{ kind: 'target-met' }, 'Target met.', 'Wedi cyrraedd y targed.'],
    [
      { kind: 'as-usual' },
      'Steady: within what chance explains.',
      'Sefydlog: o fewn yr hyn y mae siawns yn ei esbonio.',
    ],
  ] as const)('says %o', (verdict, en, cy) => {
    expect(LANGUAGES.map((language) => rowSentence(language, row(verdict)))).toEqual([en, cy])
  })

  it('is above its target, not below, where lower is better', () => {
    const measure = aMeasure({ name: 'visits-missed', better: 'lower' })
    expect(rowSentence('en', row({ kind: 'target-missed', months: 2 }, { measure }))).toContain(
      'Above target for two months',
    )
  })

  it('adds that watching it serves no outcome', () => {
    expect(rowSentence('en', row({ kind: 'target-met' }, { servesOutcomeId: null }))).toContain('It serves no outcome.')
    expect(rowSentence('en', row({ kind: 'target-met' }, { servesOutcomeId: undefined }))).not.toContain('serves')
  })

  it('shows its counts, target and baseline', () => {
    const shown = row({ kind: 'target-met' }, { baseline: ratio(885, 1000) })
    expect(rowDetail('en', shown)).toBe('3,936\u00a0of\u00a04,800 · target\u00a090% · baseline\u00a089%')
    expect(rowDetail('cy', shown)).toBe('3,936\u00a0o\u00a04,800 · targed\u00a090% · gwaelodlin\u00a089%')
  })
})

describe('a number', () => {
  it('is shown in its own unit', () => {
    expect(showValue('en', aMeasure(), ratio(82, 100))).toBe('82%')
    expect(showValue('en', aMeasure(), ratio(7, 1000))).toBe('0.7%')
    expect(showValue('cy', aMeasure({ unit: 'hours', isCount: true }), ratio(84312, 1), 12)).toBe('7,026 awr y mis')
    expect(showValue('cy', aMeasure({ unit: 'people', isCount: true }), ratio(212, 1), 12)).toBe('212 o bobl')
    expect(showValue('en', aMeasure({ unit: 'workers-per-person' }), ratio(54, 10))).toBe('5.4')
    expect(showValue('en', aMeasure(), ratio(0, 0))).toBe('–')
  })
})

describe('a second look at attribution', () => {
  const look: SecondLook = {
    why: 'performance-poor-outcomes-achieved',
    measure: 'visits-on-time',
    monthsMissed: 5,
    monthsLookedAt: 6,
    outcomesNow: ratio(61, 100),
    outcomesBefore: ratio(52, 100),
  }

  it('says what was missed and what rose', () => {
    expect(lookSentences('en', look, 'Visits that started on time').join(' ')).toBe(
      '“Visits that started on time” missed its target, by more than chance explains, in five of the last six months. Achieved outcomes rose from 52% to 61% all the same: the provider may not be what brought them about.',
    )
    expect(lookSentences('cy', look, 'Ymweliadau a ddechreuodd yn brydlon').join(' ')).toBe(
      'Methodd “Ymweliadau a ddechreuodd yn brydlon” ei darged, o fwy nag y mae siawns yn ei esbonio, mewn pump o’r chwe mis diwethaf. Er hynny, cododd y canlyniadau a gyflawnwyd o 52% i 61%: efallai nad y darparwr a ddaeth â nhw i fod.',
    )
  })

  it('says each month where every one missed', () => {
    const every = { ...look, monthsMissed: 6 }
    expect(lookSentences('en', every, 'X')[0]).toContain('in each of the last six months.')
    expect(lookSentences('cy', every, 'X')[0]).toContain('ym mhob un o’r chwe mis diwethaf.')
  })

  it('says that outcomes held where they did not rise', () => {
    expect(lookSentences('en', { ...look, outcomesBefore: ratio(61, 100) }, '')[1]).toContain('held at 61%')
  })

  it('says the reverse', () => {
    const reverse = { ...look, why: 'performance-good-outcomes-poor', outcomesNow: ratio(40, 100) } as const
    expect(lookSentences('en', reverse, '')[1]).toBe(
      'Only 40% of the outcomes reviewed were achieved all the same: what is done well may not be what helps.',
    )
  })
})
