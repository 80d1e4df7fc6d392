/**
 * Our Goals beside HL7's guide to person-centred outcomes: Person-Centered Outcomes (PCO) 1.0.0, STU 1, profiles pco-gas-goal-profile
 * and pco-goal-profile, extension pco-goal-attainment-scaling, value set goal-attainment-scaling-score. These tests are ours, after
 * what the guide says; nobody has run its own validator over our files, and nothing that we send claims its profiles.
 */
import { expect, test } from 'vitest'
import { aGoal, aPlan, TEST_WRITING } from './exchange.fixtures.ts'
import type { ExchangedOutcome } from './exchanged-plan.ts'
import type { BundleEntry, Json, Resource } from './fhir-json.ts'
import { toBundle } from './fhir-write.ts'

const EXTENSION = 'http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling'
/** LOINC answer list LL6900-6. */
const ANSWERS = ['LA34484-8', 'LA34483-0', 'LA34481-4', 'LA34480-6', 'LA34479-8']

function sent(outcome: ExchangedOutcome, type: string): readonly Resource[] {
  const entries = toBundle(aPlan({ outcomes: [outcome] }), TEST_WRITING).entry as readonly BundleEntry[]
  return entries.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)
}
const goalOf = (outcome = aGoal()) => sent(outcome, 'Goal')[0]!
const levelsOf = (goal: Resource) =>
  ((goal.extension ?? []) as Json[]).filter(({ url }) => url === EXTENSION) as { extension: Json[] }[]
const codings = (of: unknown) => (of as { coding: { system: string; code: string }[] }).coding

test('must support: up to five levels, each with one code of the answer list and one text under progressText', () => {
  const levels = levelsOf(goalOf())
  expect(levels).toHaveLength(5)
  for (const { extension } of levels) {
    expect(extension.map(({ url }) => url)).toEqual(['level', 'progressText'])
    const [level, text] = extension
    expect(level?.valueCoding).toMatchObject({ system: 'http://loinc.org', code: expect.stringMatching(/^LA34/) })
    expect(text?.valueString).toBeTruthy()
  }
  const codes = levels.map(({ extension }) => (extension[0]?.valueCoding as { code: string }).code)
  expect(codes).toEqual(ANSWERS)
  expect(levelsOf(goalOf(aGoal({ levels: [] })))).toEqual([])
})

test('must support: lifecycle, words, whom it is about, since when, who expressed it, a target with its measure and day', () => {
  const goal = goalOf()
  expect(goal.lifecycleStatus).toBe('active')
  expect(goal.description).toMatchObject({ text: 'Cerdded i’r capel ar ddydd Sul' })
  expect(goal.subject).toMatchObject({ type: 'Patient' })
  expect(goal.startDate).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  expect(goal.expressedBy).toMatchObject({ type: 'Patient' })
  const [target] = goal.target as { measure: unknown; dueDate: string }[]
  expect(codings(target?.measure)).toContainEqual(
    expect.objectContaining({ system: 'http://loinc.org', code: '107332-9' }),
  )
  expect(target?.dueDate).toBe('2026-04-15')
})

test('a score: one code for who scored, its day, the goal that it is of, and an answer of the list', () => {
  const of = (voice: 'person' | 'carer' | 'practitioner') =>
    sent(aGoal({ scores: [{ ...aGoal().scores[0]!, voice }], reviews: [] }), 'Observation')
  const [baseline] = of('person')
  expect(codings(baseline?.code).map(({ code }) => code)).toContain('112296-9')
  for (const [voice, code] of [
    ['person', '107334-5'],
    ['carer', '107331-1'],
    ['practitioner', '107333-7'],
  ] as const) {
    const score = of(voice)[1]
    expect(codings(score?.code).map((coding) => coding.code)).toContain(code)
    expect(score).toMatchObject({ effectiveDateTime: '2026-03-02', focus: [{ type: 'Goal' }] })
    expect(ANSWERS).toContain(codings(score?.valueCodeableConcept)[0]?.code)
  }
})

test('what does not conform is not claimed: no resource names a profile', () => {
  const entries = toBundle(aPlan(), TEST_WRITING).entry as readonly BundleEntry[]
  for (const { resource } of entries) expect((resource.meta as Json | undefined)?.profile).toBeUndefined()
  // The guide builds on US Core: its Patient must have a gender, and a council asks for none.
  expect(entries[0]?.resource.gender).toBeUndefined()
  // Its care plan holds steps as references; ours tell what each contribution is in the plan itself.
  const carePlan = entries.find(({ resource }) => resource.resourceType === 'CarePlan')?.resource
  expect((carePlan?.activity as Json[])[0]).toHaveProperty('detail')
})
