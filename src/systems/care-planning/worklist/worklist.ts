/** What waits for a worker today: reviews that are due, situations that changed, answers that others wait for, and what is with others. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { PersonName } from '../../../kernel/person-name.ts'
import type { SituationKind } from '../situation/situation.ts'

export const WorkKind = z.enum([
  'overdue',
  'changed',
  'wish',
  'due-soon',
  'open-review',
  'draft-plan',
  'offered-plan',
  'no-word',
])
export type WorkKind = z.infer<typeof WorkKind>

/** In the order of the list: what is late and what changed first, what waits for others last. */
export const WORK_KIND_NAMES = {
  overdue: { en: 'Reviews overdue', cy: 'Adolygiadau sy’n hwyr' },
  changed: { en: 'Situations that changed', cy: 'Sefyllfaoedd a newidiodd' },
  wish: { en: 'Wishes that wait for your answer', cy: 'Dymuniadau sy’n aros am eich ateb' },
  'due-soon': { en: 'Reviews due in 14 days', cy: 'Adolygiadau i’w cynnal o fewn 14 diwrnod' },
  'open-review': { en: 'Reviews begun and not concluded', cy: 'Adolygiadau a ddechreuwyd heb eu cwblhau' },
  'draft-plan': { en: 'Plans being written', cy: 'Cynlluniau wrthi’n cael eu hysgrifennu' },
  'offered-plan': { en: 'Waiting for others: plans offered', cy: 'Yn aros am eraill: cynlluniau a gynigiwyd' },
  'no-word': { en: 'Waiting for others: the person’s own word', cy: 'Yn aros am eraill: gair y person ei hun' },
} as const satisfies Record<WorkKind, Bilingual>

export type WorkItem = PersonName & {
  readonly kind: WorkKind
  readonly personId: number
  readonly ref: string
  /** Since when, or until when. */
  readonly on: Day
  readonly situation: SituationKind | null
  readonly count: number
  /** Of outcomes and wishes, the first in the person's own words. */
  readonly words: { readonly text: string; readonly language: Language } | null
}

export type WorkGroup = { readonly kind: WorkKind; readonly total: number; readonly items: readonly WorkItem[] }

export const WorklistQuery = z.object({
  /** `mine`: of the worker who is signed in. `everyone`: of the authority. */
  whose: z.enum(['mine', 'everyone']).optional().catch(undefined),
  kind: WorkKind.optional().catch(undefined),
})
export type WorklistQuery = z.infer<typeof WorklistQuery>

/** Of each kind so many are shown; the rest are counted, and shown where that kind alone is asked for. */
export const SHOWN_OF_EACH = 10
export const SHOWN_OF_ONE = 200
