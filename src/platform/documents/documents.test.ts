/** Opens what the writers wrote and reads it back, in both languages. */
import { strFromU8, unzipSync } from 'fflate'
import readExcelFile from 'read-excel-file/node'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect, it } from 'vitest'
import type { Language } from '../../kernel/language.ts'
import { day } from '../../kernel/period.ts'
import { aDocument } from './documents.fixtures.ts'
import {
  type Column,
  contentDisposition,
  csvCell,
  fileName,
  fileResponse,
  writeCsv,
  writeDocx,
  writePdf,
  writeXlsx,
} from './index.ts'

type Visit = {
  readonly place: string
  readonly late: number
  readonly on: Temporal.PlainDate
  readonly at: Temporal.Instant
}

const COLUMNS: readonly Column<Visit>[] = [
  { header: { en: 'Place', cy: 'Lle' }, value: (v) => v.place, width: 30 },
  { header: { en: 'Minutes late', cy: 'Munudau’n hwyr' }, value: (v) => v.late },
  { header: { en: 'Day', cy: 'Diwrnod' }, value: (v) => v.on },
  { header: { en: 'Started', cy: 'Dechrau' }, value: (v) => v.at },
]
const ROWS: readonly Visit[] = [
  { place: 'Tŷ Gwyn, "Y Wŷn"', late: 12, on: day('2026-03-03'), at: Temporal.Instant.from('2026-07-01T08:05:00Z') },
  {
    place: '=HYPERLINK("http://x")',
    late: -3,
    on: day('2026-03-04'),
    at: Temporal.Instant.from('2026-01-01T08:05:00Z'),
  },
]

async function csvOf(language: Language): Promise<string> {
  let text = ''
  for await (const piece of writeCsv(language, COLUMNS, ROWS)) text += piece
  return text
}

