/** Everything the systems publish to be counted is really there: each counter its column, each measure its words, in both languages. */
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { systems } from './app.ts'
import { type Counter, isOfMembers, MEASURE_KINDS } from './measures/measure.ts'
import type { Database } from './platform/database/database.ts'
import { openTestDatabase } from './platform/database/test-database.ts'

const sources = systems.flatMap((system) => system.sources ?? [])
const measures = systems.flatMap((system) => system.measures ?? [])

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

async function columnsOf(table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await database.asOwner((tx) =>
    sql<{
      name: string
      type: string
    }>`select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`.execute(tx),
  )
  return new Map(rows.map((row) => [row.name, row.type]))
}

function factColumns(counter: Counter): readonly (readonly [string, 'boolean' | 'number'])[] {
  if ('countWhere' in counter) return [[counter.countWhere, 'boolean']]
  if ('sumOf' in counter)
    return [
      [counter.sumOf, 'number'],
      [counter.where, 'boolean'],
    ]
  return 'differentMembers' in counter ? [[counter.differentMembers.onDaysWhere, 'boolean']] : []
}

function memberColumns(counter: Counter): readonly (readonly [string, 'boolean' | 'number'])[] {
  if ('membersWhere' in counter) return [[counter.membersWhere, 'boolean']]
  if ('sumOverMembers' in counter)
    return [
      [counter.sumOverMembers, 'number'],
      [counter.where, 'boolean'],
    ]
  return 'differentMembers' in counter ? [[counter.differentMembers.inMonthsWhere, 'boolean']] : []
}

const kindOf = (type: string | undefined) =>
  type === 'boolean' ? 'boolean' : /int|numeric/.test(type ?? '') ? 'number' : type

test('there is much to count', () => {
  expect(sources.length).toBeGreaterThanOrEqual(4)
  expect(measures.length).toBeGreaterThanOrEqual(30)
  expect(new Set(measures.map((measure) => measure.name)).size).toBe(measures.length)
})

describe.each(sources.map((source) => [source.name, source] as const))('%s', (_, source) => {
  test('the fact view has the dimensions, and a column of the right type for every counter', async () => {
    const facts = await columnsOf(source.factView)
    for (const column of ['authority_id', 'contract_id', 'provider_id', 'area_id', 'day', 'fact_key'])
      expect([...facts.keys()]).toContain(column)
    for (const [column, kind] of Object.values(source.counters).flatMap(factColumns))
      expect([column, kindOf(facts.get(column))]).toEqual([column, kind])
    for (const { column } of source.explainColumns) expect([...facts.keys()]).toContain(column)
  })

  test('the rollup has a column for every counter of facts, and no other', async () => {
    const key = [
      'authority_id',
      'contract_id',
      'provider_id',
      'area_id',
      ...(source.isBanded ? ['band'] : []),
      'grain',
      'starts_on',
    ]
    const counters = Object.entries(source.counters).flatMap(([name, counter]) => (isOfMembers(counter) ? [] : [name]))
    expect([...(await columnsOf(source.rollupTable)).keys()].sort()).toEqual([...key, ...counters].sort())
  })

  test('the members have a column of the right type for every counter of members', async () => {
    if (!source.members) return
    const { table, key, columns, explainColumns } = source.members
    const members = await columnsOf(table)
    expect([...members.keys()].sort()).toEqual(
      ['authority_id', 'contract_id', 'provider_id', 'area_id', 'month', key, ...columns].sort(),
    )
    for (const [column, kind] of Object.values(source.counters).flatMap(memberColumns))
      expect([column, kindOf(members.get(column))]).toEqual([column, kind])
    for (const { column } of explainColumns) expect([...members.keys()]).toContain(column)
  })

  test('every counter whose rows can be listed has one that counts those rows', () => {
    const counted = new Set(Object.values(source.counters).map((counter) => JSON.stringify(counter)))
    for (const counter of Object.values(source.counters)) {
      if ('sumOf' in counter) expect(counted).toContain(JSON.stringify({ countWhere: counter.where }))
      if ('sumOverMembers' in counter) expect(counted).toContain(JSON.stringify({ membersWhere: counter.where }))
    }
  })
})

test.each(
  measures.map((measure) => [measure.name, measure] as const),
)('%s says what it is, in both languages', (_, measure) => {
  expect(MEASURE_KINDS).toContain(measure.kind)
  for (const words of [measure.label, measure.meaning]) {
    expect(words.en.length).toBeGreaterThan(3)
    expect(words.cy.length).toBeGreaterThan(3)
    expect(words.cy).not.toBe(words.en)
  }
  expect(measure.meaning.en).toMatch(/\.$/)
  expect(measure.meaning.cy).toMatch(/\.$/)
})
