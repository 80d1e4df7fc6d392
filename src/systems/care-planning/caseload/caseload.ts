/** Who works with whom: workers, their people, and how much work that is. */
import { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'
import type { PersonName } from '../../../kernel/person-name.ts'
import type { NeedGroup } from '../person/person.ts'

export type Worker = {
  readonly workerId: number
  readonly ref: string
  readonly name: string
  readonly team: string
  readonly leftOn: Day | null
}

/** One worker with what they carry. */
export type WorkerLoad = Worker & {
  readonly people: number
  readonly overdue: number
  readonly dueSoon: number
  readonly situations: number
  /** Of their people, how many are in the higher or highest band of need; those without a band are not counted. */
  readonly higherNeed: number
}

export type AllocatedPerson = PersonName & {
  readonly personId: number
  readonly ref: string
  readonly areaId: number
  readonly needGroup: NeedGroup
  readonly since: Day | null
  readonly nextDueOn: Day | null
  readonly liveOutcomes: number
  readonly openSituations: number
}

export type Allocation = {
  readonly allocationId: number
  readonly workerId: number
  readonly workerName: string
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly note: string
  readonly allocatedBy: string
  readonly version: number
}

export const CaseloadQuery = z.object({
  worker: z.coerce.number().int().positive().optional().catch(undefined),
  team: z.string().trim().max(100).default('').catch(''),
  /** People with care now who are nobody's. */
  unallocated: z.enum(['yes']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
})
export type CaseloadQuery = z.infer<typeof CaseloadQuery>

export const CASELOAD_PER_PAGE = 40

/** So many workers are shown together; of more, one team at a time. */
export const WORKERS_AT_ONCE = 60

/** What several workers carry together. */
export function totalOf(
  loads: readonly WorkerLoad[],
): Pick<WorkerLoad, 'people' | 'overdue' | 'dueSoon' | 'situations' | 'higherNeed'> {
  const sum = (of: (load: WorkerLoad) => number) => loads.reduce((total, load) => total + of(load), 0)
  return {
    people: sum((load) => load.people),
    overdue: sum((load) => load.overdue),
    dueSoon: sum((load) => load.dueSoon),
    situations: sum((load) => load.situations),
    higherNeed: sum((load) => load.higherNeed),
  }
}

/** How many people a worker would have if all of a team's were shared evenly: what a caseload is held against. */
export function evenShare(loads: readonly WorkerLoad[]): number | undefined {
  return loads.length === 0 ? undefined : totalOf(loads).people / loads.length
}
