/** The audit log: a list to search, each entry, the verdict on the chain, and the history of any record. */
import type { Context } from 'hono'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { showInstant } from '../../kernel/period.ts'
import { showCount } from '../../kernel/quantity.ts'
import type { Result } from '../../kernel/result.ts'
import { perform } from '../../platform/actions/action.ts'
import { listActionTitles } from '../../platform/audit/action-title.ts'
import { listAudit, readAuditEntry, verifyAuditLog } from '../../platform/audit/audit.actions.ts'
import type { AuditedEvent, AuditFilter } from '../../platform/audit/reading.store.ts'
import { showVerdict } from '../../platform/audit/verify-audit.text.ts'
import type { AuditVerdict } from '../../platform/audit/verify-audit.ts'
import { type Column, listExport, wantedExport } from '../../platform/documents/index.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import {
  Button,
  DataTable,
  DateInput,
  errorAt,
  type FieldError,
  fieldErrors,
  Link,
  ListTools,
  Notice,
  Page,
  Pagination,
  readTypedDate,
  Select,
  SummaryList,
  TextInput,
  typedDate,
} from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { text } from './audit.text.ts'
import { EntryView, RecordLink, recordName } from './entry-view.tsx'

const ROWS_ON_A_PAGE = 50
const ROWS_AT_A_TIME = 1_000

export function auditPages(doors: Doors): void {
  doors.get(deskPaths.audit(), 'audit:read', showList)
  doors.get(deskPaths.auditVerdict(), 'audit:read', showVerdictPage)
  doors.get(deskPaths.auditEntry(':sequence'), 'audit:read', showEntry)
}

async function showList(c: Context<Env>): Promise<Response> {
  const asked = filterOf(c.req.query())
  const ask = (page: { limit: number; before?: number }) =>
    perform(c.get('runtime'), actorOf(c), listAudit, { ...asked.typed, ...page }, originOf(c))
  const format = wantedExport(c)
  if (format) return listExport(c, format, { name: TITLE, columns: EXPORT_COLUMNS, rows: everyEvent(ask) })
  const before = Number(c.req.query('before')) || undefined
  const result = await ask({ limit: ROWS_ON_A_PAGE, ...(before ? { before } : {}) })
  if (!result.ok) return answerRefusal(c, result.refusal)
  return c.html(<AuditList c={c} asked={asked} {...result.value} />)
}

type Asked = { readonly typed: Readonly<Record<string, string>>; readonly errors: readonly FieldErrorsOf[] }
type FieldErrorsOf = Readonly<Record<Language, FieldError>>

/** The filter as typed; a date that is no date is shown with what is wrong with it and left out of the search. */
function filterOf(query: Readonly<Record<string, string>>): Asked {
  const typed: Record<string, string> = {}
  const errors: FieldErrorsOf[] = []
  for (const name of ['who', 'action', 'recordType', 'recordId'])
    if (query[name]?.trim()) typed[name] = query[name].trim()
  for (const name of ['from', 'to'] as const) {
    const read = readTypedDate(query, name, { en: text.en[name], cy: text.cy[name] })
    if (read.ok && read.value) typed[name] = read.value.toString()
    if (!read.ok)
      errors.push(
        Object.fromEntries(LANGUAGES.map((l) => [l, fieldErrors(l, read.refusal)[0]])) as Record<Language, FieldError>,
      )
  }
  return { typed, errors }
}

type Answer = { readonly events: readonly AuditedEvent[]; readonly total: number }

async function* everyEvent(
  ask: (page: { limit: number; before?: number }) => Promise<Result<Answer>>,
): AsyncGenerator<AuditedEvent> {
  let before: number | undefined
  for (;;) {
    const result = await ask({ limit: ROWS_AT_A_TIME, ...(before ? { before } : {}) })
    if (!result.ok) throw new Error(result.refusal.code)
    yield* result.value.events
    before = result.value.events.at(-1)?.sequence
    if (before === undefined || result.value.events.length < ROWS_AT_A_TIME) return
  }
}

const TITLE = { en: text.en.title, cy: text.cy.title }
const heading = (
  key: 'number' | 'when' | 'who' | 'what' | 'record' | 'reason' | 'via' | 'request' | 'before' | 'after' | 'hash',
) => ({
  en: text.en[key],
  cy: text.cy[key],
})

const EXPORT_COLUMNS: readonly Column<AuditedEvent>[] = [
  { header: heading('number'), value: (event) => event.sequence },
  { header: heading('when'), value: (event) => event.at },
  { header: heading('who'), value: (event) => event.actor.name },
  { header: heading('what'), value: (event, language) => event.actionTitle[language], width: 40 },
  { header: heading('record'), value: (event, language) => recordName(language, event), width: 30 },
  { header: heading('reason'), value: (event) => event.reason },
  { header: heading('via'), value: (event, language) => `${text[language].viaNames[event.via]}: ${event.atPage}` },
  { header: heading('request'), value: (event) => event.requestId },
  { header: heading('before'), value: (event) => (event.before === null ? null : JSON.stringify(event.before)) },
  { header: heading('after'), value: (event) => (event.after === null ? null : JSON.stringify(event.after)) },
  { header: heading('hash'), value: (event) => event.hash },
]

