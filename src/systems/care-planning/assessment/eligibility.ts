/**
 * Whether a need is eligible: it meets all four conditions of the Care and Support (Eligibility) (Wales) Regulations 2015 (SI 2015/1578),
 * or has to be met to protect somebody from abuse or neglect.
 */
import type { AnswerSet } from '../../../kernel/questionnaire/answers.ts'

export const CONDITIONS = ['from-cause', 'is-well-being', 'cannot-alone', 'unlikely-otherwise'] as const
export type Condition = (typeof CONDITIONS)[number]

export type Judged =
  | { readonly is: 'eligible'; readonly because: 'all-four' | 'protection' }
  | { readonly is: 'not-eligible'; readonly unmet: readonly Condition[] }
  /** Not all of it was answered. */
  | { readonly is: 'open' }

export function judgeNeed(need: AnswerSet): Judged {
  if (need['must-protect'] === true) return { is: 'eligible', because: 'protection' }
  if (CONDITIONS.some((condition) => need[condition] === undefined)) return { is: 'open' }
  const unmet = CONDITIONS.filter((condition) => need[condition] !== true)
  return unmet.length === 0 ? { is: 'eligible', because: 'all-four' } : { is: 'not-eligible', unmet }
}

/** Of a whole assessment: true as soon as one need is eligible; undefined while none is and one is open, or none was judged. */
export function isEligible(needs: readonly AnswerSet[]): boolean | undefined {
  const judged = needs.map(judgeNeed)
  if (judged.some(({ is }) => is === 'eligible')) return true
  return judged.length === 0 || judged.some(({ is }) => is === 'open') ? undefined : false
}
