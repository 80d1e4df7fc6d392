/** The outcome catalogue: what everything is bought for. National statements, and the authority's own, which may map to a national one. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

/** The eight aspects of well-being in section 2 of the Social Services and Well-being (Wales) Act 2014, as the national framework orders them. */
export const WellBeingArea = z.union([
  z.literal(1),
  z.literal(2),
  z.literal(3),
  z.literal(4),
  z.literal(5),
  z.literal(6),
  z.literal(7),
  z.literal(8),
])
export type WellBeingArea = z.infer<typeof WellBeingArea>

export type OutcomeFacts = {
  readonly ref: string
  readonly level: 'national' | 'local'
  readonly wellBeingArea: WellBeingArea | null
  readonly statement: Bilingual
  /** For a local outcome: the reference of the national one it is part of. */
  readonly nationalRef: string | null
  /** The reference of the need that it answers. */
  readonly needRef: string | null
  readonly edition: string
  readonly source: string
  /** Whether the wording was checked against its source. */
  readonly isVerified: boolean
  readonly startsOn: Day | null
  readonly endsOn: Day | null
}

export type Outcome = OutcomeFacts & { readonly outcomeId: number; readonly version: number }

/** One national statement with the local outcomes that are part of it. */
export type OutcomeFamily = { readonly national: Outcome; readonly locals: readonly Outcome[] }

export type ArrangedCatalogue = {
  readonly families: readonly OutcomeFamily[]
  /** Local outcomes that map to no national statement in the catalogue. */
  readonly unmapped: readonly Outcome[]
}

/** Puts each local outcome under its national statement; both in the order of their references ("N2.10" after "N2.9"). */
export function arrangeCatalogue(outcomes: readonly Outcome[]): ArrangedCatalogue {
  const inOrder = [...outcomes].sort((a, b) => BY_REFERENCE.compare(a.ref, b.ref))
  const nationals = inOrder.filter((outcome) => outcome.level === 'national')
  const locals = inOrder.filter((outcome) => outcome.level === 'local')
  const known = new Set(nationals.map((national) => national.ref))
  return {
    families: nationals.map((national) => ({
      national,
      locals: locals.filter((local) => local.nationalRef === national.ref),
    })),
    unmapped: locals.filter((local) => local.nationalRef === null || !known.has(local.nationalRef)),
  }
}

const BY_REFERENCE = new Intl.Collator('en', { numeric: true })
