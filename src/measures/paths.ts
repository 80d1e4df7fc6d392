/** Where the pages about measures are, without the language prefix. */
import type { Period } from '../kernel/period.ts'
import type { Slice } from './reading.ts'

/** A slice as a reading has it, or one contract by its id. */
export type AskedSlice = { readonly [Part in keyof Slice]?: Slice[Part] | undefined } & {
  readonly contractId?: number | undefined
}

export type MeasurePart = 'numerator' | 'denominator'

export const measurePaths = {
  measures: () => '/measures',
  measure: (name: string, slice: AskedSlice = {}, period?: Period) =>
    withQuery(`/measures/${name}`, queryOf(slice, period)),
  /** Providers side by side, adjusted for need band; without a name, by the first measure they are compared by. */
  compare: (name?: string, slice: AskedSlice = {}, period?: Period) =>
    withQuery('/providers-compared', { measure: name, ...queryOf(slice, period) }),
  /** The very rows behind a number, or behind what it is counted over. */
  explain: (name: string, slice: AskedSlice, period?: Period, part: MeasurePart = 'numerator') =>
    withQuery(`/measures/${name}/explain`, { ...queryOf(slice, period), part }),
} as const

function queryOf(slice: AskedSlice, period: Period | undefined): Readonly<Record<string, string | undefined>> {
  return {
    contractId: slice.contractIds?.join(',') ?? slice.contractId?.toString(),
    providerId: slice.providerId?.toString(),
    areaId: slice.areaId?.toString(),
    service: slice.service,
    model: slice.model?.toString(),
    band: slice.band,
    from: period?.from.toString(),
    to: period?.to.toString(),
  }
}

function withQuery(path: string, query: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
