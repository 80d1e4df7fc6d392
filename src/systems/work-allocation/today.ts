/** What work allocation has to say on the home page: visits missed yesterday. */
import { counted } from '../../kernel/counted.ts'
import { inBoth } from '../../kernel/language.ts'
import { readMeasure } from '../../measures/reading.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { TodayItem } from '../../system.ts'
import { workAllocationPaths } from './paths.ts'
import { text } from './visit/visit.text.ts'

export async function workAllocationToday(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  if (!may(actor, 'visits:read') || actor.scope.kind === 'own') return []
  const yesterday = clock.today().subtract({ days: 1 })
  const period = { from: yesterday, to: yesterday }
  const { numerator: missed } = await readMeasure(tx, 'visits-missed', {}, period)
  if (missed === 0) return []
  return [
    {
      kind: 'attention',
      count: missed,
      href: workAllocationPaths.visits({ show: 'missed' }, period),
      sentence: inBoth((language) => text[language].missedYesterday(counted(language, missed, 'visit'), missed === 1)),
    },
  ]
}
