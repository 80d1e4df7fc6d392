/** The scorecard as a file: PDF, Word or Excel. */
import type { Context } from 'hono'
import {
  CONTENT_TYPES,
  fileName,
  fileResponse,
  writeDocx,
  writePdf,
  writeXlsx,
} from '../../../platform/documents/index.ts'
import type { Env } from '../../../platform/http/doors.ts'
import type { Scorecard } from './scorecard.actions.ts'
import { scorecardDocument, scorecardSheets } from './scorecard.document.ts'

const FORMATS = ['pdf', 'docx', 'xlsx'] as const
type Format = (typeof FORMATS)[number]

/** Which file the page was asked for with `?export=pdf`; undefined: the page itself. */
export function wantedFile(c: Context<Env>): Format | undefined {
  const wanted = c.req.query('export')
  return FORMATS.find((format) => format === wanted)
}

export async function answerScorecardFile(c: Context<Env>, format: Format, card: Scorecard): Promise<Response> {
  const language = c.get('language')
  const name = fileName(`${card.contract.ref} ${card.contract.title[language]}`, card.today, format)
  const document = () => scorecardDocument(language, card, c.get('frame').authorityName[language])
  const bytes =
    format === 'xlsx'
      ? await writeXlsx(language, scorecardSheets(language, card))
      : format === 'pdf'
        ? await writePdf(document())
        : await writeDocx(document())
  return fileResponse(bytes, name, CONTENT_TYPES[format])
}
