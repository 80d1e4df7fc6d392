/** One connection while one transaction uses it: queries with our values, COPY both ways, and the Kysely that rooms write queries with. */
import { Readable } from 'node:stream'
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
import type { ClientBase, Connection, CustomTypesConfig, QueryResult as PgResult, Submittable } from 'pg'
import type { Tx } from './database.ts'
import type { Tables } from './tables.generated.ts'
import { readerOf, writeValue } from './values.ts'

/** For the configuration of a connection: values are read by our rules. */
export const OUR_TYPES: CustomTypesConfig = { getTypeParser: (oid: number) => readerOf(oid) }

const COPY_BATCH_BYTES = 2_000_000
const REMEMBERED_STATEMENTS = 500
const STREAM_BATCH_ROWS = 500

const sessions = new WeakMap<object, Session>()

/** The session behind a transaction that is still open. */
export function sessionOf(tx: Tx): Session {
  const session = sessions.get(tx)
  if (!session) throw new Error('this is not an open transaction')
  return session
}

/** What is remembered from one session of a database to the next. */
export type Remembered = {
  /** Of statements that were given an array. */
  readonly parameterTypes: Map<string, readonly string[]>
  /** The names under which the connection keeps statements, parsed and planned; absent where statements are sent anew each time. */
  readonly names?: Map<string, string>
}

export class Session {
  readonly tx: Tx
  readonly #client: ClientBase
  readonly #parameterTypes: Map<string, readonly string[]>
  readonly #names: Map<string, string> | undefined
  readonly #readings = new Map<string, Promise<unknown>>()
  #isOver = false

  constructor(client: ClientBase, { parameterTypes, names }: Remembered) {
    this.#client = client
    this.#parameterTypes = parameterTypes
    this.#names = names
    this.tx = new Kysely<Tables>({
      dialect: {
        createAdapter: () => new PostgresAdapter(),
        createDriver: () => new SessionDriver(this),
        createIntrospector: (db) => new PostgresIntrospector(db),
        createQueryCompiler: () => new PostgresQueryCompiler(),
      },
    })
    sessions.set(this.tx, this)
  }

