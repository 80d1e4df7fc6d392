/** How two versions of a plan differ, part by part: for reading them side by side. */
import { type PlanContent, type PlannedContribution, type PlannedRisk, weeklyMinutesOf } from './plan.ts'

export type PlanPart =
  | 'startsOn'
  | 'endsOn'
  | 'reviewDueOn'
  | 'indicativeWeeklyPence'
  | 'budgetBasis'
  | 'finalWeeklyPence'
  | 'contingency'
  | 'preferences'
  | 'weeklyMinutes'

export type PartChange = {
  readonly part: PlanPart
  readonly before: string | number | null
  readonly after: string | number | null
}

export type ListChange<T> = { readonly left: readonly T[]; readonly came: readonly T[] }

export type OutcomeChange = ListChange<PlannedContribution> & {
  readonly personalOutcomeId: number
  readonly is: 'new' | 'gone' | 'changed' | 'same'
}

export type PlanDifference = {
  readonly parts: readonly PartChange[]
  readonly outcomes: readonly OutcomeChange[]
  readonly risks: ListChange<PlannedRisk>
}

const PARTS = [
  'startsOn',
  'endsOn',
  'reviewDueOn',
  'indicativeWeeklyPence',
  'budgetBasis',
  'finalWeeklyPence',
  'contingency',
  'preferences',
] as const

export function differencesOf(before: PlanContent, after: PlanContent): PlanDifference {
  const parts = PARTS.map((part) => ({ part, before: shown(before[part]), after: shown(after[part]) }))
  const minutes = { part: 'weeklyMinutes', before: weeklyMinutesOf(before), after: weeklyMinutesOf(after) } as const
  const ids = new Set([...before.outcomes, ...after.outcomes].map(({ personalOutcomeId }) => personalOutcomeId))
  return {
    parts: [...parts, minutes].filter((change) => change.before !== change.after),
    outcomes: [...ids].map((id) => outcomeChange(id, before, after)),
    risks: listChange(before.risks, after.risks),
  }
}

export function isUnchanged({ parts, outcomes, risks }: PlanDifference): boolean {
  return (
    parts.length === 0 &&
    outcomes.every(({ is }) => is === 'same') &&
    risks.left.length === 0 &&
    risks.came.length === 0
  )
}

function outcomeChange(personalOutcomeId: number, before: PlanContent, after: PlanContent): OutcomeChange {
  const of = (content: PlanContent) => content.outcomes.find((one) => one.personalOutcomeId === personalOutcomeId)
  const [was, is] = [of(before), of(after)]
  const change = listChange(was?.contributions ?? [], is?.contributions ?? [])
  const same = change.left.length === 0 && change.came.length === 0
  return { personalOutcomeId, ...change, is: !was ? 'new' : !is ? 'gone' : same ? 'same' : 'changed' }
}

function listChange<T>(before: readonly T[], after: readonly T[]): ListChange<T> {
  const key = (item: T) => JSON.stringify(item)
  const [had, has] = [new Set(before.map(key)), new Set(after.map(key))]
  return { left: before.filter((item) => !has.has(key(item))), came: after.filter((item) => !had.has(key(item))) }
}

function shown(value: unknown): string | number | null {
  return value instanceof Temporal.PlainDate ? value.toString() : ((value ?? null) as string | number | null)
}
