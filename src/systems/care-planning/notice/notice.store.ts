/** Notices in the database: telling, and what waits. */
import type { Tx } from '../../../platform/database/database.ts'
import type { NewNotice, NoticeAboutPerson, NoticeKind } from './notice.ts'

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

/** What somebody waits to acknowledge, oldest first: those who look see their own alone. `personId`: only of that person. */
export async function listWaitingNotices(
  tx: Tx,
  authorityId: number,
  personId?: number,
): Promise<readonly NoticeAboutPerson[]> {
  let rows = tx
    .selectFrom('care_planning.notice as n')
    .innerJoin('care_planning.person as p', (join) =>
      join.onRef('p.authority_id', '=', 'n.authority_id').onRef('p.person_id', '=', 'n.person_id'),
    )
    .select(['n.notice_id', 'n.person_id', 'n.kind', 'n.detail', 'n.path', 'n.told_at'])
    .select(['p.given_name', 'p.family_name', 'p.known_as'])
    .where('n.authority_id', '=', authorityId)
    .where('n.to_kind', '=', 'provider')
    .where('n.acknowledged_at', 'is', null)
    .orderBy('n.notice_id')
  if (personId !== undefined) rows = rows.where('n.person_id', '=', personId)
  return (await rows.execute()).map((row) => ({
    noticeId: row.notice_id,
    personId: row.person_id,
    kind: row.kind as NoticeKind,
    detail: row.detail as Readonly<Record<string, string>>,
    path: row.path,
    toldAt: row.told_at,
    givenName: row.given_name,
    familyName: row.family_name,
    knownAs: row.known_as,
  }))
}

export async function countWaitingNotices(tx: Tx, authorityId: number): Promise<number> {
  const { count } = await tx
    .selectFrom('care_planning.notice')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('authority_id', '=', authorityId)
    .where('to_kind', '=', 'provider')
    .where('acknowledged_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Whom it was about, where it was there and waited: acknowledged now. Undefined where there is none such, or it was acknowledged before. */
export async function acknowledgeNotice(
  tx: Tx,
  authorityId: number,
  noticeId: number,
  by: { readonly name: string; readonly at: Temporal.Instant },
): Promise<number | undefined> {
  const row = await tx
    .updateTable('care_planning.notice')
    .set({ acknowledged_at: by.at, acknowledged_by: by.name })
    .where('authority_id', '=', authorityId)
    .where('notice_id', '=', noticeId)
    .where('to_kind', '=', 'provider')
    .where('acknowledged_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}
