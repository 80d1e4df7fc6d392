import { expect, test } from 'vitest'
import { readTypedDate, typedDate } from './typed-date.ts'

const label = { en: 'Start date', cy: 'Dyddiad dechrau' }

function read(day: unknown, month: unknown, year: unknown) {
  return readTypedDate({ 'from-day': day, 'from-month': month, 'from-year': year }, 'from', label)
}

function codeOf(result: ReturnType<typeof read>): string | undefined {
  return result.ok ? undefined : result.refusal.code
}

test('three numbers are a day', () => {
  const result = read('27', '3', '2026')
  expect(result.ok && result.value?.toString()).toBe('2026-03-27')
})

test.each([
  ['march', 3],
  ['Mawrth', 3],
  ['MAW', 3],
  ['sept', 9],
  ['Medi', 9],
  ['Rhagfyr', 12],
])('the month may be written as a word in either language: %s', (written, month) => {
  const result = read('1', written, '2026')
  expect(result.ok && result.value?.month).toBe(month)
})

test('nothing typed is no date and no mistake', () => {
  expect(read('', ' ', undefined)).toEqual({ ok: true, value: undefined })
})

test('the sentence names the part that is missing, at the field, in both languages', () => {
  const result = read('27', '', '2026')
  expect(result.ok).toBe(false)
  if (result.ok) return
  expect(result.refusal.field).toBe('from')
  expect(result.refusal.message).toEqual({
    en: 'Start date: the month is missing',
    cy: 'Dyddiad dechrau: mae’r mis ar goll',
  })
})

test('29 February is a day in 2028 and not in 2026', () => {
  expect(codeOf(read('29', '2', '2028'))).toBeUndefined()
  expect(codeOf(read('29', '2', '2026'))).toBe('no-such-day')
})

test('the 31st is a day of March and not of April, the 0th of nothing', () => {
  expect(codeOf(read('31', '3', '2026'))).toBeUndefined()
  expect(codeOf(read('31', '4', '2026'))).toBe('no-such-day')
  expect(codeOf(read('0', '4', '2026'))).toBe('no-such-day')
  expect(codeOf(read('1', '13', '2026'))).toBe('no-such-day')
})

test('a year of two figures is refused rather than guessed at', () => {
  expect(codeOf(read('1', '4', '26'))).toBe('date-not-understood')
  expect(codeOf(read('first', '4', '2026'))).toBe('date-not-understood')
  expect(codeOf(read('1', 'someday', '2026'))).toBe('date-not-understood')
})

test('what was typed comes back as typed', () => {
  expect(typedDate({ 'from-day': ' 32 ', 'from-month': 'Mawrth' }, 'from')).toEqual({
    day: '32',
    month: 'Mawrth',
    year: '',
  })
})
