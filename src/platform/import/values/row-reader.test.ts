import { expect, test } from 'vitest'
import { optional } from '../import-kind.ts'
import { readHeading } from '../reading/heading.ts'
import { RowReader } from './row-reader.ts'

const HELP = { en: '', cy: '' }

function readerOf(cells: Readonly<Record<string, string>>): RowReader {
  const names = Object.keys(cells)
  const heading = readHeading(
    names,
    names.filter((n) => !n.startsWith('x_')).map((n) => optional(n, '', HELP)),
  )
  if (!heading.ok) throw new Error(heading.refusal.code)
  const reader = new RowReader(heading.value)
  reader.turnTo(7, Object.values(cells))
  return reader
}

const codes = (reader: RowReader) => reader.rejects.map((r) => `${r.column}: ${r.code}`)

test('every fault of a row is noted with its line, column and value, not only the first', () => {
  const row = readerOf({ name: '', people: '12x', language: 'fr' })
  row.text('name')
  row.integer('people')
  row.oneOf('language', ['cy', 'en'])
  expect(codes(row)).toEqual(['name: missing', 'people: not-a-whole-number', 'language: not-a-choice'])
  expect(row.rejects[1]).toMatchObject({ line: 7, value: '12x' })
})

test('Welsh letters written in two pieces become one, and spaces around a value go', () => {
  const row = readerOf({ name: '  Siôn w\u0302yn ' })
  expect(row.text('name')).toBe('Siôn ŵyn')
})

test('numbers keep within their bounds, on both sides', () => {
  const row = readerOf({ a: '0', b: '-1', c: '100', d: '100.5', e: '1,240' })
  expect(row.integer('a', { min: 0 })).toBe(0)
  row.integer('b', { min: 0 })
  expect(row.optionalDecimal('c', { max: 100 })).toBe(100)
  row.optionalDecimal('d', { max: 100 })
  expect(row.integer('e')).toBe(1240)
  expect(codes(row)).toEqual(['b: out-of-bounds', 'd: out-of-bounds'])
})

test('money becomes whole pence, with or without the sign and the decimals', () => {
  const row = readerOf({ a: '£24.60', b: '24', c: '1,024.5', d: '24.605', e: '19.99' })
  expect([row.pence('a'), row.pence('b'), row.pence('c'), row.pence('e')]).toEqual([2460, 2400, 102450, 1999])
  row.pence('d')
  expect(codes(row)).toEqual(['d: not-money'])
})

test('yes and no are understood in both languages', () => {
  const row = readerOf({ a: 'ie', b: 'Na', c: 'YES', d: 'perhaps' })
  expect([row.yesNo('a'), row.yesNo('b'), row.yesNo('c')]).toEqual([true, false, true])
  row.yesNo('d')
  expect(codes(row)).toEqual(['d: not-yes-or-no'])
})

test('of an hour that comes twice the first is taken, unless it would come before what it cannot precede; it is flagged', () => {
  const row = readerOf({ start: '2026-10-25T01:50', end: '2026-10-25T01:20' })
  const start = row.requiredInstant('start')
  const end = row.requiredInstant('end', start)
  expect((end?.ms ?? 0) - (start?.ms ?? 0)).toBe(30 * 60_000)
  expect(row.flags).toEqual(['ambiguous-time'])
})

test('columns nobody knows are kept under their names', () => {
  const row = readerOf({ name: 'a', x_team: 'North', x_empty: '' })
  expect(row.extra()).toEqual({ x_team: 'North' })
})

test('an apostrophe that kept a spreadsheet from reading a formula is taken off again', () => {
  expect(readerOf({ name: "'=Gwen" }).text('name')).toBe('=Gwen')
  expect(readerOf({ name: "'n Nain" }).text('name')).toBe("'n Nain")
})
