/** Commissioning: population needs, outcomes and the market. */
import type { SystemModule } from '../../system.ts'
import { commissioningBrokenLinks } from './line-of-sight/broken-links.ts'
import { needStop } from './line-of-sight/need.stop.ts'
import { outcomeStarts, outcomeStop } from './line-of-sight/outcome.stop.ts'
import { nationalOutcomes } from './outcome-catalogue/national-outcomes.framework.ts'

export const commissioningSystem = {
  name: 'commissioning',
  stops: [needStop, outcomeStop],
  starts: [outcomeStarts],
  brokenLinks: commissioningBrokenLinks,
  frameworks: [nationalOutcomes],
} satisfies SystemModule
