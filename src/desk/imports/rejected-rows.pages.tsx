/** The rows of an import that were not taken: each with its reasons, and as a file to correct and send again. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { showCount } from '../../kernel/quantity.ts'
import { perform } from '../../platform/actions/action.ts'
import { CONTENT_TYPES, fileResponse } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { browseRejectedRows, REJECTED_ROWS_PER_PAGE, takeRejectedRows } from '../../platform/import/browse.actions.ts'
import { type ImportRecord, REJECTED_ROWS_KEPT, type RejectedRow } from '../../platform/import/import-record.ts'
import { writeRejectedRows } from '../../platform/import/rejected-rows.ts'
import { Button, DataTable, Page, Pagination } from '../../ui/index.ts'
import { importPaths } from './imports.paths.ts'
import { importsText } from './imports.text.ts'

export function rejectedRowsPages(doors: Doors): void {
  doors.get('/imports/:importId{\\d+}/rejected', 'imports:read', async (c) => {
    const ask = { importId: c.req.param('importId'), page: c.req.query('page') }
    const found = await perform(c.get('runtime'), actorOf(c), browseRejectedRows, ask, originOf(c))
    if (!found.ok) return answerRefusal(c, found.refusal)
    return c.html(<RejectedRowsPage frame={c.get('frame')} {...found.value} />)
  })
  doors.get('/imports/:importId{\\d+}/rejected.csv', 'imports:read', async (c) => {
    const ask = { importId: c.req.param('importId') }
    const taken = await perform(c.get('runtime'), actorOf(c), takeRejectedRows, ask, originOf(c))
    if (!taken.ok) return answerRefusal(c, taken.refusal)
    const { found, rows } = taken.value
    const name = `${found.fileName.replace(/\.[a-z]+$/i, '')}-${c.get('language') === 'cy' ? 'gwrthodwyd' : 'rejected'}.csv`
    return fileResponse(linesOf(writeRejectedRows(c.get('language'), found.columnNames, rows)), name, CONTENT_TYPES.csv)
  })
}

async function* linesOf(lines: Iterable<string>): AsyncGenerator<string> {
  yield* lines
}

type Props = { frame: Frame; found: ImportRecord; page: number; rows: readonly RejectedRow[] }

const RejectedRowsPage: FC<Props> = ({ frame, found, page, rows }) => {
  const { language } = frame
  const text = importsText[language]
  const kept = Math.min(found.tally.rejected, REJECTED_ROWS_KEPT)
  const reasons = rows.flatMap(({ line, reasons: all }) => all.map((reason) => ({ line, ...reason })))
  return (
    <Page
      frame={frame}
      wide
      title={text.rejectedTitle}
      above={found.fileName}
      lead={text.rejectedLead(found.tally.rejected)}
      breadcrumbs={[
        { label: text.title, href: importPaths.imports() },
        { label: found.fileName, href: importPaths.import(found.importId) },
      ]}
    >
      {found.tally.rejected > kept && <p>{text.rejectedKept(kept)}</p>}
      {kept > 0 && (
        <Button href={importPaths.rejectedFile(found.importId)} kind="secondary">
          {text.download}
        </Button>
      )}
      <DataTable
        caption={text.rejectedTitle}
        captionHidden
        rows={reasons}
        empty={text.noneRejected}
        columns={[
          {
            key: 'line',
            header: text.line,
            rowHeader: true,
            cell: (reason) => showCount(language, reason.line),
          },
          {
            key: 'column',
            header: text.column,
            cell: (reason) => reason.column || text.wholeRow,
          },
          { key: 'value', header: text.value, cell: (reason) => reason.value },
          { key: 'reason', header: text.reason, cell: (reason) => reason.message[language] },
        ]}
      />
      <Pagination
        page={page}
        pages={Math.ceil(kept / REJECTED_ROWS_PER_PAGE)}
        href={(to) => `${importPaths.rejected(found.importId)}?page=${to}`}
      />
    </Page>
  )
}
