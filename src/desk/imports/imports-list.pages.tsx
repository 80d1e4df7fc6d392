/** The list of imports: newest first, by kind and state, with a way to send the next file. */
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import type { Language } from '../../kernel/language.ts'
import { showInstant } from '../../kernel/period.ts'
import { showCount } from '../../kernel/quantity.ts'
import { perform } from '../../platform/actions/action.ts'
import { type Column as FileColumn, listExport, wantedExport } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { browseImports, IMPORTS_PER_PAGE, type ImportsQuery } from '../../platform/import/browse.actions.ts'
import { acceptedOf, type ImportRecord, ImportState } from '../../platform/import/import-record.ts'
import { listImportKinds } from '../../platform/import/kinds.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import { Button, type Column, DataTable, Link, ListTools, Page, Pagination, Select } from '../../ui/index.ts'
import { importPaths } from './imports.paths.ts'
import { importsText } from './imports.text.ts'
import { StateTag } from './state-tag.tsx'

export function importsListPages(doors: Doors): void {
  doors.get(importPaths.imports(), 'imports:read', async (c) => {
    const actor = actorOf(c)
    const found = await perform(c.get('runtime'), actor, browseImports, c.req.query(), originOf(c))
    if (!found.ok) return answerRefusal(c, found.refusal)
    const format = wantedExport(c)
    const name = { en: importsText.en.title, cy: importsText.cy.title }
    if (format) return listExport(c, format, { name, columns: FILE_COLUMNS, rows: found.value.imports })
    return c.html(<ImportsPage frame={c.get('frame')} actor={actor} {...found.value} />)
  })
}

/** May this person send any kind of file at all? */
export function maySend(actor: Actor): boolean {
  return may(actor, 'imports:run') || may(actor, 'imports:visits')
}

export function kindTitle(language: Language, name: string): string {
  return listImportKinds().find((kind) => kind.name === name)?.title[language] ?? name
}

const both = (key: 'file' | 'kind' | 'state' | 'by' | 'when' | 'read' | 'rejected') => ({
  en: importsText.en[key],
  cy: importsText.cy[key],
})

const FILE_COLUMNS: readonly FileColumn<ImportRecord>[] = [
  { header: both('file'), value: (row) => row.fileName, width: 32 },
  { header: both('kind'), value: (row, language) => kindTitle(language, row.kind) },
  { header: both('state'), value: (row, language) => importsText[language].states[row.state] },
  { header: both('by'), value: (row) => row.actor.name },
  { header: both('when'), value: (row) => row.receivedAt },
  { header: both('read'), value: (row) => row.tally.read },
  { header: both('rejected'), value: (row) => row.tally.rejected },
]

function listHref(query: ImportsQuery, changes: Readonly<Record<string, string | number>>): string {
  const asked = Object.entries({ ...query, ...changes }).filter(([, value]) => value !== undefined && value !== '')
  return `${importPaths.imports()}?${new URLSearchParams(asked.map(([name, value]) => [name, String(value)]))}`
}

type ImportsPageProps = {
  frame: Frame
  actor: Actor
  query: ImportsQuery
  imports: readonly ImportRecord[]
  total: number
}

const ImportsPage: FC<ImportsPageProps> = ({ frame, actor, query, imports, total }) => {
  const { language } = frame
  const text = importsText[language]
  const isFiltered = Boolean(query.kind || query.state)
  return (
    <Page frame={frame} title={text.title} lead={text.lead}>
      {maySend(actor) && <Button href={importPaths.newImport()}>{text.send}</Button>}
      <ListTools
        action={importPaths.imports()}
        count={text.count(total)}
        filtered={isFiltered}
        exports={[
          { label: 'CSV', href: listHref(query, { export: 'csv' }) },
          { label: 'Excel', href: listHref(query, { export: 'xlsx' }) },
        ]}
      >
        <Select
          name="kind"
          label={text.kind}
          value={query.kind}
          empty={text.anyKind}
          options={listImportKinds().map((kind) => ({ value: kind.name, label: kind.title[language] }))}
        />
        <Select
          name="state"
          label={text.state}
          value={query.state}
          empty={text.anyState}
          options={ImportState.options.map((value) => ({ value, label: text.states[value] }))}
        />
      </ListTools>
      <DataTable
        caption={text.title}
        captionHidden
        cards
        columns={columnsIn(language)}
        rows={imports}
        empty={isFiltered ? text.noneMatch : text.none}
      />
      <Pagination
        page={query.page}
        pages={Math.ceil(total / IMPORTS_PER_PAGE)}
        href={(page) => listHref(query, { page })}
      />
    </Page>
  )
}

function columnsIn(language: Language): readonly Column<ImportRecord>[] {
  const text = importsText[language]
  return [
    {
      key: 'file',
      header: text.file,
      rowHeader: true,
      cell: (row) => <Link href={importPaths.import(row.importId)}>{row.fileName}</Link>,
    },
    { key: 'kind', header: text.kind, cell: (row) => kindTitle(language, row.kind) },
    { key: 'state', header: text.state, cell: (row) => <StateTag language={language} state={row.state} /> },
    { key: 'when', header: text.when, cell: (row) => showInstant(language, row.receivedAt) },
    { key: 'by', header: text.by, cell: (row) => row.actor.name },
    {
      key: 'taken',
      header: text.taken,
      numeric: true,
      cell: (row) => (row.state === 'checked' ? '–' : showCount(language, acceptedOf(row.tally))),
    },
    { key: 'read', header: text.read, numeric: true, cell: (row) => showCount(language, row.tally.read) },
    { key: 'rejected', header: text.rejected, numeric: true, cell: (row) => showCount(language, row.tally.rejected) },
  ]
}
