import { expect, test } from 'vitest'
import { drawCounty } from './county.ts'
import { demoFiles } from './files.ts'
import { STORY } from './providers.ts'

const today = Temporal.PlainDate.from('2026-11-22')
const county = drawCounty(today, 'full')

function liveOn(on: Temporal.PlainDate) {
  return county.packages.filter(
    (p) =>
      Temporal.PlainDate.compare(p.startsOn, on) <= 0 && (!p.endsOn || Temporal.PlainDate.compare(p.endsOn, on) >= 0),
  )
}

test('the same seed and day give the same county, row for row', () => {
  const again = drawCounty(today, 'full')
  const text = (of: typeof county) =>
    [...demoFiles(of)].filter((f) => f.kind !== 'visits').map((f) => [...f.chunks()].join(''))
  expect(text(again)).toEqual(text(county))
})

test('about a thousand people have care at a time, from the first day to the last', () => {
  for (const on of [county.window.from, county.window.from.add({ years: 1 }), county.window.to])
    expect(liveOn(on).length).toSatisfy((n: number) => n > 900 && n < 1120)
})

test('the market has the shape found in the Vale of Glamorgan: 38 providers, two with more than 100 people, twenty with ten or fewer', () => {
  expect(county.providers).toHaveLength(38)
  expect(county.providers.filter((p) => p.people > 100)).toHaveLength(2)
  expect(county.providers.filter((p) => p.people <= 10)).toHaveLength(20)
})

test('packages are near the 14.9 hours a week of the Vale, and visits near the 35 minutes of Torbay', () => {
  const live = liveOn(county.window.to)
  const minutes = live.reduce((sum, p) => sum + p.calls.reduce((of, call) => of + call.minutes, 0), 0)
  const visits = live.reduce((sum, p) => sum + p.calls.length, 0)
  expect((minutes * 7) / 60 / live.length).toSatisfy((hours: number) => hours > 13 && hours < 17)
  expect(minutes / visits).toSatisfy((length: number) => length > 34 && length < 36)
})

test('the stories are in the numbers: what reviews find, what providers report and what people say', () => {
  const of = (ref: string) =>
    county.outcomes.filter((o) => o.person.contract?.provider.ref === ref).flatMap((o) => o.reviews)
  const achieved = (ref: string) => of(ref).filter((r) => r.achievement === 'achieved').length / of(ref).length
  expect(achieved(STORY.punctual)).toBeLessThan(0.4)
  expect(achieved(STORY.late)).toBeGreaterThan(0.6)
  const both = of(STORY.parting).filter((r) => r.providerSays && r.saidBy)
  const gap =
    both.filter((r) => r.providerSays === 'achieved').length - both.filter((r) => r.personSays === 'achieved').length
  expect(gap / both.length).toBeGreaterThan(0.25)
})

test('the block in Pont y Garreg serves no outcome, nor does anything it watches', () => {
  const block = county.contracts.find((contract) => contract.ref === 'BL-02-brynteg')
  expect(block?.outcomeRefs).toEqual([])
  expect(block?.indicators.every((indicator) => indicator.outcomeRef === '')).toBe(true)
})

test('nobody has capacity in Cwm Hesgin today, and people wait there', () => {
  const serving = county.contracts.filter(
    (c) => c.areaRefs.includes('cwm-hesgin') && Temporal.PlainDate.compare(c.endsOn, today) >= 0,
  )
  expect(serving).toEqual([])
  expect(county.people.filter((p) => p.area.ref === 'cwm-hesgin' && !p.contract && !p.endedOn).length).toBeGreaterThan(
    5,
  )
})

test('no outcome is reviewed before it was agreed, nor in the future', () => {
  for (const outcome of county.outcomes)
    for (const review of outcome.reviews) {
      expect(Temporal.PlainDate.compare(review.heldOn, outcome.agreedOn)).toBeGreaterThanOrEqual(0)
      expect(Temporal.PlainDate.compare(review.heldOn, today)).toBeLessThan(0)
    }
})
