/** Follows an authority's audit chain from its first link to its head, and says where it is broken. */
import type { Tx } from '../database/database.ts'
import { hashOf, NO_PREVIOUS_HASH } from './audit-chain.ts'

export const AUDIT_FAULTS = [
  /** The entry's columns do not give its hash: it was changed after it was written. */
  'entry-changed',
  /** The entry does not follow the one before: that one was replaced, or the order was changed. */
  'link-broken',
  /** A number is missing: entries were removed, at the beginning or in the middle. */
  'entries-missing',
  /** The chain stops before its head: the end was cut off. */
  'end-missing',
  /** There are entries after the head: they were not written by the application. */
  'entries-after-head',
  /** The head's own hash is not that of the last entry. */
  'head-changed',
  /** The chain is whole in itself but does not go through the link noted earlier: it was rewritten. */
  'rewritten',
] as const
export type AuditFault = (typeof AUDIT_FAULTS)[number]

/** The last link of a chain: noted outside the database, it later proves that nothing up to it was rewritten. */
export type AuditLink = { readonly sequence: number; readonly hash: string }

export type AuditVerdict = { readonly entries: number; readonly head: AuditLink } & (
  | { readonly isWhole: true }
  | { readonly isWhole: false; readonly firstBroken: number; readonly fault: AuditFault }
)

const ENTRIES_AT_A_TIME = 2_000

/**
 * Reads the chain in order, a few thousand entries at a time, and stops at the first fault. `noted` is a link written down earlier
 * (by `canlyn audit verify`, in a backup, on paper): the chain must still go through it.
 */
export async function verifyAudit(tx: Tx, authorityId: number, noted?: AuditLink): Promise<AuditVerdict> {
  const head = await headOf(tx, authorityId)
  let last: AuditLink = { sequence: 0, hash: NO_PREVIOUS_HASH }
  const broken = (firstBroken: number, fault: AuditFault): AuditVerdict => ({
    entries: last.sequence,
    head,
    isWhole: false,
    firstBroken,
    fault,
  })
  for (;;) {
    const entries = await tx
      .selectFrom('platform.audit_entry')
      .selectAll()
      .where('authority_id', '=', authorityId)
      .where('sequence', '>', last.sequence)
      .orderBy('sequence')
      .limit(ENTRIES_AT_A_TIME)
      .execute()
    for (const entry of entries) {
      const expected = last.sequence + 1
      if (entry.sequence !== expected) return broken(expected, 'entries-missing')
      if (expected > head.sequence) return broken(expected, 'entries-after-head')
      if (entry.previous_hash !== last.hash) return broken(expected, 'link-broken')
      if (entry.hash !== hashOf(last.hash, entry)) return broken(expected, 'entry-changed')
      if (noted?.sequence === expected && noted.hash !== entry.hash) return broken(expected, 'rewritten')
      last = entry
    }
    if (entries.length < ENTRIES_AT_A_TIME) break
  }
  if (last.sequence < head.sequence) return broken(last.sequence + 1, 'end-missing')
  if (last.hash !== head.hash) return broken(last.sequence, 'head-changed')
  if (noted && noted.sequence > last.sequence) return broken(last.sequence + 1, 'end-missing')
  return { entries: last.sequence, head, isWhole: true }
}

async function headOf(tx: Tx, authorityId: number): Promise<AuditLink> {
  const head = await tx
    .selectFrom('platform.audit_head')
    .select(['sequence', 'hash'])
    .where('authority_id', '=', authorityId)
    .executeTakeFirst()
  return head ?? { sequence: 0, hash: NO_PREVIOUS_HASH }
}
