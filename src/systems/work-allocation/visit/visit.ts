/** A visit: planned, and delivered, missed or cancelled; how late it began and how long it lasted. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const VISIT_STATUSES = ['delivered', 'missed', 'cancelled'] as const
export type VisitStatus = (typeof VISIT_STATUSES)[number]

export const VISIT_STATUS_NAMES = {
  delivered: { en: 'Delivered', cy: 'Wedi’i gynnal' },
  missed: { en: 'Missed', cy: 'Wedi’i golli' },
  cancelled: { en: 'Cancelled', cy: 'Wedi’i ganslo' },
} as const satisfies Record<VisitStatus, Bilingual>

export const LANGUAGE_NAMES = {
  cy: { en: 'Welsh', cy: 'Cymraeg' },
  en: { en: 'English', cy: 'Saesneg' },
} as const satisfies Record<Language, Bilingual>

export type Visit = {
  readonly providerId: number
  readonly visitRef: string
  readonly contractId: number
  readonly packageId: number
  readonly personId: number
  readonly areaId: number
  /** The day in Wales on which it was planned to start. */
  readonly day: Day
  readonly plannedStart: Temporal.Instant
  readonly plannedEnd: Temporal.Instant
  readonly actualStart: Temporal.Instant | null
  readonly actualEnd: Temporal.Instant | null
  readonly status: VisitStatus
  readonly cancelledReason: string | null
  readonly workerRef: string | null
  readonly secondWorkerRef: string | null
  readonly language: Language | null
  readonly languageAsked: Language
  /** By the tolerances of its contract. */
  readonly isLate: boolean
  readonly isShort: boolean
  readonly lateToleranceMinutes: number
  readonly shortTolerancePercent: number
}

/** What the list of visits shows: all, by what became of them, or those outside the contract's tolerances. */
export const VisitsShown = z.enum(['all', 'delivered', 'missed', 'cancelled', 'late', 'short'])
export type VisitsShown = z.infer<typeof VisitsShown>

/** Whole minutes between planned and actual start, negative where early; undefined where no start was logged. 08:00 to 08:12:40 is 12. */
export function minutesLate(visit: Pick<Visit, 'plannedStart' | 'actualStart'>): number | undefined {
  return visit.actualStart ? wholeMinutes(visit.plannedStart, visit.actualStart) : undefined
}

/** Whole minutes that the visit lasted; undefined where a time is missing. */
export function minutesLasted(visit: Pick<Visit, 'actualStart' | 'actualEnd'>): number | undefined {
  return visit.actualStart && visit.actualEnd ? wholeMinutes(visit.actualStart, visit.actualEnd) : undefined
}

export function minutesPlanned(visit: Pick<Visit, 'plannedStart' | 'plannedEnd'>): number {
  return wholeMinutes(visit.plannedStart, visit.plannedEnd)
}

/** Seconds are dropped towards zero: nobody is called late for a minute that is not over. */
function wholeMinutes(from: Temporal.Instant, to: Temporal.Instant): number {
  return Math.trunc((to.epochMilliseconds - from.epochMilliseconds) / 60_000) + 0
}
