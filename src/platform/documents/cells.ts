/** The cells of a list on its way out: typed values under named columns, the same for CSV and for Excel. */
import type { Bilingual, Language } from '../../kernel/language.ts'
import { TIME_ZONE } from '../../kernel/period.ts'

export type CellValue = string | number | boolean | Temporal.PlainDate | Temporal.Instant | null | undefined

export type Column<Row> = {
  readonly header: Bilingual
  readonly value: (row: Row, language: Language) => CellValue
  /** Width in characters for Excel; 16 where not given. */
  readonly width?: number
  /** How Excel shows numbers of this column: `0` whole, `0.0`, `0%`. */
  readonly format?: string
}

/** "2026-03-03T14:05" as the clocks in Wales showed it: what a spreadsheet can sort and a person can read. */
export function localMinute(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(TIME_ZONE).toPlainDateTime().toString({ smallestUnit: 'minute' })
}
