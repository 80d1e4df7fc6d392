/** Where what is accepted goes: whose record, and what references mean here. */
import { type Day, day } from '../../../kernel/period.ts'
import type { Neighbours } from './exchange.store.ts'

export const maybeDay = (text: string | null): Day | null => (text === null ? null : day(text))

export type AcceptAt = {
  readonly authorityId: number
  readonly personId: number
  readonly areaId: number
  readonly neighbours: Neighbours
  /** When it is accepted. */
  readonly now: Temporal.Instant
}

export const idIn = (refs: ReadonlyMap<string, number>, ref: string | null) =>
  ref === null ? null : (refs.get(ref) ?? null)
