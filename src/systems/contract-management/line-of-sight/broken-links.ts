/** Where the line of sight breaks at the contract: nothing above it, or nothing that reaches down to it. */
import { type Bilingual, inBoth } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { BrokenLink, BrokenLinkReader } from '../../../measures/line-of-sight/broken-link.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { familyIds, listAreas, listOutcomes, type Outcome } from '../../commissioning/index.ts'
import { commissioningPaths } from '../../commissioning/paths.ts'
import { listContracts } from '../contract-register/contract-register.store.ts'
import { type Contract, stateOn } from '../contract-register/contract-register.ts'
import { listAllIndicators } from '../indicator/indicator.store.ts'
import { serveNoOutcome } from '../indicator/indicator.ts'
import { contractPaths } from '../paths.ts'
import { lineOfSightText } from './line-of-sight.text.ts'

type Text = (typeof lineOfSightText)['en']
type Named = { readonly name: Bilingual; readonly href: string }
type Telling = {
  readonly kind: string
  readonly between: BrokenLink['between']
  readonly sentence: (text: Text, count: number) => string
  readonly remedy: (text: Text) => string
  readonly href: string
  readonly find: (tx: Tx, authorityId: number, on: Day) => Promise<readonly Named[]>
}

/** This many are named; the rest stand behind the link. */
const EXAMPLES = 5

const TELLINGS: readonly Telling[] = [
  {
    kind: 'contract-serves-no-outcome',
    between: ['outcome', 'contract'],
    sentence: (text, count) => text.contractsServeNone(count),
    remedy: (text) => text.contractsRemedy,
    href: contractPaths.contracts({ serves: 'nothing', state: 'live' }),
    find: async (tx, authorityId, on) =>
      (await live(tx, authorityId, on)).filter((contract) => contract.outcomeIds.length === 0).map(contractNamed),
  },
  {
    kind: 'own-outcome-unserved',
    between: ['outcome', 'contract'],
    sentence: (text, count) => text.ownUnserved(count),
    remedy: (text) => text.ownUnservedRemedy,
    href: commissioningPaths.outcomes(),
    find: (tx, authorityId, on) => unserved(tx, authorityId, on, 'local'),
  },
  {
    kind: 'national-outcome-unserved',
    between: ['outcome', 'contract'],
    sentence: (text, count) => text.nationalUnserved(count),
    remedy: (text) => text.nationalUnservedRemedy,
    href: commissioningPaths.outcomes(),
    find: (tx, authorityId, on) => unserved(tx, authorityId, on, 'national'),
  },
  {
    kind: 'indicators-serve-no-outcome',
    between: ['outcome', 'achieved'],
    sentence: (text, count) => text.indicatorsServeNone(count),
    remedy: (text) => text.indicatorsRemedy,
    href: contractPaths.contracts({ serves: 'nothing-watched', state: 'live' }),
    async find(tx, authorityId, on) {
      const indicators = await listAllIndicators(tx, authorityId)
      const contracts = await live(tx, authorityId, on)
      return contracts
        .filter((contract) => serveNoOutcome(indicators.get(contract.contractId) ?? []))
        .map((contract) => ({ name: contract.title, href: contractPaths.indicators(contract.contractId) }))
    },
  },
  {
    kind: 'area-without-contract',
    between: ['need', 'contract'],
    sentence: (text, count) => text.areasWithout(count),
    remedy: (text) => text.areasRemedy,
    href: commissioningPaths.areas(),
    async find(tx, authorityId, on) {
      const covered = new Set((await live(tx, authorityId, on)).flatMap((contract) => contract.areaIds))
      const areas = (await listAreas(tx, authorityId)).filter((area) => !covered.has(area.areaId))
      return areas.map((area) => ({ name: area.name, href: commissioningPaths.area(area.areaId) }))
    },
  },
]

export const contractBrokenLinks: readonly BrokenLinkReader[] = TELLINGS.map((telling) => ({
  kind: telling.kind,
  async read(tx, authorityId, period) {
    const found = await telling.find(tx, authorityId, period.to)
    if (found.length === 0) return undefined
    return {
      kind: telling.kind,
      between: telling.between,
      count: found.length,
      sentence: inBoth((language) => telling.sentence(lineOfSightText[language], found.length)),
      remedy: inBoth((language) => telling.remedy(lineOfSightText[language])),
      href: telling.href,
      examples: found.slice(0, EXAMPLES),
    }
  },
}))

async function live(tx: Tx, authorityId: number, on: Day): Promise<readonly Contract[]> {
  return (await listContracts(tx, authorityId)).filter((contract) => stateOn(contract, on) === 'live')
}

async function unserved(tx: Tx, authorityId: number, on: Day, level: Outcome['level']): Promise<readonly Named[]> {
  const served = new Set((await live(tx, authorityId, on)).flatMap((contract) => contract.outcomeIds))
  const outcomes = await listOutcomes(tx, authorityId)
  return outcomes
    .filter((outcome) => outcome.level === level)
    .filter((outcome) => !familyIds(outcomes, outcome.outcomeId).some((id) => served.has(id)))
    .map((outcome) => ({ name: outcome.statement, href: commissioningPaths.outcome(outcome.outcomeId) }))
}

function contractNamed(contract: Contract): Named {
  return { name: contract.title, href: contractPaths.contract(contract.contractId) }
}
