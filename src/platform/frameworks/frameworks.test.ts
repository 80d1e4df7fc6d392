/** The reader of frameworks: what is wrong is said with file and line, and nothing is guessed. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '../../kernel/period.ts'
import { checkCases, datedValues, FrameworkError, loadFrameworks, readFrameworkFile, valueOn } from './index.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'canlyn-frameworks-'))
  await mkdir(join(folder, 'values'))
})
afterEach(() => rm(folder, { recursive: true }))

const CAP = `id: weekly-cap
edition: "2020"
from: 2018-04-09
title: { en: Weekly cap on charges, cy: Uchafswm wythnosol ar ffioedd }
unit: { en: pounds a week, cy: punt yr wythnos }
source: { title: Made-up regulations, paragraph: "7", link: https://www.legislation.gov.uk/ }
values:
  - { from: 2018-04-09, value: 80 }
  - { from: 2019-04-08, value: 90 }
  - { from: 2020-04-06, value: null }
`
const write = (name: string, text: string) => writeFile(join(folder, 'values', name), text)
const problemsOf = async () => {
  const error = await loadFrameworks([datedValues], folder).then(
    () => undefined,
    (e: unknown) => e,
  )
  return error instanceof FrameworkError ? error.problems.map((p) => `${p.file}:${p.line} ${p.message}`) : []
}

describe('a dated value', () => {
  it.each([
    ['before its first day: no value, not the first one', '2018-04-08', undefined],
    ['on its first day', '2018-04-09', 80],
    ['on the last day before a change', '2019-04-07', 80],
    ['on the day of the change', '2019-04-08', 90],
    ['from the day it was repealed', '2020-04-06', undefined],
  ])('is read %s', async (_name, on, expected) => {
    await write('cap.yaml', CAP)
    const cap = (await loadFrameworks([datedValues], folder)).list(datedValues)[0]!
    expect(valueOn(cap, day(on))).toBe(expected)
  })
})

describe('editions', () => {
  const next = CAP.replace('edition: "2020"', 'edition: "2024"').replace(
    'from: 2018-04-09\ntitle',
    'from: 2024-04-01\nto: 2024-12-31\ntitle',
  )

  it('are found by the day they hold on, and never before the first or after the last', async () => {
    await write('cap-1.yaml', CAP)
    await write('cap-2.yaml', next)
    const frameworks = await loadFrameworks([datedValues], folder)
    const editionOn = (on: string) => frameworks.findOn(datedValues, 'weekly-cap', day(on))?.edition
    expect(editionOn('2018-04-08')).toBeUndefined()
    expect(editionOn('2024-03-31')).toBe('2020')
    expect(editionOn('2024-04-01')).toBe('2024')
    expect(frameworks.findEdition(datedValues, 'weekly-cap', '2020')?.from).toEqual(day('2018-04-09'))
    expect(frameworks.findEdition(datedValues, 'weekly-cap', '1999')).toBeUndefined()
  })

  it('may not share a name or a first day', async () => {
    await write('a.yaml', CAP)
    await write('b.yaml', CAP)
    expect((await problemsOf()).join()).toMatch(/b\.yaml:1 same edition as frameworks\/values\/a\.yaml/)
  })
})

describe('a file with mistakes', () => {
  it('is told by line: missing Welsh, no unit, and a key nobody knows', async () => {
    await write(
      'cap.yaml',
      CAP.replace(', cy: Uchafswm wythnosol ar ffioedd', '').replace(/unit:.*\n/, 'colour: red\n'),
    )
    const problems = await problemsOf()
    expect(problems.find((p) => p.includes('title.cy'))).toMatch(/cap\.yaml:4 /)
    expect(problems.some((p) => p.includes('unit'))).toBe(true)
    expect(problems.some((p) => p.includes('colour'))).toBe(true)
  })

  it('is told by line: values out of order, and YAML that is none', async () => {
    await write('cap.yaml', CAP.replace('2019-04-08', '2017-01-01'))
    expect((await problemsOf())[0]).toMatch(/cap\.yaml:8 values: the values must stand in the order/)
    await write('cap.yaml', `${CAP}  broken: [`)
    expect((await problemsOf())[0]).toMatch(/cap\.yaml:1[0-9] /)
  })

  it('says a key written twice', () => {
    const reading = readFrameworkFile('x.yaml', `${CAP}unit: { en: a, cy: b }\n`, datedValues.schema)
    expect(reading.ok ? [] : reading.problems.map((p) => p.line)).toEqual([11])
  })
})

describe('cases', () => {
  it('stand beside the framework and are answered by it', async () => {
    await write('cap.yaml', CAP)
    await write(
      'cap.cases.yaml',
      `framework: weekly-cap\nedition: "2020"\ncases:\n  - { name: the day before, given: 2018-04-08, expect: no value }\n  - { name: the day, given: 2018-04-09, expect: 79 }\n`,
    )
    const cases = await checkCases(datedValues, folder)
    expect(cases.map((c) => c.answered)).toEqual(['no value', 80])
    expect(cases[1]?.expect).toBe(79)
  })
})
