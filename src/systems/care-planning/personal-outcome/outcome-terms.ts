/** What an outcome may and may not be: checked before it is agreed, changed, reformulated or ended. */
import type { Day } from '../../../kernel/period.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { wouldCircle } from './outcome-life.ts'

export type TermsToCheck = {
  readonly agreedOn: Day
  readonly reviewDueOn: Day
  readonly baselineScore: number | null
  readonly targetScore: number | null
  readonly hangsOn: number | null
  /** Of the scale chosen; undefined for one that is not known. */
  readonly range: { readonly lowest: number; readonly highest: number } | undefined
}

/** Every thing that is wrong, each at its field; empty where nothing is. */
export function faultsOf(terms: TermsToCheck, today: Day): readonly Refusal[] {
  const { agreedOn, reviewDueOn, range } = terms
  const faults: Refusal[] = []
  if (Temporal.PlainDate.compare(agreedOn, today) > 0) faults.push(AGREED_IN_FUTURE)
  if (Temporal.PlainDate.compare(reviewDueOn, agreedOn) <= 0) faults.push(DUE_BEFORE_AGREED)
  if (!range) return [...faults, NO_SUCH_SCALE]
  for (const field of ['baselineScore', 'targetScore'] as const) {
    const score = terms[field]
    if (score !== null && (score < range.lowest || score > range.highest)) faults.push(offTheScale(field, range))
  }
  return faults
}

/** Why one outcome cannot hang on another: it is not the person's, it has ended, or it would come round to itself. */
export function refuseHanging(
  step: number | undefined,
  goal: number,
  outcomes: readonly {
    readonly personalOutcomeId: number
    readonly hangsOn: number | null
    readonly endedOn: Day | null
  }[],
): Refusal | undefined {
  const found = outcomes.find(({ personalOutcomeId }) => personalOutcomeId === goal)
  if (!found || found.endedOn !== null) return NO_SUCH_GOAL
  const hangsOn = new Map(outcomes.map((outcome) => [outcome.personalOutcomeId, outcome.hangsOn]))
  return step !== undefined && wouldCircle(hangsOn, step, goal) ? GOES_ROUND : undefined
}

function offTheScale(field: string, { lowest, highest }: { lowest: number; highest: number }): Refusal {
  return {
    kind: 'invalid',
    code: 'not-on-scale',
    field,
    message: {
      en: `This scale goes from ${lowest} to ${highest}. Give a score between them, or leave it empty.`,
      cy: `Mae’r raddfa hon yn mynd o ${lowest} i ${highest}. Rhowch sgôr rhyngddynt, neu gadewch y maes yn wag.`,
    },
  }
}

const AGREED_IN_FUTURE: Refusal = {
  kind: 'invalid',
  code: 'agreed-in-the-future',
  field: 'agreedOn',
  message: {
    en: 'The day it was agreed cannot be in the future.',
    cy: 'Ni all y diwrnod y cytunwyd arno fod yn y dyfodol.',
  },
}
const DUE_BEFORE_AGREED: Refusal = {
  kind: 'invalid',
  code: 'due-before-agreed',
  field: 'reviewDueOn',
  message: {
    en: 'The day to look again has to come after the day it was agreed.',
    cy: 'Rhaid i’r diwrnod i edrych eto ddod ar ôl y diwrnod y cytunwyd arno.',
  },
}
const NO_SUCH_SCALE: Refusal = {
  kind: 'invalid',
  code: 'no-such-scale',
  field: 'scale',
  message: {
    en: 'Choose a scale from the list. Without one nobody can say how far the person has come.',
    cy: 'Dewiswch raddfa o’r rhestr. Heb raddfa, ni all neb ddweud pa mor bell y mae’r person wedi dod.',
  },
}
const NO_SUCH_GOAL: Refusal = {
  kind: 'invalid',
  code: 'no-such-goal',
  field: 'hangsOn',
  message: {
    en: 'Choose a live outcome of the same person.',
    cy: 'Dewiswch ganlyniad byw sy’n perthyn i’r un person.',
  },
}
const GOES_ROUND: Refusal = {
  kind: 'invalid',
  code: 'goal-goes-round',
  field: 'hangsOn',
  message: {
    en: 'That outcome is itself a step towards this one. Choose another.',
    cy: 'Mae’r canlyniad hwnnw ei hun yn gam tuag at yr un hwn. Dewiswch un arall.',
  },
}
