import { expect, test } from 'vitest'
import { differencesOf } from './differences.ts'

test('only what differs is named, at any depth', () => {
  const before = { name: 'Tŷ Gwyn', rate: { pence: 2100, per: 'hour' }, areas: ['Dyfi', 'Ogwen'] }
  const after = { name: 'Tŷ Gwyn', rate: { pence: 2250, per: 'hour' }, areas: ['Dyfi'], ended: true }
  expect(differencesOf(before, after)).toEqual([
    { path: ['rate', 'pence'], before: 2100, after: 2250 },
    { path: ['areas', '2'], before: 'Ogwen', after: undefined },
    { path: ['ended'], before: undefined, after: true },
  ])
})

test('a record that was created or ended shows all its fields on one side', () => {
  expect(differencesOf(undefined, { a: 1, b: null })).toEqual([{ path: ['a'], before: undefined, after: 1 }])
  expect(differencesOf({ a: 1 }, null)).toEqual([{ path: ['a'], before: 1, after: undefined }])
  expect(differencesOf({ a: 1 }, { a: 1 })).toEqual([])
})

test('a plain value has no field name', () => {
  expect(differencesOf('a', 'b')).toEqual([{ path: [], before: 'a', after: 'b' }])
})
