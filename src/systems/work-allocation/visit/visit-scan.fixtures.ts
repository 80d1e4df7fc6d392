/** What visits add up to, counted one by one in plain code from the rows themselves: the judge of the rollups in tests. */
import type { Selectable } from 'kysely'
import { includes, type Period } from '../../../kernel/period.ts'
import { coverPeriod } from '../../../measures/cover-period.ts'
import type { Slice } from '../../../measures/reading.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'

type Visit = Selectable<Tables['work_allocation.visit']>
type Contract = Selectable<Tables['measures.contract_dimension']>

/** Every counter of the source `visits`, for a slice and a period. */
export function scanVisits(
  all: readonly Visit[],
  contracts: readonly Contract[],
  slice: Slice,
  period: Period,
): Readonly<Record<string, number>> {
  const contractOf = new Map(contracts.map((contract) => [contract.contract_id, contract]))
  const inSlice = all.filter((visit) => isIn(slice, visit, contractOf.get(visit.contract_id)!))
  const sums: Record<string, number> = {}
  for (const visit of inSlice.filter((v) => includes(period, v.service_day)))
    for (const [name, amount] of Object.entries(countOne(visit, contractOf.get(visit.contract_id)!)))
      sums[name] = (sums[name] ?? 0) + Number(amount)
  return { ...sums, ...countMembers(inSlice, period) }
}

function isIn(slice: Slice, visit: Visit, contract: Contract): boolean {
  return (
    (!slice.contractIds || slice.contractIds.includes(visit.contract_id)) &&
    (slice.providerId === undefined || slice.providerId === visit.provider_id) &&
    (slice.areaId === undefined || slice.areaId === visit.area_id) &&
    (!slice.service || slice.service === contract.service) &&
    (!slice.model || slice.model === contract.model)
  )
}

function countOne(visit: Visit, contract: Contract): Readonly<Record<string, number | boolean>> {
  const isDelivered = visit.status === 'delivered'
  const isDue = visit.status !== 'cancelled'
  const start = isDelivered ? visit.actual_start : null
  const end = isDelivered ? visit.actual_end : null
  const planned = secondsBetween(visit.planned_start, visit.planned_end)
  const lateness = start && secondsBetween(visit.planned_start, start)
  const actual = start && end ? secondsBetween(start, end) : undefined
  const isLate = lateness !== null && lateness > contract.late_tolerance_minutes * 60
  return {
    planned: true,
    delivered: isDelivered,
    missed: visit.status === 'missed',
    cancelled: !isDue,
    due: isDue,
    started: lateness !== null,
    late: isLate,
    on_time: lateness !== null && !isLate,
    timed: actual !== undefined,
    untimed: isDelivered && actual === undefined,
    short: actual !== undefined && actual < (planned * contract.short_tolerance_percent) / 100,
    language_recorded: isDelivered && visit.language !== null,
    language_matched: isDelivered && visit.language === visit.language_asked,
    welsh_asked: isDelivered && visit.language_asked === 'cy',
    welsh_given: isDelivered && visit.language_asked === 'cy' && visit.language === 'cy',
    planned_seconds: planned,
    due_seconds: isDue ? planned : 0,
    delivered_seconds: actual ?? 0,
    worker_seconds: (actual ?? 0) * (visit.second_worker_ref === null ? 1 : 2),
  }
}

function countMembers(visits: readonly Visit[], period: Period): Readonly<Record<string, number>> {
  const { months } = coverPeriod(period)
  const people = new Set(
    visits.filter((v) => v.status === 'delivered' && includes(period, v.service_day)).map((v) => v.person_id),
  )
  const personMonths = Map.groupBy(
    visits.filter((v) => months && includes(months, v.service_day)),
    (v) => [v.contract_id, v.provider_id, v.area_id, v.service_day.toPlainYearMonth(), v.person_id].join('/'),
  )
  const counted = { people: people.size, person_months_due: 0, person_months_missed_twice: 0 }
  const workers = { person_months_with_worker: 0, workers: 0 }
  for (const month of personMonths.values()) {
    counted.person_months_due += Number(month.some((v) => v.status !== 'cancelled'))
    counted.person_months_missed_twice += Number(month.filter((v) => v.status === 'missed').length >= 2)
    const different = new Set(
      month.filter((v) => v.status === 'delivered').flatMap((v) => [v.worker_ref, v.second_worker_ref]),
    )
    different.delete(null)
    workers.workers += different.size
    workers.person_months_with_worker += Number(different.size > 0)
  }
  return { ...counted, ...workers }
}

function secondsBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return (to.epochMilliseconds - from.epochMilliseconds) / 1000
}
