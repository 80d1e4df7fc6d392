/** Commissioning: population needs, outcomes and the market. */
import type { SystemModule } from '../../system.ts'
import { areaApi } from './area/area.api.ts'
import { areasImport } from './area/area.import.ts'
import { areaPages } from './area/area.pages.tsx'
import { NAMES_FROM_COMMISSIONING } from './held-names/commissioning.held.ts'
import { commissioningBrokenLinks } from './line-of-sight/broken-links.ts'
import { areaStarts, providerStarts } from './line-of-sight/market.starts.ts'
import { needStop } from './line-of-sight/need.stop.ts'
import { outcomeStarts, outcomeStop } from './line-of-sight/outcome.stop.ts'
import { needsImport } from './need/need.import.ts'
import { needPages } from './need/need.pages.tsx'
import { catalogueApi } from './outcome-catalogue/catalogue.api.ts'
import { cataloguePages } from './outcome-catalogue/catalogue.pages.tsx'
import { nationalOutcomes } from './outcome-catalogue/national-outcomes.framework.ts'
import { outcomeCatalogueImport } from './outcome-catalogue/outcome.import.ts'
import { commissioningPaths } from './paths.ts'
import { providerApi } from './provider/provider.api.ts'
import { providersImport } from './provider/provider.import.ts'
import { providerPages } from './provider/provider.pages.tsx'

export const commissioningSystem = {
  name: 'commissioning',
  navigation: [
    {
      label: { en: 'Commissioning', cy: 'Comisiynu' },
      href: commissioningPaths.outcomes(),
      access: 'catalogue:read',
      order: 50,
    },
  ],
  api(doors) {
    catalogueApi(doors)
    areaApi(doors)
    providerApi(doors)
  },
  pages(doors) {
    cataloguePages(doors)
    areaPages(doors)
    needPages(doors)
    providerPages(doors)
  },
  stops: [needStop, outcomeStop],
  starts: [outcomeStarts, areaStarts, providerStarts],
  brokenLinks: commissioningBrokenLinks,
  frameworks: [nationalOutcomes],
  heldNames: NAMES_FROM_COMMISSIONING,
  imports: [areasImport, needsImport, outcomeCatalogueImport, providersImport],
} satisfies SystemModule
