/** Judges one row of a visit file against what is known, and turns it into a line that PostgreSQL's COPY reads. */

import type { Tx } from '../../../platform/database/database.ts'
import type { Accepted, ImportContext } from '../../../platform/import/import-kind.ts'
import type { LocalInstant } from '../../../platform/import/values/local-time.ts'
import type { RowReader } from '../../../platform/import/values/row-reader.ts'
import { listKnownPeople } from '../../care-planning/index.ts'
import { type KnownContract, listKnownContracts } from '../../contract-management/index.ts'
import { type KnownPackage, listKnownPackages } from '../package/package-import.store.ts'
import { visitFaults } from './visit-faults.import.ts'

/** A visit as it is written: what it is known by, and its line for COPY. */
export type JudgedVisit = { readonly providerId: number; readonly visitRef: string; readonly line: string }

export type VisitLookups = {
  readonly contracts: ReadonlyMap<string, KnownContract>
  readonly packages: ReadonlyMap<string, KnownPackage>
  /** Our own number of each person, by every reference that they are or were known by. */
  readonly people: ReadonlyMap<string, number>
  /** Set where a provider sends its own visits. */
  readonly onlyProviderId: number | undefined
  readonly nowMs: number
}

export async function loadLookups(tx: Tx, { authorityId, actor, clock }: ImportContext): Promise<VisitLookups> {
  const people = await listKnownPeople(tx, authorityId)
  return {
    contracts: await listKnownContracts(tx, authorityId),
    packages: await listKnownPackages(tx, authorityId),
    people: new Map([...people].map(([ref, { personId }]) => [ref, personId])),
    onlyProviderId: actor.scope.kind === 'provider' ? actor.scope.providerId : undefined,
    nowMs: clock.now().epochMilliseconds,
  }
}

const STATUSES = ['delivered', 'missed', 'cancelled'] as const
const LOG_METHODS = ['app', 'nfc', 'phone', 'manual'] as const
const LANGUAGES = ['cy', 'en'] as const
const DAY_MS = 86_400_000
/** A phone's clock may run ahead of ours. */
const CLOCKS_DIFFER_MS = 3_600_000

export function judgeVisit(row: RowReader, lookups: VisitLookups): Accepted<JudgedVisit> | undefined {
  const visitRef = row.reference('visit_ref')
  const place = judgePlace(row, lookups)
  const times = judgeTimes(row)
  const status = row.oneOf('status', STATUSES)
  judgeStatus(row, status, times, lookups.nowMs)
  const worker = row.optionalReference('worker_ref')
  const secondWorker = row.optionalReference('second_worker_ref')
  if (secondWorker !== undefined && secondWorker === worker)
    row.reject('second_worker_ref', 'same-worker-twice', visitFaults.sameWorkerTwice)
  const logMethod = row.optionalOneOf('log_method', LOG_METHODS)
  const manualReason = row.optionalText('manual_reason', 400)
  if (logMethod === 'manual' && manualReason === undefined) row.flag('no-manual-reason')
  const cancelledReason = row.optionalText('cancelled_reason', 400)
  if (status === 'cancelled' && cancelledReason === undefined) row.flag('no-cancelled-reason')
  const cancelledAt = row.instant('cancelled_at')
  const language = row.optionalOneOf('language', LANGUAGES)
  const { plannedStart, plannedEnd, actualStart, actualEnd } = times
  if (row.isRejected || !place || !plannedStart || !plannedEnd) return undefined
  const { contract, carePackage } = place
  flagPlace(row, plannedStart.day, place)
  const extra = row.extra()
  const content = [
    escaped(visitRef),
    contract.providerId,
    contract.contractId,
    carePackage.packageId,
    carePackage.personId,
    plannedStart.day,
    plannedStart.text,
    plannedEnd.text,
    actualStart?.text ?? NULL,
    actualEnd?.text ?? NULL,
    status,
    optionally(cancelledReason),
    cancelledAt?.text ?? NULL,
    logMethod ?? NULL,
    optionally(manualReason),
    optionally(worker),
    optionally(secondWorker),
    language ?? NULL,
    optionally(extra && JSON.stringify(extra)),
  ].join('\t')
  const flags = row.flags.length === 0 ? NULL : row.flags.join(' ')
  const line = `${content}\t${carePackage.areaId}\t${carePackage.language}\t${flags}\n`
  return {
    key: `${contract.providerId}/${visitRef}`,
    content,
    entry: { providerId: contract.providerId, visitRef, line },
  }
}

type Place = { readonly contract: KnownContract; readonly carePackage: KnownPackage }

