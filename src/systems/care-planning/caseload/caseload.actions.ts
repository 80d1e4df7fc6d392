/** Looking at caseloads, and allocating people to workers. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { type Area, listAreas } from '../../commissioning/index.ts'
import { DayInput, Prose } from '../form-values.ts'
import { tellOf } from '../notice/notice.store.ts'
import { carePlanningPaths } from '../paths.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import {
  addAllocation,
  countUnallocated,
  endAllocation,
  findOwnWorker,
  findTeamOf,
  listAllocated,
  listAllocations,
  listLoads,
  listTeams,
  listWorkers,
  type PeoplePage,
  type Team,
} from './caseload.store.ts'
import {
  type Allocation,
  CASELOAD_PER_PAGE,
  CaseloadQuery,
  WORKERS_AT_ONCE,
  type Worker,
  type WorkerLoad,
} from './caseload.ts'

/** How far ahead "due soon" looks. */
export const DAYS_AHEAD = 14

export type CaseloadView = {
  readonly query: CaseloadQuery
  readonly today: Day
  readonly teams: readonly Team[]
  /** Of the team shown; empty: of every team. */
  readonly team: string
  readonly loads: readonly WorkerLoad[]
  readonly unallocated: number
  readonly own: number | undefined
  /** Of the worker asked for, or those that are nobody's. */
  readonly shown: PeoplePage | undefined
  readonly areas: ReadonlyMap<number, Area>
}

export const openCaseload = defineAction({
  name: 'care-planning.open-caseload',
  title: { en: 'Looked at caseloads', cy: 'Edrych ar lwythi achosion' },
  permission: 'caseload:manage',
  input: CaseloadQuery,
  async run({ tx, actor, clock }, query) {
    const { authorityId } = actor
    const own = await findOwnWorker(tx)
    const asked = query.unallocated || query.worker || query.team ? query : { ...query, worker: own }
    const teams = await listTeams(tx, authorityId)
    const team = teamShown(
      teams,
      query.team,
      asked.worker ? await findTeamOf(tx, authorityId, asked.worker) : undefined,
    )
    return accepted<CaseloadView>({
      query: asked,
      own,
      today: clock.today(),
      teams,
      team,
      loads: await listLoads(tx, authorityId, team, { today: clock.today(), days: DAYS_AHEAD }),
      unallocated: await countUnallocated(tx, authorityId),
      shown:
        asked.unallocated || asked.worker ? await listAllocated(tx, authorityId, asked, CASELOAD_PER_PAGE) : undefined,
      areas: new Map((await listAreas(tx, authorityId)).map((area) => [area.areaId, area])),
    })
  },
})

/** Every team at once as long as they fit on a page; else the one asked for, that of the worker shown, or the first. */
function teamShown(teams: readonly Team[], asked: string, ofWorker: string | undefined): string {
  if (asked) return asked
  const workers = teams.reduce((sum, team) => sum + team.workers, 0)
  return workers <= WORKERS_AT_ONCE ? '' : (ofWorker ?? teams[0]?.name ?? '')
}

export type AllocationView = {
  readonly person: Person
  readonly allocations: readonly Allocation[]
  readonly workers: readonly Worker[]
  readonly today: Day
}

export const openAllocation = defineAction({
  name: 'care-planning.open-allocation',
  title: { en: 'Looked at whom somebody is allocated to', cy: 'Edrych at bwy y dyrannwyd rhywun' },
  permission: 'caseload:manage',
  input: z.object({ personId: RecordId }),
  async run({ tx, actor, clock }, { personId }) {
    const person = await findPerson(tx, actor.authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    return accepted<AllocationView>({
      person,
      allocations: await listAllocations(tx, actor.authorityId, personId),
      workers: (await listWorkers(tx, actor.authorityId)).filter(({ leftOn }) => leftOn === null),
      today: clock.today(),
    })
  },
})

export const allocate = defineAction({
  name: 'care-planning.allocate',
  title: { en: 'Allocated somebody to a worker', cy: 'Dyrannu rhywun i weithiwr' },
  permission: 'caseload:manage',
  input: z.object({
    personId: RecordId,
    workerId: z.coerce
      .number(bilingualIssue('Choose a worker', 'Dewiswch weithiwr'))
      .int()
      .positive(bilingualIssue('Choose a worker', 'Dewiswch weithiwr')),
    startsOn: DayInput,
    note: Prose,
    /** The allocation that was shown as open, so that two who reassign at once do not undo each other; 0: none. */
    seen: z.coerce.number().int().min(0).default(0),
  }),
  async run({ tx, actor, clock, audit }, input) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, input.personId)
    if (!person) return refused(NO_SUCH_PERSON)
    const workers = await listWorkers(tx, authorityId)
    const worker = workers.find(({ workerId, leftOn }) => workerId === input.workerId && leftOn === null)
    if (!worker) return refused(NO_SUCH_WORKER)
    const open = (await listAllocations(tx, authorityId, input.personId)).find(({ endsOn }) => endsOn === null)
    if ((open?.allocationId ?? 0) !== input.seen) return refused(ALLOCATED_MEANWHILE)
    if (open?.workerId === input.workerId) return refused(ALREADY_THEIRS)
    if (open && Temporal.PlainDate.compare(input.startsOn, open.startsOn) < 0) return refused(BEFORE_PRESENT_ONE)
    if (Temporal.PlainDate.compare(input.startsOn, clock.today()) > 0) return refused(IN_THE_FUTURE)
    if (open) await endAllocation(tx, authorityId, open, input.startsOn.subtract({ days: 1 }))
    await addAllocation(tx, authorityId, { ...input, allocatedBy: actor.name })
    await tellOf(tx, authorityId, clock.now(), [
      {
        personId: input.personId,
        to: { kind: 'person' },
        kind: 'worker-changed',
        detail: { worker: worker.name, on: input.startsOn.toString() },
        path: carePlanningPaths.person(input.personId),
      },
    ])
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      before: { worker: open?.workerName ?? null },
      after: { worker: worker.name, from: input.startsOn.toString(), note: input.note },
    })
    return accepted({ personId: input.personId })
  },
})

const NO_SUCH_WORKER: Refusal = {
  kind: 'invalid',
  code: 'no-such-worker',
  field: 'workerId',
  message: { en: 'Choose a worker from the list.', cy: 'Dewiswch weithiwr o’r rhestr.' },
}
const ALLOCATED_MEANWHILE: Refusal = {
  kind: 'stale',
  code: 'allocated-meanwhile',
  message: {
    en: 'Somebody allocated this person after you opened the page. Look at who they are with now, and decide again.',
    cy: 'Dyrannodd rhywun y person hwn ar ôl i chi agor y dudalen. Edrychwch gyda phwy y maent nawr, a phenderfynwch eto.',
  },
}
const ALREADY_THEIRS: Refusal = {
  kind: 'invalid',
  code: 'already-theirs',
  field: 'workerId',
  message: { en: 'They are allocated to this worker already.', cy: 'Maent wedi’u dyrannu i’r gweithiwr hwn eisoes.' },
}
const BEFORE_PRESENT_ONE: Refusal = {
  kind: 'invalid',
  code: 'before-present-allocation',
  field: 'startsOn',
  message: {
    en: 'The day cannot be before the present worker began.',
    cy: 'Ni all y diwrnod fod cyn i’r gweithiwr presennol ddechrau.',
  },
}
const IN_THE_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'allocated-in-the-future',
  field: 'startsOn',
  message: { en: 'The day cannot be in the future.', cy: 'Ni all y diwrnod fod yn y dyfodol.' },
}
