/** Needs of the population: how many people, where, as of when and by whose figures. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export type NeedFacts = {
  readonly ref: string
  /** null: the need is the whole authority's. */
  readonly areaId: number | null
  /** "People aged 75 and over who live alone". */
  readonly description: Bilingual
  readonly people: number
  readonly asOf: Day
  readonly source: string
}

export type Need = NeedFacts & { readonly needId: number; readonly version: number }
