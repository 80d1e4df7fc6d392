/** What contract management has to say on the home page: contracts that end soon, targets missed, contracts that serve no outcome. */
import { missesTarget } from '../../kernel/chance.ts'
import { inBoth } from '../../kernel/language.ts'
import { type Day, wholeMonthsBefore } from '../../kernel/period.ts'
import { readBy } from '../../measures/reading.ts'
import { findMeasure } from '../../measures/registry.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { TodayItem } from '../../system.ts'
import { listText } from './contract-register/contract-list.text.ts'
import { MONTHS_TO_DECIDE } from './contract-register/contract-list.ts'
import { listContracts } from './contract-register/contract-register.store.ts'
import { type Contract, endsWithin, stateOn } from './contract-register/contract-register.ts'
import { listAllIndicators } from './indicator/indicator.store.ts'
import { contractPaths } from './paths.ts'

type Text = (typeof listText)['en']['today']

export async function contractsToday(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  if (!may(actor, 'contracts:read')) return []
  const today = clock.today()
  const live = (await listContracts(tx, actor.authorityId)).filter((contract) => stateOn(contract, today) === 'live')
  const ending = live.filter((contract) => endsWithin(contract, MONTHS_TO_DECIDE, today))
  const adrift = live.filter((contract) => contract.outcomeIds.length === 0)
  const missed = await countOffTarget(tx, actor.authorityId, live, today)
  return [
    item(missed, `${contractPaths.contracts()}?sort=achieved`, (text) => text.offTarget(missed)),
    item(ending.length, contractPaths.contracts({ state: 'ending' }), (text) => text.ending(ending.length)),
    item(adrift.length, contractPaths.contracts({ serves: 'nothing', state: 'live' }), (text) =>
      text.servesNothing(adrift.length),
    ),
  ].filter(({ count }) => count > 0)
}

function item(count: number, href: string, say: (text: Text) => string): TodayItem {
  return { kind: 'attention', count, href, sentence: inBoth((language) => say(listText[language].today)) }
}

/** Live contracts of which some share missed its target in the last whole month by more than pure chance explains. */
async function countOffTarget(tx: Tx, authorityId: number, live: readonly Contract[], today: Day): Promise<number> {
  const indicators = await listAllIndicators(tx, authorityId)
  const watched = [...new Set([...indicators.values()].flat().map((indicator) => indicator.measure))].filter(
    (name) => findMeasure(name)?.unit === 'share',
  )
  const readings = await readBy(tx, 'contract', watched, {}, wholeMonthsBefore(today, 1))
  return live.filter(({ contractId }) =>
    (indicators.get(contractId) ?? []).some(({ measure: name, target }) => {
      const measure = findMeasure(name)
      const found = readings.get(contractId)?.get(name)
      if (!measure || !found || target === null || measure.unit !== 'share') return false
      return missesTarget('share', { value: target, better: measure.better }, found)
    }),
  ).length
}
