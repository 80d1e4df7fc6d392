/** The five levels of goal attainment for one goal, as agreed with the person; and the T score over all their goals. */
import type { Language } from '../../../kernel/language.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ScaleResult, type Scoring, scoreOn } from '../scale/scale.ts'

export const GOAL_LEVELS = [-2, -1, 0, 1, 2] as const
export type GoalLevelNumber = (typeof GOAL_LEVELS)[number]

export type GoalLevel = { readonly level: GoalLevelNumber; readonly words: string; readonly language: Language }

export type GoalScore = { readonly weight: number; readonly baseline: number | null; readonly now: number | null }

/** T at the start and now, over the goals that have both; undefined without any. Change is measured on the same goals. */
export function goalAttainmentOf(
  scoring: Extract<Scoring, { method: 'goal-attainment' }>,
  goals: readonly GoalScore[],
): { readonly before: ScaleResult; readonly now: ScaleResult; readonly goals: number } | undefined {
  const whole = goals.filter((goal) => goal.baseline !== null && goal.now !== null)
  if (whole.length === 0) return undefined
  const weights = whole.map((goal) => goal.weight)
  const before = scoreOn(scoring, { scores: whole.map((goal) => goal.baseline!), weights })
  const now = scoreOn(scoring, { scores: whole.map((goal) => goal.now!), weights })
  return before.ok && now.ok ? { before: before.value, now: now.value, goals: whole.length } : undefined
}

/** All five levels or none, each saying something else: two levels with the same words cannot be told apart. */
export function checkLevels(levels: readonly GoalLevel[]): Result<undefined> {
  if (levels.length === 0) return accepted(undefined)
  const words = new Set(levels.map((level) => level.words.toLocaleLowerCase()))
  if (levels.length < GOAL_LEVELS.length || words.size < levels.length) return refused(LEVELS_INCOMPLETE)
  return accepted(undefined)
}

const LEVELS_INCOMPLETE: Refusal = {
  kind: 'invalid',
  code: 'levels-incomplete',
  field: 'level_0',
  message: {
    en: 'Describe all five levels, each in other words, or none at all.',
    cy: 'Disgrifiwch bob un o’r pum lefel, pob un mewn geiriau gwahanol, neu ddim un o gwbl.',
  },
}
