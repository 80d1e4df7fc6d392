/** Reads the audit log: a page of it by who, what, when and which record; one entry; the history of one record. */
import type { ExpressionBuilder } from 'kysely'
import type { Bilingual } from '../../kernel/language.ts'
import { type Day, TIME_ZONE } from '../../kernel/period.ts'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.generated.ts'
import { findActionTitle } from './action-title.ts'

/** An entry as it is shown. */
export type AuditedEvent = {
  readonly sequence: number
  readonly at: Temporal.Instant
  readonly actor: { readonly kind: 'user' | 'client' | 'system'; readonly id: number; readonly name: string }
  readonly action: string
  readonly actionTitle: Bilingual
  readonly recordType: string
  readonly recordId: string
  readonly before: unknown
  readonly after: unknown
  readonly reason: string | null
  readonly via: 'page' | 'api' | 'command' | 'job'
  readonly atPage: string
  readonly requestId: string | null
  readonly hash: string
}

/** Every part is optional; days are days in Wales, both included. `who` is looked for within names, capitals or not. */
export type AuditFilter = {
  readonly who?: string | undefined
  readonly action?: string | undefined
  readonly recordType?: string | undefined
  readonly recordId?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** Newest first, from the entry before `before` on; `limit` at most. */
export async function listEvents(
  tx: Tx,
  authorityId: number,
  filter: AuditFilter,
  page: { readonly limit: number; readonly before?: number | undefined },
): Promise<readonly AuditedEvent[]> {
  const rows = await tx
    .selectFrom('platform.audit_entry')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where((eb) => matching(eb, { ...filter, before: page.before }))
    .orderBy('sequence', 'desc')
    .limit(page.limit)
    .execute()
  return rows.map(eventOf)
}

export async function countEvents(tx: Tx, authorityId: number, filter: AuditFilter): Promise<number> {
  const { count } = await tx
    .selectFrom('platform.audit_entry')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('authority_id', '=', authorityId)
    .where((eb) => matching(eb, filter))
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function findEvent(tx: Tx, authorityId: number, sequence: number): Promise<AuditedEvent | undefined> {
  const row = await tx
    .selectFrom('platform.audit_entry')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('sequence', '=', sequence)
    .executeTakeFirst()
  return row && eventOf(row)
}

/** What was done to one record, newest first, at most 200 entries. Row-level security shows it to the authority's own staff only. */
export async function historyOf(
  tx: Tx,
  authorityId: number,
  recordType: string,
  recordId: number | string,
): Promise<readonly AuditedEvent[]> {
  return listEvents(tx, authorityId, { recordType, recordId: String(recordId) }, { limit: 200 })
}

function matching(
  eb: ExpressionBuilder<Tables, 'platform.audit_entry'>,
  filter: AuditFilter & { before?: number | undefined },
) {
  const parts = []
  if (filter.who) parts.push(eb('actor_name', 'ilike', `%${filter.who.replace(/[\\%_]/g, '\\$&')}%`))
  if (filter.action) parts.push(eb('action', '=', filter.action))
  if (filter.recordType) parts.push(eb('record_type', '=', filter.recordType))
  if (filter.recordId) parts.push(eb('record_id', '=', filter.recordId))
  if (filter.from) parts.push(eb('at', '>=', startOf(filter.from)))
  if (filter.to) parts.push(eb('at', '<', startOf(filter.to.add({ days: 1 }))))
  if (filter.before) parts.push(eb('sequence', '<', filter.before))
  return eb.and(parts)
}

function startOf(day: Day): Temporal.Instant {
  return day.toZonedDateTime(TIME_ZONE).toInstant()
}

type Row = Omit<Tables['platform.audit_entry'], 'authority_id' | 'previous_hash'>

function eventOf(row: Row): AuditedEvent {
  return {
    sequence: row.sequence,
    at: row.at,
    actor: { kind: row.actor_kind as AuditedEvent['actor']['kind'], id: row.actor_id, name: row.actor_name },
    action: row.action,
    actionTitle: findActionTitle(row.action) ?? NO_LONGER_KNOWN,
    recordType: row.record_type,
    recordId: row.record_id,
    before: row.before,
    after: row.after,
    reason: row.reason,
    via: row.via as AuditedEvent['via'],
    atPage: row.at_page,
    requestId: row.request_id,
    hash: row.hash,
  }
}

const NO_LONGER_KNOWN: Bilingual = {
  en: 'Did something that this version of Canlyn no longer knows',
  cy: 'Gwnaed rhywbeth nad yw’r fersiwn hon o Canlyn yn ei adnabod mwyach',
}
