import { expect, test } from 'vitest'
import { asStored, canonicalJson, hashOf, NO_PREVIOUS_HASH, type SealedEntry } from './audit-chain.ts'

const entry: SealedEntry = {
  authority_id: 1,
  sequence: 1,
  at: Temporal.Instant.from('2026-03-03T12:00:00Z'),
  actor_kind: 'user',
  actor_id: 7,
  actor_name: 'Siân',
  action: 'audit.change-sample',
  record_type: 'audit.sample',
  record_id: '12',
  before: null,
  after: { b: 1, a: [true, null, 'ŵ'] },
  reason: null,
  via: 'page',
  at_page: '/samples/12',
  request_id: null,
}

test('keys are sorted at every depth and nothing is put between them', () => {
  expect(canonicalJson({ b: 1, a: { d: [2, { z: 1, y: 2 }], c: 'é' } })).toBe(
    '{"a":{"c":"é","d":[2,{"y":2,"z":1}]},"b":1}',
  )
})

test('the order in which a record names its fields does not change its hash', () => {
  const other = { ...entry, after: { a: [true, null, 'ŵ'], b: 1 } }
  expect(hashOf(NO_PREVIOUS_HASH, other)).toBe(hashOf(NO_PREVIOUS_HASH, entry))
})

test('the hash is what any other program computes from the decision record', () => {
  // sha256 of 64 zeros, a line feed and the canonical JSON, computed with another program.
  expect(hashOf(NO_PREVIOUS_HASH, entry)).toBe('0dd3eefc3427121497cda294559f0b7d1c72f30f7bf908fb68838564158a5dc0')
})

test('each part of the entry, and what stood before it, changes the hash', () => {
  const original = hashOf(NO_PREVIOUS_HASH, entry)
  const other: SealedEntry = {
    authority_id: 2,
    sequence: 2,
    at: entry.at.add({ microseconds: 1 }),
    actor_kind: 'client',
    actor_id: 8,
    actor_name: 'Sian',
    action: 'audit.other',
    record_type: 'audit.other',
    record_id: '13',
    before: {},
    after: { b: 1, a: [true, null, 'w'] },
    reason: '',
    via: 'api',
    at_page: '/samples/13',
    request_id: 'r',
  }
  for (const column of Object.keys(entry) as (keyof SealedEntry)[])
    expect(hashOf(NO_PREVIOUS_HASH, { ...entry, [column]: other[column] }), column).not.toBe(original)
  expect(hashOf('1'.repeat(64), entry)).not.toBe(original)
})

test('what jsonb cannot hold is mended before it is hashed', () => {
  expect(
    asStored({ day: Temporal.PlainDate.from('2026-03-03'), gone: undefined, half: '\ud800', nul: 'a\0b' }),
  ).toEqual({
    day: '2026-03-03',
    half: '\ufffd',
    nul: 'a\ufffdb',
  })
})
