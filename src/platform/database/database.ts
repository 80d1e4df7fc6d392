/** The database as the rooms see it: transactions that say who acts, and nothing else. PGlite and PostgreSQL look the same from here. */
import type { Kysely } from 'kysely'
import type { Actor } from '../permissions/actor.ts'
import type { Tables } from './tables.generated.ts'

/** An open transaction. Dates come and go as Temporal.PlainDate, timestamptz as Temporal.Instant, int8 as number, jsonb as values. */
export type Tx = Kysely<Tables>

export type Database = {
  readonly kind: 'pglite' | 'postgres'
  /**
   * Runs the work in one transaction as the application role, with row-level security set to what the actor may reach.
   * Commits when the work returns, rolls back when it throws. Nested calls are a bug and throw.
   */
  transaction<T>(actor: Pick<Actor, 'authorityId' | 'scope'>, work: (tx: Tx) => Promise<T>): Promise<T>
  /** As the owner of the tables: migrations, backup, doctor. Never for requests. */
  asOwner<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /**
   * COPY into a table within an open transaction; rows are already in COPY's text format, in chunks of whole lines.
   * `table` is `schema.table`. Throws what PostgreSQL says.
   */
  copyIn(
    tx: Tx,
    table: string,
    columns: readonly string[],
    chunks: Iterable<string> | AsyncIterable<string>,
  ): Promise<void>
  close(): Promise<void>
}
