/** Entries and actors for the tests of the audit log. */
import type { Actor, Scope } from '../permissions/actor.ts'
import { titleAction } from './action-title.ts'
import type { AuditEntry } from './audit.store.ts'

export const TEST_ACTION = 'audit.change-sample'
titleAction(TEST_ACTION, { en: 'Changed a sample', cy: 'Newidiwyd sampl' })

/** A user of the test authority who reaches what the scope says. */
export function anActor(scope: Scope = { kind: 'authority' }, changes: Partial<Actor> = {}): Actor {
  return {
    kind: 'user',
    id: 7,
    name: 'Siân Prydderch',
    authorityId: 1,
    scope,
    roles: ['administrator'],
    language: 'cy',
    ...changes,
  }
}

/** One change of a sample record, from a page, at noon on 3 March 2026. */
export function anAuditEntry(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    actor: anActor(),
    action: TEST_ACTION,
    origin: { via: 'page', at: '/samples/12', requestId: 'r-1' },
    at: Temporal.Instant.from('2026-03-03T12:00:00.123456789Z'),
    changes: [{ recordType: 'audit.sample', recordId: 12, before: { name: 'Tŷ Gwyn' }, after: { name: 'Tŷ Coch' } }],
    ...changes,
  }
}
