/** When reablement overruns, how it may end, what that says of the need, and what England leaves out: both sides of each line. */
import { describe, expect, test } from 'vitest'
import {
  countsInEngland,
  type EndingFacts,
  effectOnNeed,
  hoursContradict,
  isReturn,
  refuseEnding,
  refuseStart,
  sixMonthsDay,
  stateOn,
  weeksBetween,
} from './reablement.ts'

const day = (text: string) => Temporal.PlainDate.from(text)
const started = { startedOn: day('2026-01-05'), expectedWeeks: 6, ending: null }

describe('where an episode stands', () => {
  test.each([
    ['the day before it starts', '2026-01-04', 'planned'],
    ['its first day', '2026-01-05', 'under-way'],
    ['six weeks after its first day, to the day', '2026-02-16', 'under-way'],
    ['the day after that', '2026-02-17', 'overrunning'],
  ])('on %s (%s) it is %s', (_, today, state) => {
    expect(stateOn(started, day(today))).toBe(state)
  })

  test('once it has ended, no day makes it overrun', () => {
    expect(stateOn({ ...started, ending: 'completed' }, day('2027-01-01'))).toBe('completed')
    expect(stateOn({ ...started, ending: 'ended-early' }, day('2027-01-01'))).toBe('ended-early')
  })

  test('forty days are 5.7 weeks', () => {
    expect(weeksBetween(day('2026-01-05'), day('2026-02-14'))).toBe(5.7)
  })
})

describe('what it did to the need for support, as Wales counts it', () => {
  test.each([
    ['no support after', 'none', false, 'reduced'],
    ['less support after', 'less', false, 'reduced'],
    ['as much after', 'same', false, 'maintained'],
    ['more after, but less than without it', 'more', true, 'mitigated'],
    ['more after', 'more', false, 'neither'],
    ['could not be helped', 'could-not-be-helped', false, 'neither'],
    ['something that cannot be compared', 'other', false, 'neither'],
  ] as const)('%s: need %s (mitigated %s) is %s', (_, neededAfter, isMitigated, effect) => {
    expect(effectOnNeed({ ending: 'completed', neededAfter, isMitigated })).toBe(effect)
  })

  test('an episode that ended early is not among the completed, whatever is needed after', () => {
    expect(effectOnNeed({ ending: 'ended-early', neededAfter: 'none', isMitigated: false })).toBeNull()
  })
})

describe('what England counts (ASCOF 2D)', () => {
  const ended = { ending: 'completed', isSupportedAlready: false, earlyReason: null, follows: 'nothing' } as const
  test.each(['nothing', 'universal', 'low-level', 'short-term'] as const)('%s is a success', (follows) => {
    expect(countsInEngland({ ...ended, follows })).toBe('success')
  })
  test.each(['long-term', 'care-home', 'health'] as const)('%s is none', (follows) => {
    expect(countsInEngland({ ...ended, follows })).toBe('no-success')
  })
  test.each(['declined', 'self-funding'] as const)('support that is %s is left out', (follows) => {
    expect(countsInEngland({ ...ended, follows })).toBe('left-out')
  })
  test('an early end because of a life event is left out; because the person did not want it, it counts', () => {
    const early = { ...ended, ending: 'ended-early', follows: 'long-term' } as const
    for (const earlyReason of ['hospital', 'died', 'moved', 'health'] as const)
      expect(countsInEngland({ ...early, earlyReason })).toBe('left-out')
    expect(countsInEngland({ ...early, earlyReason: 'did-not-want' })).toBe('no-success')
  })
  test('somebody who had ongoing support already is not new, and is left out', () => {
    expect(countsInEngland({ ...ended, isSupportedAlready: true })).toBe('left-out')
  })
})

