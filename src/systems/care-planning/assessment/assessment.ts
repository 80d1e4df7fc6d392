/** An assessment: answers to one edition of a form, written until it is complete, and then kept as it is. */
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Answers } from '../../../kernel/questionnaire/answers.ts'

export type AssessmentState = 'draft' | 'complete' | 'given-up'

export const ASSESSMENT_STATE_NAMES = {
  draft: { en: 'Being written', cy: 'Wrthi’n cael ei ysgrifennu' },
  complete: { en: 'Complete', cy: 'Cyflawn' },
  'given-up': { en: 'Given up', cy: 'Wedi’i roi o’r neilltu' },
} as const satisfies Record<AssessmentState, Bilingual>

export type Assessment = {
  readonly assessmentId: number
  readonly personId: number
  readonly form: string
  readonly edition: string
  readonly state: AssessmentState
  readonly answers: Answers
  readonly wordsLanguage: Language
  readonly startedOn: Day
  readonly startedBy: string
  readonly completedOn: Day | null
  readonly completedBy: string | null
  readonly isEligible: boolean | null
  readonly version: number
}

/** The section of the form in which what somebody wants is written down, and the one that tests eligibility. */
export const OUTCOMES_SECTION = 'outcomes'
export const ELIGIBILITY_SECTION = 'eligibility'
