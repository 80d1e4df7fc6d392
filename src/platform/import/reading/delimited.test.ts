import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DelimitedText, LONGEST_QUOTED_ROW, type RawRow } from './delimited.ts'

function read(text: string, delimiter = ',', pieces = 1): RawRow[] {
  const reader = new DelimitedText(delimiter)
  const size = Math.max(1, Math.ceil(text.length / pieces))
  const rows: RawRow[] = []
  for (let at = 0; at < text.length; at += size) rows.push(...reader.push(text.slice(at, at + size)))
  return [...rows, ...reader.end()]
}

const cellsOf = (rows: readonly RawRow[]) => rows.map((row) => row.cells)

test('a value in quotes may hold delimiters, doubled quotes and line breaks', () => {
  expect(cellsOf(read('a,b\n"x, y","say ""hi"""\n"two\r\nlines",z'))).toEqual([
    ['a', 'b'],
    ['x, y', 'say "hi"'],
    ['two\r\nlines', 'z'],
  ])
})

test('lines are counted as an editor counts them, also after a value that runs over lines', () => {
  const rows = read('head\r\n"one\r\ntwo\r\nthree"\r\nlast\r\n')
  expect(rows.map((row) => row.line)).toEqual([1, 2, 5])
})

test('a quote in the middle of an unquoted value is a letter like any other', () => {
  expect(cellsOf(read('a,5" pipe,b\n'))).toEqual([['a', '5" pipe', 'b']])
})

test('a quote that is never closed costs its own line; the rows after it are read', () => {
  const rows = read('h1,h2\n1,"open\n2,two\n3,three\n')
  expect(rows.map(({ line, fault }) => [line, fault])).toEqual([
    [1, undefined],
    [2, 'quote-not-closed'],
    [3, undefined],
    [4, undefined],
  ])
})

test('text after a closing quote is a fault of that row alone', () => {
  const rows = read('"a" b,c\n"d","e"\n')
  expect(rows[0]?.fault).toBe('text-after-quote')
  expect(rows[1]?.cells).toEqual(['d', 'e'])
})

test('a forgotten quote does not hold the rest of a long file in memory', () => {
  const reader = new DelimitedText(',')
  const line = `${'x'.repeat(99)}\n`
  const many = line.repeat(Math.ceil(LONGEST_QUOTED_ROW / 100) + 2)
  const rows = reader.push(`"open,${many}`)
  expect(rows[0]?.fault).toBe('quote-not-closed')
  expect(rows.length).toBeGreaterThan(2000)
})

test('a last line without a line break is a row, however short', () => {
  expect(cellsOf(read('a,b\n1,2\n3'))).toEqual([['a', 'b'], ['1', '2'], ['3']])
})

test('a file of old Macintosh line ends is read by its CR', () => {
  const reader = new DelimitedText(';', '\r')
  expect([...reader.push('a;b\r1;"x\ry"\r'), ...reader.end()].map((row) => [row.line, ...row.cells])).toEqual([
    [1, 'a', 'b'],
    [2, '1', 'x\ry'],
  ])
})

test('however a text is cut into pieces, its rows and their lines are the same', () => {
  const messy = fc.array(fc.constantFrom('a', 'ŵ', ',', '"', '""', '\n', '\r\n', ' ', ';', '"x"', '"y,\n"'), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(messy, fc.integer({ min: 1, max: 40 }), (parts, pieces) => {
      const text = parts.join('')
      expect(read(text, ',', pieces)).toEqual(read(text))
    }),
    { seed: 20170621, numRuns: 400 },
  )
})

test('whatever is written by the rules of CSV comes back as it was', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'ŷ', '"', ',', '\n', '\r\n', ' b', '\t'), maxLength: 8 })
  const quoted = (value: string) => `"${value.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join('\r\n')
      expect(cellsOf(read(text))).toEqual(rows)
    }),
    { seed: 20170621, numRuns: 300 },
  )
})
