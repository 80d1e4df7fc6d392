/** The outcome catalogue: what everything is bought for. National statements, and the authority's own, which may map to a national one. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Need } from '../need/need.ts'

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

/** An outcome and those that are part of it: what serves the part serves the whole. */
export function familyIds(outcomes: readonly Outcome[], outcomeId: number): readonly number[] {
  const asked = outcomes.find((outcome) => outcome.outcomeId === outcomeId)
  if (!asked) return []
  const parts = asked.level === 'national' ? outcomes.filter((outcome) => outcome.nationalRef === asked.ref) : []
  return [asked.outcomeId, ...parts.map((part) => part.outcomeId)]
}

/** References of the needs that outcomes, or the outcomes that are part of them, answer. */
export function needRefsOf(outcomes: readonly Outcome[], outcomeIds: readonly number[]): ReadonlySet<string> {
  const asked = new Set(outcomeIds.flatMap((outcomeId) => familyIds(outcomes, outcomeId)))
  return new Set(outcomes.flatMap(({ outcomeId, needRef }) => (needRef && asked.has(outcomeId) ? [needRef] : [])))
}

/** Needs that no outcome of the catalogue answers. */
export function needsWithoutOutcome(needs: readonly Need[], outcomes: readonly Outcome[]): readonly Need[] {
  const answered = new Set(outcomes.map((outcome) => outcome.needRef))
  return needs.filter((need) => !answered.has(need.ref))
}

/** The authority's own outcomes that name no need, or one that nobody recorded. National statements name none by their nature. */
export function outcomesWithoutNeed(needs: readonly Need[], outcomes: readonly Outcome[]): readonly Outcome[] {
  const recorded = new Set(needs.map((need) => need.ref))
  return outcomes.filter(
    (outcome) => outcome.level === 'local' && (outcome.needRef === null || !recorded.has(outcome.needRef)),
  )
}

const BY_REFERENCE = new Intl.Collator('en', { numeric: true })
