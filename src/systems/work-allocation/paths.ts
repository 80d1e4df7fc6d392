/** Where work allocation's pages are, without the language prefix. */
import type { Period } from '../../kernel/period.ts'

/** What the list of visits can be narrowed to. */
export type VisitsAsked = {
  readonly show?: string | undefined
  readonly contractId?: number | undefined
  readonly providerId?: number | undefined
  readonly areaId?: number | undefined
  readonly personId?: number | undefined
  readonly packageId?: number | undefined
  readonly after?: string | undefined
}

export const workAllocationPaths = {
  visits: (asked: VisitsAsked = {}, period?: Period) =>
    withQuery('/visits', { ...asked, from: period?.from, to: period?.to }),
  visit: (providerId: number, visitRef: string) => `/visits/${providerId}/${encodeURIComponent(visitRef)}`,
  packages: (
    asked: {
      readonly state?: string | undefined
      readonly contractId?: number | undefined
      readonly language?: string | undefined
      readonly page?: number | undefined
    } = {},
  ) => withQuery('/packages', asked),
  package: (packageId: number) => `/packages/${packageId}`,
} as const

function withQuery(path: string, query: Readonly<Record<string, { toString(): string } | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
