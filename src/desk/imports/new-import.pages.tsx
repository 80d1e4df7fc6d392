/** Sending a file: choose what it holds, start from a template if need be, send it, and see it checked. */
import type { Context } from 'hono'
import type { FC } from 'hono/jsx'
import type { Frame } from '../../kernel/frame.ts'
import type { Refusal } from '../../kernel/result.ts'
import { perform } from '../../platform/actions/action.ts'
import { CONTENT_TYPES, contentDisposition } from '../../platform/documents/index.ts'
import { goTo, originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { isOwnForm } from '../../platform/http/form-token.ts'
import { answerProblem, answerRefusal, PROBLEMS } from '../../platform/http/problem.ts'
import { receiveImport } from '../../platform/import/import.actions.ts'
import { askForImport } from '../../platform/import/import.job.ts'
import type { ImportColumn, ImportKind } from '../../platform/import/import-kind.ts'
import { findImportKind, listImportKinds } from '../../platform/import/kinds.ts'
import { writeCsvTemplate, writeXlsxTemplate } from '../../platform/import/template.ts'
import { readUpload } from '../../platform/import/upload.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import {
  Button,
  type Column,
  DataTable,
  Details,
  errorAt,
  type FieldError,
  FileUpload,
  Form,
  fieldErrors,
  Link,
  Page,
  Radios,
  Section,
} from '../../ui/index.ts'
import { importPaths } from './imports.paths.ts'
import { importsText } from './imports.text.ts'

const MAY_SEND = ['imports:run', 'imports:visits'] as const

export function newImportPages(doors: Doors): void {
  doors.get('/imports/new', MAY_SEND, (c) =>
    c.html(<NewImportPage frame={c.get('frame')} kinds={kindsFor(actorOf(c))} chosen={c.req.query('kind')} />),
  )
  doors.post('/imports/new', MAY_SEND, sendFile, 'upload')
  doors.get('/imports/templates/:file{[a-z-]+\\.(?:csv|xlsx)}', MAY_SEND, async (c) => {
    const [name = '', format] = c.req.param('file')?.split('.') ?? []
    const kind = findImportKind(name)
    if (!kind.ok) return answerProblem(c, PROBLEMS.notFound)
    const language = c.get('language')
    const isCsv = format === 'csv'
    const bytes = isCsv ? writeCsvTemplate(kind.value) : new Uint8Array(await writeXlsxTemplate(kind.value, language))
    return c.body(bytes, 200, {
      'Content-Type': isCsv ? CONTENT_TYPES.csv : CONTENT_TYPES.xlsx,
      'Content-Disposition': contentDisposition(`${name}.${format}`),
    })
  })
}

/** The kinds of file this person may send. */
function kindsFor(actor: Actor): readonly ImportKind[] {
  return listImportKinds().filter((kind) => may(actor, kind.permission))
}

async function sendFile(c: Context<Env>): Promise<Response> {
  const actor = actorOf(c)
  const runtime = c.get('runtime')
  const upload = await readUpload(c)
  if (upload.ok && !isOwnForm(c, upload.value.fields.get('_csrf'))) return answerProblem(c, PROBLEMS.formExpired)
  const kind = upload.ok ? upload.value.fields.get('kind') : undefined
  if (!upload.ok) return again(c, upload.refusal)
  if (!kind) return again(c, KIND_MISSING)
  const received = await receiveImport(runtime, actor, kind, upload.value.file)
  if (!received.ok) return again(c, { field: 'file', ...received.refusal }, kind)
  const { importId } = received.value
  const asked = await perform(runtime, actor, askForImport, { importId, isDryRun: true }, originOf(c))
  if (!asked.ok) return answerRefusal(c, asked.refusal)
  return goTo(c, importPaths.import(importId), { en: importsText.en.sent, cy: importsText.cy.sent })
}

/** A file cannot be put back into its field, so the form returns with everything else as it was. */
function again(c: Context<Env>, refusal: Refusal, chosen?: string): Response | Promise<Response> {
  if (refusal.kind === 'forbidden') return answerRefusal(c, refusal)
  const errors = fieldErrors(c.get('language'), refusal).map((error) => ({ ...error, field: fieldOf(error) }))
  const page = <NewImportPage frame={c.get('frame')} kinds={kindsFor(actorOf(c))} chosen={chosen} errors={errors} />
  return c.html(page, refusal.kind === 'too-large' ? 413 : 400)
}

/** What is wrong with a file's columns is wrong with the file. */
function fieldOf({ field }: FieldError): string {
  return field === 'kind' ? 'kind' : 'file'
}

const KIND_MISSING: Refusal = {
  kind: 'invalid',
  code: 'kind-missing',
  field: 'kind',
  message: { en: importsText.en.chooseKindError, cy: importsText.cy.chooseKindError },
}

type NewImportProps = {
  frame: Frame
  kinds: readonly ImportKind[]
  chosen?: string | undefined
  errors?: readonly FieldError[]
}

const NewImportPage: FC<NewImportProps> = ({ frame, kinds, chosen, errors }) => {
  const { language } = frame
  const text = importsText[language]
  return (
    <Page
      frame={frame}
      title={text.newTitle}
      lead={text.newLead}
      breadcrumbs={[{ label: text.title, href: importPaths.imports() }]}
      errors={errors}
    >
      <Form action={importPaths.newImport()} upload>
        <Radios
          name="kind"
          label={text.chooseKind}
          hint={text.chooseKindHint}
          value={chosen ?? (kinds.length === 1 ? kinds[0]?.name : undefined)}
          error={errorAt(errors, 'kind')}
          options={kinds.map((kind) => ({
            value: kind.name,
            label: kind.title[language],
            hint: kind.lead[language],
          }))}
        />
        <FileUpload
          name="file"
          label={text.fileLabel}
          hint={text.fileHint}
          accept=".csv,.txt,.tsv,.xlsx"
          error={errorAt(errors, 'file')}
        />
        <Button>{text.check}</Button>
      </Form>
      <Section title={text.templates} lead={text.templatesLead}>
        {kinds.map((kind) => (
          <Details summary={kind.title[language]}>
            <p>
              <Link href={importPaths.template(kind.name, 'csv')}>{`${text.csvTemplate}: ${kind.name}.csv`}</Link>
              {' · '}
              <Link href={importPaths.template(kind.name, 'xlsx')}>{`${text.xlsxTemplate}: ${kind.name}.xlsx`}</Link>
            </p>
            <DataTable
              caption={text.columnsOf(kind.title[language])}
              captionHidden
              columns={helpColumns(frame)}
              rows={kind.columns}
              empty=""
            />
          </Details>
        ))}
      </Section>
    </Page>
  )
}

function helpColumns({ language }: Frame): readonly Column<ImportColumn>[] {
  const text = importsText[language]
  return [
    { key: 'column', header: text.column, rowHeader: true, cell: (column) => <code>{column.name}</code> },
    { key: 'required', header: text.required, cell: (column) => (column.isRequired ? text.yes : text.no) },
    { key: 'meaning', header: text.meaning, cell: (column) => column.help[language] },
    { key: 'example', header: text.example, cell: (column) => <code>{column.example}</code> },
  ]
}
