/** A backup is proved by restoring it: into an empty database, over a full one, and, where PostgreSQL is at hand, into the other kind. */
import { PassThrough, Readable, Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openPglite } from '../database/pglite.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { backUp } from './backup.ts'
import { contentsOf, sequencesOf } from './contents.ts'
import { restore } from './restore.ts'

const AT = Temporal.Instant.from('2026-11-22T09:00:00Z')

let source: Database
let file: Buffer
const others: Database[] = []
beforeAll(async () => {
  source = await openTestDatabase()
  await source.asOwner(async (tx) => {
    await tx
      .insertInto('platform.authority')
      .values({ ref: 'odd', name_en: 'Tab\tand\nline \\ "quoted"', name_cy: 'Tŷ Ŵyn – \\N' })
      .execute()
    // Enough rows for several batches of pages, in a table that triggers and references lean on.
    await sql`insert into platform.authority (ref, name_en, name_cy)
      select 'a' || n, repeat('x', 900), repeat('ŷ', 400) from generate_series(1, 6000) as n`.execute(tx)
  })
  file = await backedUp(source)
})
afterAll(() => Promise.all([source, ...others].map((database) => database.close())))

async function backedUp(database: Database): Promise<Buffer> {
  const out = new PassThrough()
  const [bytes] = await Promise.all([buffer(out), backUp(database, out, AT)])
  return bytes
}

async function another(open: () => Promise<Database>): Promise<Database> {
  const database = await open()
  others.push(database)
  return database
}

const everything = (database: Database) =>
  database.asOwner(async (tx) => ({ contents: await contentsOf(tx), sequences: await sequencesOf(tx) }))

test('holds every table of ours, and says how many rows', async () => {
  const { contents } = await everything(source)
  expect(contents.find(({ table }) => table === 'platform.authority')?.rows).toBe(6003)
  expect(contents.length).toBeGreaterThan(20)
})

test('restored into an empty embedded database, everything is there: rows, sequences, rights and all', async () => {
  const target = await another(() => openPglite())
  const result = await restore(target, Readable.from([file]))
  expect(result).toMatchObject({ ok: true, value: { migrated: [] } })
  expect(await everything(target)).toEqual(await everything(source))
  const odd = await target.transaction({ authorityId: 3, scope: { kind: 'system' } }, (tx) =>
    tx.selectFrom('platform.authority').selectAll().execute(),
  )
  expect(odd).toMatchObject([{ ref: 'odd', name_en: 'Tab\tand\nline \\ "quoted"', name_cy: 'Tŷ Ŵyn – \\N' }])
  const next = await target.asOwner((tx) =>
    tx
      .insertInto('platform.authority')
      .values({ ref: 'next', name_en: 'n', name_cy: 'n' })
      .returning('authority_id')
      .execute(),
  )
  expect(next).toEqual([{ authority_id: 6004 }])
})

test('a database in use is left alone unless told to be replaced', async () => {
  const target = await another(openTestDatabase)
  await target.asOwner((tx) => sql`update platform.authority set name_en = 'Kept' where authority_id = 1`.execute(tx))
  const before = await everything(target)
  const refusal = { code: 'database-not-empty' }
  expect(await restore(target, Readable.from([file]))).toMatchObject({ ok: false, refusal })
  expect(await everything(target)).toEqual(before)
  expect(await restore(target, Readable.from([file]), { replace: true })).toMatchObject({ ok: true })
  expect(await everything(target)).toEqual(await everything(source))
})

const text = () => gunzipSync(file).toString('latin1')
const zipped = (changed: string) => gzipSync(Buffer.from(changed, 'latin1'))
test.each([
  ['is nothing of ours', 'not-a-backup', () => Buffer.from('hello')],
  ['is other JSON', 'not-a-backup', () => zipped('{"kind":"letter"}\n')],
  ['is cut short', 'backup-damaged', () => file.subarray(0, file.length - 20)],
  ['lacks its end', 'backup-damaged', () => zipped(text().slice(0, text().lastIndexOf('{"kind":"end"')))],
  [
    'had a letter changed',
    'backup-damaged',
    () => zipped(text().replace('Bryniau County', 'Bryniau County'.replace('B', 'P'))),
  ],
  ['is of a newer Canlyn', 'backup-newer', () => zipped(text().replace('0001-foundation', '9999-foundation'))],
])('a file that %s is refused, and nothing is changed', async (_how, code, bytes) => {
  const target = others[1]!
  const before = await everything(target)
  expect(await restore(target, Readable.from([bytes()]), { replace: true })).toMatchObject({
    ok: false,
    refusal: { code },
  })
  expect(await everything(target)).toEqual(before)
})

test('fails when the file it writes to fails, and the database goes on', async () => {
  const out = new Writable({ write: (_chunk, _encoding, done) => done(new Error('the disk is gone')) })
  await expect(backUp(source, out, AT)).rejects.toThrow('the disk is gone')
  expect((await everything(source)).contents.length).toBeGreaterThan(20)
})
