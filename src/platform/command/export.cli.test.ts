import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../database/database.ts'
import { openTestDatabase } from '../database/test-database.ts'
import { listExport, wantedExport } from '../documents/index.ts'
import { originOf } from '../http/answer.ts'
import { actorOf, type Doors } from '../http/doors.ts'
import { answerRefusal } from '../http/problem.ts'
import { testSite } from '../http/site.fixtures.ts'
import { runCommand } from './command.fixtures.ts'
import { exportCommand } from './export.cli.ts'

let database: Database
let folder: string
beforeAll(async () => {
  database = await openTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'canlyn-export-'))
})
afterAll(async () => {
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

/** A room with one list, one page that is none, and one that refuses. */
function samplePages(doors: Doors): void {
  doors.get('/samples', 'people:read', (c) => {
    const format = wantedExport(c)
    const rows = [`${actorOf(c).authorityId} by ${originOf(c).via}`, c.req.query('letter') ?? '']
    const columns = [{ header: { en: 'Name', cy: 'Enw' }, value: (row: string) => row }]
    return format ? listExport(c, format, { name: { en: 'Samples', cy: 'Samplau' }, columns, rows }) : c.text('page')
  })
  doors.get('/plain', 'public', (c) => c.text('page'))
  doors.get('/refused', 'public', (c) =>
    answerRefusal(c, { kind: 'not-found', code: 'gone', message: { en: 'It is gone.', cy: 'Mae wedi mynd.' } }),
  )
}

const commands = [exportCommand(async (runtime, parts) => testSite(runtime, [{ pages: samplePages }], parts).app)]

async function run(list: string, file = 'list.csv', more = '') {
  const path = join(folder, file)
  const ran = await runCommand(database, commands, `export ${list} ${path} --authority arall${more}`)
  return { ...ran, path }
}

test('a list is written as its page gives it, with its filter, for the authority asked for and in the language asked for', async () => {
  const english = await run('/samples?letter=b')
  expect(english).toMatchObject({ code: 0, out: `Written to ${english.path}.\n` })
  expect((await readFile(english.path, 'utf8')).replace('\uFEFF', '').trim().split(/\r?\n/)).toEqual([
    'Name',
    '2 by command',
    'b',
  ])
  const welsh = await run('/samples', 'rhestr.csv', ' --language cy')
  expect(await readFile(welsh.path, 'utf8')).toMatch(/Enw/)
})

test('the ending of the file says which format', async () => {
  const { code, path } = await run('/samples', 'list.XLSX')
  expect(code).toBe(0)
  expect((await readFile(path)).subarray(0, 2).toString()).toBe('PK')
  expect(await run('/samples', 'list.pdf')).toMatchObject({
    code: 2,
    err: 'file: End the file’s name with .csv or .xlsx.\n',
  })
})

test('a page that is no list, is not there, or refuses, is told in one sentence', async () => {
  expect((await run('/plain')).err).toBe('list: This page has no list to take away.\n')
  expect((await run('/refused', 'x.csv', ' --language cy')).err).toBe('list: Mae wedi mynd.\n')
  expect(await run('/nowhere')).toMatchObject({ code: 2 })
})
