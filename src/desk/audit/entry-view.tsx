/** One entry of the audit log, as its own page and a record's history both show it: the facts, then before and after side by side. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'
import { day, showDay, showInstant } from '../../kernel/period.ts'
import { showCount } from '../../kernel/quantity.ts'
import { type Difference, differencesOf } from '../../platform/audit/differences.ts'
import type { AuditedEvent } from '../../platform/audit/reading.store.ts'
import { findRecordKind } from '../../platform/audit/record-kind.ts'
import { DataTable, Link, Section, SummaryList } from '../../ui/index.ts'
import { text } from './audit.text.ts'

/** "Person 12", or the type as the log has it where no room has published its name. */
export function recordName(language: Language, event: Pick<AuditedEvent, 'recordType' | 'recordId'>): string {
  const kind = findRecordKind(event.recordType)
  return `${kind ? kind.title[language] : event.recordType} ${event.recordId}`
}

export const RecordLink: FC<{ language: Language; event: AuditedEvent }> = ({ language, event }) => {
  const kind = findRecordKind(event.recordType)
  const name = recordName(language, event)
  return kind?.path ? <Link href={kind.path(event.recordId)}>{name}</Link> : <span>{name}</span>
}

export const EntryView: FC<{ language: Language; event: AuditedEvent }> = ({ language, event }) => {
  const t = text[language]
  const differences = differencesOf(event.before, event.after)
  return (
    <>
      <SummaryList
        rows={[
          { key: t.when, value: showInstant(language, event.at) },
          { key: t.who, value: `${event.actor.name} (${t.actorKinds[event.actor.kind]})` },
          { key: t.what, value: event.actionTitle[language] },
          { key: t.record, value: <RecordLink language={language} event={event} /> },
          { key: t.reason, value: event.reason ?? t.noReason },
          { key: t.via, value: `${t.viaNames[event.via]}: ${event.atPage}` },
          ...(event.requestId ? [{ key: t.request, value: event.requestId }] : []),
          { key: t.hash, value: `${showCount(language, event.sequence)}: ${event.hash}` },
        ]}
      />
      <Section title={t.changes}>
        <DataTable
          caption={t.changes}
          captionHidden
          empty={t.noChanges}
          rows={differences}
          columns={[
            { key: 'field', header: t.field, rowHeader: true, cell: (row) => fieldName(language, event, row) },
            { key: 'before', header: t.before, cell: (row) => showValue(language, row.before) },
            { key: 'after', header: t.after, cell: (row) => showValue(language, row.after) },
          ]}
        />
      </Section>
    </>
  )
}

/** "Rate › pence": each part by the name its room gave it, else as it stands in the log. */
function fieldName(language: Language, event: AuditedEvent, { path }: Difference): string {
  const fields = findRecordKind(event.recordType)?.fields ?? {}
  if (path.length === 0) return text[language].whole
  return path.map((part) => fields[part]?.[language] ?? part).join(' › ')
}

/** Days and instants as people write them; a truth value as a word. */
function showValue(language: Language, value: Difference['before']): string {
  const t = text[language]
  if (value === undefined || value === '') return t.nothing
  if (typeof value === 'boolean') return value ? t.yes : t.no
  if (typeof value === 'number') return String(value)
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return showDay(language, day(value))
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/.test(value)) return showInstant(language, Temporal.Instant.from(value))
  return value
}
