/** The page that describes the API to the people who write programs for it, made from the same document that programs read. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import {
  API_DOCUMENT_PATH,
  type ApiDocument,
  type ApiOperation,
  apiDocumentOf,
} from '../../platform/api/api-document.ts'
import type { Doors } from '../../platform/http/doors.ts'
import { PERMISSIONS, Permission } from '../../platform/permissions/permission.ts'
import { DataTable, Details, Link, Page, Section, SummaryList } from '../../ui/index.ts'
import type { DeskCorner } from '../corner.ts'
import { deskPaths } from '../paths.ts'
import { text } from './api-reference.text.ts'
import { schemaRows, typeInWords } from './schema-rows.ts'

export const apiReferenceDesk: DeskCorner = {
  pages(doors) {
    doors.get(deskPaths.apiReference(), 'public', (c) => {
      const { language } = c.get('frame')
      const document = documentOf(doors)
      const t = text[language]
      const operations = operationsOf(document)
      return c.html(
        <Page frame={c.get('frame')} title={t.title} lead={t.lead(operations.length)}>
          <Habits language={language} />
          {[...Map.groupBy(operations, (one) => one.operation.tags?.[0] ?? '')].map(([tag, within]) => (
            <Section title={`/${tag}`} id={tag}>
              {within.map((one) => (
                <Operation language={language} document={document} {...one} />
              ))}
            </Section>
          ))}
        </Page>,
      )
    })
  },
}

const documents = new WeakMap<Doors, ApiDocument>()

/** Made on the first request, when every room has declared its doors. */
function documentOf(doors: Doors): ApiDocument {
  const known = documents.get(doors)
  if (known) return known
  const document = apiDocumentOf(doors)
  documents.set(doors, document)
  return document
}

type Named = { readonly method: string; readonly path: string; readonly operation: ApiOperation }

function operationsOf(document: ApiDocument): readonly Named[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  )
}

const Habits: FC<{ language: Language }> = ({ language }) => {
  const t = text[language]
  return (
    <>
      <Section title={t.start}>
        <p>{t.token}</p>
        <p>
          <code>Authorization: Bearer canlyn.1.…</code>
        </p>
        <p>{t.language}</p>
        <p>
          <Link href={API_DOCUMENT_PATH}>{t.document}</Link>
        </p>
      </Section>
      <Section title={t.habits}>
        <SummaryList
          rows={[
            { key: t.problems, value: t.problemsText },
            { key: t.versions, value: t.versionsText },
            { key: t.keys, value: t.keysText },
            { key: t.paging, value: t.pagingText },
          ]}
        />
      </Section>
    </>
  )
}

const Operation: FC<Named & { language: Language; document: ApiDocument }> = (props) => {
  const { language, document, method, path, operation } = props
  const summary = language === 'cy' ? operation['x-summary-cy'] : operation.summary
  const good = Object.entries(operation.responses).filter(([status]) => status < '300')
  const refusals = Object.keys(operation.responses).filter((status) => status >= '400')
  return (
    <Section title={summary ?? ''} level={3}>
      <p>
        <code>
          {method} {path}
        </code>
      </p>
      <Details summary={text[language].details}>
        <p>{whoMay(language, operation)}</p>
        <Sent {...props} />
        {good.map(([status, response]) => {
          const schema = response.content?.['application/json']?.schema
          return schema ? (
            <FieldTable
              language={language}
              caption={`${text[language].answers(status)}: ${method} ${path}`}
              rows={schemaRows(language, document, schema).map((row) => ({ ...row, where: 'body' as const }))}
            />
          ) : null
        })}
        <p>
          {text[language].refusals}: {refusals.join(', ')}
        </p>
      </Details>
    </Section>
  )
}

function whoMay(language: Language, operation: ApiOperation): string {
  const t = text[language]
  if (operation.security?.length === 0) return t.anyone
  const permissions = Permission.options.filter((permission) => operation['x-permissions']?.includes(permission))
  if (permissions.length === 0) return t.signedIn
  return t.needs(permissions.map((permission) => PERMISSIONS[permission].what[language]).join('; '))
}

const Sent: FC<Named & { language: Language; document: ApiDocument }> = (props) => {
  const { language, document, method, path, operation } = props
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    name: parameter.name,
    where: parameter.in,
    type: typeInWords({ language, document }, parameter.schema ?? {}),
    isNeeded: parameter.required ?? false,
  }))
  const schema = operation.requestBody?.content?.['application/json']?.schema
  const body = schema ? schemaRows(language, document, schema).map((row) => ({ ...row, where: 'body' as const })) : []
  return (
    <FieldTable
      language={language}
      caption={`${text[language].sends}: ${method} ${path}`}
      rows={[...parameters, ...body]}
    />
  )
}

type FieldRow = {
  readonly name: string
  readonly where: 'path' | 'query' | 'header' | 'body'
  readonly type: string
  readonly isNeeded: boolean
}

const FieldTable: FC<{ language: Language; caption: string; rows: readonly FieldRow[] }> = ({
  language,
  caption,
  rows,
}) => {
  const t = text[language]
  if (rows.length === 0) return null
  return (
    <DataTable
      caption={caption}
      empty=""
      rows={rows}
      columns={[
        { key: 'name', header: t.name, rowHeader: true, cell: (row) => <code>{row.name}</code> },
        { key: 'where', header: t.where, cell: (row) => t.places[row.where] },
        { key: 'type', header: t.type, cell: (row) => row.type },
        { key: 'needed', header: t.needed, cell: (row) => (row.isNeeded ? t.yes : t.no) },
      ]}
    />
  )
}
