/** Users as administrators list, open and change them. */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import { userOf } from './session.store.ts'
import { USERS_PER_PAGE, type UserInList, type UsersQuery } from './user.ts'

/** Those that match, one page of them, and how many there are. */
export async function listUsers(
  tx: Tx,
  authorityId: number,
  query: UsersQuery,
): Promise<{ readonly users: readonly UserInList[]; readonly total: number }> {
  const { total } = await matching(tx, authorityId, query)
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await withSessions(matching(tx, authorityId, query))
    .orderBy(query.sort === 'name' ? 'u.name' : 'u.last_signed_in_at', (by) =>
      (query.direction === 'asc' ? by.asc() : by.desc()).nullsLast(),
    )
    .orderBy('u.user_id')
    .limit(USERS_PER_PAGE)
    .offset((query.page - 1) * USERS_PER_PAGE)
    .execute()
  return { users: rows.map(inList), total: Number(total) }
}

/** All that match, for a file. */
export async function listAllUsers(tx: Tx, authorityId: number, query: UsersQuery): Promise<readonly UserInList[]> {
  const rows = await withSessions(matching(tx, authorityId, query))
    .orderBy('u.name')
    .orderBy('u.user_id')
    .execute()
  return rows.map(inList)
}

export async function findUserInList(tx: Tx, authorityId: number, userId: number): Promise<UserInList | undefined> {
  const row = await withSessions(
    tx.selectFrom('platform.app_user as u').where('u.authority_id', '=', authorityId).where('u.user_id', '=', userId),
  ).executeTakeFirst()
  return row && inList(row)
}

/** Deactivates (with a reason) or lets in again (null). Answers false when somebody changed the user since `version`. */
export async function setDeactivated(
  tx: Tx,
  user: { readonly authorityId: number; readonly userId: number; readonly version: number },
  deactivated: { readonly at: Temporal.Instant; readonly reason: string } | null,
): Promise<boolean> {
  const result = await tx
    .updateTable('platform.app_user')
    .set((eb) => ({
      deactivated_at: deactivated?.at ?? null,
      deactivated_reason: deactivated?.reason ?? null,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', user.authorityId)
    .where('user_id', '=', user.userId)
    .where('version', '=', user.version)
    .executeTakeFirst()
  return Number(result.numUpdatedRows) === 1
}

function matching(tx: Tx, authorityId: number, query: UsersQuery) {
  const { search, role, state } = query
  return tx
    .selectFrom('platform.app_user as u')
    .where('u.authority_id', '=', authorityId)
    .$if(search !== '', (found) =>
      found.where((eb) => {
        const like = `%${search.replaceAll(/[\\%_]/g, '\\$&')}%`
        return eb.or([eb('u.name', 'ilike', like), eb('u.email', 'ilike', like)])
      }),
    )
    .$if(role !== undefined, (found) => found.where(sql<boolean>`${role}::text = any(u.roles)`))
    .$if(state === 'active', (found) => found.where('u.deactivated_at', 'is', null))
    .$if(state === 'deactivated', (found) => found.where('u.deactivated_at', 'is not', null))
}

function withSessions(found: ReturnType<typeof matching>) {
  return found.selectAll('u').select((eb) =>
    eb
      .selectFrom('platform.session as s')
      .whereRef('s.authority_id', '=', 'u.authority_id')
      .whereRef('s.user_id', '=', 'u.user_id')
      .select((inner) => inner.fn.countAll<number>().as('count'))
      .as('sessions'),
  )
}

function inList(row: Awaited<ReturnType<ReturnType<typeof withSessions>['execute']>>[number]): UserInList {
  return {
    ...userOf(row),
    lastSignedInAt: row.last_signed_in_at,
    deactivatedReason: row.deactivated_reason,
    sessions: Number(row.sessions ?? 0),
  }
}
