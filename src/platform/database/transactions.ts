/** Makes a Database of anything that lends connections: who acts, begin, commit, rollback, limits, and no transaction within another. */
import { AsyncLocalStorage } from 'node:async_hooks'
import type { ClientBase } from 'pg'
import type { Bilingual } from '../../kernel/language.ts'
import { actingStatements } from './acting.ts'
import type { Database, TransactionOptions, Tx } from './database.ts'
import { type Remembered, Session, sessionOf } from './session.ts'
import { DatabaseUnavailable, DISK_FULL, explained, isConnectionLost, OUTCOME_UNKNOWN } from './unavailable.ts'

const LIMIT_SECONDS = 120

/** What lends connections: a pool of PostgreSQL, or the one connection of the embedded database. */
export type Connections = {
  readonly kind: Database['kind']
  readonly durability: Bilingual
  /** Lends a connection for the length of the work. A connection whose work throws a LostConnection is not lent again. */
  lend<T>(limitSeconds: number, work: (client: ClientBase) => Promise<T>): Promise<T>
  /** False while there is too little space to write; transactions are then read-only. */
  mayWrite(): boolean
  /** The statement that brings statistics (and, where nobody else does it, dead rows) of tables up to date. */
  readonly tidyStatement: 'analyze' | 'vacuum analyze'
  close(): Promise<void>
}

/** Thrown to the lender when a connection cannot be trusted any more; carries what went wrong. */
export class LostConnection extends Error {}

export function databaseOver(connections: Connections): Database {
  // The embedded database has one connection, and nobody else can change its tables; there parsing is most of a small query's time.
  const remembered: Remembered = {
    parameterTypes: new Map(),
    ...(connections.kind === 'pglite' ? { names: new Map() } : {}),
  }
  const open = new AsyncLocalStorage<{ isOpen: boolean }>()
  const refuseNested = () => {
    if (open.getStore()?.isOpen) throw new Error('a transaction is open here already: pass its tx on')
  }

  const once = <T>(statements: string, work: (tx: Tx) => Promise<T>, limitSeconds: number) =>
    connections.lend(limitSeconds, async (client) => {
      const session = new Session(client, remembered)
      const mayWrite = connections.mayWrite()
      const here = { isOpen: true }
      try {
        await session
          .run(
            `begin${mayWrite ? '' : ' read only'}; set local statement_timeout = ${limitSeconds * 1000}; ${statements}`,
          )
          .catch((error) => Promise.reject(isConnectionLost(error) ? new NotBegun(error) : error))
        const result = await open.run(here, () => work(session.tx))
        await commit(session)
        return result
      } catch (error) {
        if (error instanceof LostConnection) throw error
        if (isConnectionLost(error)) throw new LostConnection('the connection was lost', { cause: error })
        await session.run('rollback').catch(() => Promise.reject(new LostConnection('no rollback', { cause: error })))
        throw !mayWrite && isWriteRefused(error) ? new DatabaseUnavailable(DISK_FULL, error) : error
      } finally {
        here.isOpen = false
        session.end()
      }
    })

  const inTransaction = async <T>(
    statements: string,
    work: (tx: Tx) => Promise<T>,
    { limitSeconds = LIMIT_SECONDS }: TransactionOptions = {},
  ): Promise<T> => {
    refuseNested()
    try {
      // A pooled connection may have died while nobody used it; nothing has happened yet, so another is tried once.
      return await once(statements, work, limitSeconds).catch((error) =>
        error instanceof NotBegun ? once(statements, work, limitSeconds) : Promise.reject(error),
      )
    } catch (error) {
      throw explained(error instanceof LostConnection ? error.cause : error)
    }
  }

  return {
    kind: connections.kind,
    durability: connections.durability,
    transaction: (actor, work, options) => inTransaction(actingStatements(actor), work, options),
    asOwner: (work, options) => inTransaction('', work, options),
    copyIn: async (tx, table, columns, chunks) => sessionOf(tx).copyIn(`${table} (${columns.join(', ')})`, chunks),
    copyOut: (tx, query) => sessionOf(tx).copyOut(query),
    tidy: async (tables) => {
      refuseNested()
      if (!connections.mayWrite()) return
      await connections.lend(10 * LIMIT_SECONDS, async (client) => {
        for (const table of tables) await client.query(`${connections.tidyStatement} ${table}`)
      })
    },
    close: () => connections.close(),
  }
}

/** PostgreSQL answers ROLLBACK to the commit of a transaction in which a query failed. */
async function commit(session: Session): Promise<void> {
  const ending = await session
    .run('commit')
    .catch((error) =>
      Promise.reject(
        isConnectionLost(error)
          ? new LostConnection('lost while committing', { cause: new DatabaseUnavailable(OUTCOME_UNKNOWN, error) })
          : error,
      ),
    )
  if (ending !== 'COMMIT') throw new Error('a query of this transaction failed and nobody said so; it was rolled back')
}

class NotBegun extends LostConnection {
  constructor(cause: unknown) {
    super('the transaction could not begin', { cause })
  }
}

/** 25006: cannot execute … in a read-only transaction. */
function isWriteRefused(error: unknown): boolean {
  return (error as { code?: unknown } | null)?.code === '25006'
}
