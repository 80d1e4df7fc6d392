/** SQL of API clients and their tokens. */
import { type Selectable, sql } from 'kysely'
import type { Tx } from '../database/database.ts'
import type { Tables } from '../database/tables.generated.ts'
import type { Permission } from '../permissions/permission.ts'
import type { Role } from '../permissions/role.ts'
import type { NewClient } from './api-client.ts'

export type ApiToken = {
  readonly tokenId: number
  readonly ending: string
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
  readonly expiresAt: Temporal.Instant
  readonly lastUsedAt: Temporal.Instant | null
  readonly revokedAt: Temporal.Instant | null
}

export type ApiClient = {
  readonly clientId: number
  readonly name: string
  readonly purpose: string
  readonly role: Role
  readonly providerId: number | null
  readonly permissions: readonly Permission[]
  readonly createdAt: Temporal.Instant
  readonly createdBy: string
  readonly endedAt: Temporal.Instant | null
  readonly endedReason: string | null
  readonly version: number
  readonly tokens: readonly ApiToken[]
}

type Made = { readonly at: Temporal.Instant; readonly by: string }

export async function isNameTaken(tx: Tx, authorityId: number, name: string): Promise<boolean> {
  const found = await tx
    .selectFrom('platform.api_client')
    .select('client_id')
    .where('authority_id', '=', authorityId)
    .where('name', '=', name)
    .executeTakeFirst()
  return found !== undefined
}

export async function insertClient(tx: Tx, authorityId: number, client: NewClient, made: Made): Promise<number> {
  const { client_id } = await tx
    .insertInto('platform.api_client')
    .values({
      authority_id: authorityId,
      name: client.name,
      purpose: client.purpose,
      role: client.role,
      provider_id: client.providerId ?? null,
      permissions: sql<string[]>`cast(${`{${client.permissions.join(',')}}`}::text as text[])`,
      created_at: made.at,
      created_by: made.by,
    })
    .returning('client_id')
    .executeTakeFirstOrThrow()
  return client_id
}

/** Those still open first, by name. */
export async function listClients(tx: Tx, authorityId: number): Promise<readonly ApiClient[]> {
  const rows = await tx
    .selectFrom('platform.api_client')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy(sql`ended_at is not null`)
    .orderBy('name')
    .execute()
  const tokens = await tokensOf(tx, authorityId)
  return rows.map((row) => clientOf(row, tokens.get(row.client_id) ?? []))
}

export async function findClient(tx: Tx, authorityId: number, clientId: number): Promise<ApiClient | undefined> {
  const row = await tx
    .selectFrom('platform.api_client')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return row && clientOf(row, (await tokensOf(tx, authorityId, clientId)).get(clientId) ?? [])
}

/** Ends a client and all its tokens; false when its version moved on. */
export async function endClient(
  tx: Tx,
  authorityId: number,
  client: { readonly clientId: number; readonly version: number },
  ending: { readonly at: Temporal.Instant; readonly reason: string },
): Promise<boolean> {
  const ended = await tx
    .updateTable('platform.api_client')
    .set({ ended_at: ending.at, ended_reason: ending.reason, version: client.version + 1 })
    .where('authority_id', '=', authorityId)
    .where('client_id', '=', client.clientId)
    .where('version', '=', client.version)
    .returning('client_id')
    .executeTakeFirst()
  if (!ended) return false
  await tx
    .updateTable('platform.api_token')
    .set({ revoked_at: ending.at })
    .where('authority_id', '=', authorityId)
    .where('client_id', '=', client.clientId)
    .where('revoked_at', 'is', null)
    .execute()
  return true
}

export async function insertToken(
  tx: Tx,
  authorityId: number,
  token: {
    readonly clientId: number
    readonly hash: string
    readonly ending: string
    readonly expiresAt: Temporal.Instant
  },
  made: Made,
): Promise<number> {
  const { token_id } = await tx
    .insertInto('platform.api_token')
    .values({
      authority_id: authorityId,
      client_id: token.clientId,
      token_hash: token.hash,
      ending: token.ending,
      created_at: made.at,
      created_by: made.by,
      expires_at: token.expiresAt,
    })
    .returning('token_id')
    .executeTakeFirstOrThrow()
  return token_id
}

/** False when it is not there or was revoked before. */
export async function revokeToken(
  tx: Tx,
  authorityId: number,
  tokenId: number,
  at: Temporal.Instant,
): Promise<boolean> {
  const revoked = await tx
    .updateTable('platform.api_token')
    .set({ revoked_at: at })
    .where('authority_id', '=', authorityId)
    .where('token_id', '=', tokenId)
    .where('revoked_at', 'is', null)
    .returning('token_id')
    .executeTakeFirst()
  return revoked !== undefined
}

/** The client that a token's hash stands for, with that token alone; whether it is still good is for the caller to judge. */
export async function findClientByHash(
  tx: Tx,
  authorityId: number,
  hash: string,
): Promise<{ readonly client: ApiClient; readonly token: ApiToken } | undefined> {
  const found = await tx
    .selectFrom('platform.api_token')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('token_hash', '=', hash)
    .executeTakeFirst()
  const client = found && (await findClient(tx, authorityId, found.client_id))
  return client && { client, token: tokenOf(found) }
}

export async function noteTokenUsed(tx: Tx, authorityId: number, tokenId: number, at: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('platform.api_token')
    .set({ last_used_at: at })
    .where('authority_id', '=', authorityId)
    .where('token_id', '=', tokenId)
    .execute()
}

async function tokensOf(tx: Tx, authorityId: number, clientId?: number): Promise<Map<number, ApiToken[]>> {
  let query = tx.selectFrom('platform.api_token').selectAll().where('authority_id', '=', authorityId)
  if (clientId !== undefined) query = query.where('client_id', '=', clientId)
  const rows = await query.orderBy('token_id', 'desc').execute()
  const byClient = Map.groupBy(rows, (row) => row.client_id)
  return new Map([...byClient].map(([id, tokens]) => [id, tokens.map(tokenOf)]))
}

function clientOf(row: Selectable<Tables['platform.api_client']>, tokens: readonly ApiToken[]): ApiClient {
  return {
    clientId: row.client_id,
    name: row.name,
    purpose: row.purpose,
    role: row.role as Role,
    providerId: row.provider_id,
    permissions: row.permissions as Permission[],
    createdAt: row.created_at,
    createdBy: row.created_by,
    endedAt: row.ended_at,
    endedReason: row.ended_reason,
    version: row.version,
    tokens,
  }
}

function tokenOf(row: Selectable<Tables['platform.api_token']>): ApiToken {
  return {
    tokenId: row.token_id,
    ending: row.ending,
    createdAt: row.created_at,
    createdBy: row.created_by,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    revokedAt: row.revoked_at,
  }
}
