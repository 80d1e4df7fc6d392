/** A person who has, or had, care and support; and the list of people with what is asked of it. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { PersonName } from '../../../kernel/person-name.ts'

export const NeedGroup = z.enum(['older', 'dementia', 'physical', 'learning', 'mental-health', 'sensory'])
export type NeedGroup = z.infer<typeof NeedGroup>

export const NEED_GROUP_NAMES = {
  older: { en: 'Older person', cy: 'Person hŷn' },
  dementia: { en: 'Living with dementia', cy: 'Yn byw gyda dementia' },
  physical: { en: 'Physical disability', cy: 'Anabledd corfforol' },
  learning: { en: 'Learning disability', cy: 'Anabledd dysgu' },
  'mental-health': { en: 'Mental health', cy: 'Iechyd meddwl' },
  sensory: { en: 'Sensory loss', cy: 'Colled synhwyraidd' },
} as const satisfies Record<NeedGroup, Bilingual>

export type Person = PersonName & {
  readonly personId: number
  readonly ref: string
  readonly bornOn: Day | null
  /** The language asked for. */
  readonly language: Language
  readonly areaId: number
  readonly needGroup: NeedGroup
  readonly whatMatters: string
  readonly whatMattersLanguage: Language | null
  readonly startedOn: Day | null
  readonly endedOn: Day | null
  readonly version: number
}

export const PERSON_SORTS = ['name', 'area', 'outcomes', 'due'] as const

/** What a list of people can be asked for; everything may be left out. */
export const PeopleQuery = z.object({
  search: z.string().trim().max(100).default(''),
  area: z.coerce.number().int().positive().optional().catch(undefined),
  language: z.enum(['cy', 'en']).optional().catch(undefined),
  needGroup: NeedGroup.optional().catch(undefined),
  /** `now`: care goes on. `overdue`: an outcome's review is overdue. `ended`: care has ended. `all`. */
  state: z.enum(['now', 'overdue', 'ended', 'all']).default('now').catch('now'),
  contract: z.coerce.number().int().positive().optional().catch(undefined),
  outcome: z.coerce.number().int().positive().optional().catch(undefined),
  sort: z.enum(PERSON_SORTS).default('name').catch('name'),
  direction: z.enum(['ascending', 'descending']).default('ascending').catch('ascending'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

export const PEOPLE_PER_PAGE = 25

export type PersonInList = Pick<
  Person,
  'personId' | 'ref' | 'givenName' | 'familyName' | 'knownAs' | 'language' | 'areaId' | 'needGroup'
> & {
  readonly liveOutcomes: number
  /** When the next of their outcomes is due to be looked at. */
  readonly nextDueOn: Day | null
}

/** How old somebody is on a day, in whole years. Born on 29 February: a year older on 1 March in common years. */
export function ageOn(bornOn: Day, today: Day): number {
  return bornOn.until(today, { largestUnit: 'years' }).years
}
