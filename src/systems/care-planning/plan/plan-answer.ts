/** What may be answered to a plan that came by letter, and by what right somebody answers in the person's place. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { AgreedBy } from './plan.ts'

export const PlanAnswer = z.enum(['agree', 'talk', 'not-me'])
export type PlanAnswer = z.infer<typeof PlanAnswer>

export const PLAN_ANSWER_NAMES = {
  agree: { en: 'Agreed', cy: 'Wedi cytuno' },
  talk: { en: 'Agrees to part, or wants to talk about it', cy: 'Yn cytuno i ran, neu am drafod' },
  'not-me': { en: 'The letter came to the wrong person', cy: 'Daeth y llythyr at y person anghywir' },
} as const satisfies Record<PlanAnswer, Bilingual>

/**
 * By what right somebody may agree in the person's place; caring for them or speaking for them is none. Mental Capacity Act 2005, sections
 * 9 and 16, for the first two; the third, that the person chose them to answer, is our reading and unverified.
 */
export const AnswerBasis = z.enum(['lasting-power-of-attorney', 'court-deputy', 'person-chose-them'])
export type AnswerBasis = z.infer<typeof AnswerBasis>

export const ANSWER_BASIS_NAMES = {
  'lasting-power-of-attorney': {
    en: 'Lasting power of attorney for health and welfare',
    cy: 'Atwrneiaeth arhosol ar gyfer iechyd a lles',
  },
  'court-deputy': {
    en: 'Deputy appointed by the Court of Protection',
    cy: 'Dirprwy a benodwyd gan y Llys Gwarchod',
  },
  'person-chose-them': {
    en: 'The person can decide, and asked them to answer',
    cy: 'Gall y person benderfynu, a gofynnodd iddyn nhw ateb',
  },
} as const satisfies Record<AnswerBasis, Bilingual>

export type GivenAnswer = {
  readonly planVersionId: number
  readonly letterCodeId: number
  readonly answer: PlanAnswer
  readonly byWhom: AgreedBy
  readonly basis: AnswerBasis | null
  readonly name: string
  readonly words: string
  readonly wordsLanguage: Language | null
  readonly answeredOn: Day
}
