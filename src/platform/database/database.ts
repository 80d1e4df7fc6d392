/** The database as the rooms see it: transactions that say who acts, and nothing else. PGlite and PostgreSQL look the same from here. */
import type { Kysely } from 'kysely'
import type { Bilingual } from '../../kernel/language.ts'
import type { ActingOf } from './acting.ts'
import type { Tables } from './tables.generated.ts'

/** An open transaction. Dates come and go as Temporal.PlainDate, timestamptz as Temporal.Instant, int8 as number, jsonb as values. */
export type Tx = Kysely<Tables>

export type TransactionOptions = {
  /** A single query that runs longer is ended and its transaction fails; 120 where not given. Jobs may ask for more. */
  readonly limitSeconds?: number
}

export type Database = {
  readonly kind: 'pglite' | 'postgres'
  /** In one sentence, what a commit on this store withstands. */
  readonly durability: Bilingual
  /**
   * Runs the work in one transaction as the application role, with row-level security set to what the actor may reach.
   * Commits when the work returns, rolls back when it throws. Nested calls are a bug and throw. A full disk, a lost connection and a query
   * over its limit are thrown as DatabaseUnavailable, which carries a refusal in both languages.
   */
  transaction<T>(actor: ActingOf, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** As the owner of the tables: migrations, backup, doctor. Never for requests. */
  asOwner<T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /**
   * COPY into a table within an open transaction; rows are already in COPY's text format, in chunks of whole lines.
   * `table` is `schema.table`. Throws what PostgreSQL says. A table under row-level security refuses COPY: fill a temporary table first.
   */
  copyIn(
    tx: Tx,
    table: string,
    columns: readonly string[],
    chunks: Iterable<string> | AsyncIterable<string>,
  ): Promise<void>
  /** What a query answers, in COPY's text format, within an open transaction; read to its end before the next query. */
  copyOut(tx: Tx, query: string): AsyncIterable<Uint8Array>
  /**
   * After many rows of these tables changed at once: brings up to date what the planner knows of them. The embedded database does nothing
   * of the kind by itself. Outside any transaction; the tables stay readable.
   */
  tidy(tables: readonly string[]): Promise<void>
  close(): Promise<void>
}
