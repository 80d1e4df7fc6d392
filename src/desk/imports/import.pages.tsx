/** One import: how far it is, what became of its rows, what to do next. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import { showInstant } from '../../kernel/period.ts'
import { showNumber } from '../../kernel/quantity.ts'
import { perform } from '../../platform/actions/action.ts'
import { goTo, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { readImport } from '../../platform/import/browse.actions.ts'
import { askForImport } from '../../platform/import/import.job.ts'
import {
  acceptedOf,
  type ImportRecord,
  isUnderWay,
  mayBeBroughtIn,
  mayBeUndone,
  type ReasonCount,
} from '../../platform/import/import-record.ts'
import { findImportKind } from '../../platform/import/kinds.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import {
  BarChart,
  Button,
  ButtonGroup,
  DataTable,
  Form,
  Link,
  Page,
  ProgressBar,
  Refreshing,
  Section,
  StackedBar,
  SummaryList,
} from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { importPaths } from './imports.paths.ts'
import { importsText } from './imports.text.ts'
import { kindTitle } from './imports-list.pages.tsx'
import { StateTag } from './state-tag.tsx'

export function importPages(doors: Doors): void {
  doors.get('/imports/:importId{\\d+}', 'imports:read', async (c) => {
    const importId = c.req.param('importId')
    const actor = actorOf(c)
    const read = await perform(c.get('runtime'), actor, readImport, { importId }, originOf(c))
    if (!read.ok) return answerRefusal(c, read.refusal)
    return c.html(<ImportPage frame={c.get('frame')} actor={actor} {...read.value} />)
  })
  doors.post('/imports/:importId{\\d+}/confirm', ['imports:run', 'imports:visits'], confirm)
}

async function confirm(c: Context<Env>): Promise<Response> {
  const importId = Number(c.req.param('importId'))
  const ask = { importId, isDryRun: false }
  const asked = await perform(c.get('runtime'), actorOf(c), askForImport, ask, originOf(c))
  if (!asked.ok) return answerRefusal(c, asked.refusal)
  return goTo(c, importPaths.import(importId), { en: importsText.en.confirmed, cy: importsText.cy.confirmed })
}

type Shown = { frame: Frame; found: ImportRecord }

const ImportPage: FC<Shown & { actor: Actor; reasons: readonly ReasonCount[] }> = (props) => {
  const { frame, actor, found, reasons } = props
  const { language } = frame
  const text = importsText[language]
  return (
    <Page
      frame={frame}
      title={found.fileName}
      above={kindTitle(language, found.kind)}
      lead={text.sentence(found.state, found.tally)}
      breadcrumbs={[{ label: text.title, href: importPaths.imports() }]}
    >
      <Refreshing id="import-report" href={importPaths.import(found.importId)} active={isUnderWay(found)}>
        {isUnderWay(found) && <UnderWay frame={frame} found={found} />}
        {!isUnderWay(found) && found.state !== 'undone' && <Report {...props} />}
      </Refreshing>
      <NextStep frame={frame} actor={actor} found={found} />
      {reasons.length > 0 && <Reasons frame={frame} found={found} reasons={reasons} />}
      <About frame={frame} actor={actor} found={found} />
      {may(actor, 'imports:undo') && mayBeUndone(found) && (
        <p>
          <Link href={importPaths.undo(found.importId)}>{text.undo}</Link>
        </p>
      )}
    </Page>
  )
}

const UnderWay: FC<Shown> = ({ frame, found }) => {
  const text = importsText[frame.language]
  return (
    <ProgressBar
      label={text.progress}
      done={Math.round(found.shareRead * 100)}
      total={100}
      says={text.progressSays(found.tally.read)}
    />
  )
}

const Report: FC<Shown> = ({ frame, found }) => {
  const text = importsText[frame.language]
  const { tally } = found
  return (
    <>
      <StackedBar
        title={text.chart}
        parts={[
          { label: text.inserted, value: tally.inserted, tone: 'achieved' },
          { label: text.corrected, value: tally.corrected, tone: 'partly' },
          { label: text.known, value: tally.known, tone: 'changed' },
          { label: text.rejectedPart, value: tally.rejected, tone: 'not' },
        ]}
      />
      {tally.flagged > 0 && <p>{text.flaggedNote(tally.flagged)}</p>}
      {found.unknownColumns.length > 0 && <p>{text.unknownNote(found.unknownColumns.join(', '))}</p>}
      {found.failure && <p>{found.failure.message[frame.language]}</p>}
    </>
  )
}

/** After a check: bring the rows in, or say why not. After an interruption: go on. */
const NextStep: FC<Shown & { actor: Actor }> = ({ frame, actor, found }) => {
  const text = importsText[frame.language]
  const taken = acceptedOf(found.tally)
  const kind = findImportKind(found.kind)
  const maySendIt = kind.ok && may(actor, kind.value.permission) && mayBeBroughtIn(found)
  const isWorthIt = found.state !== 'checked' || taken > 0
  return (
    <>
      {found.state === 'checked' && <p>{adviceOn(frame, found)}</p>}
      {(found.state === 'failed' || found.state === 'cancelled') && <p>{text.whatNow[found.state]}</p>}
      {maySendIt && isWorthIt && found.state !== 'received' && (
        <Form action={importPaths.confirm(found.importId)}>
          <ButtonGroup>
            <Button>{found.state === 'checked' ? text.confirm(taken) : text.goOn}</Button>
            <Link href={importPaths.newImport(found.kind)}>{text.send}</Link>
          </ButtonGroup>
        </Form>
      )}
    </>
  )
}

