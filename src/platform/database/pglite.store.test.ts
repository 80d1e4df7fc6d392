/** What only the embedded database needs: its folder, its thread, its lock and its disk. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from './database.ts'
import { freeBytes } from './free-space.ts'
import { openPglite, type PgliteOptions } from './pglite.ts'

let empty: Blob
beforeAll(async () => {
  const database = await openPglite({ migrate: false })
  await database.asOwner((tx) => sql`create table note (text text)`.execute(tx))
  empty = await database.dump()
  await database.close()
})

let folder: string
const opened: Database[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'canlyn-pglite-'))
})
afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
  await rm(folder, { recursive: true })
})

async function open(options: PgliteOptions = {}): Promise<Database> {
  const database = await openPglite({ folder: join(folder, 'database'), migrate: false, ...options })
  opened.push(database)
  return database
}

const notes = async (database: Database) =>
  database.asOwner(async (tx) => {
    const { rows } = await sql<{ text: string }>`select text from note order by text`.execute(tx)
    return rows.map((row) => row.text)
  })
const addNote = (database: Database, text: string) =>
  database.asOwner((tx) => sql`insert into note values (${text})`.execute(tx))

async function openWithNotes(...texts: string[]): Promise<Database> {
  const database = await open({ contents: empty })
  for (const text of texts) await addNote(database, text)
  return database
}

test('keeps what was saved from one opening to the next', async () => {
  const database = await openWithNotes('kept')
  await database.close()
  expect(await notes(await open())).toEqual(['kept'])
})

test('refuses a folder that is open already, naming the process, and takes it once that has closed it', async () => {
  const first = await openWithNotes()
  const refusal = { code: 'folder-in-use', kind: 'unavailable' }
  await expect(open()).rejects.toMatchObject({ refusal, message: expect.stringContaining(`(${process.pid})`) })
  await first.close()
  expect(await notes(await open())).toEqual([])
})

test('ends a query that runs over its limit, and has everything saved before when it opens the folder again', async () => {
  const database = await openWithNotes('saved')
  const long = database.asOwner(
    async (tx) => {
      await sql`insert into note values ('lost with the transaction')`.execute(tx)
      await sql`select count(*) from generate_series(1, 10000000000)`.execute(tx)
    },
    { limitSeconds: 0.5 },
  )
  const waiting = addNote(database, 'waited')
  await expect(long).rejects.toMatchObject({ refusal: { kind: 'unavailable', code: 'took-too-long' } })
  await waiting
  expect(await notes(database)).toEqual(['saved', 'waited'])
})

test('a long query does not keep the program from doing other things', async () => {
  const database = await openWithNotes()
  const long = database.asOwner((tx) => sql`select count(*) from generate_series(1, 3000000)`.execute(tx))
  let turns = 0
  let isDone = false
  const counting = (async () => {
    while (!isDone) {
      await new Promise((resolve) => setImmediate(resolve))
      turns += 1
    }
  })()
  await long
  isDone = true
  await counting
  expect(turns).toBeGreaterThan(100)
})

test('only reads while the disk is almost full, says so, and writes again when there is space', async () => {
  const roomy = await openWithNotes('before')
  await roomy.close()
  let refuseBelowBytes = 0
  const space = {
    stopBelowBytes: 0,
    get refuseBelowBytes() {
      return refuseBelowBytes
    },
  }
  const database = await open({ space })
  refuseBelowBytes = freeBytes(folder) * 2
  const refusal = { kind: 'unavailable', code: 'disk-full' }
  await expect(addNote(database, 'refused')).rejects.toMatchObject({ refusal })
  expect(await notes(database)).toEqual(['before'])
  refuseBelowBytes = 0
  await addNote(database, 'after')
  expect(await notes(database)).toEqual(['after', 'before'])
})

test('stops a transaction that makes files grow into what is kept back, and undoes it', async () => {
  const roomy = await openWithNotes('before')
  await roomy.close()
  const kept = freeBytes(folder) * 1.5
  // Opening itself asks for half of what is kept back, so this folder can be opened and read but nothing in it can grow.
  const database = await open({ space: { refuseBelowBytes: 0, stopBelowBytes: kept } })
  const large = database.asOwner((tx) =>
    sql`insert into note select repeat('x', 1000) || n from generate_series(1, 10000) as n`.execute(tx),
  )
  await expect(large).rejects.toMatchObject({ refusal: { kind: 'unavailable', code: 'disk-full' } })
  expect(await notes(database)).toEqual(['before'])
})

test('says how durable it is: in memory, or forced to disk', async () => {
  const [inMemory, onDisk] = [await openPglite({ migrate: false, contents: empty }), await open({ contents: empty })]
  opened.push(inMemory)
  expect(inMemory.durability.en).toContain('gone when the program ends')
  expect(onDisk.durability.en).toContain('forced to disk')
})
