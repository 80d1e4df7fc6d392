/** Answers: what can be saved, when two people clash, and when a prompt counts as answered. */
import { describe, expect, it } from 'vitest'
import { countJudgements, isAnswered, meeting, refusalOfAnswer, together } from './answer.ts'

const framework = {
  scale: ['not-yet', 'in-place'].map((id) => ({ id, name: { en: id, cy: id }, means: { en: id, cy: id } })),
}
const written = { promptId: 'achieved', judgement: 'in-place', finding: 'Seen in the plans.', version: 2 }

describe('an answer', () => {
  it('can be saved half done: words without a judgement, or a judgement without words', () => {
    expect(refusalOfAnswer(framework, { ...written, judgement: null })).toBeUndefined()
    expect(refusalOfAnswer(framework, { ...written, finding: '' })).toBeUndefined()
  })
  it('must use the scale of its framework', () => {
    expect(refusalOfAnswer(framework, { ...written, judgement: 'excellent' })?.code).toBe('unknown-judgement')
  })
  it('must say why where the prompt does not apply', () => {
    const bare = { ...written, judgement: 'not-applicable', finding: '  ' }
    expect(refusalOfAnswer(framework, bare)).toMatchObject({
      code: 'not-applicable-without-reason',
      field: 'achieved.finding',
    })
    expect(refusalOfAnswer(framework, { ...bare, finding: 'No such people.' })).toBeUndefined()
    expect(isAnswered(bare)).toBe(false)
  })
  it('counts as answered once judged', () => {
    expect(isAnswered(undefined)).toBe(false)
    expect(isAnswered({ judgement: null, finding: 'A thought.' })).toBe(false)
    expect(isAnswered({ judgement: 'not-yet', finding: '' })).toBe(true)
  })
})

describe('two people writing one answer', () => {
  const kept = { judgement: 'in-place', finding: 'Seen in the plans.', version: 3 }
  it('do not clash when the second saw what the first saved', () => {
    expect(meeting(kept, { ...written, finding: 'Seen in most plans.', version: 3 })).toBe('save')
  })
  it('clash when the second saw an older text and writes another', () => {
    expect(meeting(kept, { ...written, finding: 'Seen in most plans.' })).toBe('clash')
  })
  it('do not clash when both wrote the same', () => {
    expect(meeting(kept, written)).toBe('same')
  })
  it('clash when both write the first answer, and an empty one changes nothing', () => {
    expect(meeting(undefined, { ...written, version: 0 })).toBe('save')
    expect(meeting(kept, { ...written, finding: 'Mine.', version: 0 })).toBe('clash')
    expect(meeting(undefined, { promptId: 'x', judgement: null, finding: '', version: 0 })).toBe('same')
  })
})

it('counts each level, weakest first, and apart from them what does not apply', () => {
  const answers = [
    { judgement: 'in-place' },
    { judgement: 'not-applicable' },
    { judgement: 'in-place' },
    { judgement: null },
  ]
  expect(countJudgements(framework, answers)).toEqual({
    levels: [
      { id: 'not-yet', count: 0 },
      { id: 'in-place', count: 2 },
    ],
    notApplicable: 1,
  })
})

it('tells several refusals as one, in their order', () => {
  const refusal = (code: string) => ({ kind: 'invalid' as const, code, message: { en: code, cy: code } })
  expect(together([])).toBeUndefined()
  expect(together([refusal('a')])).toEqual(refusal('a'))
  expect(together([refusal('a'), refusal('b')])?.others?.map((r) => r.code)).toEqual(['b'])
})
