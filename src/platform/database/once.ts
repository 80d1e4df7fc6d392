/** Reading once what several parts of one page ask for. */
import type { Tx } from './database.ts'
import { sessionOf } from './session.ts'

/**
 * What was read under this key before in the same transaction, else reads it. Each write of the transaction forgets it all, so what is
 * answered is always what the database would say. The key names the reading and everything it was asked with.
 */
export function oncePerTransaction<T>(tx: Tx, key: string, read: () => Promise<T>): Promise<T> {
  return sessionOf(tx).once(key, read)
}
