/** Forms of assessment as frameworks: a questionnaire, and whom it is about. */
import { z } from 'zod'
import { Questionnaire } from '../../../kernel/questionnaire/questionnaire.ts'
import { FRAMEWORK_HEAD, type FrameworkKind } from '../../../platform/frameworks/index.ts'

export const AssessmentForm = z.strictObject({
  ...FRAMEWORK_HEAD,
  about: z.enum(['person', 'carer']),
  questionnaire: Questionnaire,
})
export type AssessmentForm = z.infer<typeof AssessmentForm>

export const assessmentForms: FrameworkKind<AssessmentForm> = {
  folder: 'care-planning/forms',
  schema: AssessmentForm,
}
