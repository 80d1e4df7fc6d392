/** Answers to the prompts of a review: what makes one whole, and what happens when two people write the same one. */
import type { Language } from '../../../kernel/language.ts'
import { LONGEST } from '../../../kernel/questionnaire/answers.ts'
import { allRefusals, type Refusal } from '../../../kernel/result.ts'
import { isJudgement, NOT_APPLICABLE, type ReviewFramework } from '../review-framework/review-framework.ts'

export type Answer = {
  readonly promptId: string
  /** A level of the scale, `not-applicable`, or null: not judged yet. */
  readonly judgement: string | null
  /** What was found, in the reviewer's words; why, where the prompt does not apply. */
  readonly finding: string
  readonly language: Language
  readonly by: string
  readonly at: Temporal.Instant
  readonly version: number
}

/** What somebody wants an answer to say. `version`: the one they saw; 0 where there was none. */
export type WrittenAnswer = {
  readonly promptId: string
  readonly judgement: string | null
  readonly finding: string
  readonly version: number
}

/** What is strong and what is missing in a domain. */
export type DomainNote = {
  readonly domainId: string
  readonly strengths: string
  readonly gaps: string
  readonly language: Language
  readonly by: string
  readonly at: Temporal.Instant
  readonly version: number
}

export const LONGEST_TEXT = LONGEST

/** What is wrong with an answer as written; undefined where it can be saved. Unfinished answers can be: the review is a draft. */
export function refusalOfAnswer(framework: Pick<ReviewFramework, 'scale'>, answer: WrittenAnswer): Refusal | undefined {
  if (answer.judgement !== null && !isJudgement(framework, answer.judgement))
    return {
      kind: 'invalid',
      code: 'unknown-judgement',
      field: `${answer.promptId}.judgement`,
      message: { en: 'Choose one of the levels of the scale.', cy: 'Dewiswch un o lefelau’r raddfa.' },
    }
  if (answer.judgement === NOT_APPLICABLE && answer.finding.trim() === '')
    return {
      kind: 'invalid',
      code: 'not-applicable-without-reason',
      field: `${answer.promptId}.finding`,
      message: { en: 'Say why this does not apply.', cy: 'Dywedwch pam nad yw hyn yn berthnasol.' },
    }
  return undefined
}

/** Several refusals as one, in their order; undefined where there is none. */
export function together(refusals: readonly Refusal[]): Refusal | undefined {
  const [first, ...others] = refusals.flatMap(allRefusals)
  return first && (others.length > 0 ? { ...first, others } : first)
}

/**
 * How a written answer meets the one that is kept: `same` changes nothing, `save` writes it, `clash` means that somebody else wrote since
 * the writer looked. Writing what already stands there is never a clash.
 */
export function meeting(
  kept: Pick<Answer, 'judgement' | 'finding' | 'version'> | undefined,
  written: WrittenAnswer,
): 'same' | 'save' | 'clash' {
  if ((kept?.judgement ?? null) === written.judgement && (kept?.finding ?? '') === written.finding) return 'same'
  return (kept?.version ?? 0) === written.version ? 'save' : 'clash'
}

/** Judged, and where it does not apply, with the reason. */
export function isAnswered(answer: Pick<Answer, 'judgement' | 'finding'> | undefined): boolean {
  if (!answer?.judgement) return false
  return answer.judgement !== NOT_APPLICABLE || answer.finding.trim() !== ''
}

/** How often each level was given, weakest first, for the picture of a whole review; what does not apply is counted apart. */
export function countJudgements(
  framework: Pick<ReviewFramework, 'scale'>,
  answers: readonly Pick<Answer, 'judgement'>[],
): { readonly levels: readonly { readonly id: string; readonly count: number }[]; readonly notApplicable: number } {
  const countOf = (id: string) => answers.filter((answer) => answer.judgement === id).length
  return {
    levels: framework.scale.map((level) => ({ id: level.id, count: countOf(level.id) })),
    notApplicable: countOf(NOT_APPLICABLE),
  }
}
