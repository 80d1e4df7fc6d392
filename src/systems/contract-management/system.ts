/** Contract management: what was bought, what it is meant to achieve, and how it is doing. */
import type { SystemModule } from '../../system.ts'
import { attributionRule } from './attribution-rule/attribution-rule.framework.ts'
import { contractApi } from './contract-register/contract.api.ts'
import { CONTRACT_NAMES } from './contract-register/contract.held.ts'
import { contractsImport } from './contract-register/contract.import.ts'
import { contractListPages } from './contract-register/contract-list.pages.tsx'
import { contractIndicatorsImport } from './indicator/contract-indicator.import.ts'
import { indicatorPages } from './indicator/indicator.pages.tsx'
import { contractBrokenLinks } from './line-of-sight/broken-links.ts'
import { contractStarts, contractStops } from './line-of-sight/contract.stops.ts'
import { contractPaths } from './paths.ts'
import { scorecardApi } from './scorecard/scorecard.api.ts'
import { scorecardCommands } from './scorecard/scorecard.cli.ts'
import { scorecardPages } from './scorecard/scorecard.pages.tsx'
import { contractsToday } from './today.ts'

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
    indicatorPages(doors)
  },
  stops: contractStops,
  starts: [contractStarts],
  brokenLinks: contractBrokenLinks,
  frameworks: [attributionRule],
  heldNames: [CONTRACT_NAMES],
  records: [
    {
      recordType: 'contract-management.contract',
      title: { en: 'Contract', cy: 'Contract' },
      permission: 'contracts:read',
      fields: { indicators: { en: 'What is watched', cy: 'Yr hyn a wylir' } },
      path: (recordId) => contractPaths.contract(Number(recordId)),
    },
  ],
  api(doors) {
    contractApi(doors)
    scorecardApi(doors)
  },
  commands: scorecardCommands,
  today: contractsToday,
  imports: [contractsImport, contractIndicatorsImport],
} satisfies SystemModule
