/** What contract management has to say on the home page: contracts that end soon, targets missed, contracts that serve no outcome. */
import { inBoth } from '../../kernel/language.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { TodayItem } from '../../system.ts'
import { listText } from './contract-register/contract-list.text.ts'
import { MONTHS_TO_DECIDE } from './contract-register/contract-list.ts'
import { listContracts } from './contract-register/contract-register.store.ts'
import { endsWithin, stateOn } from './contract-register/contract-register.ts'
import { listAllIndicators } from './indicator/indicator.store.ts'
import { readOffTarget } from './indicator/off-target.reading.ts'
import { contractPaths } from './paths.ts'

type Text = (typeof listText)['en']['today']

export async function contractsToday(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  if (!may(actor, 'contracts:read')) return []
  const today = clock.today()
  const live = (await listContracts(tx, actor.authorityId)).filter((contract) => stateOn(contract, today) === 'live')
  const ending = live.filter((contract) => endsWithin(contract, MONTHS_TO_DECIDE, today))
  const adrift = live.filter((contract) => contract.outcomeIds.length === 0)
  const offTarget = await readOffTarget(tx, await listAllIndicators(tx, actor.authorityId), today)
  const missed = live.filter((contract) => offTarget.has(contract.contractId)).length
  return [
    item(missed, contractPaths.contracts({ targets: 'missed', state: 'live' }), (text) => text.offTarget(missed)),
    item(ending.length, contractPaths.contracts({ state: 'ending' }), (text) => text.ending(ending.length)),
    item(adrift.length, contractPaths.contracts({ serves: 'nothing', state: 'live' }), (text) =>
      text.servesNothing(adrift.length),
    ),
  ].filter(({ count }) => count > 0)
}

function item(count: number, href: string, say: (text: Text) => string): TodayItem {
  return { kind: 'attention', count, href, sentence: inBoth((language) => say(listText[language].today)) }
}
