/** What a provider may write down, what waits for an answer, and how each kind can be answered. */
import { describe, expect, test } from 'vitest'
import { ANSWERS_OF, firstState, NoteKind, refuseAnswer, refuseNote } from './provider-note.ts'

const today = Temporal.PlainDate.from('2026-03-03')
const note = { kind: 'note', personalOutcomeId: null, happenedOn: today } as const

describe('writing', () => {
  test('a note may be of today and not of tomorrow', () => {
    expect(refuseNote(note, [], today)).toBeUndefined()
    expect(refuseNote({ ...note, happenedOn: today.add({ days: 1 }) }, [], today)?.refusal.code).toBe(
      'note-in-the-future',
    )
  })
  test.each(['progress', 'proposal'] as const)('%s is about an outcome that the provider has a part in', (kind) => {
    expect(refuseNote({ ...note, kind }, [7], today)?.refusal.code).toBe('choose-an-outcome')
    expect(refuseNote({ ...note, kind, personalOutcomeId: 8 }, [7], today)?.refusal.code).toBe('choose-an-outcome')
    expect(refuseNote({ ...note, kind, personalOutcomeId: 7 }, [7], today)).toBeUndefined()
  })
  test.each(['note', 'concern', 'change-request'] as const)('%s may be about none', (kind) => {
    expect(refuseNote({ ...note, kind }, [], today)).toBeUndefined()
  })
})

describe('answering', () => {
  test('progress and notes ask for no answer; concerns, requests and proposals wait for one', () => {
    expect(NoteKind.options.map((kind) => [kind, firstState(kind)])).toEqual([
      ['progress', 'recorded'],
      ['note', 'recorded'],
      ['concern', 'waiting'],
      ['change-request', 'waiting'],
      ['proposal', 'waiting'],
    ])
  })
  test('what waits for an answer can be answered, each in its own way, and once', () => {
    for (const kind of NoteKind.options) expect(ANSWERS_OF[kind].length > 0).toBe(firstState(kind) === 'waiting')
    expect(refuseAnswer({ kind: 'concern', state: 'waiting' }, 'noted')).toBeUndefined()
    expect(refuseAnswer({ kind: 'concern', state: 'waiting' }, 'declined')?.refusal.code).toBe('answer-does-not-fit')
    expect(refuseAnswer({ kind: 'proposal', state: 'answered' }, 'agreed')?.refusal.code).toBe('waits-for-no-answer')
    expect(refuseAnswer({ kind: 'progress', state: 'recorded' }, 'noted')?.refusal.code).toBe('waits-for-no-answer')
  })
})
