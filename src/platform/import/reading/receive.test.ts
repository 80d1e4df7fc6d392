import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import writeExcelFile from 'write-excel-file/node'
import { streamOf } from '../import.fixtures.ts'
import { optional, required } from '../import-kind.ts'
import { pathOfReceived, receiveFile } from './receive.ts'
import { isBlank, openReceived } from './rows.ts'

const HELP = { en: '', cy: '' }
const COLUMNS = [required('ref', '', HELP), required('name', '', HELP), optional('agreed_on', '', HELP)]

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'canlyn-receive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** The rows after the heading as `line: cell|cell`, or the code of the refusal. */
async function rowsOf(content: string | Buffer, pieceSize = 7): Promise<readonly string[] | string> {
  const received = await receiveFile(folder, streamOf(content, pieceSize))
  if (!received.ok) return received.refusal.code
  const { digest, format } = received.value
  const opened = await openReceived(pathOfReceived(folder, digest), format, COLUMNS)
  if (!opened.ok) return opened.refusal.code
  const rows: string[] = []
  for await (const piece of opened.value.pieces())
    for (const row of piece.rows) if (!isBlank(row)) rows.push(`${row.line}: ${row.cells.join('|')}`)
  return rows
}

describe('what real systems export', () => {
  test('UTF-8 with its mark and without', async () => {
    expect(await rowsOf('\uFEFFref,name\n1,Siân\n')).toEqual(['2: 1|Siân'])
    expect(await rowsOf('ref,name\n1,Siân ŵ\n')).toEqual(['2: 1|Siân ŵ'])
  })

  test('Windows-1252, noticed wherever in the file its first letter stands', async () => {
    const far = 'ref,name\n1,plain\n'.padEnd(5000, '2,plain\n').concat('9,Si\u00e2n \u0080\n')
    const rows = await rowsOf(Buffer.from(far.replace('\u0080', '\x80'), 'latin1'), 1000)
    expect(rows.at(-1)).toMatch(/9\|Siân €$/)
  })

  test('semicolons and tabs, by the columns they name', async () => {
    expect(await rowsOf('ref;name;x\n1;a, b;y\n')).toEqual(['2: 1|a, b|y'])
    expect(await rowsOf('ref\tname\n1\ta\n')).toEqual(['2: 1|a'])
  })

  test('headings in capitals, with spaces, in quotes, in another order; empty lines before and after', async () => {
    expect(await rowsOf('\n"Name", REF ,Agreed On\n\na,1,\n,,\n')).toEqual(['4: a|1|'])
  })

  test('CRLF, and CR alone', async () => {
    expect(await rowsOf('ref,name\r\n1,a\r\n')).toEqual(['2: 1|a'])
    expect(await rowsOf('ref,name\r1,a\r2,b\r')).toEqual(['2: 1|a', '3: 2|b'])
  })

  test('an Excel workbook, its dates and times as they are shown', async () => {
    const date = new Date(Date.UTC(2026, 2, 29))
    const moment = new Date(Date.UTC(2026, 2, 29, 8, 5))
    const cell = (value: Date, format: string) => ({ value, type: Date, format }) as const
    const workbook = await writeExcelFile([
      ['ref', 'name', 'agreed_on', 'at'].map((value) => ({ value, type: String }) as const),
      [
        { value: 40117, type: Number },
        { value: 'Llŷr', type: String },
        cell(date, 'dd/mm/yyyy'),
        cell(moment, 'dd/mm/yyyy hh:mm'),
      ],
    ]).toBuffer()
    expect(await rowsOf(workbook, 4096)).toEqual(['2: 40117|Llŷr|2026-03-29|2026-03-29T08:05:00'])
  })
})

describe('what is refused before any row is read', () => {
  test.each([
    ['an empty file', '', 'file-empty'],
    ['only empty lines', '\n\n', 'file-empty'],
    ['a required column missing', 'ref,agreed_on\n1,\n', 'columns-missing'],
    ['a column named twice', 'ref,name,Name\n1,a,b\n', 'column-twice'],
    ['UTF-16', Buffer.from('\uFEFFref,name\n', 'utf16le'), 'file-is-utf-16'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'workbook-old'],
    ['a workbook cut in half', Buffer.from('504b0304ffff', 'hex'), 'workbook-unreadable'],
    ['dates with the month first', 'ref,name,agreed_on\n1,a,03/04/2026\n2,b,03/25/2026\n', 'month-first-column'],
  ])('%s', async (_, content, code) => {
    expect(await rowsOf(content)).toBe(code)
  })

  test('one impossible date among days first is that row’s fault, not the file’s', async () => {
    expect(await rowsOf('ref,name,agreed_on\n1,a,25/03/2026\n2,b,03/25/2026\n')).toHaveLength(2)
  })
})

test('nothing of a refused or interrupted file is left in the folder', async () => {
  async function* breaksOff() {
    yield Buffer.from('ref,name\n')
    throw new Error('the line went dead')
  }
  await expect(receiveFile(folder, breaksOff())).rejects.toThrow('the line went dead')
  expect((await readdir(join(folder, 'imports'))).filter((name) => name.startsWith('incoming'))).toEqual([])
})
