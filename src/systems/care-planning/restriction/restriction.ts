/** Records closed to staff who have no part in them, and opening one for a stated reason. */
import type { Day } from '../../../kernel/period.ts'
import type { PersonName } from '../../../kernel/person-name.ts'

export type Restriction = {
  readonly restrictionId: number
  readonly reason: string
  readonly restrictedOn: Day
  readonly restrictedBy: string
  readonly endedOn: Day | null
  readonly endedBy: string | null
  readonly version: number
}

/** What anybody of the staff may know of a restricted record. */
export type ClosedRecord = PersonName & { readonly personId: number; readonly ref: string }

export type RecordOpening = {
  readonly openedBy: string
  readonly reason: string
  readonly openedAt: Temporal.Instant
  readonly closesAt: Temporal.Instant
}

/** A record that was opened for a reason closes again by itself. */
export const HOURS_OPEN = 4
