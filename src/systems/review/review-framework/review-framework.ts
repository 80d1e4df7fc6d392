/** Frameworks for reviewing commissioning: domains, prompts, the evidence each prompt asks for, and the scale of judgement. */
import { z } from 'zod'
import { BothLanguages, FRAMEWORK_HEAD, FrameworkId, type FrameworkKind } from '../../../kernel/framework.ts'
import { CommissioningModel } from '../../../kernel/model.ts'
import { holds } from '../../../kernel/questionnaire/answers.ts'
import { FACT_NAMES } from '../evidence/fact.ts'

/** A number that the records can give to a prompt: a published measure, or a fact of the register. `reads` says how to read it. */
const WantedEvidence = z.union([
  z.strictObject({ measure: FrameworkId, reads: BothLanguages }),
  z.strictObject({ fact: z.enum(FACT_NAMES), reads: BothLanguages }),
])
export type WantedEvidence = z.infer<typeof WantedEvidence>

const Prompt = z.strictObject({
  id: FrameworkId,
  paragraph: z.string().min(1),
  /** Only asked where a contract follows one of these models (R3); without it, always. */
  models: z.array(CommissioningModel).min(1).optional(),
  asks: BothLanguages,
  helps: BothLanguages,
  evidence: z.array(WantedEvidence),
})
export type Prompt = z.infer<typeof Prompt>

const Domain = z.strictObject({
  id: FrameworkId,
  title: BothLanguages,
  paragraph: z.string().min(1),
  describes: BothLanguages,
  prompts: z.array(Prompt).min(1),
})
export type Domain = z.infer<typeof Domain>

const Level = z.strictObject({ id: FrameworkId, name: BothLanguages, means: BothLanguages })
export type Level = z.infer<typeof Level>

/** The judgement that is none: it needs a reason instead. */
export const NOT_APPLICABLE = 'not-applicable'

export const ReviewFramework = z
  .strictObject({
    ...FRAMEWORK_HEAD,
    /** From the weakest level to the strongest. */
    scale: z.array(Level).min(2),
    notApplicable: z.strictObject({ name: BothLanguages, means: BothLanguages }),
    domains: z.array(Domain).min(1),
  })
  .superRefine((framework, context) => {
    for (const [what, ids] of [
      ['domains', framework.domains.map((domain) => domain.id)],
      ['prompts', framework.domains.flatMap((domain) => domain.prompts.map((prompt) => prompt.id))],
      ['scale', [...framework.scale.map((level) => level.id), NOT_APPLICABLE]],
    ] as const) {
      const twice = ids.find((id, index) => ids.indexOf(id) !== index)
      if (twice) context.addIssue({ code: 'custom', message: `${what}: ${twice} stands twice`, path: ['domains'] })
    }
  })
export type ReviewFramework = z.infer<typeof ReviewFramework>

export const reviewFrameworks: FrameworkKind<ReviewFramework> = {
  folder: 'review',
  schema: ReviewFramework,
  answer(framework, given) {
    const { prompt, models } = z.object({ prompt: z.string(), models: z.array(CommissioningModel) }).parse(given)
    const found = framework.domains.flatMap((domain) => domain.prompts).find(({ id }) => id === prompt)
    if (!found) return 'no such prompt'
    return isAsked(found, models) ? 'asked' : 'not asked'
  },
}

/** Whether a prompt is put to contracts of these models: to a set of contracts when it concerns any of them. */
export function isAsked(prompt: Pick<Prompt, 'models'>, models: readonly CommissioningModel[]): boolean {
  if (!prompt.models) return true
  return holds({ question: 'models', isOneOf: prompt.models.map(String) }, { models: models.map(String) })
}

/** The domains with the prompts that are asked; a domain none of whose prompts is asked falls away. */
export function domainsFor(framework: ReviewFramework, models: readonly CommissioningModel[]): readonly Domain[] {
  return framework.domains
    .map((domain) => ({ ...domain, prompts: domain.prompts.filter((prompt) => isAsked(prompt, models)) }))
    .filter((domain) => domain.prompts.length > 0)
}

export function isJudgement(framework: Pick<ReviewFramework, 'scale'>, judgement: string): boolean {
  return judgement === NOT_APPLICABLE || framework.scale.some((level) => level.id === judgement)
}
