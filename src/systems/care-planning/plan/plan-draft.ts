/** Writing a draft: each step answers a new content and leaves the one it was given as it was. */
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import type { PlanContent, PlannedContribution, PlannedRisk } from './plan.ts'

export type PlanChange =
  | {
      readonly kind: 'add-contribution'
      readonly personalOutcomeId: number
      readonly contribution: PlannedContribution
    }
  | { readonly kind: 'remove-contribution'; readonly personalOutcomeId: number; readonly index: number }
  | { readonly kind: 'leave-out-outcome'; readonly personalOutcomeId: number }
  | { readonly kind: 'take-in-outcome'; readonly personalOutcomeId: number }
  | { readonly kind: 'add-risk'; readonly risk: PlannedRisk }
  | { readonly kind: 'remove-risk'; readonly index: number }
  | {
      readonly kind: 'money'
      readonly money: Pick<PlanContent, 'indicativeWeeklyPence' | 'budgetBasis' | 'finalWeeklyPence'>
    }
  | {
      readonly kind: 'terms'
      readonly terms: Pick<
        PlanContent,
        'language' | 'startsOn' | 'endsOn' | 'reviewDueOn' | 'contingency' | 'preferences'
      >
    }

export function changed(content: PlanContent, change: PlanChange): PlanContent {
  const withOutcome = (id: number, next: (had: readonly PlannedContribution[]) => readonly PlannedContribution[]) => ({
    ...content,
    outcomes: content.outcomes.map((one) =>
      one.personalOutcomeId === id ? { ...one, contributions: [...next(one.contributions)] } : one,
    ),
  })
  switch (change.kind) {
    case 'add-contribution':
      return withOutcome(change.personalOutcomeId, (had) => [...had, change.contribution])
    case 'remove-contribution':
      return withOutcome(change.personalOutcomeId, (had) => had.toSpliced(change.index, 1))
    case 'leave-out-outcome':
      return { ...content, outcomes: content.outcomes.filter((o) => o.personalOutcomeId !== change.personalOutcomeId) }
    case 'take-in-outcome':
      return {
        ...content,
        outcomes: [...content.outcomes, { personalOutcomeId: change.personalOutcomeId, contributions: [] }],
      }
    case 'add-risk':
      return { ...content, risks: [...content.risks, change.risk] }
    case 'remove-risk':
      return { ...content, risks: content.risks.toSpliced(change.index, 1) }
    case 'money':
      return { ...content, ...change.money }
    case 'terms':
      return { ...content, ...change.terms }
  }
}

/** The same party, and of providers the same provider, is planned once for an outcome. */
export function isPlannedAlready(content: PlanContent, personalOutcomeId: number, one: PlannedContribution): boolean {
  const outcome = content.outcomes.find((of) => of.personalOutcomeId === personalOutcomeId)
  return Boolean(outcome?.contributions.some((had) => had.party === one.party && had.providerId === one.providerId))
}

/**
 * A draft to begin with: what was agreed before, without outcomes that ended and with those agreed since; or, where files brought the
 * plan, what they say of contributions.
 */
export function firstDraft(
  before: PlanContent | undefined,
  live: readonly PersonalOutcome[],
  language: PlanContent['language'],
): PlanContent {
  const known = new Map(before?.outcomes.map((one) => [one.personalOutcomeId, one]))
  const outcomes = live.map(
    (outcome) =>
      known.get(outcome.personalOutcomeId) ?? {
        personalOutcomeId: outcome.personalOutcomeId,
        contributions: outcome.contributions.map(({ party, providerId, contractId, extent, what }) => ({
          party,
          providerId,
          contractId,
          extent,
          what,
          startsOn: null,
          weeklyMinutes: null,
          worksWhen: '',
        })),
      },
  )
  if (before) return { ...before, outcomes, reviewDueOn: null }
  return {
    language,
    startsOn: null,
    endsOn: null,
    reviewDueOn: null,
    outcomes,
    indicativeWeeklyPence: null,
    budgetBasis: '',
    finalWeeklyPence: null,
    risks: [],
    contingency: '',
    preferences: '',
  }
}
