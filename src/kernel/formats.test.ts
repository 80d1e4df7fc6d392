/** Days, numbers and money as a reader of either language expects them. */
import { expect, test } from 'vitest'
import { penceOf, showMoney } from './money.ts'
import { showDay, showMonth } from './period.ts'
import { ratio, showCount, showNumber, showShare } from './quantity.ts'

const day = Temporal.PlainDate.from('2026-03-03')

test.each([
  ['en', '3 March 2026', 'March 2026'],
  ['cy', '3 Mawrth 2026', 'Mawrth 2026'],
] as const)('days and months in %s', (language, asDay, asMonth) => {
  expect(showDay(language, day)).toBe(asDay)
  expect(showMonth(language, day)).toBe(asMonth)
})

test('numbers and shares keep the places they are asked for, one after another', () => {
  expect(showCount('en', 84_310)).toBe('84,310')
  expect(showNumber('en', 7026.54)).toBe('7,026.5')
  expect(showNumber('en', 7026.54, 0)).toBe('7,027')
  expect(showShare('cy', ratio(1, 8))).toBe('13%')
  expect(showShare('cy', ratio(1, 8), 1)).toBe('12.5%')
  expect(showShare('en', ratio(1, 0))).toBe('–')
  expect(showMoney('en', penceOf(123_450))).toBe('£1,234.50')
})
