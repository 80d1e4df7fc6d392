/** What every database of ours promises, embedded or PostgreSQL: values, transactions, COPY and its limits. */
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemActor } from '../permissions/actor.ts'
import type { Database, Tx } from './database.ts'
import { oncePerTransaction } from './once.ts'
import { openTestDatabase } from './test-database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
  await database.asOwner((tx) =>
    sql`create table public.thing (number bigint, json jsonb, words text[], numbers bigint[], days date[], at timestamptz,
      bytes bytea, name text)`.execute(tx),
  )
})
afterAll(() => database.close())

const actor = systemActor(1)

async function read(expression: string): Promise<unknown> {
  const { rows } = await database.asOwner((tx) =>
    sql<{ value: unknown }>`select ${sql.raw(expression)} as value`.execute(tx),
  )
  return rows[0]?.value
}

test.each([
  [`date '2026-03-29'`, '2026-03-29'],
  [`timestamptz '2026-03-29 01:30:00.123456+00'`, '2026-03-29T01:30:00.123456Z'],
  [`timestamptz '2026-10-25 01:30+01'`, '2026-10-25T00:30:00Z'],
  [`timestamp '2026-03-29 01:30'`, '2026-03-29T01:30:00'],
  [`time '23:59:59'`, '23:59:59'],
  [`interval '1 hour 30 minutes'`, 'PT1H30M'],
])('reads %s as %s', async (expression, text) => {
  expect(String(await read(expression))).toBe(text)
})

