/** Counts the facts of the registers that a review asks for, through the front doors of the rooms that keep them. */

import { type Day, lastOfMonth } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { type Contract, listIndicators } from '../../contract-management/index.ts'
import { listFollowUps } from '../follow-up/follow-up.store.ts'
import { isLate } from '../follow-up/follow-up.ts'
import { listReviews } from '../review-life/review.store.ts'
import type { FactName } from './fact.ts'

export type FactQuestion = {
  readonly tx: Tx
  readonly authorityId: number
  /** The contracts the review looks at: all of them where it covers the authority. */
  readonly contracts: readonly Contract[]
  /** The review that asks; its own follow-ups are not evidence for it. */
  readonly reviewId: number
  readonly periodEnd: Day
  readonly today: Day
}

/** How many are wanting, out of all. */
export async function countFact(name: FactName, asked: FactQuestion): Promise<Ratio> {
  return FACTS[name](asked)
}

const FACTS = {
  'contracts-without-outcome': async ({ contracts }) =>
    ratio(contracts.filter((contract) => contract.outcomeIds.length === 0).length, contracts.length),
  'contracts-ending-soon': async ({ contracts, periodEnd }) =>
    ratio(contracts.filter((contract) => endsWithinYear(contract, periodEnd)).length, contracts.length),
  'indicators-without-outcome': async (asked) => {
    const indicators = await indicatorsOf(asked)
    return ratio(indicators.filter((indicator) => indicator.outcomeId === null).length, indicators.length)
  },
  'indicators-without-target': async (asked) => {
    const indicators = await indicatorsOf(asked)
    return ratio(indicators.filter((indicator) => indicator.target === null).length, indicators.length)
  },
  'earlier-actions-late': async (asked) => {
    const followUps = await earlierFollowUps(asked)
    return ratio(followUps.filter((followUp) => isLate(followUp, asked.today)).length, followUps.length)
  },
} as const satisfies Record<FactName, (asked: FactQuestion) => Promise<Ratio>>

/** After the period's last day, and no later than the same day a year on. */
export function endsWithinYear(contract: Pick<Contract, 'endsOn'>, periodEnd: Day): boolean {
  if (!contract.endsOn) return false
  const lastDay =
    periodEnd.day === periodEnd.daysInMonth ? lastOfMonth(periodEnd.add({ years: 1 })) : periodEnd.add({ years: 1 })
  return (
    Temporal.PlainDate.compare(contract.endsOn, periodEnd) > 0 &&
    Temporal.PlainDate.compare(contract.endsOn, lastDay) <= 0
  )
}

async function indicatorsOf({ tx, authorityId, contracts }: FactQuestion) {
  const all = []
  for (const { contractId } of contracts) all.push(...(await listIndicators(tx, authorityId, contractId)))
  return all
}

/** Of signed reviews that looked at any of the same contracts, or at the whole authority. */
async function earlierFollowUps({ tx, authorityId, contracts, reviewId }: FactQuestion) {
  const ids = new Set(contracts.map((contract) => contract.contractId))
  const earlier = (await listReviews(tx, authorityId, { states: ['signed'] })).filter(
    (review) =>
      review.reviewId !== reviewId &&
      (review.contractIds.length === 0 || review.contractIds.some((contractId) => ids.has(contractId))),
  )
  return listFollowUps(tx, authorityId, { reviewIds: earlier.map((review) => review.reviewId) })
}
