/** Visits in the database: one of them, those of a person or package, and how many of each kind. */
import { sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day, Period } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Visit, VisitStatus, VisitsShown } from './visit.ts'

/** A row of the fact view; an explanation of a measure of visits is made of the same. */
export type VisitFactRow = Readonly<Record<string, unknown>>

/** Whose visits: a person's, or those of one package. */
export type VisitsOf = { readonly personIds: readonly number[]; readonly packageId?: number }

export async function findVisit(
  tx: Tx,
  authorityId: number,
  providerId: number,
  visitRef: string,
): Promise<Visit | undefined> {
  const { rows } = await sql<VisitFactRow>`select * from work_allocation.visit_fact
    where authority_id = ${authorityId} and provider_id = ${providerId} and visit_ref = ${visitRef}`.execute(tx)
  return rows[0] && visitOf(rows[0])
}

/** One page of a person's visits, newest first, and how many there are. */
export async function listVisitsOf(
  tx: Tx,
  authorityId: number,
  of: VisitsOf,
  asked: { readonly shown: VisitsShown; readonly period: Period; readonly size: number; readonly offset: number },
): Promise<{ readonly visits: readonly Visit[]; readonly total: number }> {
  const { rows } = await sql<VisitFactRow & { total: number }>`
    select f.*, count(*) over () as total from work_allocation.visit_fact f
    where f.authority_id = ${authorityId} and ${ofPeople(of)} and ${sql.ref(`f.${COLUMN_OF[asked.shown]}`)}
      and f.day between ${asked.period.from.toString()}::date and ${asked.period.to.toString()}::date
    order by f.day desc, f.planned_start desc, f.fact_key desc limit ${asked.size} offset ${asked.offset}`.execute(tx)
  return { visits: rows.map(visitOf), total: rows[0]?.total ?? 0 }
}

export type VisitCounts = { readonly [Status in VisitStatus]: number } & { readonly late: number }

export async function countVisitsOf(tx: Tx, authorityId: number, of: VisitsOf, period: Period): Promise<VisitCounts> {
  const { rows } = await sql<VisitCounts>`
    select count(*) filter (where f.is_delivered) as delivered, count(*) filter (where f.is_missed) as missed,
      count(*) filter (where f.is_cancelled) as cancelled, count(*) filter (where f.is_late) as late
    from work_allocation.visit_fact f
    where f.authority_id = ${authorityId} and ${ofPeople(of)}
      and f.day between ${period.from.toString()}::date and ${period.to.toString()}::date`.execute(tx)
  return rows[0]!
}

/** The column of the fact view that is true of the visits shown. */
const COLUMN_OF = {
  all: 'is_planned',
  delivered: 'is_delivered',
  missed: 'is_missed',
  cancelled: 'is_cancelled',
  late: 'is_late',
  short: 'is_short',
} as const satisfies Record<VisitsShown, string>

function ofPeople({ personIds, packageId }: VisitsOf) {
  const people =
    personIds.length > 0 ? sql`f.person_id in (${sql.join(personIds.map((id) => sql`${id}::bigint`))})` : sql`false`
  return packageId === undefined ? people : sql`${people} and f.package_id = ${packageId}`
}

export function visitOf(row: VisitFactRow): Visit {
  return {
    providerId: row.provider_id as number,
    visitRef: row.visit_ref as string,
    contractId: row.contract_id as number,
    packageId: row.package_id as number,
    personId: row.person_id as number,
    areaId: row.area_id as number,
    day: row.day as Day,
    plannedStart: row.planned_start as Temporal.Instant,
    plannedEnd: row.planned_end as Temporal.Instant,
    actualStart: row.actual_start as Temporal.Instant | null,
    actualEnd: row.actual_end as Temporal.Instant | null,
    status: row.status as VisitStatus,
    cancelledReason: row.cancelled_reason as string | null,
    workerRef: row.worker_ref as string | null,
    secondWorkerRef: row.second_worker_ref as string | null,
    language: row.language as Language | null,
    languageAsked: row.language_asked as Language,
    isLate: row.is_late as boolean,
    isShort: row.is_short as boolean,
    lateToleranceMinutes: row.late_tolerance_minutes as number,
    shortTolerancePercent: row.short_tolerance_percent as number,
  }
}
