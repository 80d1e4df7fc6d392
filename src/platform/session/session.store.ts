/** Sessions in the database. All of it runs as the system within one authority: no signed-in role sees these tables. */
import { sql } from 'kysely'
import { Flash } from '../../kernel/frame.ts'
import type { Tx } from '../database/database.ts'
import { knownRoles, type Session, type User } from './session.ts'

export type NewSession = {
  readonly authorityId: number
  readonly userId: number
  readonly sessionHash: string
  readonly now: Temporal.Instant
  readonly endsAt: Temporal.Instant
  readonly userAgent: string
  readonly identityToken: string | null
}

export async function insertSession(tx: Tx, session: NewSession): Promise<void> {
  await tx
    .insertInto('platform.session')
    .values({
      authority_id: session.authorityId,
      session_hash: session.sessionHash,
      user_id: session.userId,
      created_at: session.now,
      last_seen_at: session.now,
      ends_at: session.endsAt,
      user_agent: session.userAgent.slice(0, 300),
      identity_token: session.identityToken,
    })
    .execute()
}

export async function findSession(tx: Tx, authorityId: number, sessionHash: string): Promise<Session | undefined> {
  const row = await tx
    .selectFrom('platform.session as s')
    .innerJoin('platform.app_user as u', (on) =>
      on.onRef('u.authority_id', '=', 's.authority_id').onRef('u.user_id', '=', 's.user_id'),
    )
    .innerJoin('platform.authority as a', 'a.authority_id', 's.authority_id')
    .where('s.authority_id', '=', authorityId)
    .where('s.session_hash', '=', sessionHash)
    .selectAll('u')
    .select(['s.session_hash', 's.created_at as session_created_at', 's.last_seen_at', 's.ends_at', 's.flash'])
    .select(['s.identity_token', 'a.ref as authority_ref', 'a.name_en', 'a.name_cy'])
    .executeTakeFirst()
  if (!row) return undefined
  return {
    sessionHash: row.session_hash,
    user: userOf(row),
    authorityRef: row.authority_ref,
    authorityName: { en: row.name_en, cy: row.name_cy },
    createdAt: row.session_created_at,
    lastSeenAt: row.last_seen_at,
    endsAt: row.ends_at,
    flash: row.flash === null ? null : Flash.parse(row.flash),
    identityToken: row.identity_token,
  }
}

export async function touchSession(
  tx: Tx,
  authorityId: number,
  sessionHash: string,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('platform.session')
    .set({ last_seen_at: now })
    .where('authority_id', '=', authorityId)
    .where('session_hash', '=', sessionHash)
    .execute()
}

/** Keeps a message for the next page this browser opens, or takes it away. */
export async function keepFlash(tx: Tx, authorityId: number, sessionHash: string, flash: Flash | null): Promise<void> {
  await tx
    .updateTable('platform.session')
    .set({ flash: flash === null ? null : sql`${JSON.stringify(flash)}::jsonb` })
    .where('authority_id', '=', authorityId)
    .where('session_hash', '=', sessionHash)
    .execute()
}

export async function deleteSession(tx: Tx, authorityId: number, sessionHash: string): Promise<void> {
  await tx
    .deleteFrom('platform.session')
    .where('authority_id', '=', authorityId)
    .where('session_hash', '=', sessionHash)
    .execute()
}

/** Ends every session of a user. Answers how many there were. */
export async function deleteSessionsOf(tx: Tx, authorityId: number, userId: number): Promise<number> {
  const result = await tx
    .deleteFrom('platform.session')
    .where('authority_id', '=', authorityId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Removes what ended by itself: past its end, or idle since before `idleSince`. */
export async function deleteEndedSessions(
  tx: Tx,
  authorityId: number,
  now: Temporal.Instant,
  idleSince: Temporal.Instant,
): Promise<void> {
  await tx
    .deleteFrom('platform.session')
    .where('authority_id', '=', authorityId)
    .where((eb) => eb.or([eb('ends_at', '<', now), eb('last_seen_at', '<', idleSince)]))
    .execute()
}

export type SessionLine = {
  readonly sessionHash: string
  readonly createdAt: Temporal.Instant
  readonly lastSeenAt: Temporal.Instant
  readonly userAgent: string
}

/** A user's sessions, the one seen last first. */
export async function listSessionsOf(tx: Tx, authorityId: number, userId: number): Promise<readonly SessionLine[]> {
  const rows = await tx
    .selectFrom('platform.session')
    .select(['session_hash', 'created_at', 'last_seen_at', 'user_agent'])
    .where('authority_id', '=', authorityId)
    .where('user_id', '=', userId)
    .orderBy('last_seen_at', 'desc')
    .execute()
  return rows.map((row) => ({
    sessionHash: row.session_hash,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
    userAgent: row.user_agent,
  }))
}

type UserRow = {
  authority_id: number
  user_id: number
  issuer: string
  subject: string
  name: string
  email: string | null
  roles: string[]
  provider_id: number | null
  person_ids: number[]
  deactivated_at: Temporal.Instant | null
  version: number
}

export function userOf(row: UserRow): User {
  return {
    authorityId: row.authority_id,
    userId: row.user_id,
    issuer: row.issuer,
    subject: row.subject,
    name: row.name,
    email: row.email,
    roles: knownRoles(row.roles),
    providerId: row.provider_id,
    personIds: row.person_ids.map(Number),
    deactivatedAt: row.deactivated_at,
    version: row.version,
  }
}
