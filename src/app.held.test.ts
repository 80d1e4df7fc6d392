/** What is held about one person, over all rooms and the small authority that has one of everything: the record's story, and its copy. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestWorld, type TestWorld } from './app.fixtures.ts'
import { systemActor } from './platform/permissions/actor.ts'
import { readHeld } from './platform/personal-data/held-part.store.ts'
import { heldParts } from './platform/personal-data/held-part.ts'
import { NOT_IN_THE_COPY as NOT_OF_CARE_PLANNING } from './systems/care-planning/record/record-part.held.ts'
import { NOT_IN_THE_COPY as NOT_OF_WORK_ALLOCATION } from './systems/work-allocation/record/work-allocation.held.ts'

let world: TestWorld
let copyPath: string
beforeAll(async () => {
  world = await openTestWorld()
  copyPath = `/people/${world.ids.personId}/copy`
})
afterAll(() => world.database.close())

test('every table of every room with rows of one person is in the copy, or stands on a list that says why not', async () => {
  const { rows } = await world.database.asOwner((tx) =>
    sql<{ name: string }>`select distinct n.nspname || '.' || c.relname as name from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attname in ('person_id', 'person_ids', 'person_ref') and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`.execute(
      tx,
    ),
  )
  const known = new Set([
    ...heldParts().map(({ table }) => table),
    ...Object.keys({ ...NOT_OF_CARE_PLANNING, ...NOT_OF_WORK_ALLOCATION }),
  ])
  expect(rows.length).toBeGreaterThan(30)
  expect(rows.map(({ name }) => name).filter((name) => !known.has(name))).toEqual([])
})

test('every column that a copy names is there, and has a name in both languages', async () => {
  const about = { authorityId: 1, personId: Number(world.ids.personId), ref: 'P' }
  for (const part of heldParts()) {
    const named = part.columns.filter(({ column, title }) => title.en === column || title.cy === column)
    expect([part.table, named.map(({ column }) => column)]).toEqual([part.table, []])
    const [row] = await world.database.transaction(systemActor(1), (tx) =>
      readHeld(tx, part, about, { offset: 0, limit: 1 }),
    )
    if (row)
      expect([part.table, part.columns.filter(({ column }) => !(column in row)).map(({ column }) => column)]).toEqual([
        part.table,
        [],
      ])
    if (part.rows) continue
    const wanted = sql.join([...part.columns.map(({ column }) => column), ...part.key].map((column) => sql.ref(column)))
    await world.database.asOwner((tx) => sql`select ${wanted} from ${sql.table(part.table)} limit 0`.execute(tx))
  }
})

test('every code that the database lets stand in such a column has words', async () => {
  const { rows } = await world.database.asOwner((tx) =>
    sql<{ table: string; rule: string }>`select c.conrelid::regclass::text as table, pg_get_constraintdef(c.oid) as rule
      from pg_constraint c where c.contype = 'c'`.execute(tx),
  )
  let seen = 0
  const bare = rows.flatMap(({ table, rule }) => {
    const [, column, list] = /^CHECK \(\(\(*(\w+)\)? = ANY \(+ARRAY\[(.*?)\]/.exec(rule) ?? []
    const declared = heldParts()
      .find((part) => part.table === table)
      ?.columns.find((one) => one.column === column)
    const codes = [...(list ?? '').matchAll(/'([^']*)'/g)].map(([, code]) => code!)
    if (declared) seen += codes.length
    return declared ? codes.filter((code) => !declared.codes?.[code]).map((code) => `${table}.${column}: ${code}`) : []
  })
  expect(bare).toEqual([])
  expect(seen).toBeGreaterThan(100)
})

test('the story says what happened with a name before each thing, and no number or code of a program', async () => {
  const page = await (await (await world.signIn('social-worker')).get(`/people/${world.ids.personId}/record`)).text()
  expect(page).toContain('In their own words: ')
  expect(page).not.toMatch(/five-point|no-longer-wanted|<span>gas</)
})

test('the copy for programs has the parts of all rooms with every row, and says that it was made', async () => {
  const worker = await world.signIn('social-worker')
  const copied = await worker.get(`/api/v1${copyPath}`)
  expect(copied.status).toBe(200)
  type Part = { part: string; entries: Record<string, unknown>[] }
  const { parts } = (await copied.json()) as { parts: Part[] }
  const entries = (name: string) => parts.find(({ part }) => part === name)?.entries ?? []
  for (const name of [
    'care_planning.person',
    'care_planning.personal_outcome',
    'work_allocation.package',
    'work_allocation.visit',
  ])
    expect([name, entries(name).length > 0]).toEqual([name, true])
  expect(JSON.stringify(parts)).not.toContain('code_hash')
  const again = (await (await worker.get(`/api/v1${copyPath}`)).json()) as { parts: Part[] }
  const log = again.parts.find(({ part }) => part === 'platform.audit_entry')!.entries
  expect(log.map(({ action }) => action)).toContain('care-planning.copy-record')
})

test('the copy is made as PDF and as Word, in the person’s language', async () => {
  const worker = await world.signIn('social-worker')
  const pdf = await worker.post(copyPath, { format: 'pdf' })
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 4)
      .toString(),
  ).toBe('%PDF')
  const word = await worker.post(copyPath, { format: 'docx' })
  expect(
    Buffer.from(await word.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK')
})

test('a provider, a reviewer, somebody who manages contracts and a person signed in may not themselves make a copy', async () => {
  for (const role of ['provider-manager', 'reviewer', 'contract-manager', 'person'] as const) {
    const visitor = await world.signIn(role)
    expect([role, (await visitor.get(`/api/v1${copyPath}`)).status]).toEqual([role, 403])
    expect([role, (await visitor.post(copyPath, { format: 'pdf' })).status]).toEqual([role, 403])
  }
})