describe('coming back within twelve months', () => {
  const endedOn = day('2026-02-10')
  test.each([
    ['2026-02-10', false],
    ['2026-02-11', true],
    ['2027-02-10', true],
    ['2027-02-11', false],
  ])('starting again on %s is a return: %s', (on, is) => {
    expect(isReturn(endedOn, day(on))).toBe(is)
  })
  test('six months after 31 August is 28 February', () => {
    expect(sixMonthsDay(day('2026-08-31')).toString()).toBe('2027-02-28')
  })
})

describe('a start', () => {
  const today = day('2026-03-03')
  const start = { startedOn: day('2026-03-03'), referredOn: null }
  test('may be planned 60 days ahead, and no more', () => {
    expect(refuseStart({ ...start, startedOn: today.add({ days: 60 }) }, [], today)).toBeUndefined()
    expect(refuseStart({ ...start, startedOn: today.add({ days: 61 }) }, [], today)?.refusal.code).toBe(
      'starts-too-far-ahead',
    )
  })
  test('may be on the day of the referral, and not before it', () => {
    expect(refuseStart({ ...start, referredOn: day('2026-03-03') }, [], today)).toBeUndefined()
    expect(refuseStart({ ...start, referredOn: day('2026-03-04') }, [], today)?.refusal.code).toBe(
      'referred-after-start',
    )
  })
  test('is not possible while another goes on, or on the last day of one', () => {
    const goesOn = [{ startedOn: day('2026-02-01'), endedOn: null }]
    const ended = [{ startedOn: day('2026-02-01'), endedOn: day('2026-03-03') }]
    expect(refuseStart(start, goesOn, today)?.refusal.code).toBe('one-at-a-time')
    expect(refuseStart(start, ended, today)?.refusal.code).toBe('one-at-a-time')
    expect(refuseStart({ ...start, startedOn: day('2026-03-04') }, ended, today)).toBeUndefined()
  })
})

describe('an ending', () => {
  const today = day('2026-03-03')
  const episode = { startedOn: day('2026-01-05'), minutesAtStart: 600 }
  const end: EndingFacts = {
    endedOn: day('2026-02-20'),
    ending: 'completed',
    earlyReason: null,
    neededAfter: 'less',
    isMitigated: false,
    follows: 'low-level',
    minutesAtEnd: 120,
  }
  const code = (change: Partial<EndingFacts>) => refuseEnding(episode, { ...end, ...change }, today)?.refusal.code

  test('on its first day or today is possible; a day outside is not', () => {
    expect(code({ endedOn: day('2026-01-05') })).toBeUndefined()
    expect(code({ endedOn: today })).toBeUndefined()
    expect(code({ endedOn: day('2026-01-04') })).toBe('ends-before-start')
    expect(code({ endedOn: day('2026-03-04') })).toBe('ends-in-the-future')
  })
  test('early needs its reason; completed needs what is needed after, what follows, and the hours', () => {
    expect(code({ ending: 'ended-early' })).toBe('early-needs-reason')
    expect(
      code({ ending: 'ended-early', earlyReason: 'hospital', neededAfter: null, follows: null, minutesAtEnd: null }),
    ).toBeUndefined()
    expect(code({ neededAfter: null })).toBe('say-what-is-needed')
    expect(code({ follows: null })).toBe('say-what-follows')
    expect(code({ minutesAtEnd: null })).toBe('say-the-hours')
  })
  test('hours that contradict what is said of the need are noticed, and hours not known contradict nothing', () => {
    expect(hoursContradict(600, 0, 'none')).toBe(false)
    expect(hoursContradict(600, 30, 'none')).toBe(true)
    expect(hoursContradict(600, 599, 'less')).toBe(false)
    expect(hoursContradict(600, 600, 'less')).toBe(true)
    expect(hoursContradict(600, 601, 'more')).toBe(false)
    expect(hoursContradict(600, 600, 'more')).toBe(true)
    expect(hoursContradict(null, 600, 'less')).toBe(false)
    expect(hoursContradict(600, null, 'none')).toBe(false)
    expect(code({ neededAfter: 'none' })).toBe('hours-contradict')
  })
})
