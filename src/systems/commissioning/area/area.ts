/** Parts of the authority that care is commissioned for: valleys, towns, clusters of wards. */
import type { Bilingual } from '../../../kernel/language.ts'

export const RURALITIES = ['urban', 'mixed', 'rural'] as const
export type Rurality = (typeof RURALITIES)[number]

/** What others say about an area; the authority's own reference names it. */
export type AreaFacts = {
  readonly ref: string
  readonly name: Bilingual
  readonly rurality: Rurality
  /** People aged 75 and over who live there, whether or not they have care. */
  readonly peopleAged75Plus: number | null
  /** 0 to 100. */
  readonly welshSpeakersPercent: number | null
  /** Whose figures these are. */
  readonly source: string
}

export type Area = AreaFacts & { readonly areaId: number; readonly version: number }
