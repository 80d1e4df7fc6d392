/** Something changed for a person, so that somebody should look before the next review is due. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const SituationKind = z.enum([
  'missed-visits',
  'hospital',
  'complaint',
  'word-differs',
  'voices-differ',
  'plan-questioned',
  'provider-concern',
  'change-request',
  'other',
])
export type SituationKind = z.infer<typeof SituationKind>

export const SITUATION_NAMES = {
  'missed-visits': { en: 'Visits were missed', cy: 'Collwyd ymweliadau' },
  hospital: { en: 'In hospital', cy: 'Yn yr ysbyty' },
  complaint: { en: 'A complaint was made', cy: 'Gwnaed cwyn' },
  'word-differs': { en: 'The person sees it differently', cy: 'Mae’r person yn ei gweld yn wahanol' },
  'voices-differ': {
    en: 'The person and their carer see it differently',
    cy: 'Mae’r person a’u gofalwr yn ei gweld yn wahanol',
  },
  'plan-questioned': { en: 'They want to talk about the plan', cy: 'Maen nhw am drafod y cynllun' },
  'provider-concern': { en: 'The provider is concerned', cy: 'Mae’r darparwr yn pryderu' },
  'change-request': { en: 'A change of plan is asked for', cy: 'Gofynnir am newid y cynllun' },
  other: { en: 'Something else changed', cy: 'Newidiodd rhywbeth arall' },
} as const satisfies Record<SituationKind, Bilingual>

export type NewSituation = {
  readonly personId: number
  readonly kind: SituationKind
  readonly noticedOn: Day
  /** The same source again changes the situation and adds none: `visits/2026-03`, `outcome-review/17`, `note/4`. */
  readonly sourceKey: string
  readonly count?: number
  readonly detail?: string
}
