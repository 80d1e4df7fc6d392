/** Appends to the audit log, hash-chained per authority, in the transaction of the change itself. */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Actor } from '../permissions/actor.ts'
import { findActionTitle } from './action-title.ts'
import { asStored, hashOf, type SealedEntry, toMicrosecond } from './audit-chain.ts'

/** One change to one record: what it was and what it became (absent before: created; absent after: ended or removed). */
export type AuditedChange = {
  /** `care-planning.personal-outcome`: system and record type, kebab-case. */
  readonly recordType: string
  readonly recordId: number | string
  readonly before?: unknown
  readonly after?: unknown
  /** Why, where the person was asked for a reason. */
  readonly reason?: string
}

export type AuditEntry = {
  readonly actor: Actor
  readonly action: string
  readonly origin: {
    readonly via: 'page' | 'api' | 'command' | 'job'
    readonly at: string
    readonly requestId?: string
  }
  readonly at: Temporal.Instant
  readonly changes: readonly AuditedChange[]
}

/**
 * Writes one entry for each change, in order. Until the transaction ends, other writers of the same authority wait, so call it last.
 * Bulk work writes one change with counts, never one for each row. Throws on an action that has no title (see `titleAction`).
 */
export async function writeAudit(tx: Tx, entry: AuditEntry): Promise<void> {
  if (entry.changes.length === 0) return
  if (!findActionTitle(entry.action)) throw new Error(`${entry.action} has no title for the audit log`)
  const head = await lockHead(tx)
  const links: (SealedEntry & { previous_hash: string; hash: string })[] = []
  for (const change of entry.changes) {
    const previous = links.at(-1) ?? head
    const sealed = sealedEntry(entry, change, previous.sequence + 1)
    links.push({ ...sealed, previous_hash: previous.hash, hash: hashOf(previous.hash, sealed) })
  }
  await sql`
    insert into platform.audit_entry (authority_id, sequence, at, actor_kind, actor_id, actor_name, action, record_type, record_id,
      before, after, reason, via, at_page, request_id, previous_hash, hash)
    select * from jsonb_to_recordset(cast(${JSON.stringify(links)}::text as jsonb)) as link (
      authority_id integer, sequence bigint, at timestamptz, actor_kind text, actor_id bigint, actor_name text, action text,
      record_type text, record_id text, before jsonb, after jsonb, reason text, via text, at_page text, request_id text,
      previous_hash text, hash text)`.execute(tx)
  await sql`select platform.move_audit_head(${links.at(-1)!.sequence}::bigint)`.execute(tx)
}

async function lockHead(tx: Tx): Promise<{ sequence: number; hash: string }> {
  const { rows } = await sql<{ sequence: number; hash: string }>`select * from platform.lock_audit_head()`.execute(tx)
  return rows[0]!
}

function sealedEntry(entry: AuditEntry, change: AuditedChange, sequence: number): SealedEntry {
  const { actor, origin } = entry
  return {
    authority_id: actor.authorityId,
    sequence,
    at: toMicrosecond(entry.at),
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: text(actor.name),
    action: entry.action,
    record_type: change.recordType,
    record_id: text(String(change.recordId)),
    before: asStored(change.before),
    after: asStored(change.after),
    reason: change.reason === undefined ? null : text(change.reason),
    via: origin.via,
    at_page: text(origin.at),
    request_id: origin.requestId === undefined ? null : text(origin.requestId),
  }
}

function text(value: string): string {
  return asStored(value) as string
}
