/** Commissioning: population needs, outcomes and the market. */
import type { SystemModule } from '../../system.ts'
import { areasImport } from './area/area.import.ts'
import { commissioningBrokenLinks } from './line-of-sight/broken-links.ts'
import { areaStarts, providerStarts } from './line-of-sight/market.starts.ts'
import { needStop } from './line-of-sight/need.stop.ts'
import { outcomeStarts, outcomeStop } from './line-of-sight/outcome.stop.ts'
import { needsImport } from './need/need.import.ts'
import { nationalOutcomes } from './outcome-catalogue/national-outcomes.framework.ts'
import { outcomeCatalogueImport } from './outcome-catalogue/outcome.import.ts'
import { providersImport } from './provider/provider.import.ts'

export const commissioningSystem = {
  name: 'commissioning',
  stops: [needStop, outcomeStop],
  starts: [outcomeStarts, areaStarts, providerStarts],
  brokenLinks: commissioningBrokenLinks,
  frameworks: [nationalOutcomes],
  imports: [areasImport, needsImport, outcomeCatalogueImport, providersImport],
} satisfies SystemModule
