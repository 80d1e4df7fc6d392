import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anActor } from '../../../platform/audit/audit.fixtures.ts'
import type { Database } from '../../../platform/database/database.ts'
import { openTestDatabase } from '../../../platform/database/test-database.ts'
import { writePdf } from '../../../platform/documents/index.ts'
import { systemActor } from '../../../platform/permissions/actor.ts'
import { savePersonalOutcome, savePersonWithPlan } from '../outcome-review/outcome-review.fixtures.ts'
import { findPerson } from '../person/person.store.ts'
import { recordDocument } from './record.document.ts'
import { readRecord } from './record.store.ts'
import { storyOf } from './record.ts'
import { COLUMN_NAMES, NOT_IN_THE_COPY, RECORD_PARTS } from './record-part.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await database.transaction(systemActor(1), async (tx) => {
    await savePersonWithPlan(tx)
    await savePersonalOutcome(tx, { own_words: 'Gweld yr ŵyn' })
  })
})
afterAll(() => database.close())

test('every table with rows of one person is in the copy, or stands on a list that says why not', async () => {
  const { rows } = await database.asOwner((tx) =>
    sql<{ name: string }>`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'person_id' and not a.attisdropped
      where n.nspname = 'care_planning' and c.relkind in ('r', 'p')`.execute(tx),
  )
  const known = new Set([...RECORD_PARTS.map(({ table }) => table), ...Object.keys(NOT_IN_THE_COPY)])
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
})

test('every column that is read has a name in both languages, and is there', async () => {
  const columns = RECORD_PARTS.flatMap((part) => part.columns)
  expect(columns.filter((column) => !COLUMN_NAMES[column])).toEqual([])
  for (const { table, columns: read, day } of RECORD_PARTS) {
    const wanted = [...read, ...(day ? [day] : [])]
    const list = sql.join(wanted.map((column) => sql.ref(column)))
    await database.asOwner((tx) => sql`select ${list} from ${sql.table(`care_planning.${table}`)} limit 0`.execute(tx))
  }
})

test('the copy is in the person’s language and has their own words; the story has what happened by its day', async () => {
  const actor = anActor({ kind: 'authority' }, { roles: ['social-worker'] })
  const record = await database.transaction(actor, async (tx) => ({
    person: (await findPerson(tx, 1, 1))!,
    held: await readRecord(tx, 1, 1),
  }))
  const document = recordDocument(record, {
    publisher: 'Bryniau',
    madeAt: Temporal.Instant.from('2026-03-10T09:00:00Z'),
  })
  expect(document).toMatchObject({ language: 'cy', title: 'Yr hyn a gedwir am Gwen Prydderch' })
  expect(JSON.stringify(document.blocks)).toContain('Gweld yr ŵyn')
  expect((await writePdf(document)).subarray(0, 4).toString()).toBe('%PDF')
  expect(storyOf(record.held).map(({ title }) => title.en)).toEqual(['Outcomes', 'Plans'])
})

test('another person’s record is empty to a person, whatever the code above asks for', async () => {
  const another = anActor({ kind: 'own', personIds: [2] }, { roles: ['person'] })
  const held = await database.transaction(another, (tx) => readRecord(tx, 1, 1))
  expect(held.every(({ rows }) => rows.length === 0)).toBe(true)
})
