/** The embedded database: PGlite, one connection, transactions one after another. */
import { PGlite, types } from '@electric-sql/pglite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import { actingStatements } from './acting.ts'
import type { Database, Tx } from './database.ts'
import { migrate } from './migrations.ts'
import type { Tables } from './tables.generated.ts'

export type EmbeddedDatabase = Database & {
  /** The whole data folder as an uncompressed tar file, which `contents` takes. */
  dump(): Promise<Blob>
}

/**
 * Opens (and creates, and migrates) the embedded database in a folder, or in memory where none is given. `contents` is a dump to start
 * from instead of an empty database.
 */
export async function openPglite(folder?: string, contents?: Blob): Promise<EmbeddedDatabase> {
  const pglite = await PGlite.create({
    ...(folder ? { dataDir: folder } : {}),
    ...(contents ? { loadDataDir: contents } : {}),
    parsers: {
      [types.DATE]: (value: string) => Temporal.PlainDate.from(value),
      [types.TIMESTAMPTZ]: (value: string) =>
        Temporal.Instant.from(value.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00')),
      [types.INT8]: (value: string) => Number(value),
      [types.NUMERIC]: (value: string) => Number(value),
    },
  })
  let turn: Promise<unknown> = Promise.resolve()
  const kysely = new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new OneConnectionDriver(pglite),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const oneAtATime = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = turn.then(work)
    turn = mine.catch(() => undefined)
    return mine
  }
  const inTransaction = <T>(statements: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
    oneAtATime(async () => {
      await pglite.exec(`begin; ${statements}`)
      try {
        const result = await work(kysely)
        await pglite.exec('commit')
        return result
      } catch (error) {
        await pglite.exec('rollback')
        throw error
      }
    })
  await migrate(kysely, async (statements) => void (await pglite.exec(statements)))
  return {
    kind: 'pglite',
    transaction: (actor, work) => inTransaction(actingStatements(actor), work),
    asOwner: (work) => inTransaction('', work),
    async copyIn(_tx, table, columns, chunks) {
      const parts: string[] = []
      for await (const chunk of chunks) parts.push(chunk)
      await pglite.query(`copy ${table} (${columns.join(', ')}) from '/dev/blob'`, [], { blob: new Blob(parts) })
    },
    dump: () => oneAtATime(() => pglite.dumpDataDir('none')),
    close: () => pglite.close(),
  }
}

class OneConnectionDriver implements Driver {
  private readonly connection: DatabaseConnection
  constructor(pglite: PGlite) {
    this.connection = {
      async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
        const result = await pglite.query<R>(query.sql, query.parameters.map(plainParameter))
        return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
      },
      streamQuery() {
        throw new Error('streaming reads are not supported on the embedded database')
      },
    }
  }
  async init() {}
  async acquireConnection() {
    return this.connection
  }
  async beginTransaction() {
    throw new Error('transactions are opened by Database.transaction')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

function plainParameter(value: unknown): unknown {
  if (value instanceof Temporal.PlainDate || value instanceof Temporal.Instant) return value.toString()
  return value
}
