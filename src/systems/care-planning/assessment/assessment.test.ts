import { describe, expect, test } from 'vitest'
import { checkCases, loadFrameworks } from '../../../platform/frameworks/index.ts'
import { caseMix } from '../case-mix/case-mix.framework.ts'
import { assessmentForms } from './assessment.framework.ts'
import { ELIGIBILITY_SECTION, OUTCOMES_SECTION } from './assessment.ts'
import { CONDITIONS, isEligible, judgeNeed } from './eligibility.ts'

const all = {
  'from-cause': true,
  'is-well-being': true,
  'cannot-alone': true,
  'unlikely-otherwise': true,
  'must-protect': false,
}

describe('eligibility', () => {
  test('a need that meets all four conditions is eligible', () => {
    expect(judgeNeed(all)).toEqual({ is: 'eligible', because: 'all-four' })
  })
  test.each(CONDITIONS)('a need that does not meet %s is not, and that is said', (condition) => {
    expect(judgeNeed({ ...all, [condition]: false })).toEqual({ is: 'not-eligible', unmet: [condition] })
  })
  test('what has to be met to protect somebody is eligible whatever the conditions', () => {
    expect(judgeNeed({ 'must-protect': true })).toEqual({ is: 'eligible', because: 'protection' })
  })
  test('three conditions answered are not enough to say', () => {
    const { 'from-cause': _left, ...three } = all
    expect(judgeNeed(three)).toEqual({ is: 'open' })
  })
  test('one eligible need makes an assessment eligible; with none, and one open, nothing is said yet', () => {
    const unmet = { ...all, 'cannot-alone': false }
    expect(isEligible([unmet, all])).toBe(true)
    expect(isEligible([unmet])).toBe(false)
    expect(isEligible([unmet, {}])).toBeUndefined()
    expect(isEligible([])).toBeUndefined()
  })
})

describe('bands of need', async () => {
  test.each(await checkCases(caseMix))('$name', ({ expect: expected, answered }) => {
    expect(answered).toEqual(expected)
  })
  test('every question that counts is asked by the form, with every answer given points', async () => {
    const frameworks = await loadFrameworks([caseMix, assessmentForms])
    for (const rules of frameworks.list(caseMix)) {
      const form = frameworks.list(assessmentForms).findLast(({ id }) => id === rules.form)
      const questions = form?.questionnaire.sections.flatMap((section) => section.questions) ?? []
      for (const [id, points] of Object.entries(rules.points)) {
        const question = questions.find((one) => one.id === id)
        const answers = question?.type === 'choice' ? question.choices.map(({ value }) => value) : ['yes', 'no']
        expect(question, id).toBeDefined()
        expect(Object.keys(points).toSorted(), id).toEqual(answers.toSorted())
      }
    }
  })
})

test('the forms that come with the program have the sections that something follows from', async () => {
  const forms = (await loadFrameworks([assessmentForms])).list(assessmentForms)
  const sections = forms.find(({ id }) => id === 'adult-assessment')?.questionnaire.sections.map(({ id }) => id)
  expect(sections).toEqual(expect.arrayContaining([OUTCOMES_SECTION, ELIGIBILITY_SECTION]))
})
