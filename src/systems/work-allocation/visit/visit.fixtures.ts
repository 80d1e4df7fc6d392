/** Visits and contracts for tests, written straight into the tables; what a test does not say is ordinary. */
import type { Insertable } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'

export type VisitRow = Insertable<Tables['work_allocation.visit']>
export type ContractDimensionRow = Insertable<Tables['measures.contract_dimension']>

let made = 0

/** A visit delivered on time and in full: 08:00 to 08:30 on 2 March 2026, under contract 1 of provider 1. */
export function aVisit(given: Partial<VisitRow> = {}): VisitRow {
  made += 1
  const plannedStart = given.planned_start ?? Temporal.Instant.from('2026-03-02T08:00:00Z')
  const plannedEnd = given.planned_end ?? plannedStart.add({ minutes: 30 })
  const isDelivered = (given.status ?? 'delivered') === 'delivered'
  return {
    authority_id: 1,
    provider_id: 1,
    visit_ref: `visit-${made}`,
    contract_id: 1,
    package_id: 1,
    person_id: 1,
    area_id: 1,
    service_day: plannedStart.toZonedDateTimeISO('Europe/London').toPlainDate(),
    planned_start: plannedStart,
    planned_end: plannedEnd,
    actual_start: isDelivered ? plannedStart : null,
    actual_end: isDelivered ? plannedEnd : null,
    status: 'delivered',
    worker_ref: isDelivered ? 'worker-1' : null,
    language: isDelivered ? 'en' : null,
    language_asked: 'en',
    import_id: 1,
    ...given,
  }
}

export async function saveVisits(tx: Tx, visits: readonly VisitRow[]): Promise<void> {
  if (visits.length > 0) await tx.insertInto('work_allocation.visit').values(visits).execute()
}

/** A contract as the measures see it: home care, model 1, late after 15 minutes, short under 80 % of the planned length. */
export function aContractDimension(given: Partial<ContractDimensionRow> = {}): ContractDimensionRow {
  const contractId = given.contract_id ?? 1
  return {
    authority_id: 1,
    contract_id: contractId,
    ref: `contract-${contractId}`,
    provider_id: 1,
    service: 'home-care',
    model: 1,
    starts_on: Temporal.PlainDate.from('2025-01-01'),
    late_tolerance_minutes: 15,
    short_tolerance_percent: 80,
    ...given,
  }
}

export async function saveContractDimension(tx: Tx, contract: ContractDimensionRow): Promise<void> {
  await tx.insertInto('measures.contract_dimension').values(contract).execute()
}
