/** What every list offers: the same rows as CSV or as Excel, in the reader's language, named and dated. */
import type { Context } from 'hono'
import type { Bilingual } from '../../kernel/language.ts'
import type { Env } from '../http/doors.ts'
import type { Column } from './cells.ts'
import { writeCsv } from './csv.ts'
import { CONTENT_TYPES, fileName, fileResponse } from './download.ts'
import { writeXlsx } from './xlsx.ts'

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** Which file a list page was asked for with `?export=csv` or `?export=xlsx`; undefined: the page itself. */
export function wantedExport(c: Context<Env>): ExportFormat | undefined {
  const wanted = c.req.query('export')
  return EXPORT_FORMATS.find((format) => format === wanted)
}

/**
 * The list as a file. `rows` may be a stream; CSV is sent as it is read.
 *
 *     const format = wantedExport(c)
 *     if (format) return listExport(c, format, { name: text.title, columns, rows })
 */
export async function listExport<Row>(
  c: Context<Env>,
  format: ExportFormat,
  list: {
    readonly name: Bilingual
    readonly columns: readonly Column<Row>[]
    readonly rows: Iterable<Row> | AsyncIterable<Row>
  },
): Promise<Response> {
  const language = c.get('language')
  const { name, columns, rows } = list
  const file = fileName(name[language], c.get('runtime').clock.today(), format)
  if (format === 'csv') return fileResponse(writeCsv(language, columns, rows), file, CONTENT_TYPES.csv)
  const bytes = await writeXlsx(language, [{ name: name[language], columns, rows }])
  return fileResponse(bytes, file, CONTENT_TYPES.xlsx)
}
