/** A review of a whole plan: one meeting at which each outcome is looked at again. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const PlanReviewKind = z.enum(['first', 'routine', 'requested', 'changed'])
export type PlanReviewKind = z.infer<typeof PlanReviewKind>

export const PLAN_REVIEW_KIND_NAMES = {
  first: { en: 'The first look', cy: 'Yr olwg gyntaf' },
  routine: { en: 'It was due', cy: 'Roedd yn bryd' },
  requested: { en: 'Somebody asked for it', cy: 'Gofynnodd rhywun amdano' },
  changed: { en: 'The situation changed', cy: 'Newidiodd y sefyllfa' },
} as const satisfies Record<PlanReviewKind, Bilingual>

export const TookPart = z.enum(['person', 'carer', 'family', 'advocate', 'provider', 'health', 'worker'])
export type TookPart = z.infer<typeof TookPart>

export const TOOK_PART_NAMES = {
  person: { en: 'The person', cy: 'Y person' },
  carer: { en: 'Their carer', cy: 'Eu gofalwr' },
  family: { en: 'Family', cy: 'Teulu' },
  advocate: { en: 'Their advocate', cy: 'Eu heiriolwr' },
  provider: { en: 'The provider', cy: 'Y darparwr' },
  health: { en: 'Health', cy: 'Iechyd' },
  worker: { en: 'The worker', cy: 'Y gweithiwr' },
} as const satisfies Record<TookPart, Bilingual>

export type PlanReview = {
  readonly planReviewId: number
  readonly personId: number
  readonly kind: PlanReviewKind
  readonly state: 'open' | 'concluded' | 'given-up'
  readonly heldOn: Day
  readonly tookPart: readonly TookPart[]
  readonly summary: string
  readonly nextDueOn: Day | null
  readonly begunBy: string
  readonly concludedBy: string | null
  readonly version: number
}