test.each([
  ['1::int8', 1],
  ['9007199254740991::int8', 9_007_199_254_740_991],
  ['-9007199254740991::int8', -9_007_199_254_740_991],
  ['12.50::numeric', 12.5],
  ['10::numeric / 3', 10 / 3],
  ['true', true],
  [`'{"a": [1, null, "ŵ"]}'::jsonb`, { a: [1, null, 'ŵ'] }],
  [`array['a,b', 'say "hi"', 'back\\slash', null, '', 'NULL']`, ['a,b', 'say "hi"', 'back\\slash', null, '', 'NULL']],
  [
    'array[[1,2],[3,4]]',
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [`'{}'::text[]`, []],
  ['null::date', null],
] as const)('reads %s as a value', async (expression, value) => {
  expect(await read(expression)).toEqual(value)
})

test.each([
  `'infinity'::date`,
  `'-infinity'::timestamptz`,
  `date '0001-01-01 BC'`,
  `date '10000-01-01'`,
  '9007199254740992::int8',
  '9007199254740993::numeric',
  `'NaN'::numeric`,
])('refuses to read %s rather than change it', async (expression) => {
  await expect(read(expression)).rejects.toThrow(RangeError)
})

test('writes Temporal, JSON and arrays so that they come back as they were', async () => {
  const at = Temporal.Instant.from('2026-01-31T23:59:59.999999Z')
  const day = Temporal.PlainDate.from('2026-02-01')
  const bytes = new Uint8Array([0, 255, 10])
  const row = await database.asOwner(async (tx) => {
    await sql`insert into public.thing values (${5}, ${['a', { b: null }]}, ${['x"y', null, '\\']}, ${[1, 2]}, ${[day]}, ${at}, ${bytes}, ${'Siân'})`.execute(
      tx,
    )
    const { rows } = await sql<
      Record<string, unknown>
    >`select * from public.thing where number = any(${[5, 6]})`.execute(tx)
    return rows[0]
  })
  expect(row).toMatchObject({
    number: 5,
    json: ['a', { b: null }],
    words: ['x"y', null, '\\'],
    numbers: [1, 2],
    name: 'Siân',
  })
  expect(String(row?.days)).toBe('2026-02-01')
  expect(String(row?.at)).toBe(at.toString())
  expect(row?.bytes).toEqual(bytes)
})

test('says how many rows a change reached, and nothing of the kind for a question', async () => {
  const [changed, asked] = await database.transaction(actor, async (tx) => [
    await sql`create temporary table counted on commit drop as select generate_series(1, 3) as n`
      .execute(tx)
      .then(() => sql`delete from counted where n > 1`.execute(tx)),
    await sql`select 1`.execute(tx),
  ])
  expect(changed?.numAffectedRows).toBe(2n)
  expect(asked?.numAffectedRows).toBeUndefined()
})

test('reads once in a transaction, and again as soon as it has written', async () => {
  const names = (tx: Tx) =>
    oncePerTransaction(tx, 'names', async () => {
      const { rows } = await sql<{ name: string }>`select name from public.thing where name like 'once%'`.execute(tx)
      return rows.map(({ name }) => name)
    })
  const [first, again, afterWriting] = await database.asOwner(async (tx) => {
    const before = [await names(tx), await names(tx)]
    await sql`with added as (insert into public.thing (name) values ('once') returning 1) select * from added`.execute(
      tx,
    )
    return [...before, await names(tx)]
  })
  expect(again).toBe(first)
  expect(afterWriting).toEqual(['once'])
  await database.asOwner((tx) => sql`delete from public.thing where name = 'once'`.execute(tx))
  expect(await database.asOwner(names)).toEqual([])
})

test('holds a question asked again to whoever asks it', async () => {
  const mine = (authorityId: number) =>
    database.transaction(systemActor(authorityId), async (tx) => {
      const { rows } = await sql<{ id: number }>`select platform.current_authority() as id`.execute(tx)
      return rows[0]?.id
    })
  expect([await mine(1), await mine(2), await mine(1)]).toEqual([1, 2, 1])
})

test('rolls back when the work throws, and gives its error on', async () => {
  const add = async (tx: Tx) => sql`insert into public.thing (name) values ('undone')`.execute(tx)
  await expect(
    database.asOwner(async (tx) => {
      await add(tx)
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await read(`(select count(*) from public.thing where name = 'undone')`)).toBe(0)
})

test('does not pretend to commit when a failed query was passed over', async () => {
  const careless = database.asOwner(async (tx) => {
    await sql`select 1 / 0`.execute(tx).catch(() => undefined)
    return 'done'
  })
  await expect(careless).rejects.toThrow('a query of this transaction failed')
})

test('refuses a transaction within a transaction, and a query after its end', async () => {
  const nested = database.asOwner(() => database.asOwner(async () => 1))
  await expect(nested).rejects.toThrow('already')
  const kept = await database.asOwner(async (tx) => ({ tx }))
  await expect(sql`select 1`.execute(kept.tx)).rejects.toThrow('over')
})

test('lets what a transaction started go on to a transaction of its own afterwards', async () => {
  let later: Promise<unknown> = Promise.resolve()
  const { promise, resolve } = Promise.withResolvers<void>()
  await database.asOwner(async () => {
    later = promise.then(() => database.asOwner(async () => 'fine'))
  })
  resolve()
  expect(await later).toBe('fine')
})

test('serves many transactions at once, each with its own actor', async () => {
  const seen = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      database.transaction(systemActor((i % 2) + 1), async (tx) => {
        const rows = await tx.selectFrom('platform.authority').select('authority_id').execute()
        return rows.map((row) => row.authority_id)
      }),
    ),
  )
  expect(seen).toEqual(seen.map((_, i) => [(i % 2) + 1]))
})

test('ends a query that runs over its limit with a sentence, and goes on serving', async () => {
  if (database.kind === 'pglite') return // ends with its memory: pglite.store.test.ts shows it on a folder
  const long = database.asOwner((tx) => sql`select count(*) from generate_series(1, 10000000000)`.execute(tx), {
    limitSeconds: 1,
  })
  await expect(long).rejects.toMatchObject({ refusal: { kind: 'unavailable', code: 'took-too-long' } })
  expect(await read('1')).toBe(1)
})

test('copies rows in and out, in batches, without holding them all', async () => {
  function* lines() {
    for (let i = 0; i < 200_000; i += 1000)
      yield Array.from({ length: 1000 }, (_, n) => `${i + n}\tline ${i + n}\n`).join('')
  }
  const [count, text] = await database.transaction(actor, async (tx) => {
    await sql`create temporary table line (n int, name text) on commit drop`.execute(tx)
    await database.copyIn(tx, 'line', ['n', 'name'], lines())
    const { rows } = await sql<{ count: number }>`select count(*) from line`.execute(tx)
    const out: Uint8Array[] = []
    for await (const part of database.copyOut(tx, 'select n, name from line where n < 3 order by n')) out.push(part)
    return [rows[0]?.count, Buffer.concat(out).toString()]
  })
  expect(count).toBe(200_000)
  expect(text).toBe('0\tline 0\n1\tline 1\n2\tline 2\n')
})

test('a COPY that is refused says where, and the connection goes on', async () => {
  const wrong = database.asOwner((tx) => database.copyIn(tx, 'public.thing', ['number'], ['1\nx\n']))
  await expect(wrong).rejects.toMatchObject({ code: '22P02' })
  const forbidden = database.transaction(actor, (tx) => database.copyIn(tx, 'platform.authority', ['ref'], ['x\n']))
  await expect(forbidden).rejects.toMatchObject({ code: '0A000' })
  expect(await read('1')).toBe(1)
})

test('streams a long answer in batches', async () => {
  const numbers = await database.asOwner(async (tx) => {
    const seen: number[] = []
    const rows = tx.selectFrom(sql<{ n: number }>`generate_series(1, 1200)`.as<'s'>(sql`s(n)`)).select('s.n').stream()
    for await (const row of rows) seen.push(row.n)
    return seen
  })
  expect(numbers).toEqual(Array.from({ length: 1200 }, (_, i) => i + 1))
})
