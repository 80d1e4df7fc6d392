/** Users in the database: found by issuer and subject at sign-in, listed and changed by administrators. */
import { sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Role } from '../permissions/role.ts'
import { userOf } from './session.store.ts'
import type { User } from './session.ts'

/** A user as an identity provider (or the demonstration) describes them. */
export type DescribedUser = {
  readonly issuer: string
  readonly subject: string
  readonly name: string
  readonly email: string | null
  readonly roles: readonly Role[]
  readonly providerId: number | null
  readonly personIds: readonly number[]
}

/** Adds the user or brings what is known of them up to date; who they are is settled by issuer and subject alone. */
export async function saveUser(
  tx: Tx,
  authorityId: number,
  described: DescribedUser,
  now: Temporal.Instant,
): Promise<User> {
  const described_ = {
    name: described.name,
    email: described.email,
    roles: [...described.roles],
    provider_id: described.providerId,
    person_ids: [...described.personIds],
  }
  const row = await tx
    .insertInto('platform.app_user')
    .values({
      authority_id: authorityId,
      issuer: described.issuer,
      subject: described.subject,
      created_at: now,
      ...described_,
    })
    .onConflict((on) => on.columns(['authority_id', 'issuer', 'subject']).doUpdateSet(described_))
    .returningAll()
    .executeTakeFirstOrThrow()
  return userOf(row)
}

export async function findUser(tx: Tx, authorityId: number, userId: number): Promise<User | undefined> {
  const row = await tx
    .selectFrom('platform.app_user')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row && userOf(row)
}

export async function findUserBySubject(
  tx: Tx,
  authorityId: number,
  issuer: string,
  subject: string,
): Promise<User | undefined> {
  const row = await tx
    .selectFrom('platform.app_user')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst()
  return row && userOf(row)
}

export async function noteSignedIn(tx: Tx, user: User, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('platform.app_user')
    .set({ last_signed_in_at: now })
    .where('authority_id', '=', user.authorityId)
    .where('user_id', '=', user.userId)
    .execute()
}

export type Authority = {
  readonly authorityId: number
  readonly ref: string
  readonly name: { en: string; cy: string }
}

/** Every authority of this installation; names are public, so no one in particular needs to ask. */
export async function listAuthorities(tx: Tx): Promise<readonly Authority[]> {
  const found = await sql<{ authority_id: number; ref: string; name_en: string; name_cy: string }>`
    select authority_id, ref, name_en, name_cy from platform.list_authorities()`.execute(tx)
  return found.rows.map((row) => ({
    authorityId: row.authority_id,
    ref: row.ref,
    name: { en: row.name_en, cy: row.name_cy },
  }))
}
