/** What people can do with the audit log: read it, verify it, and see the history of one record. Reading writes nothing to it. */
import { z } from 'zod'
import { accepted, type Refusal, refused } from '../../kernel/result.ts'
import { defineAction, NOT_ALLOWED } from '../actions/action.ts'
import { type Actor, may } from '../permissions/actor.ts'
import { countEvents, findEvent, historyOf, listEvents } from './reading.store.ts'
import { findRecordKind } from './record-kind.ts'
import { verifyAudit } from './verify-audit.ts'

const DayTyped = z.iso.date().transform((text) => Temporal.PlainDate.from(text))
const Words = z.string().trim().max(200)

/** Days as `2026-03-29`. */
export const AuditFilterTyped = z.object({
  who: Words.optional(),
  action: Words.optional(),
  recordType: Words.optional(),
  recordId: Words.optional(),
  from: DayTyped.optional(),
  to: DayTyped.optional(),
})

/** One page, newest first; `before` is the sequence of the last entry of the page before. */
export const listAudit = defineAction({
  name: 'audit.list-entries',
  title: { en: 'Read the audit log', cy: 'Darllenwyd y log archwilio' },
  permission: 'audit:read',
  input: AuditFilterTyped.extend({
    limit: z.coerce.number().int().min(1).max(10_000).default(50),
    before: z.coerce.number().int().min(1).optional(),
  }),
  run: async ({ tx, actor }, { limit, before, ...filter }) =>
    accepted({
      events: await listEvents(tx, actor.authorityId, filter, { limit, before }),
      total: await countEvents(tx, actor.authorityId, filter),
    }),
})

export const readAuditEntry = defineAction({
  name: 'audit.read-entry',
  title: { en: 'Read an entry of the audit log', cy: 'Darllenwyd cofnod o’r log archwilio' },
  permission: 'audit:read',
  input: z.object({ sequence: z.coerce.number().int().min(1) }),
  run: async ({ tx, actor }, { sequence }) => {
    const event = await findEvent(tx, actor.authorityId, sequence)
    return event ? accepted(event) : refused(NO_SUCH_ENTRY)
  },
})

const NO_SUCH_ENTRY: Refusal = {
  kind: 'not-found',
  code: 'no-such-audit-entry',
  message: {
    en: 'The audit log has no entry with this number.',
    cy: 'Nid oes cofnod â’r rhif hwn yn y log archwilio.',
  },
}

const RecordKey = z.object({ recordType: z.string().min(1).max(200), recordId: z.coerce.string().min(1).max(200) })

/** What was done to one record, newest first, to those who may see the record itself; auditors see every record's. */
export const readHistory = defineAction({
  name: 'platform.read-history',
  title: { en: 'Read the history of a record', cy: 'Darllenwyd hanes cofnod' },
  permission: 'history:read',
  input: RecordKey,
  run: async ({ tx, actor }, { recordType, recordId }) => {
    if (!maySeeHistory(actor, recordType)) return refused(NOT_ALLOWED)
    return accepted(await historyOf(tx, actor.authorityId, recordType, recordId))
  },
})

/** One entry of a record's history. */
export const readHistoryEntry = defineAction({
  name: 'platform.read-history-entry',
  title: { en: 'Read an entry of a record’s history', cy: 'Darllenwyd cofnod o hanes cofnod' },
  permission: 'history:read',
  input: RecordKey.extend({ sequence: z.coerce.number().int().min(1) }),
  run: async ({ tx, actor }, { recordType, recordId, sequence }) => {
    if (!maySeeHistory(actor, recordType)) return refused(NOT_ALLOWED)
    const event = await findEvent(tx, actor.authorityId, sequence)
    const isOfRecord = event?.recordType === recordType && event.recordId === recordId
    return event && isOfRecord ? accepted(event) : refused(NO_SUCH_ENTRY)
  },
})

function maySeeHistory(actor: Actor, recordType: string): boolean {
  const kind = findRecordKind(recordType)
  return may(actor, 'audit:read') || (kind !== undefined && may(actor, kind.permission))
}

export const verifyAuditLog = defineAction({
  name: 'audit.verify-log',
  title: { en: 'Verified the audit log', cy: 'Gwiriwyd y log archwilio' },
  permission: 'audit:read',
  /** `noted`: a link written down earlier, through which the chain must still go. */
  input: z.object({
    noted: z.object({ sequence: z.number().int().min(1), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
  }),
  run: async ({ tx, actor }, { noted }) => accepted(await verifyAudit(tx, actor.authorityId, noted)),
})
