/** Looking at how long records are kept: one person's, and those whose time comes. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import { COUNTED_UP_TO } from '../../../kernel/quantity.ts'
import { accepted, refused } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { retentionOn } from './retention.framework.ts'
import { findFirstEnd, findRecordFacts, listEnded, type RecordOfPerson } from './retention.store.ts'
import { type Kept, keptUntil, MONTHS_AHEAD, RetentionQuery, shortestYears } from './retention.ts'

export const readRetention = defineAction({
  name: 'care-planning.read-retention',
  title: { en: 'Looked at how long a record is kept', cy: 'Edrych am ba hyd y cedwir cofnod' },
  permission: 'people:copy',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock, runtime }, { personId }) {
    const found = await findRecordFacts(tx, actor.authorityId, personId)
    if (!found) return refused(NO_SUCH_PERSON)
    return accepted<Kept>(keptUntil(retentionOn(runtime.frameworks, clock.today()), found, clock.today()))
  },
})

export type RecordKept = RecordOfPerson & { readonly kept: Kept }

export type RetentionList = {
  readonly query: RetentionQuery
  /** Whose time has come, or comes within `MONTHS_AHEAD`; soonest first, as far as they are counted. */
  readonly records: readonly RecordKept[]
  readonly due: number
  /** Where there is none: when the first may come. */
  readonly firstOn: Day | undefined
  readonly hold: Kept['hold']
  readonly source: { readonly title: string; readonly link?: string | undefined }
}

export const browseRetention = defineAction({
  name: 'care-planning.browse-retention',
  title: { en: 'Looked at records whose time comes', cy: 'Edrych ar gofnodion y daw eu hamser' },
  permission: 'people:copy',
  input: RetentionQuery,
  async run({ tx, actor, clock, runtime }, query) {
    const today = clock.today()
    const rules = retentionOn(runtime.frameworks, today)
    const horizon = today.add({ months: MONTHS_AHEAD })
    const years = shortestYears(rules)
    const ended = await listEnded(tx, actor.authorityId, horizon.subtract({ years }), COUNTED_UP_TO + 1)
    const records = ended
      .map((record) => ({ ...record, kept: keptUntil(rules, record, today) }))
      .filter(({ kept }) => kept.until && Temporal.PlainDate.compare(kept.until, horizon) <= 0)
      .toSorted((a, b) => Temporal.PlainDate.compare(a.kept.until!, b.kept.until!))
    const first = records.length === 0 ? await findFirstEnd(tx, actor.authorityId) : undefined
    return accepted<RetentionList>({
      query,
      records,
      due: records.filter(({ kept }) => kept.isDue).length,
      firstOn: first?.add({ years }),
      hold: keptUntil(rules, { endedOn: null, lastOn: null, isRestricted: false }, today).hold,
      source: rules.source,
    })
  },
})
