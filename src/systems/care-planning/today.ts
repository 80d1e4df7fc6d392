/** What care planning has to say on the home page: reviews overdue, reviews coming, and for a person, reviews that wait for their word. */
import { inBoth } from '../../kernel/language.ts'
import type { Clock } from '../../platform/clock/clock.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { TodayItem } from '../../system.ts'
import { findOwnWorker } from './caseload/caseload.store.ts'
import { countDue, listAwaitingWord } from './line-of-sight/chosen.store.ts'
import { text } from './line-of-sight/line-of-sight.text.ts'
import { countWaitingNotices } from './notice/notice.store.ts'
import { carePlanningPaths } from './paths.ts'
import { countWaitingNotes } from './provider-note/provider-note.store.ts'
import { text as noteText } from './provider-note/provider-note.text.ts'
import { countWaitingEpisodes } from './reablement/reablement.store.ts'
import { listWork } from './worklist/worklist.store.ts'
import { text as workText } from './worklist/worklist.text.ts'

const DAYS_AHEAD = 14
const DAYS_BACK = 120

export async function carePlanningToday(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
  if (actor.scope.kind === 'own') return awaitingWord(tx, actor, clock)
  if (!may(actor, 'people:read')) return []
  const worker = may(actor, 'people:change') ? await findOwnWorker(tx) : undefined
  const own = worker === undefined ? await reviewsDue(tx, actor, clock) : await workerToday(tx, actor, clock, worker)
  return [...(await waitingBetween(tx, actor, clock, worker)), ...own]
}

/** What waits between the council and providers, and in reablement: who acknowledges, who answers, who looks again. */
async function waitingBetween(
  tx: Tx,
  actor: Actor,
  clock: Clock,
  worker: number | undefined,
): Promise<readonly TodayItem[]> {
  const item = (count: number, href: string, sentence: TodayItem['sentence']): readonly TodayItem[] =>
    count > 0 ? [{ kind: 'attention', count, href, sentence }] : []
  const told = may(actor, 'notes:write') ? await countWaitingNotices(tx, actor.authorityId) : 0
  const notes = may(actor, 'people:change')
    ? await countWaitingNotes(tx, actor.authorityId, worker)
    : { waiting: 0, urgent: 0 }
  const episodes =
    may(actor, 'people:change') || may(actor, 'notes:write')
      ? await countWaitingEpisodes(tx, actor.authorityId, clock.today())
      : { twoWeeks: 0, overrunning: 0, sixMonths: 0 }
  const list = carePlanningPaths.reablementList()
  return [
    ...item(
      told,
      carePlanningPaths.waiting(),
      inBoth((language) => noteText[language].todayNotices(told)),
    ),
    ...item(
      notes.waiting,
      carePlanningPaths.waiting(),
      inBoth((language) => noteText[language].todayNotes(notes.waiting, notes.urgent)),
    ),
    ...item(
      episodes.twoWeeks,
      `${list}?state=two-weeks`,
      inBoth((language) => noteText[language].todayTwoWeeks(episodes.twoWeeks)),
    ),
    ...item(
      episodes.overrunning,
      `${list}?state=overrunning`,
      inBoth((language) => noteText[language].todayOverrunning(episodes.overrunning)),
    ),
    ...item(
      may(actor, 'people:change') ? episodes.sixMonths : 0,
      `${list}?state=six-months`,
      inBoth((language) => noteText[language].todaySixMonths(episodes.sixMonths)),
    ),
  ]
}

async function reviewsDue(tx: Tx, actor: Actor, clock: Clock): Promise<readonly TodayItem[]> {
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
