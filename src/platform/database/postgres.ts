/** PostgreSQL 15 or newer, through a pool of connections. */
import pg from 'pg'
import type { Database } from './database.ts'
import { migrate } from './migrations.ts'
import { OUR_TYPES } from './session.ts'
import { databaseOver, LostConnection } from './transactions.ts'
import { DatabaseUnavailable, isConnectionLost, NO_CONNECTION } from './unavailable.ts'

export type PostgresOptions = {
  /** Applies pending migrations; true where not given. */
  readonly migrate?: boolean
  /** Connections at most; 10 where not given. Several processes share what the server allows. */
  readonly connections?: number
}

/** What our SQL counts on, said to each new connection: UTC and dates as ISO. A transaction left idle for five minutes is ended. */
const SETTINGS =
  '-c timezone=UTC -c datestyle=ISO -c intervalstyle=iso_8601 -c extra_float_digits=1 -c idle_in_transaction_session_timeout=300000'

export async function openPostgres(url: string, options: PostgresOptions = {}): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.connections ?? 10,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: 'canlyn',
    options: SETTINGS,
    types: OUR_TYPES,
  })
  // An idle connection that dies (a restart of the server) is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await prepare(pool, options.migrate ?? true)
  } catch (error) {
    await pool.end()
    throw isConnectionLost(error) ? new DatabaseUnavailable(NO_CONNECTION, error) : error
  }
  return databaseOver({
    kind: 'postgres',
    durability: {
      en: 'PostgreSQL: what is saved is kept as its server is set up to keep it.',
      cy: 'PostgreSQL: cedwir yr hyn a gadwyd yn unol â gosodiadau ei weinydd.',
    },
    tidyStatement: 'analyze',
    mayWrite: () => true,
    async lend(_limitSeconds, work) {
      const client = await pool.connect()
      let isLost = false
      // A connection may also break between two queries of a transaction; the next query then says so.
      const ignore = () => undefined
      client.on('error', ignore)
      try {
        return await work(client)
      } catch (error) {
        isLost = error instanceof LostConnection
        throw error
      } finally {
        client.off('error', ignore)
        client.release(isLost)
      }
    },
    close: () => pool.end(),
  })
}

async function prepare(pool: pg.Pool, mayMigrate: boolean): Promise<void> {
  const client = await pool.connect()
  try {
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int as version`,
    )
    const version = rows[0]?.version ?? 0
    if (version < 150_000)
      throw new Error(`PostgreSQL 15 or newer is needed; this one is ${Math.trunc(version / 10_000)}`)
    if (mayMigrate) await migrate(client)
  } finally {
    client.release()
  }
}
