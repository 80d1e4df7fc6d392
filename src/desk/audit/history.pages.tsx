/** The history of one record, and each entry of it, for those who may see the record. */
import type { Context } from 'hono'
import { showInstant } from '../../kernel/period.ts'
import { perform } from '../../platform/actions/action.ts'
import { readHistory, readHistoryEntry } from '../../platform/audit/audit.actions.ts'
import { findRecordKind } from '../../platform/audit/record-kind.ts'
import { originOf } from '../../platform/http/answer.ts'
import { actorOf, type Doors, type Env } from '../../platform/http/doors.ts'
import { answerRefusal } from '../../platform/http/problem.ts'
import { type Crumb, HistoryList, Page } from '../../ui/index.ts'
import { deskPaths } from '../paths.ts'
import { text } from './audit.text.ts'
import { EntryView, recordName } from './entry-view.tsx'

export function historyPages(doors: Doors): void {
  doors.get('/history/:recordType/:recordId', 'history:read', showHistory)
  doors.get('/history/:recordType/:recordId/:sequence', 'history:read', showHistoryEntry)
}

function recordOf(c: Context<Env>): { recordType: string; recordId: string } {
  return { recordType: c.req.param('recordType') ?? '', recordId: c.req.param('recordId') ?? '' }
}

function recordCrumb(c: Context<Env>): Crumb[] {
  const record = recordOf(c)
  const kind = findRecordKind(record.recordType)
  return kind?.path ? [{ label: recordName(c.get('language'), record), href: kind.path(record.recordId) }] : []
}

async function showHistory(c: Context<Env>): Promise<Response> {
  const { recordType, recordId } = recordOf(c)
  const result = await perform(c.get('runtime'), actorOf(c), readHistory, { recordType, recordId }, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const language = c.get('language')
  const t = text[language]
  return c.html(
    <Page
      frame={c.get('frame')}
      title={t.history}
      above={recordName(language, { recordType, recordId })}
      lead={t.historyLead(result.value.length)}
      breadcrumbs={recordCrumb(c)}
    >
      <HistoryList
        empty={t.historyLead(0)}
        entries={result.value.map((event) => ({
          when: showInstant(language, event.at),
          datetime: event.at.toString(),
          who: event.actor.name,
          what: event.actionTitle[language],
          href: deskPaths.historyEntry(recordType, recordId, event.sequence),
        }))}
      />
    </Page>,
  )
}

async function showHistoryEntry(c: Context<Env>): Promise<Response> {
  const record = recordOf(c)
  const input = { ...record, sequence: c.req.param('sequence') }
  const result = await perform(c.get('runtime'), actorOf(c), readHistoryEntry, input, originOf(c))
  if (!result.ok) return answerRefusal(c, result.refusal)
  const language = c.get('language')
  const t = text[language]
  const crumbs = [...recordCrumb(c), { label: t.history, href: deskPaths.history(record.recordType, record.recordId) }]
  return c.html(
    <Page
      frame={c.get('frame')}
      title={result.value.actionTitle[language]}
      above={recordName(language, record)}
      breadcrumbs={crumbs}
    >
      <EntryView language={language} event={result.value} />
    </Page>,
  )
}