/** Whether provider, contract, package and person belong together. */
function judgePlace(row: RowReader, { contracts, packages, people, onlyProviderId }: VisitLookups): Place | undefined {
  const providerRef = row.reference('provider_ref')
  const contractRef = row.reference('contract_ref')
  const packageRef = row.reference('package_ref')
  const personRef = row.reference('person_ref')
  if (row.isRejected) return undefined
  const contract = contracts.get(contractRef)
  if (!contract || (onlyProviderId !== undefined && contract.providerId !== onlyProviderId)) {
    // A provider is not told whether another provider's contract exists.
    if (onlyProviderId === undefined) row.reject('contract_ref', 'unknown-contract', visitFaults.unknownContract)
    else row.reject('contract_ref', 'not-your-contract', visitFaults.notYourContract)
    return undefined
  }
  if (contract.providerRef !== providerRef)
    row.reject('provider_ref', 'provider-not-of-contract', visitFaults.providerNotOfContract)
  const carePackage = packages.get(packageRef)
  if (!carePackage) {
    row.reject('package_ref', 'unknown-package', visitFaults.unknownPackage)
    return undefined
  }
  if (carePackage.contractId !== contract.contractId)
    row.reject('package_ref', 'package-of-other-contract', visitFaults.packageOfOtherContract)
  if (people.get(personRef) !== carePackage.personId) {
    if (people.has(personRef)) row.reject('person_ref', 'person-not-of-package', visitFaults.personNotOfPackage)
    else row.reject('person_ref', 'unknown-person', visitFaults.unknownPerson)
  }
  return { contract, carePackage }
}

type Times = {
  readonly plannedStart: LocalInstant | undefined
  readonly plannedEnd: LocalInstant | undefined
  readonly actualStart: LocalInstant | undefined
  readonly actualEnd: LocalInstant | undefined
}

/** In the autumn hour an end that would come before its start is the second of the two hours. */
function judgeTimes(row: RowReader): Times {
  const plannedStart = row.requiredInstant('planned_start')
  const plannedEnd = row.requiredInstant('planned_end', plannedStart)
  const actualStart = row.instant('actual_start')
  const actualEnd = row.instant('actual_end', actualStart)
  if (plannedStart && plannedEnd) {
    if (plannedEnd.ms <= plannedStart.ms)
      row.reject('planned_end', 'ends-before-start', visitFaults.plannedEndsBeforeStart)
    else if (plannedEnd.ms - plannedStart.ms > DAY_MS)
      row.reject('planned_end', 'longer-than-a-day', visitFaults.longerThanADay)
    if (plannedEnd.day !== plannedStart.day) row.flag('crosses-midnight')
  }
  if (actualStart && actualEnd) {
    if (actualEnd.ms < actualStart.ms) row.reject('actual_end', 'ends-before-start', visitFaults.actualEndsBeforeStart)
    else if (actualEnd.ms - actualStart.ms > DAY_MS)
      row.reject('actual_end', 'longer-than-a-day', visitFaults.longerThanADay)
    if (actualEnd.day !== actualStart.day) row.flag('crosses-midnight')
  }
  if (actualStart && plannedStart && Math.abs(actualStart.ms - plannedStart.ms) > DAY_MS) row.flag('far-from-plan')
  return { plannedStart, plannedEnd, actualStart, actualEnd }
}

/** Whether what is said of the visit fits its times. A visit that was made and not logged is taken and flagged: real systems have them. */
function judgeStatus(row: RowReader, status: (typeof STATUSES)[number], times: Times, nowMs: number): void {
  const { plannedStart, actualStart, actualEnd } = times
  if (status === 'delivered') {
    if (!actualStart && !row.has('actual_start')) row.flag('no-actual-start')
    if (!actualEnd && !row.has('actual_end')) row.flag('no-actual-end')
    if ((actualEnd ?? actualStart ?? plannedStart ?? NEVER).ms > nowMs + CLOCKS_DIFFER_MS)
      row.reject(
        actualEnd ? 'actual_end' : actualStart ? 'actual_start' : 'planned_start',
        'in-the-future',
        visitFaults.inTheFuture,
      )
    return
  }
  if (actualStart || actualEnd)
    row.reject(actualStart ? 'actual_start' : 'actual_end', 'times-without-visit', visitFaults.timesWithoutVisit)
  if (status === 'missed' && plannedStart && plannedStart.ms > nowMs + CLOCKS_DIFFER_MS)
    row.reject('planned_start', 'in-the-future', visitFaults.inTheFuture)
}

const NEVER = { ms: Number.NEGATIVE_INFINITY }

function flagPlace(row: RowReader, day: string, { contract, carePackage }: Place): void {
  if (isOutside(day, carePackage)) row.flag('outside-package')
  if (isOutside(day, contract)) row.flag('outside-contract')
}

function isOutside(day: string, span: { readonly startsOn: string; readonly endsOn: string | null }): boolean {
  return day < span.startsOn || (span.endsOn !== null && day > span.endsOn)
}

/** How COPY writes that there is nothing. */
const NULL = '\\N'

function optionally(text: string | undefined): string {
  return text === undefined ? NULL : escaped(text)
}

/** COPY separates by tabs and lines, so those, and the backslash itself, are written with a backslash. */
function escaped(text: string): string {
  return NEEDS_ESCAPE.test(text)
    ? text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')
    : text
}

const NEEDS_ESCAPE = /[\\\t\n\r]/
