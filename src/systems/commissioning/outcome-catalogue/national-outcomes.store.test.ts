/** The national outcomes: complete, bilingual, honest about what was checked, and loaded for one authority without touching another. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { day } from '../../../kernel/period.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase, TEST_AUTHORITY_ID } from '../../../platform/database/test-database.ts'
import { loadFrameworks } from '../../../platform/frameworks/index.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { NATIONAL_OUTCOMES_ID, nationalOutcomes } from './national-outcomes.framework.ts'
import { adoptNationalOutcomes } from './national-outcomes.store.ts'
import { listOutcomes } from './outcome.store.ts'

const OTHER_AUTHORITY_ID = 2
const framework = (await loadFrameworks([nationalOutcomes])).findOn(
  nationalOutcomes,
  NATIONAL_OUTCOMES_ID,
  day('2026-01-01'),
)
if (!framework) throw new Error('the national outcomes held on this day')

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('has 24 statements: 6, 3, 3, 2, 2, 2, 5 and 1 for the eight areas of well-being', () => {
  const { statements } = framework
  const count = (area: number) => statements.filter((statement) => statement.area === area).length
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(count)).toEqual([6, 3, 3, 2, 2, 2, 5, 1])
})

it('numbers each statement once, by its area', () => {
  const { statements } = framework
  expect(new Set(statements.map((statement) => statement.ref)).size).toBe(24)
  for (const statement of statements) expect(statement.ref.startsWith(`N-${statement.area}.`)).toBe(true)
})

it('is adopted by one authority, with its source and its unverified wording; adopting again adds nothing', async () => {
  const actor = systemActor(TEST_AUTHORITY_ID)
  await database.transaction(actor, (tx) => adoptNationalOutcomes(tx, TEST_AUTHORITY_ID, framework))
  await database.transaction(actor, (tx) => adoptNationalOutcomes(tx, TEST_AUTHORITY_ID, framework))
  const outcomes = await database.transaction(actor, (tx) => listOutcomes(tx, TEST_AUTHORITY_ID))
  expect(outcomes).toHaveLength(24)
  expect(outcomes.find((outcome) => outcome.ref === 'N-4.2')).toMatchObject({
    level: 'national',
    wellBeingArea: 4,
    statement: { en: 'I do the things that matter to me' },
    source: 'WG36877, Annex A',
    isVerified: false,
  })
  const others = await database.transaction(systemActor(OTHER_AUTHORITY_ID), (tx) =>
    listOutcomes(tx, OTHER_AUTHORITY_ID),
  )
  expect(others).toEqual([])
})
