import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entriesOf, readBundleText } from './bundle-text.ts'
import {
  aGoal,
  anyPlan,
  aPlan,
  faultsInBundle,
  TEST_FORMS,
  TEST_SCALES,
  TEST_TODAY,
  TEST_WRITING,
} from './exchange.fixtures.ts'
import type { ExchangedPlan } from './exchanged-plan.ts'
import { EXTENSIONS } from './fhir-codes.ts'
import type { BundleEntry, Resource } from './fhir-json.ts'
import { fromBundle } from './fhir-read.ts'
import { toBundle } from './fhir-write.ts'

const RULES = { scales: TEST_SCALES, today: TEST_TODAY, forms: TEST_FORMS }

function resourcesOf(plan: ExchangedPlan): readonly Resource[] {
  return (toBundle(plan, TEST_WRITING).entry as readonly BundleEntry[]).map(({ resource }) => resource)
}

function read(bundle: unknown) {
  const entries = entriesOf(JSON.parse(JSON.stringify(bundle)))
  if (!entries.ok) throw new Error(entries.refusal.code)
  const result = fromBundle(entries.value, RULES)
  if (!result.ok) throw new Error(result.refusal.message.en)
  return result.value
}

function withEntries(...resources: readonly object[]) {
  const bundle = toBundle(aPlan(), TEST_WRITING)
  const more = resources.map((resource, index) => ({ fullUrl: `urn:x:${index}`, resource }))
  return { ...bundle, entry: [...(bundle.entry as readonly object[]), ...more] }
}

const ofType = (resources: readonly Resource[], type: string) =>
  resources.filter(({ resourceType }) => resourceType === type)

describe('what we send', () => {
  test('holds to the published structure of FHIR R4, whatever the plan', () => {
    fc.assert(
      fc.property(anyPlan('40112'), (plan) => {
        expect(faultsInBundle(toBundle(plan, TEST_WRITING))).toEqual([])
      }),
      { numRuns: 40 },
    )
  }, 60_000)

  test('is what the validator would refuse if it were wrong', () => {
    const goal = { resourceType: 'Goal', lifecycleStatus: 'active', description: { text: 'x' } }
    const toNobody = { ...goal, subject: { reference: 'urn:uuid:1' } }
    for (const wrong of [goal, toNobody])
      expect(
        faultsInBundle({ resourceType: 'Bundle', type: 'collection', entry: [{ fullUrl: 'urn:x', resource: wrong }] }),
      ).not.toEqual([])
  })

  test('carries the five levels of a goal as HL7’s guide to person-centred outcomes does', () => {
    const [goal] = ofType(resourcesOf(aPlan()), 'Goal')
    const levels = (goal?.extension as { url: string; extension: { valueCoding?: { code: string } }[] }[]).filter(
      ({ url }) => url === EXTENSIONS.goalLevel,
    )
    expect(levels).toHaveLength(5)
    expect(levels[2]?.extension[0]?.valueCoding?.code).toBe('LA34481-4')
  })

  test('says who said a thing and who wrote it down', () => {
    const provenance = ofType(resourcesOf(aPlan()), 'Provenance')
    expect(JSON.stringify(provenance)).toContain('Elin Maddocks')
    expect(provenance).toHaveLength(2)
  })

  test('names a provider once, in the team and wherever it contributes', () => {
    const resources = resourcesOf(aPlan({ outcomes: [aGoal(), aGoal({ ref: 'O-2' })] }))
    expect(ofType(resources, 'Organization').map(({ name }) => name)).toEqual(['Gofal Dyffryn'])
    expect(ofType(resources, 'CareTeam')[0]?.participant).toHaveLength(2)
  })
})

