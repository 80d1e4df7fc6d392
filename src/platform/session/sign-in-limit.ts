/** Counts attempts to sign in, in the database, so that guessing is slow whichever server is asked. */
import { sql } from 'kysely'
import type { Runtime } from '../runtime.ts'
import { asSystem } from './sign-in.ts'

/**
 * Attempts within one window; the next one is refused. An office behind one address signs in at nine o'clock, so that limit is wide.
 * `letter`: codes of letters that are tried from one address; `letters`: from all addresses together, far above what honest readers try.
 */
export const SIGN_IN_LIMITS = { address: 100, account: 20, letter: 30, letters: 3000 } as const
export const WINDOW_MINUTES = 10

export type Counted = { readonly kind: keyof typeof SIGN_IN_LIMITS; readonly key: string }

/** Counts one attempt. Answers false when there were already as many as the limit allows in this window. */
export async function countAttempt(runtime: Runtime, counted: Counted): Promise<boolean> {
  const now = runtime.clock.now()
  const window = windowOf(now)
  return asSystem(runtime, 0, async (tx) => {
    await tx
      .deleteFrom('platform.sign_in_count')
      .where('authority_id', '=', 0)
      .where('window_starts_at', '<', window.subtract({ minutes: WINDOW_MINUTES }))
      .execute()
    const { attempts } = await tx
      .insertInto('platform.sign_in_count')
      .values({
        authority_id: 0,
        what: `${counted.kind} ${counted.key}`.slice(0, 500),
        window_starts_at: window,
        attempts: 1,
      })
      .onConflict((on) =>
        on
          .columns(['authority_id', 'what', 'window_starts_at'])
          .doUpdateSet({ attempts: sql`platform.sign_in_count.attempts + 1` }),
      )
      .returning('attempts')
      .executeTakeFirstOrThrow()
    return attempts <= SIGN_IN_LIMITS[counted.kind]
  })
}

/** Windows stand at fixed times of the clock: 09:00, 09:10, … */
function windowOf(now: Temporal.Instant): Temporal.Instant {
  const length = WINDOW_MINUTES * 60_000
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(now.epochMilliseconds / length) * length)
}