describe('CSV', () => {
  it('starts with the mark that tells Excel it is UTF-8, and ends each line with CRLF', async () => {
    const text = await csvOf('cy')
    expect(text.charCodeAt(0)).toBe(0xfeff)
    expect(text.slice(1).split('\r\n')[0]).toBe('Lle,Munudau’n hwyr,Diwrnod,Dechrau')
    expect(text.endsWith('\r\n')).toBe(true)
  })

  it('quotes commas and quotation marks, and shows times as the clocks in Wales did', async () => {
    expect((await csvOf('en')).split('\r\n')[1]).toBe('"Tŷ Gwyn, ""Y Wŷn""",12,2026-03-03,2026-07-01T09:05')
  })

  it('takes the sting out of a text that a spreadsheet would run, and leaves a negative number alone', async () => {
    expect((await csvOf('en')).split('\r\n')[2]).toBe(`"'=HYPERLINK(""http://x"")",-3,2026-03-04,2026-01-01T08:05`)
    for (const start of ['=', '+', '-', '@', '\t', '\r'])
      expect(csvCell('en', `${start}1`).replace(/^"/, '')[0]).toBe("'")
    expect(csvCell('en', 'a=1')).toBe('a=1')
  })

  it('keeps a line break inside its cell', () => {
    expect(csvCell('en', 'one\ntwo')).toBe('"one\ntwo"')
  })
})

describe('Excel', () => {
  it.each(['en', 'cy'] as const)('keeps numbers as numbers and days as days (%s)', async (language) => {
    const bytes = await writeXlsx(language, [{ name: 'Visits: [all]/late', columns: COLUMNS, rows: ROWS }])
    const [sheet] = await readExcelFile(bytes)
    expect(sheet?.sheet).toBe('Visits   all  late')
    expect(sheet?.data[0]).toEqual(COLUMNS.map((column) => column.header[language]))
    const [, first, second] = sheet?.data ?? []
    expect(first?.[0]).toBe('Tŷ Gwyn, "Y Wŷn"')
    expect(first?.[1]).toBe(12)
    expect(first?.[2]).toEqual(new Date('2026-03-03T00:00:00Z'))
    expect(Number(first?.[3])).toBeCloseTo(Date.parse('2026-07-01T09:05:00Z'), -2)
    expect(second?.[0]).toBe('=HYPERLINK("http://x")')
  })

  it('writes a text that looks like a formula as text, and freezes the header', async () => {
    const files = unzipSync(await writeXlsx('en', [{ name: 'Visits', columns: COLUMNS, rows: ROWS }]))
    const xml = strFromU8(files['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(xml).not.toContain('<f>')
    expect(xml).toMatch(/<pane[^>]*ySplit="1"/)
  })

  it('opens even when a text carries control characters', async () => {
    const column: Column<string> = { header: { en: 'Note', cy: 'Nodyn' }, value: (text) => text }
    const [sheet] = await readExcelFile(
      await writeXlsx('en', [{ name: 'Notes', columns: [column], rows: ['a\u0000b\u0007'] }]),
    )
    expect(sheet?.data[1]?.[0]).toBe('ab')
  })
})

describe('PDF', () => {
  it.each([
    ['en', 'Page 1 of 2', 'en-GB'],
    ['cy', 'Tudalen 1 o 2', 'cy-GB'],
  ] as const)('carries title, language, text with ŵ and ŷ, and page numbers (%s)', async (language, pageOne, tag) => {
    const pdf = await getDocumentProxy(new Uint8Array(await writePdf(aDocument(language))))
    const { text } = await extractText(pdf, { mergePages: true })
    expect(text).toContain('Tŷ Gŵyr')
    expect(text).toContain(pageOne)
    const { info } = await pdf.getMetadata()
    expect(info).toMatchObject({ Title: aDocument(language).title, Language: tag })
  })

  it('has an outline to move by', async () => {
    const pdf = await getDocumentProxy(new Uint8Array(await writePdf(aDocument('en'))))
    const outline = await pdf.getOutline()
    expect(outline.map((entry: { title: string }) => entry.title)).toContain('What the records say')
  })
})

describe('Word', () => {
  it.each([
    ['en', 'en-GB', 'cy-GB'],
    ['cy', 'cy-GB', 'en-GB'],
  ] as const)('has headings, a proofing language, and other people’s words in theirs (%s)', async (language, tag, otherTag) => {
    const files = unzipSync(await writeDocx(aDocument(language)))
    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array())
    const body = read('word/document.xml')
    expect(body).toContain('<w:pStyle w:val="Heading1"/>')
    expect(body).toContain('<w:tblHeader/>')
    expect(body).toContain('Tŷ Gŵyr')
    expect(body).toContain(`<w:lang w:val="${otherTag}"/>`)
    expect(read('word/styles.xml')).toContain(`<w:lang w:val="${tag}"/>`)
  })

  it('puts the chart in as a picture with its meaning for those who cannot see it', async () => {
    const files = unzipSync(await writeDocx(aDocument('en')))
    expect(Object.keys(files).some((name) => /^word\/media\/.+\.png$/.test(name))).toBe(true)
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('descr="Two in three were achieved."')
  })
})

describe('a download', () => {
  it('is named for its list and its day, in the reader’s language', () => {
    expect(fileName('Gofal ym Mro’r Ŵyn: 2025/26', day('2026-03-03'), 'csv')).toBe(
      'gofal-ym-mror-ŵyn-2025-26-2026-03-03.csv',
    )
    expect(fileName('***', day('2026-03-03'), 'pdf')).toBe('canlyn-2026-03-03.pdf')
  })

  it('gives old programs plain letters and the others the true name, and cannot be broken out of', () => {
    expect(contentDisposition('tŷ".csv')).toBe(`attachment; filename="ty_.csv"; filename*=UTF-8''t%C5%B7%22.csv`)
  })

  it('streams a list as it is read', async () => {
    const response = fileResponse(writeCsv('en', COLUMNS, ROWS), 'x.csv', 'text/csv')
    expect(await response.text()).toBe((await csvOf('en')).slice(1))
  })
})
