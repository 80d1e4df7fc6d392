/** A period is put together from whole months and the days at its edges, each day once. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { period, showPeriod } from '../kernel/period.ts'
import { coverPeriod } from './cover-period.ts'

const cover = (from: string, to: string) => {
  const { months, edges } = coverPeriod(period(from, to))
  const shown = (span: { from: Temporal.PlainDate; to: Temporal.PlainDate }) => `${span.from}…${span.to}`
  return { months: months && shown(months), edges: edges.map(shown) }
}

test.each([
  ['one whole month', '2026-02-01', '2026-02-28', '2026-02-01…2026-02-28', []],
  ['a month but for its last day', '2026-02-01', '2026-02-27', undefined, ['2026-02-01…2026-02-27']],
  ['a month but for its first day', '2026-02-02', '2026-02-28', undefined, ['2026-02-02…2026-02-28']],
  ['one day', '2026-02-10', '2026-02-10', undefined, ['2026-02-10…2026-02-10']],
  ['two parts of months', '2026-01-20', '2026-02-10', undefined, ['2026-01-20…2026-02-10']],
  ['a day before', '2026-01-31', '2026-02-28', '2026-02-01…2026-02-28', ['2026-01-31…2026-01-31']],
  ['a day after', '2024-02-01', '2024-03-01', '2024-02-01…2024-02-29', ['2024-03-01…2024-03-01']],
  [
    'both edges',
    '2026-01-10',
    '2026-04-05',
    '2026-02-01…2026-03-31',
    ['2026-01-10…2026-01-31', '2026-04-01…2026-04-05'],
  ],
])('%s', (_, from, to, months, edges) => {
  expect(cover(from, to)).toEqual({ months, edges })
})

test('every day of a period stands in exactly one part, and months are whole', () => {
  const firstDay = Temporal.PlainDate.from('2023-12-15')
  fc.assert(
    fc.property(fc.nat(800), fc.nat(200), (start, length) => {
      const span = period(firstDay.add({ days: start }), firstDay.add({ days: start + length }))
      const { months, edges } = coverPeriod(span)
      const parts = [...(months ? [months] : []), ...edges].sort((a, b) => Temporal.PlainDate.compare(a.from, b.from))
      if (months) expect([months.from.day, months.to.day]).toEqual([1, months.to.daysInMonth])
      expect(parts[0]?.from.equals(span.from), showPeriod('en', span)).toBe(true)
      expect(parts.at(-1)?.to.equals(span.to), showPeriod('en', span)).toBe(true)
      for (const [index, part] of parts.entries()) {
        expect(Temporal.PlainDate.compare(part.from, part.to)).toBeLessThanOrEqual(0)
        if (index > 0) expect(parts[index - 1]?.to.add({ days: 1 }).equals(part.from)).toBe(true)
      }
    }),
  )
})
