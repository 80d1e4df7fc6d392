import { describe, expect, test } from 'vitest'
import { findUnstorable } from './unstorable.ts'

const day = (text: string) => Temporal.PlainDate.from(text)

describe('what no field may hold', () => {
  test('a text with the character NUL, however deep, is named by its field', () => {
    expect(findUnstorable({ rows: [{ note: 'Cŵn' }, { note: 'a\0b' }] })).toMatchObject({
      code: 'unstorable-character',
      field: 'rows.1.note',
    })
    expect(findUnstorable({ 'a\0': 1 })).toMatchObject({ code: 'unstorable-character', field: 'a' })
  })

  test.each([
    ['1849-12-31', 'unlikely-date'],
    ['1850-01-01', undefined],
    ['2199-12-31', undefined],
    ['2200-01-01', 'unlikely-date'],
    ['0000-03-03', 'unlikely-date'],
  ])('the day %s: %s', (text, code) => {
    expect(findUnstorable({ on: day(text) })?.code).toBe(code)
  })

  test('letters of every language, files and nothing are let through', () => {
    expect(
      findUnstorable({ a: 'ŵŷ👩‍👧', b: Buffer.from('a\0b'), c: null, d: undefined, e: 7, f: true }),
    ).toBeUndefined()
  })
})
