/** The rules of case-mix as a framework: the shape of the file, and how its cases are answered. */
import { z } from 'zod'
import type { Day } from '../../../kernel/period.ts'
import { AnswerSet } from '../../../kernel/questionnaire/answers.ts'
import { FRAMEWORK_HEAD, type FrameworkKind, type Frameworks } from '../../../platform/frameworks/index.ts'
import { bandOf, CaseMixRules } from './case-mix.ts'

export const CaseMix = z.strictObject({ ...FRAMEWORK_HEAD, ...CaseMixRules.shape })
export type CaseMix = z.infer<typeof CaseMix>

export const caseMix: FrameworkKind<CaseMix> = {
  folder: 'care-planning/case-mix',
  schema: CaseMix,
  answer: (rules, given) => bandOf(rules, AnswerSet.parse(given))?.band ?? 'none',
}

export function caseMixOn(frameworks: Frameworks, on: Day): CaseMix | undefined {
  return frameworks.findOn(caseMix, 'case-mix', on)
}
