/** Walking the line of sight: the thread of the whole authority or from one outcome, where it starts, and where it is broken. */
import { z } from 'zod'
import { type Period, wholeMonthsBefore } from '../../kernel/period.ts'
import { accepted } from '../../kernel/result.ts'
import { type BrokenLink, readBrokenLinks } from '../../measures/line-of-sight/broken-link.ts'
import {
  readLineOfSight,
  readTallies,
  type StopName,
  type StopReading,
  type Tally,
} from '../../measures/line-of-sight/line-of-sight.ts'
import { listStarts, type Start } from '../../measures/line-of-sight/start.ts'
import { defineAction } from '../../platform/actions/action.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'

export const LineOfSightAsked = z.object({ outcome: z.coerce.number().int().positive().optional().catch(undefined) })

export type LineOfSightPage = {
  /** The outcome walked from; undefined: the whole authority. */
  readonly from: Start | undefined
  readonly stops: readonly StopReading[]
  readonly starts: readonly Start[]
  readonly tallies: ReadonlyMap<StopName, ReadonlyMap<number, Tally>>
  /** undefined: who sees only a part of the records cannot say what is missing from the whole. */
  readonly broken: readonly BrokenLink[] | undefined
  readonly period: Period
}

export const walkLineOfSight = defineAction({
  name: 'desk.walk-line-of-sight',
  title: { en: 'Walked the line of sight', cy: 'Cerdded y llinell welediad' },
  permission: 'measures:read',
  input: LineOfSightAsked,
  async run({ tx, actor, clock }, asked) {
    const { authorityId } = actor
    const period = wholeMonthsBefore(clock.today(), 12)
    const starts = await listStarts(tx, 'outcomeId', authorityId)
    const from = starts.find((start) => start.id === asked.outcome)
    return accepted<LineOfSightPage>({
      from,
      stops: await readLineOfSight(tx, { authorityId, ...(from ? { outcomeId: from.id } : {}) }, period),
      starts,
      tallies: await readTallies(tx, authorityId, period),
      broken: actor.scope.kind === 'provider' ? undefined : await brokenFor(tx, actor, period),
      period,
    })
  },
})

/** The names of people's records only to those who may see them. */
async function brokenFor(tx: Tx, actor: Actor, period: Period): Promise<readonly BrokenLink[]> {
  const links = await readBrokenLinks(tx, actor.authorityId, period)
  return links.map((link) => (link.examplesNeed && !may(actor, link.examplesNeed) ? { ...link, examples: [] } : link))
}
