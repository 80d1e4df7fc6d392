/** What care planning has to say on the home page: reviews overdue, reviews coming, and for a person, reviews that wait for their word. */
import type { Clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { TodayItem } from '../../system.ts'
import { findOwnWorker } from './caseload/caseload.store.ts'
import { countDue, listAwaitingWord } from './line-of-sight/chosen.store.ts'
import { text } from './line-of-sight/line-of-sight.text.ts'
import { carePlanningPaths } from './paths.ts'
import { listWork } from './worklist/worklist.store.ts'
import { text as workText } from './worklist/worklist.text.ts'

const DAYS_AHEAD = 14
const DAYS_BACK = 120

export async function carePlanningToday(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  if (actor.scope.kind === 'own') return awaitingWord(tx, actor, clock)
  if (!may(actor, 'people:read')) return []
  const worker = may(actor, 'people:change') ? await findOwnWorker(tx) : undefined
  if (worker !== undefined) return workerToday(tx, actor, clock, worker)
  const { overdue, soon } = await countDue(tx, actor.authorityId, clock.today(), DAYS_AHEAD)
  const items: TodayItem[] = []
  if (overdue > 0)
    items.push({
      kind: 'attention',
      count: overdue,
      href: `${carePlanningPaths.people()}?state=overdue&sort=due`,
      sentence: { en: text.en.overdue(overdue), cy: text.cy.overdue(overdue) },
    })
  if (soon > 0)
    items.push({
      kind: 'attention',
      count: soon,
      href: `${carePlanningPaths.people()}?sort=due`,
      sentence: { en: text.en.dueSoon(soon), cy: text.cy.dueSoon(soon) },
    })
  return items
}

const OF_WORKERS = [
  ['overdue', 'today'],
  ['changed', 'changedToday'],
  ['wish', 'wishToday'],
] as const

/** A worker is told of their own people, and led to their own list. */
async function workerToday(tx: Tx, actor: Actor, clock: Clock, workerId: number): Promise<readonly TodayItem[]> {
  const items: TodayItem[] = []
  for (const [kind, sentence] of OF_WORKERS) {
    const asked = { today: clock.today(), daysAhead: DAYS_AHEAD, workerId, limit: 1 }
    const { total } = await listWork(tx, actor.authorityId, kind, asked)
    if (total > 0)
      items.push({
        kind: 'attention',
        count: total,
        href: `${carePlanningPaths.worklist()}#${kind}`,
        sentence: { en: workText.en[sentence](total), cy: workText.cy[sentence](total) },
      })
  }
  return items
}

async function awaitingWord(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  const waiting = await listAwaitingWord(tx, actor.authorityId, clock.today().subtract({ days: DAYS_BACK }))
  const [first] = waiting
  if (!first) return []
  return [
    {
      kind: 'attention',
      count: waiting.length,
      href: carePlanningPaths.ownWord(first.personId, first.outcomeReviewId),
      sentence: { en: text.en.yourWord(waiting.length), cy: text.cy.yourWord(waiting.length) },
    },
  ]
}
