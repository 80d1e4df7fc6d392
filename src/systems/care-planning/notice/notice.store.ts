/** Notices in the database: telling, and what waits. */
import type { Tx } from '../../../platform/database/database.ts'
import type { NewNotice } from './notice.ts'

/** Writes notices; part of the transaction of the change that they tell of. */
export async function tellOf(
  tx: Tx,
  authorityId: number,
  at: Temporal.Instant,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  await tx
    .insertInto('care_planning.notice')
    .values(
      notices.map(({ personId, to, kind, detail, path }) => ({
        authority_id: authorityId,
        person_id: personId,
        to_kind: to.kind,
        provider_id: to.kind === 'provider' ? to.providerId : null,
        user_id: to.kind === 'worker' ? to.userId : null,
        kind,
        detail: JSON.stringify(detail),
        path,
        told_at: at,
      })),
    )
    .execute()
}
