import { expect, test } from 'vitest'
import { type LocalInstant, readDate, readLocalInstant } from './local-time.ts'

function instant(text: string): LocalInstant {
  const read = readLocalInstant(text)
  if ('fault' in read) throw new Error(`${text}: ${read.fault}`)
  return read
}

const iso = (ms: number) => new Date(ms).toISOString()

test('dates are read year first, or day first with slashes', () => {
  expect(readDate('2026-03-01')).toBe('2026-03-01')
  expect(readDate('01/03/2026')).toBe('2026-03-01')
  expect(readDate('1/3/2026')).toBe('2026-03-01')
})

test('a day that does not exist is no date; one with the month first is named as such', () => {
  expect(readDate('2026-02-29')).toEqual({ fault: 'not-a-date' })
  expect(readDate('2024-02-29')).toBe('2024-02-29')
  expect(readDate('31/04/2026')).toEqual({ fault: 'not-a-date' })
  expect(readDate('03/25/2026')).toEqual({ fault: 'month-first-date' })
  expect(readDate('01/03/26')).toEqual({ fault: 'not-a-date' })
})

test('local times are Greenwich time in winter and an hour ahead of it in summer', () => {
  expect(iso(instant('2026-01-15T08:00').ms)).toBe('2026-01-15T08:00:00.000Z')
  expect(iso(instant('2026-07-15T08:00').ms)).toBe('2026-07-15T07:00:00.000Z')
  expect(instant('2026-07-15 08:00:30').text).toBe('2026-07-15 08:00:30+01')
  expect(instant('15/07/2026 8:00').ms).toBe(instant('2026-07-15T08:00').ms)
})

test('on the night the clocks go forward, the hour from one to two does not exist', () => {
  expect(instant('2026-03-29T00:59').text).toBe('2026-03-29 00:59:00+00')
  expect(readLocalInstant('2026-03-29T01:00')).toEqual({ fault: 'impossible-time' })
  expect(readLocalInstant('29/03/2026 01:59')).toEqual({ fault: 'impossible-time' })
  expect(instant('2026-03-29T02:00').text).toBe('2026-03-29 02:00:00+01')
})

test('on the night they go back, the hour from one to two comes twice: the first is taken and the second is at hand', () => {
  expect(instant('2026-10-25T00:59').later).toBeUndefined()
  const twice = instant('2026-10-25T01:30')
  expect(iso(twice.ms)).toBe('2026-10-25T00:30:00.000Z')
  expect(iso(twice.later?.ms ?? 0)).toBe('2026-10-25T01:30:00.000Z')
  expect(instant('2026-10-25T02:00').later).toBeUndefined()
})

test('a time with its offset is exact, and the same moment has one text however it is written', () => {
  expect(instant('2026-07-15T07:00Z').text).toBe('2026-07-15 08:00:00+01')
  expect(instant('2026-07-15T09:00+02:00').text).toBe(instant('2026-07-15T08:00').text)
  expect(instant('2026-10-25T01:30+00:00').later).toBeUndefined()
  expect(iso(instant('2026-10-25T01:30+00:00').ms)).toBe('2026-10-25T01:30:00.000Z')
})

test('the day is the day in Wales, not in Greenwich', () => {
  expect(instant('2026-07-15T23:30Z').day).toBe('2026-07-16')
})

test('what is no time is said to be none', () => {
  for (const text of [
    '2026-03-01',
    '08:00',
    '2026-03-01T24:00',
    '2026-03-01T08:60',
    'yesterday 08:00',
    '2026-02-30T08:00',
  ])
    expect(readLocalInstant(text)).toEqual({ fault: 'not-a-time' })
  expect(readLocalInstant('03/25/2026 08:00')).toEqual({ fault: 'month-first-date' })
})

test('every half hour of two years is the instant that Temporal says', () => {
  let local = Temporal.PlainDateTime.from('2025-01-01T00:00')
  while (local.year < 2027) {
    const read = readLocalInstant(local.toString({ smallestUnit: 'minute' }))
    const expected = local.toZonedDateTime('Europe/London', { disambiguation: 'earlier' })
    if (expected.toPlainDateTime().equals(local))
      expect('fault' in read ? read.fault : read.ms).toBe(expected.epochMilliseconds)
    else expect(read).toEqual({ fault: 'impossible-time' })
    local = local.add({ minutes: 30 })
  }
})
