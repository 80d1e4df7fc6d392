/** Where contract management's pages are, without the language prefix. */
import type { Period } from '../../kernel/period.ts'

/** What the list of contracts can be narrowed to. */
export type ContractsQuery = {
  readonly provider?: number
  readonly area?: number
  readonly outcome?: number
  /** `nothing`: no outcome; `nothing-watched`: indicators that serve none. */
  readonly serves?: 'nothing' | 'nothing-watched'
  /** `missed`: those of which a target was missed in the last whole month by more than chance explains. */
  readonly targets?: 'missed'
  readonly state?: 'upcoming' | 'live' | 'ended' | 'ending'
}

export const contractPaths = {
  contracts: (query: ContractsQuery = {}) => withQuery('/contracts', query),
  /** The contract's page, which is its scorecard. */
  contract: (contractId: number, period?: Period) =>
    withQuery(`/contracts/${contractId}`, period ? { from: period.from, to: period.to } : {}),
  indicators: (contractId: number) => `/contracts/${contractId}/indicators`,
} as const

function withQuery(path: string, query: Readonly<Record<string, { toString(): string } | undefined>>): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`
}
