/** Where the pages about measures are, without the language prefix. */
import type { Period } from '../kernel/period.ts'

export type AskedSlice = {
  readonly contractId?: number | undefined
  readonly providerId?: number | undefined
  readonly areaId?: number | undefined
}

export const measurePaths = {
  measures: () => '/measures',
  measure: (name: string) => `/measures/${name}`,
  /** The very rows behind a number, or behind what it is counted over. */
  explain(name: string, slice: AskedSlice, period: Period, part: 'numerator' | 'denominator' = 'numerator'): string {
    const query = new URLSearchParams({ from: String(period.from), to: String(period.to), part })
    if (slice.contractId !== undefined) query.set('contract', String(slice.contractId))
    if (slice.providerId !== undefined) query.set('provider', String(slice.providerId))
    if (slice.areaId !== undefined) query.set('area', String(slice.areaId))
    return `/measures/${name}/explain?${query}`
  },
} as const