function listHref(asked: Asked, more: Readonly<Record<string, string>>): string {
  return `${deskPaths.audit()}?${new URLSearchParams({ ...withDateParts(asked.typed), ...more })}`
}

/** The address carries dates as the form's three fields do, so that it can be read back the same way. */
function withDateParts(typed: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => {
      if (name !== 'from' && name !== 'to') return [[name, value]]
      const date = Temporal.PlainDate.from(value)
      return (['day', 'month', 'year'] as const).map((part) => [`${name}-${part}`, String(date[part])])
    }),
  )
}

const AuditList = ({ c, asked, events, total }: { c: Context<Env>; asked: Asked } & Answer) => {
  const language = c.get('language')
  const t = text[language]
  const oldest = events.at(-1)?.sequence
  return (
    <Page
      frame={c.get('frame')}
      title={t.title}
      lead={t.lead(total)}
      errors={asked.errors.map((e) => e[language])}
      wide
    >
      <ListTools
        action={deskPaths.audit()}
        count={t.count(events.length)}
        filtered={Object.keys(asked.typed).length > 0 || asked.errors.length > 0}
        exports={(['csv', 'xlsx'] as const).map((format) => ({
          label: t[format],
          href: listHref(asked, { export: format }),
        }))}
      >
        <FilterFields c={c} asked={asked} />
      </ListTools>
      <DataTable
        caption={t.title}
        captionHidden
        empty={t.empty}
        rows={events}
        columns={[
          {
            key: 'when',
            header: t.when,
            rowHeader: true,
            cell: (event) => <Link href={deskPaths.auditEntry(event.sequence)}>{showInstant(language, event.at)}</Link>,
          },
          { key: 'who', header: t.who, cell: (event) => event.actor.name },
          { key: 'what', header: t.what, cell: (event) => event.actionTitle[language] },
          { key: 'record', header: t.record, cell: (event) => <RecordLink language={language} event={event} /> },
        ]}
      />
      <Pagination
        next={
          oldest !== undefined && oldest > 1 && events.length === ROWS_ON_A_PAGE
            ? listHref(asked, { before: String(oldest) })
            : undefined
        }
      />
      <Button href={deskPaths.auditVerdict()} kind="secondary">
        {t.verify}
      </Button>
    </Page>
  )
}

const FilterFields = ({ c, asked }: { c: Context<Env>; asked: Asked }) => {
  const language = c.get('language')
  const t = text[language]
  const query = c.req.query()
  const errors = asked.errors.map((error) => error[language])
  const actions = [...listActionTitles()]
    .map(([value, title]) => ({ value, label: title[language] }))
    .sort((a, b) => a.label.localeCompare(b.label, language))
  const date = (name: keyof AuditFilter & ('from' | 'to')) => (
    <DateInput name={name} label={t[name]} value={typedDate(query, name)} error={errorAt(errors, name)} />
  )
  return (
    <>
      <TextInput name="who" label={t.whoHint} value={asked.typed.who} width={20} />
      <Select name="action" label={t.what} options={actions} value={asked.typed.action} empty={t.anyAction} />
      <TextInput name="recordType" label={t.recordType} value={asked.typed.recordType} width={20} />
      <TextInput name="recordId" label={t.recordId} value={asked.typed.recordId} width={10} />
      {date('from')}
      {date('to')}
    </>
  )
}

async function showEntry(c: Context<Env>): Promise<Response> {
  const input = { sequence: c.req.param('sequence') }
  const result = await perform(c.get('runtime'), actorOf(c), readAuditEntry, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const language = c.get('language')
  const t = text[language]
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.entry(showCount(language, result.value.sequence))}
      lead={result.value.actionTitle[language]}
      breadcrumbs={[{ label: t.title, href: deskPaths.audit() }]}
    >
      <EntryView language={language} event={result.value} />
    </Page>,
  )
}

async function showVerdictPage(c: Context<Env>): Promise<Response> {
  const result = await perform(c.get('runtime'), actorOf(c), verifyAuditLog, {}, originOf(c))
  return result.ok ? c.html(<Verdict c={c} verdict={result.value} />) : answerRefusal(c, result.refusal)
}

const Verdict = ({ c, verdict }: { c: Context<Env>; verdict: AuditVerdict }) => {
  const language = c.get('language')
  const t = text[language]
  return (
    <Page
      frame={c.get('frame')}
      title={t.verdictTitle}
      lead={showVerdict(language, verdict)}
      breadcrumbs={[{ label: t.title, href: deskPaths.audit() }]}
    >
      {!verdict.isWhole && (
        <Notice kind="attention" title={t.brokenTitle}>
          {t.brokenAdvice}
        </Notice>
      )}
      <SummaryList
        rows={[
          { key: t.entries, value: showCount(language, verdict.entries) },
          { key: t.head, value: <code>{`${verdict.head.sequence}:${verdict.head.hash}`}</code> },
        ]}
      />
      <p>{t.headHint}</p>
    </Page>
  )
}
