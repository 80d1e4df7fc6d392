/** The frameworks that come with Canlyn, tested as data: complete, sourced, and answering their own cases. */
import { describe, expect, it } from 'vitest'
import { day } from '../../../kernel/period.ts'
import { listMeasures, publishMeasures, publishSource } from '../../../measures/registry.ts'
import { checkCases, loadFrameworks } from '../../../platform/frameworks/index.ts'
import { carePlanningSystem } from '../../care-planning/system.ts'
import { workAllocationSystem } from '../../work-allocation/system.ts'
import { domainsFor, isJudgement, reviewFrameworks } from './review-framework.ts'

for (const { sources, measures } of [carePlanningSystem, workAllocationSystem]) {
  for (const source of sources) publishSource(source)
  publishMeasures(measures)
}

const frameworks = await loadFrameworks([reviewFrameworks])
const contractManagement = frameworks.findOn(reviewFrameworks, 'contract-management', day('2026-03-03'))!

describe('the review of contract management', () => {
  it('has the eight domains of the source, in its order', () => {
    expect(contractManagement.domains.map((domain) => domain.id)).toEqual([
      'administration',
      'risk',
      'outcomes',
      'activity',
      'performance',
      'quality',
      'quality-assurance',
      'timescales',
    ])
  })

  it('asks two to five questions in each domain, of every model', () => {
    for (const model of [1, 2, 3] as const) {
      for (const domain of domainsFor(contractManagement, [model])) {
        expect(domain.prompts.length, `${domain.id}, model ${model}`).toBeGreaterThanOrEqual(2)
        expect(domain.prompts.length, `${domain.id}, model ${model}`).toBeLessThanOrEqual(5)
      }
    }
  })

  it('is not in force the day before its first day', () => {
    expect(frameworks.findOn(reviewFrameworks, 'contract-management', day('2024-08-31'))).toBeUndefined()
    expect(frameworks.findOn(reviewFrameworks, 'contract-management', day('2024-09-01'))?.edition).toBe('1')
  })

  it('knows its own levels, and “does not apply”, and nothing else', () => {
    expect(isJudgement(contractManagement, 'developing')).toBe(true)
    expect(isJudgement(contractManagement, 'not-applicable')).toBe(true)
    expect(isJudgement(contractManagement, 'excellent')).toBe(false)
  })
})

describe('the review of a procurement', () => {
  it('has the eleven domains of the source, in its order, and is not in force before the law that it is about', () => {
    const on = (text: string) => frameworks.findOn(reviewFrameworks, 'procurement', day(text))
    expect(on('2025-02-23')).toBeUndefined()
    expect(on('2025-02-24')?.domains.map((domain) => domain.id)).toEqual([
      'outcomes-focus',
      'governance',
      'compliance',
      'robustness',
      'sustainability',
      'cost',
      'effectiveness',
      'ethics',
      'timeliness',
      'procurement-risk',
      'co-production',
    ])
  })
})

describe('every measure that a framework asks for', () => {
  // Published by the systems that count them.
  const known = new Set(listMeasures().map(({ name }) => name))
  const wanted = frameworks
    .list(reviewFrameworks)
    .flatMap(({ id, domains }) =>
      domains.flatMap(({ prompts }) => prompts.flatMap(({ evidence }) => evidence.map((e) => ({ id, e })))),
    )
    .flatMap(({ id, e }) => ('measure' in e ? [{ id, measure: e.measure }] : []))
  it.each(wanted)('$id: $measure is published', ({ measure }) => expect(known).toContain(measure))
})

describe('cases', async () => {
  const cases = await checkCases(reviewFrameworks)
  it('are there', () => expect(cases.length).toBeGreaterThan(0))
  it.each(cases)('$file: $name', ({ answered, expect: expected }) => expect(answered).toEqual(expected))
})
