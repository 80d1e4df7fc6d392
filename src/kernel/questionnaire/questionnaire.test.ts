import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Answers, askedOf, faultsIn, NO_ANSWERS, pruned, readTyped, stateOf } from './answers.ts'
import { Questionnaire } from './questionnaire.ts'

const both = (text: string) => ({ en: text, cy: text })
const given = {
  sections: [
    {
      id: 'home',
      title: both('Home'),
      questions: [
        { id: 'lives-alone', type: 'yes-no', label: both('Alone?'), required: true },
        {
          id: 'who-helps',
          type: 'words',
          label: both('Who helps?'),
          required: true,
          when: { question: 'lives-alone', is: false },
        },
        { id: 'falls', type: 'number', label: both('Falls'), lowest: 0, highest: 99 },
        { id: 'since', type: 'day', label: both('Since') },
      ],
    },
    {
      id: 'needs',
      title: both('Needs'),
      repeats: { one: both('Need'), most: 3 },
      questions: [
        { id: 'what', type: 'words', label: both('What?'), required: true },
        {
          id: 'kind',
          type: 'choice',
          label: both('Kind'),
          choices: [
            { value: 'a', label: both('A') },
            { value: 'b', label: both('B') },
          ],
        },
        { id: 'why-b', type: 'words', label: both('Why b?'), required: true, when: { question: 'kind', is: 'b' } },
      ],
    },
  ],
}
const form = Questionnaire.parse(given)
const [home, needs] = form.sections as [(typeof form.sections)[0], (typeof form.sections)[0]]
const ids = (answers: Answers, own?: Record<string, string>) => askedOf(home, answers, own).map(({ id }) => id)

describe('which questions are asked', () => {
  test('one that waits for an answer is asked once that answer is given', () => {
    expect(ids(NO_ANSWERS)).not.toContain('who-helps')
    expect(ids({ once: { 'lives-alone': true }, each: {} })).not.toContain('who-helps')
    expect(ids({ once: { 'lives-alone': false }, each: {} })).toContain('who-helps')
  })
  test('of each thing asked about, by its own answers', () => {
    const answers: Answers = { once: {}, each: { needs: [{ kind: 'a' }, { kind: 'b' }] } }
    const asked = answers.each.needs!.map((own) => askedOf(needs, answers, own).map(({ id }) => id))
    expect(asked).toEqual([
      ['what', 'kind'],
      ['what', 'kind', 'why-b'],
    ])
  })
})

describe('what is missing and what cannot be', () => {
  test('while it is written nothing is missing; when it is to be whole, each required question is', () => {
    expect(faultsIn(home, NO_ANSWERS, false)).toEqual([])
    expect(faultsIn(home, NO_ANSWERS, true).map(({ field }) => field)).toEqual(['lives-alone'])
  })
  test('a number at the end of its span is accepted, one beyond is not', () => {
    const falls = (n: number) => faultsIn(home, { once: { falls: n }, each: {} }, false).map(({ code }) => code)
    expect([falls(0), falls(99), falls(100), falls(-1)]).toEqual([[], [], ['not-between'], ['not-between']])
  })
  test('what is typed and is no number or no day is kept and told, not lost', () => {
    const read = readTyped(
      home,
      { falls: 'many', 'since-day': '31', 'since-month': '2', 'since-year': '2026' },
      NO_ANSWERS,
    )
    expect(read.once).toEqual({ falls: 'many', since: '2026-02-31' })
    expect(faultsIn(home, read, false).map(({ field, code }) => [field, code])).toEqual([
      ['falls', 'not-between'],
      ['since', 'no-such-day'],
    ])
  })
  test('the fault of one thing of several stands at its own field', () => {
    const read = readTyped(needs, { 'needs.0.what': 'Cerdded', 'needs.1.kind': 'b' }, NO_ANSWERS)
    expect(faultsIn(needs, read, true).map(({ field }) => field)).toEqual(['needs.1.what', 'needs.1.why-b'])
  })
})

test('no more things are read than may be told', () => {
  const typed = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`needs.${n}.what`, 'x']))
  expect(readTyped(needs, typed, NO_ANSWERS).each.needs).toHaveLength(3)
})

test('a section is begun with its first answer and whole with its last required one', () => {
  expect(stateOf(home, NO_ANSWERS)).toBe('not-begun')
  expect(stateOf(home, { once: { 'lives-alone': false }, each: {} })).toBe('begun')
  expect(stateOf(home, { once: { 'lives-alone': true }, each: {} })).toBe('whole')
})

test('what was pruned has answers only to questions that are asked, and pruning again changes nothing', () => {
  const answers = fc.record({
    once: fc.record(
      { 'lives-alone': fc.boolean(), 'who-helps': fc.string(), falls: fc.integer() },
      { requiredKeys: [] },
    ),
    each: fc.record({
      needs: fc.array(
        fc.record({ what: fc.string(), kind: fc.constantFrom('a', 'b'), 'why-b': fc.string() }, { requiredKeys: [] }),
      ),
    }),
  })
  fc.assert(
    fc.property(answers, (some) => {
      const clean = pruned(form, some as Answers)
      expect(pruned(form, clean)).toEqual(clean)
      if (clean.once['lives-alone'] !== false) expect(clean.once).not.toHaveProperty('who-helps')
      for (const own of clean.each.needs ?? []) if (own.kind !== 'b') expect(own).not.toHaveProperty('why-b')
    }),
  )
})

describe('a questionnaire that cannot be asked is told when it is read', () => {
  const told = (question: Record<string, unknown>) => {
    const read = Questionnaire.safeParse({
      sections: [{ id: 's', title: both('S'), questions: [{ id: 'a', type: 'yes-no', label: both('A') }, question] }],
    })
    return read.success ? [] : read.error.issues.map(({ message }) => message)
  }
  const q = { id: 'b', type: 'words', label: both('B') }
  test('a question that waits for one that is not asked before it', () =>
    expect(told({ ...q, when: { question: 'c', is: true } })[0]).toContain('not asked before it'))
  test('a question that waits for an answer that cannot be given', () =>
    expect(told({ ...q, when: { question: 'a', is: 'maybe' } })[0]).toContain('which it cannot be'))
  test('a question asked twice', () => expect(told({ ...q, id: 'a' })[0]).toContain('asked twice'))
})
