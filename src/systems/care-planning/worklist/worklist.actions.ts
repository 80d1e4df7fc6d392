/** Opening the worklist: mine where I am a worker, everyone's otherwise. */
import type { Day } from '../../../kernel/period.ts'
import { accepted } from '../../../kernel/result.ts'
import { defineAction } from '../../../platform/actions/action.ts'
import { DAYS_AHEAD } from '../caseload/caseload.actions.ts'
import { countUnallocated, findOwnWorker } from '../caseload/caseload.store.ts'
import { listWork } from './worklist.store.ts'
import { SHOWN_OF_EACH, SHOWN_OF_ONE, type WorkGroup, WorkKind, WorklistQuery } from './worklist.ts'

export type Worklist = {
  readonly whose: 'mine' | 'everyone'
  readonly isWorker: boolean
  readonly kind: WorkKind | undefined
  readonly today: Day
  readonly groups: readonly WorkGroup[]
  readonly unallocated: number
}

export const openWorklist = defineAction({
  name: 'care-planning.open-worklist',
  title: { en: 'Looked at what waits', cy: 'Edrych ar yr hyn sy’n aros' },
  permission: 'people:change',
  input: WorklistQuery,
  async run({ tx, actor, clock }, query) {
    const own = await findOwnWorker(tx)
    const whose = own === undefined ? 'everyone' : (query.whose ?? 'mine')
    const workerId = whose === 'mine' ? own : undefined
    const limit = query.kind ? SHOWN_OF_ONE : SHOWN_OF_EACH
    const asked = { today: clock.today(), daysAhead: DAYS_AHEAD, workerId, limit }
    const groups: WorkGroup[] = []
    for (const kind of query.kind ? [query.kind] : WorkKind.options)
      groups.push(await listWork(tx, actor.authorityId, kind, asked))
    return accepted<Worklist>({
      whose,
      isWorker: own !== undefined,
      kind: query.kind,
      today: clock.today(),
      groups,
      unallocated: await countUnallocated(tx, actor.authorityId),
    })
  },
})
