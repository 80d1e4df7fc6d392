/** A package: care placed with a provider for one person under one contract. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export type CarePackage = {
  readonly packageId: number
  readonly ref: string
  readonly personId: number
  readonly contractId: number
  readonly providerId: number
  readonly areaId: number
  readonly startsOn: Day
  readonly endsOn: Day | null
  readonly endedReason: string | null
  readonly weeklyMinutes: number
  readonly weeklyVisits: number
  /** The language the person asked for the care to be given in. */
  readonly language: Language
  readonly version: number
}

/** Both its first and its last day belong to it. */
export function stateOn(carePackage: Pick<CarePackage, 'startsOn' | 'endsOn'>, on: Day): PackageState {
  if (Temporal.PlainDate.compare(on, carePackage.startsOn) < 0) return 'upcoming'
  return carePackage.endsOn && Temporal.PlainDate.compare(carePackage.endsOn, on) < 0 ? 'ended' : 'live'
}

export const PackageState = z.enum(['live', 'upcoming', 'ended'])
export type PackageState = z.infer<typeof PackageState>

const absentWhenEmpty = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema.optional())

export const PackagesQuery = z.object({
  state: z
    .enum(['all', ...PackageState.options])
    .catch('live')
    .default('live'),
  contractId: absentWhenEmpty(RecordId),
  personId: absentWhenEmpty(RecordId),
  language: absentWhenEmpty(Language),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
export type PackagesQuery = z.infer<typeof PackagesQuery>

export const PACKAGES_PER_PAGE = 50