  /** Runs one or several statements without parameters in one round trip and answers what the last one did: `COMMIT`, `CREATE`, … */
  async run(statements: string): Promise<string> {
    this.#readings.clear()
    return lastOf(await this.#open().query(statements)).command
  }

  async query<R>(text: string, parameters: readonly unknown[]): Promise<QueryResult<R>> {
    const client = this.#open()
    const types = parameters.some(Array.isArray) ? await this.#typesOf(text) : []
    const values = parameters.map((value, index) => writeValue(value, types[index]))
    const isReading = text.trimStart().startsWith('select')
    if (!isReading) this.#readings.clear()
    const name = isReading ? this.#nameOf(text) : undefined
    const result = lastOf(await client.query(name ? { name, text, values } : { text, values }))
    const isWrite = /^(INSERT|UPDATE|DELETE|MERGE|COPY)$/.test(result.command)
    return isWrite
      ? { rows: result.rows as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
      : { rows: result.rows as R[] }
  }

  /** What was read before under this key, else reads it; forgotten as soon as this transaction does anything but read. */
  once<T>(key: string, read: () => Promise<T>): Promise<T> {
    const known = this.#readings.get(key) as Promise<T> | undefined
    if (known) return known
    const reading = read()
    this.#readings.set(key, reading)
    return reading
  }

  /** Rows in batches through a cursor, so that a long answer is never held whole. */
  async *stream<R>(text: string, parameters: readonly unknown[]): AsyncGenerator<QueryResult<R>> {
    const cursor = `rows_${crypto.randomUUID().replaceAll('-', '')}`
    await this.query(`declare ${cursor} no scroll cursor for ${text}`, parameters)
    try {
      for (;;) {
        const { rows } = await this.query<R>(`fetch ${STREAM_BATCH_ROWS} from ${cursor}`, [])
        if (rows.length === 0) return
        yield { rows }
      }
    } finally {
      if (!this.#isOver) await this.run(`close ${cursor}`).catch(() => undefined)
    }
  }

  /** Sends rows in COPY's text format (or as `options` say), some megabytes a statement, so that neither side holds them all. */
  async copyIn(into: string, chunks: Iterable<string> | AsyncIterable<string>, options = ''): Promise<void> {
    this.#readings.clear()
    let batch: string[] = []
    let size = 0
    const send = async () => {
      const data = Buffer.from(batch.join(''))
      batch = []
      size = 0
      if (data.length > 0) await copyBatch(this.#open(), `copy ${into} from stdin ${options}`, data)
    }
    for await (const chunk of chunks) {
      batch.push(chunk)
      size += chunk.length
      if (size >= COPY_BATCH_BYTES) await send()
    }
    await send()
  }

  /** What a query answers in COPY's text format. */
  copyOut(query: string): AsyncIterable<Uint8Array> {
    const copy = new CopyOut(`copy (${query}) to stdout`)
    this.#open().query(copy)
    return copy.rows
  }

  /** After this, nothing that still holds the transaction can use the connection. */
  end(): void {
    this.#isOver = true
    sessions.delete(this.tx)
  }

  #open(): ClientBase {
    if (this.#isOver) throw new Error('this transaction is over; its tx was kept or a query was not awaited')
    return this.#client
  }

  /** Only so many statements are kept; a list of ids in a condition makes a statement of each length. */
  #nameOf(text: string): string | undefined {
    const names = this.#names
    const known = names?.get(text)
    if (!names || known || names.size >= REMEMBERED_STATEMENTS) return known
    const name = `canlyn_${names.size}`
    names.set(text, name)
    return name
  }

  /** An array may be meant as JSON or as an array of PostgreSQL; only the statement knows, so it is asked once. */
  async #typesOf(text: string): Promise<readonly string[]> {
    const known = this.#parameterTypes.get(text)
    if (known) return known
    const client = this.#open()
    await client.query(`prepare canlyn_asked as ${text}`)
    const answer = await client.query<{ types: string[] }>(
      `select parameter_types::text[] as types from pg_prepared_statements where name = 'canlyn_asked'`,
    )
    await client.query('deallocate canlyn_asked')
    const types = answer.rows[0]?.types ?? []
    if (this.#parameterTypes.size >= REMEMBERED_STATEMENTS) this.#parameterTypes.clear()
    this.#parameterTypes.set(text, types)
    return types
  }
}

/** node-postgres answers several results where several statements were sent. */
function lastOf(results: PgResult | PgResult[]): PgResult {
  const last = Array.isArray(results) ? results.at(-1) : results
  if (!last) throw new Error('a query without a result')
  return last
}

class SessionDriver implements Driver {
  readonly #connection: DatabaseConnection
  constructor(session: Session) {
    this.#connection = {
      executeQuery: <R>(query: CompiledQuery) => session.query<R>(query.sql, query.parameters),
      streamQuery: <R>(query: CompiledQuery) => session.stream<R>(query.sql, query.parameters),
    }
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction() {
    throw new Error('transactions are opened by Database.transaction')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

/**
 * COPY with statement, data and end in one write. PostgreSQL allows it (data after a refused COPY is skipped), and the embedded database
 * needs it: it answers each write before it looks at the next.
 */
function copyBatch(client: ClientBase, statement: string, data: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    const copy: Submittable & Record<string, unknown> = {
      submit(connection: Connection) {
        connection.stream.write(
          Buffer.concat([
            message('Q', Buffer.from(`${statement}\0`)),
            message('d', data),
            message('c', Buffer.alloc(0)),
          ]),
        )
      },
      handleCopyInResponse() {},
      handleCommandComplete() {},
      handleReadyForQuery: () => resolve(),
      handleError: reject,
    }
    client.query(copy)
  })
}

function message(code: string, body: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(code)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

/** COPY to us; a slow reader makes the connection wait. */
class CopyOut implements Submittable {
  readonly rows: Readable
  readonly #statement: string
  #connection: Connection | undefined
  constructor(statement: string) {
    this.#statement = statement
    this.rows = new Readable({ read: () => void this.#connection?.stream.resume() })
  }
  submit(connection: Connection) {
    this.#connection = connection
    connection.query(this.#statement)
  }
  handleCopyData(part: { chunk: Buffer }) {
    // A copy: the bytes stand in a buffer that the next message is read into.
    if (!this.rows.push(Buffer.from(part.chunk))) this.#connection?.stream.pause()
  }
  handleCommandComplete() {}
  handleReadyForQuery() {
    this.#connection?.stream.resume()
    this.rows.push(null)
  }
  handleError(error: Error) {
    this.#connection?.stream.resume()
    this.rows.destroy(error)
  }
}
