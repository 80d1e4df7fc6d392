/** Gathers what the home page shows somebody: what waits for them, how things are going, where the thread stands. */
import { type Period, wholeMonthsBefore } from '../../kernel/period.ts'
import { addRatios, type Ratio } from '../../kernel/quantity.ts'
import { readLineOfSight, type StopReading } from '../../measures/line-of-sight/line-of-sight.ts'
import type { Measure } from '../../measures/measure.ts'
import { readMonthly } from '../../measures/reading.ts'
import { findMeasure } from '../../measures/registry.ts'
import { type AuditedEvent, listEvents } from '../../platform/audit/reading.store.ts'
import { findRecordKind } from '../../platform/audit/record-kind.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Actor, may } from '../../platform/permissions/actor.ts'
import type { Runtime } from '../../platform/runtime.ts'
import type { SystemModule, TodayItem } from '../../system.ts'
import { HOME_MEASURES, MONTHS_SHOWN, OUTCOME_PARTS, type Trend, trendOf } from './home.ts'

export type Doing = {
  readonly period: Period
  /** How the outcomes looked at ended, as counts; undefined where nobody counts outcomes. */
  readonly outcomes: Readonly<Record<keyof typeof OUTCOME_PARTS, Ratio>> | undefined
  readonly trends: readonly Trend[]
}

export type Home = {
  readonly today: readonly TodayItem[]
  /** For somebody who sees one person's record: where it is. */
  readonly ownRecord: string | undefined
  /** For those who may ask for measures. */
  readonly doing: Doing | undefined
  readonly stops: readonly StopReading[]
  /** For those who may read the audit log. */
  readonly events: readonly AuditedEvent[]
}

const EVENTS_SHOWN = 6

export async function openHome(runtime: Runtime, actor: Actor, systems: readonly SystemModule[]): Promise<Home> {
  const period = wholeMonthsBefore(runtime.clock.today(), MONTHS_SHOWN)
  return runtime.database.transaction(actor, async (tx) => {
    const seesMeasures = may(actor, 'measures:read')
    return {
      today: await todayOf(tx, runtime, actor, systems),
      ownRecord: ownRecordOf(actor),
      doing: seesMeasures ? await readDoing(tx, period) : undefined,
      stops:
        seesMeasures && actor.scope.kind === 'authority'
          ? await readLineOfSight(tx, { authorityId: actor.authorityId }, period)
          : [],
      events: may(actor, 'audit:read') ? await newestEvents(tx, actor.authorityId) : [],
    }
  })
}

function ownRecordOf({ scope }: Actor): string | undefined {
  const personId = scope.kind === 'own' ? scope.personIds[0] : undefined
  return personId === undefined ? undefined : findRecordKind('care-planning.person')?.path?.(String(personId))
}

/** Comings and goings are in the log, but are not what changed. */
async function newestEvents(tx: Tx, authorityId: number): Promise<readonly AuditedEvent[]> {
  const newest = await listEvents(tx, authorityId, {}, { limit: 10 * EVENTS_SHOWN })
  return newest.filter((event) => !event.action.startsWith('platform.sign-')).slice(0, EVENTS_SHOWN)
}

/** What has to be acted on first, then what is new; each system's own order within. */
async function todayOf(
  tx: Tx,
  { clock }: Runtime,
  actor: Actor,
  systems: readonly SystemModule[],
): Promise<readonly TodayItem[]> {
  const items: TodayItem[] = []
  for (const system of systems) items.push(...((await system.today?.(tx, actor, clock)) ?? []))
  return items.sort((a, b) => Number(a.kind === 'news') - Number(b.kind === 'news'))
}

/** Measures that no system has published are left out: an authority may run fewer systems. */
async function readDoing(tx: Tx, period: Period): Promise<Doing> {
  const parts = Object.entries(OUTCOME_PARTS) as [keyof typeof OUTCOME_PARTS, string][]
  const wanted = [...parts.map(([, name]) => name), ...HOME_MEASURES].filter((name) => findMeasure(name))
  const monthly = await readMonthly(tx, wanted, {}, period)
  const year = (name: string): Ratio => addRatios(monthly.get(name) ?? [])
  const shown = HOME_MEASURES.map((name) => findMeasure(name)).filter((found): found is Measure => found !== undefined)
  return {
    period,
    outcomes: parts.every(([, name]) => monthly.has(name))
      ? {
          achieved: year(OUTCOME_PARTS.achieved),
          partly: year(OUTCOME_PARTS.partly),
          not: year(OUTCOME_PARTS.not),
          changed: year(OUTCOME_PARTS.changed),
        }
      : undefined,
    trends: shown.map((measure) => trendOf(measure, monthly.get(measure.name) ?? [])),
  }
}
