/** Visits missed, as work allocation counts them: from so many in a month on, the person's situation has changed. */
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Frameworks } from '../../../platform/frameworks/index.ts'
import { flagThresholdsOn } from '../plan-review/plan-review.framework.ts'
import { noteSituations } from './situation.store.ts'

/** Of one person in one month (`YYYY-MM`): all visits missed, and on which day the last of them. */
export type MissedVisits = {
  readonly personId: number
  readonly month: string
  readonly missed: number
  readonly lastOn: Day
}

export async function noteMissedVisits(
  tx: Tx,
  at: { readonly authorityId: number; readonly frameworks: Frameworks; readonly today: Day },
  counted: readonly MissedVisits[],
): Promise<void> {
  const enough = flagThresholdsOn(at.frameworks, at.today).missed_visits_noticed
  await noteSituations(
    tx,
    at.authorityId,
    counted
      .filter(({ missed }) => missed >= enough)
      .map(({ personId, month, missed, lastOn }) => ({
        personId,
        kind: 'missed-visits',
        noticedOn: lastOn,
        sourceKey: `visits/${month}`,
        count: missed,
      })),
  )
}
