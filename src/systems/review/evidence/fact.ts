/** Facts of the registers that a review can ask for beside the measures: how many, out of how many. */
import type { Bilingual } from '../../../kernel/language.ts'

export const FACT_NAMES = [
  'contracts-without-outcome',
  'contracts-ending-soon',
  'indicators-without-outcome',
  'indicators-without-target',
  'earlier-actions-late',
] as const
export type FactName = (typeof FACT_NAMES)[number]

/** Each fact counts what is wanting, so fewer is better. */
export const FACT_LABELS = {
  'contracts-without-outcome': {
    en: 'Contracts that serve no outcome',
    cy: 'Contractau nad ydynt yn gwasanaethu canlyniad',
  },
  'contracts-ending-soon': { en: 'Contracts that end within a year', cy: 'Contractau sy’n dod i ben o fewn blwyddyn' },
  'indicators-without-outcome': {
    en: 'Indicators that serve no outcome',
    cy: 'Dangosyddion nad ydynt yn gwasanaethu canlyniad',
  },
  'indicators-without-target': { en: 'Indicators without a target', cy: 'Dangosyddion heb darged' },
  'earlier-actions-late': {
    en: 'Actions from earlier reviews that are late',
    cy: 'Camau hwyr o adolygiadau cynharach',
  },
} as const satisfies Record<FactName, Bilingual>
