/** What time it is: asked of a clock, so that tests and the demonstration can say. */
import { type Day, dayOf } from '../../kernel/period.ts'

export type Clock = { now(): Temporal.Instant; today(): Day }

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  today: () => dayOf(Temporal.Now.instant()),
}

/** A clock that stands still, at noon of the day given or at the instant given. */
export function fixedClock(at: string): Clock {
  const instant = at.includes('T') ? Temporal.Instant.from(at) : Temporal.Instant.from(`${at}T12:00:00Z`)
  return { now: () => instant, today: () => dayOf(instant) }
}