describe('what we read', () => {
  test('is what was sent, whatever the plan', () => {
    fc.assert(
      fc.property(anyPlan('40112'), (plan) => {
        const { plan: back, keptApart } = read(toBundle(plan, TEST_WRITING))
        expect(keptApart).toEqual([])
        expect(back).toEqual(plan)
      }),
      { numRuns: 100 },
    )
  }, 60_000)

  test('keeps apart, whole, what we have no place for', () => {
    const condition = { resourceType: 'Condition', code: { text: 'Cryd cymalau' }, subject: { reference: 'x' } }
    const { keptApart, plan } = read(withEntries(condition))
    expect(keptApart).toEqual([
      { resourceType: 'Condition', name: 'Cryd cymalau', reason: 'unknown-kind', fields: [], resource: condition },
    ])
    expect(plan).toEqual(aPlan())
  })

  test('keeps a goal apart that says no day to look again, and says so', () => {
    const goal = { resourceType: 'Goal', description: { text: 'Nofio' }, startDate: '2026-01-01', id: 'g1' }
    expect(read(withEntries(goal)).keptApart).toMatchObject([{ name: 'Nofio', fields: ['scale', 'reviewDueOn'] }])
  })

  test('keeps a review apart that was held before its outcome was agreed', () => {
    const plan = aPlan()
    const [goal] = plan.outcomes
    const early = { ...goal!.reviews[0]!, heldOn: '2026-01-14' }
    const { keptApart } = read(toBundle({ ...plan, outcomes: [aGoal({ reviews: [early] })] }, TEST_WRITING))
    expect(keptApart).toMatchObject([{ resourceType: 'Observation', reason: 'cannot-be', fields: ['heldOn'] }])
    const onTheDay = { ...early, heldOn: '2026-01-15' }
    expect(read(toBundle({ ...plan, outcomes: [aGoal({ reviews: [onTheDay] })] }, TEST_WRITING)).keptApart).toEqual([])
  })

  test('understands a goal of another system that follows HL7’s guide', () => {
    const level = (code: string, text: string) => ({
      url: EXTENSIONS.goalLevel,
      extension: [
        { url: 'level', valueCoding: { system: 'http://loinc.org', code } },
        { url: 'text', valueString: text },
      ],
    })
    const { plan, keptApart } = read({
      resourceType: 'Bundle',
      type: 'collection',
      entry: [
        {
          resource: {
            resourceType: 'Patient',
            id: 'p',
            identifier: [{ value: '77' }],
            name: [{ family: 'Jones', given: ['Ann'] }],
          },
        },
        {
          resource: {
            resourceType: 'Goal',
            id: 'walk',
            lifecycleStatus: 'active',
            subject: { reference: 'Patient/p' },
            description: { text: 'Walk the dog' },
            startDate: '2026-02-15',
            target: [{ dueDate: '2026-07-31' }],
            extension: [level('LA34481-4', 'Once a week'), level('LA34484-8', 'Never')],
          },
        },
        {
          resource: {
            resourceType: 'Observation',
            status: 'final',
            subject: { reference: 'Patient/p' },
            focus: [{ reference: 'Goal/walk' }],
            effectiveDateTime: '2026-03-01T10:15:00Z',
            code: { coding: [{ system: 'http://loinc.org', code: '107334-5' }] },
            valueCodeableConcept: { coding: [{ system: 'http://loinc.org', code: 'LA34483-0' }] },
          },
        },
      ],
    })
    expect(keptApart).toEqual([])
    expect(plan.outcomes).toMatchObject([
      {
        ref: 'walk',
        ownWords: 'Walk the dog',
        scale: 'gas',
        reviewDueOn: '2026-07-31',
        levels: [
          { level: -2, words: 'Never' },
          { level: 0, words: 'Once a week' },
        ],
        scores: [{ voice: 'person', score: -1, scoredOn: '2026-03-01' }],
      },
    ])
  })

  test('refuses a file of two people, and one of nobody', () => {
    for (const people of [[], [{ resourceType: 'Patient' }, { resourceType: 'Patient' }]]) {
      const entries = people.map((resource) => ({ fullUrl: undefined, resource }))
      expect(fromBundle(entries, RULES)).toMatchObject({ ok: false, refusal: { code: 'not-one-person' } })
    }
  })
})

describe('the text of a file', () => {
  const text = JSON.stringify(toBundle(aPlan(), TEST_WRITING), null, 2)

  test('is refused where it broke off, by line and position', () => {
    const lines = text.split('\n').slice(0, 20)
    const half = [...lines, '      "fullUrl": "urn'].join('\n')
    const result = readBundleText(half)
    expect(result).toMatchObject({ ok: false, refusal: { code: 'not-json' } })
    expect(result.ok ? '' : result.refusal.message.en).toContain('line 21, position')
  })

  test('is refused wherever it is cut, and never read in part', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (end) => {
        expect(readBundleText(text.slice(0, end)).ok).toBe(false)
      }),
      { numRuns: 50 },
    )
  })

  test('may be any JSON, of which only a Bundle is taken', () => {
    expect(readBundleText('{"resourceType":"Patient"}')).toMatchObject({ refusal: { code: 'not-a-bundle' } })
    expect(readBundleText('[]')).toMatchObject({ refusal: { code: 'not-a-bundle' } })
    expect(readBundleText(text)).toMatchObject({ ok: true })
  })
})
