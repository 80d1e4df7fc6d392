/** A visit: planned, and delivered, missed or cancelled. What its codes are called, and how late or short it was. */
import type { Bilingual, Language } from '../../../kernel/language.ts'

export const VISIT_STATUSES = ['delivered', 'missed', 'cancelled'] as const
export type VisitStatus = (typeof VISIT_STATUSES)[number]

export const VISIT_STATUS_NAMES = {
  delivered: { en: 'Delivered', cy: 'Wedi’i gynnal' },
  missed: { en: 'Missed', cy: 'Wedi’i golli' },
  cancelled: { en: 'Cancelled', cy: 'Wedi’i ganslo' },
} as const satisfies Record<VisitStatus, Bilingual>

export const LANGUAGE_NAMES = {
  cy: { en: 'Welsh', cy: 'Cymraeg' },
  en: { en: 'English', cy: 'Saesneg' },
} as const satisfies Record<Language, Bilingual>
