/** The report as a file, in the reader's language; the writers' words stay in theirs. */
import type { Language } from '../../../kernel/language.ts'
import { dayOf } from '../../../kernel/period.ts'
import { CONTENT_TYPES, fileName, fileResponse, writeDocx, writePdf } from '../../../platform/documents/index.ts'
import type { ReviewDetail } from './report.actions.ts'
import { reportDocument } from './report.document.ts'

export const REPORT_FORMATS = ['pdf', 'docx'] as const
export type ReportFormat = (typeof REPORT_FORMATS)[number]

export type ReportFile = { readonly bytes: Uint8Array; readonly name: string; readonly contentType: string }

/** Dated by its signature; while unsigned, by `at`. */
export async function writeReportFile(
  { report, signature, review }: ReviewDetail,
  format: ReportFormat,
  language: Language,
  at: Temporal.Instant,
): Promise<ReportFile> {
  const document = reportDocument(language, { report, signature, isWithdrawn: review.state === 'withdrawn', at })
  const bytes = format === 'pdf' ? await writePdf(document) : await writeDocx(document)
  return { bytes, name: fileName(review.name, dayOf(document.madeAt), format), contentType: CONTENT_TYPES[format] }
}

export function answerReportFile(file: ReportFile): Response {
  return fileResponse(file.bytes, file.name, file.contentType)
}