function adviceOn({ language }: Frame, { tally }: ImportRecord): string {
  const text = importsText[language].whatNow
  if (acceptedOf(tally) > 0) return tally.rejected === 0 ? text.checkedClean : text.checkedSome(tally.rejected)
  return tally.rejected === 0 ? text.checkedNothing : text.checkedNone
}

const Reasons: FC<Shown & { reasons: readonly ReasonCount[] }> = ({ frame, found, reasons }) => {
  const { language } = frame
  const text = importsText[language]
  const nameOf = ({ column }: ReasonCount) => column || text.wholeRow
  const byColumn = [...Map.groupBy(reasons, ({ column }) => column)]
    .map(([column, own]) => ({
      column,
      label: column || text.wholeRow,
      value: own.reduce((sum, reason) => sum + reason.count, 0),
    }))
    .sort((a, b) => b.value - a.value)
  const [first] = byColumn
  return (
    <Section title={text.reasons}>
      <BarChart
        title={text.reasons}
        meaning={first && text.reasonsMeaning(first.column, first.value)}
        rows={byColumn}
        format={(value) => showNumber(language, value, 0)}
        withoutTable
      />
      <DataTable
        caption={text.reasons}
        captionHidden
        rows={reasons}
        empty=""
        columns={[
          { key: 'column', header: text.column, rowHeader: true, cell: nameOf },
          { key: 'reason', header: text.reason, cell: (reason) => reason.message[language] },
          { key: 'count', header: text.rows, numeric: true, cell: ({ count }) => showNumber(language, count, 0) },
        ]}
      />
      <ButtonGroup>
        <Link href={importPaths.rejected(found.importId)}>{text.seeRejected(found.tally.rejected)}</Link>
        <Link href={importPaths.rejectedFile(found.importId)}>{text.download}</Link>
      </ButtonGroup>
    </Section>
  )
}

const About: FC<Shown & { actor: Actor }> = ({ frame, actor, found }) => {
  const { language } = frame
  const text = importsText[language]
  const megabytes = found.fileSize / 1_000_000
  const size =
    megabytes >= 0.1 ? `${showNumber(language, megabytes)} MB` : `${showNumber(language, found.fileSize, 0)} B`
  return (
    <Section title={text.about}>
      <SummaryList
        rows={[
          { key: text.kind, value: kindTitle(language, found.kind) },
          { key: text.state, value: <StateTag language={language} state={found.state} /> },
          { key: text.by, value: found.actor.name },
          { key: text.when, value: showInstant(language, found.receivedAt) },
          ...(found.finishedAt ? [{ key: text.finished, value: showInstant(language, found.finishedAt) }] : []),
          ...(found.undoneAt
            ? [
                {
                  key: text.states.undone,
                  value: text.undoneBy(found.undoneBy ?? '', showInstant(language, found.undoneAt)),
                },
              ]
            : []),
          ...(found.jobId === null || !may(actor, 'jobs:read')
            ? []
            : [{ key: text.job, value: <Link href={deskPaths.job(found.jobId)}>{text.seeJob}</Link> }]),
          { key: text.size, value: size },
          { key: text.digest, value: <code>{found.digest.slice(0, 16)}…</code> },
        ]}
      />
    </Section>
  )
}
