/** What machines that watch this program ask: is it alive, and can it serve? */
import type { Database } from '../database/database.ts'
import { migrations } from './doctor.store.ts'

export type Readiness = {
  readonly isReady: boolean
  /** Why not, in words for operators; stable. */
  readonly reason?: 'database-slow' | 'database-unreachable' | 'migrations-pending'
}

const ANSWER_WITHIN_MILLISECONDS = 1000

/** Ready when the database answers within a second and has every migration this program needs. */
export async function readiness(database: Database): Promise<Readiness> {
  const asked = database
    .asOwner((tx) => migrations(tx), { limitSeconds: 5 })
    .then(
      ({ pendingMigrations }): Readiness =>
        pendingMigrations.length === 0 ? { isReady: true } : { isReady: false, reason: 'migrations-pending' },
      (): Readiness => ({ isReady: false, reason: 'database-unreachable' }),
    )
  const { promise: late, resolve } = Promise.withResolvers<Readiness>()
  const timer = setTimeout(() => resolve({ isReady: false, reason: 'database-slow' }), ANSWER_WITHIN_MILLISECONDS)
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}
