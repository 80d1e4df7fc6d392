/** Contract management: what was bought, what it is meant to achieve, and how it is doing. */
import type { SystemModule } from '../../system.ts'
import { attributionRule } from './attribution-rule/attribution-rule.framework.ts'
import { contractsImport } from './contract-register/contract.import.ts'
import { contractListPages } from './contract-register/contract-list.pages.tsx'
import { contractIndicatorsImport } from './indicator/contract-indicator.import.ts'
import { contractBrokenLinks } from './line-of-sight/broken-links.ts'
import { contractStarts, contractStops } from './line-of-sight/contract.stops.ts'
import { contractPaths } from './paths.ts'
import { scorecardPages } from './scorecard/scorecard.pages.tsx'

export const contractManagementSystem = {
  name: 'contract-management',
  navigation: [
    {
      label: { en: 'Contracts', cy: 'Contractau' },
      href: contractPaths.contracts(),
      access: 'contracts:read',
      order: 30,
    },
  ],
  pages(doors) {
    contractListPages(doors)
    scorecardPages(doors)
  },
  stops: contractStops,
  starts: [contractStarts],
  brokenLinks: contractBrokenLinks,
  frameworks: [attributionRule],
  imports: [contractsImport, contractIndicatorsImport],
} satisfies SystemModule
