/** Where the line of sight breaks between need and outcome. */
import { inBoth } from '../../../kernel/language.ts'
import type { BrokenLink, BrokenLinkReader } from '../../../measures/line-of-sight/broken-link.ts'
import { listNeeds } from '../need/need.store.ts'
import { listOutcomes } from '../outcome-catalogue/outcome.store.ts'
import { needsWithoutOutcome, outcomesWithoutNeed } from '../outcome-catalogue/outcome.ts'
import { commissioningPaths } from '../paths.ts'
import { lineOfSightText } from './line-of-sight.text.ts'

/** This many are named; the rest stand behind the link. */
const EXAMPLES = 5

const needWithoutOutcome: BrokenLinkReader = {
  kind: 'need-without-outcome',
  async read(tx, authorityId): Promise<BrokenLink | undefined> {
    const needs = needsWithoutOutcome(await listNeeds(tx, authorityId), await listOutcomes(tx, authorityId))
    if (needs.length === 0) return undefined
    return {
      kind: 'need-without-outcome',
      between: ['need', 'outcome'],
      count: needs.length,
      sentence: inBoth((language) => lineOfSightText[language].needsWithoutOutcome(needs.length)),
      remedy: inBoth((language) => lineOfSightText[language].needsRemedy),
      href: commissioningPaths.areas(),
      examples: needs
        .slice(0, EXAMPLES)
        .map((need) => ({ name: need.description, href: commissioningPaths.need(need.needId) })),
    }
  },
}

const outcomeWithoutNeed: BrokenLinkReader = {
  kind: 'outcome-without-need',
  async read(tx, authorityId): Promise<BrokenLink | undefined> {
    const outcomes = outcomesWithoutNeed(await listNeeds(tx, authorityId), await listOutcomes(tx, authorityId))
    if (outcomes.length === 0) return undefined
    return {
      kind: 'outcome-without-need',
      between: ['need', 'outcome'],
      count: outcomes.length,
      sentence: inBoth((language) => lineOfSightText[language].outcomesWithoutNeed(outcomes.length)),
      remedy: inBoth((language) => lineOfSightText[language].outcomesRemedy),
      href: commissioningPaths.outcomes(),
      examples: outcomes
        .slice(0, EXAMPLES)
        .map((outcome) => ({ name: outcome.statement, href: commissioningPaths.outcome(outcome.outcomeId) })),
    }
  },
}

export const commissioningBrokenLinks = [needWithoutOutcome, outcomeWithoutNeed] as const
