/** Looking at areas: what people there need, what is supplied, and what is achieved. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { type Period, wholeMonthsBefore } from '../../../kernel/period.ts'
import { type Ratio, ratio } from '../../../kernel/quantity.ts'
import { accepted, type Refusal, refused } from '../../../kernel/result.ts'
import { readLineOfSight, type StopReading } from '../../../measures/line-of-sight/line-of-sight.ts'
import { type Reading, readBy } from '../../../measures/reading.ts'
import { findMeasure } from '../../../measures/registry.ts'
import { type ActionContext, defineAction } from '../../../platform/actions/action.ts'
import { findNeed, listNeeds } from '../need/need.store.ts'
import type { Need } from '../need/need.ts'
import { listOutcomes } from '../outcome-catalogue/outcome.store.ts'
import { needRefsOf, type Outcome } from '../outcome-catalogue/outcome.ts'
import { listProviders } from '../provider/provider.store.ts'
import type { Provider } from '../provider/provider.ts'
import { findArea, listAreas } from './area.store.ts'
import type { Area } from './area.ts'

/** What is supplied and achieved; of the last twelve whole months. */
export type Supply = {
  readonly people: number
  readonly hours: number
  readonly achieved: Ratio
  readonly onTime: Ratio
}

const MEASURES = ['people-served', 'hours-delivered', 'outcomes-achieved', 'visits-on-time'] as const

export type ListedArea = { readonly area: Area; readonly needs: readonly Need[]; readonly supply: Supply }
export type AreaList = {
  readonly areas: readonly ListedArea[]
  readonly wholeAuthority: readonly Need[]
  readonly period: Period
}

export const browseAreas = defineAction({
  name: 'commissioning.browse-areas',
  title: { en: 'Looked through the areas', cy: 'Edrych drwy’r ardaloedd' },
  permission: 'catalogue:read',
  input: z.object({}),
  async run({ tx, actor, clock }) {
    const { authorityId } = actor
    const period = wholeMonthsBefore(clock.today(), 12)
    const needs = await listNeeds(tx, authorityId)
    const supplies = await readBy(tx, 'area', known(MEASURES), {}, period)
    return accepted<AreaList>({
      areas: (await listAreas(tx, authorityId)).map((area) => ({
        area,
        needs: needs.filter((need) => need.areaId === area.areaId),
        supply: supplyOf(supplies.get(area.areaId)),
      })),
      wholeAuthority: needs.filter((need) => need.areaId === null),
      period,
    })
  },
})

export type AnsweredNeed = { readonly need: Need; readonly outcomes: readonly Outcome[] }
export type AreaPage = {
  readonly area: Area
  readonly needs: readonly AnsweredNeed[]
  /** Those that work here, by their provider. */
  readonly suppliers: readonly { readonly provider: Provider; readonly supply: Supply }[]
  readonly supply: Supply
  readonly lineOfSight: readonly StopReading[]
  readonly period: Period
}

export const openArea = defineAction({
  name: 'commissioning.open-area',
  title: { en: 'Opened an area', cy: 'Agor ardal' },
  permission: 'catalogue:read',
  input: z.object({ areaId: RecordId }),
  async run({ tx, actor, clock }, { areaId }) {
    const { authorityId } = actor
    const area = await findArea(tx, authorityId, areaId)
    if (!area) return refused(NO_SUCH_AREA)
    const period = wholeMonthsBefore(clock.today(), 12)
    const outcomes = await listOutcomes(tx, authorityId)
    const byProvider = await readBy(tx, 'provider', known(MEASURES), { areaId }, period)
    const whole = await readBy(tx, 'area', known(MEASURES), { areaId }, period)
    return accepted<AreaPage>({
      area,
      needs: (await listNeeds(tx, authorityId, areaId)).map((need) => answered(need, outcomes)),
      suppliers: (await listProviders(tx, authorityId))
        .map((provider) => ({ provider, supply: supplyOf(byProvider.get(provider.providerId)) }))
        .filter(({ supply }) => supply.people > 0)
        .sort((a, b) => b.supply.people - a.supply.people),
      supply: supplyOf(whole.get(areaId)),
      lineOfSight: await readLineOfSight(tx, { authorityId, areaId }, period),
      period,
    })
  },
})

export type NeedPage = AnsweredNeed & { readonly area: Area | undefined }

export const openNeed = defineAction({
  name: 'commissioning.open-need',
  title: { en: 'Opened a need', cy: 'Agor angen' },
  permission: 'catalogue:read',
  input: z.object({ needId: RecordId }),
  async run({ tx, actor }: ActionContext, { needId }) {
    const need = await findNeed(tx, actor.authorityId, needId)
    if (!need) return refused(NO_SUCH_NEED)
    const area = need.areaId === null ? undefined : await findArea(tx, actor.authorityId, need.areaId)
    return accepted<NeedPage>({ ...answered(need, await listOutcomes(tx, actor.authorityId)), area })
  },
})

export const NO_SUCH_AREA: Refusal = {
  kind: 'not-found',
  code: 'no-such-area',
  message: { en: 'There is no such area.', cy: 'Nid oes ardal o’r fath.' },
}

const NO_SUCH_NEED: Refusal = {
  kind: 'not-found',
  code: 'no-such-need',
  message: { en: 'There is no such need.', cy: 'Nid oes angen o’r fath.' },
}

/** Measures that some system publishes; the others are shown as nothing counted. */
export function known(names: readonly string[]): readonly string[] {
  return names.filter((name) => findMeasure(name) !== undefined)
}

export function supplyOf(readings: ReadonlyMap<string, Reading> | undefined): Supply {
  return {
    people: readings?.get('people-served')?.numerator ?? 0,
    hours: readings?.get('hours-delivered')?.numerator ?? 0,
    achieved: readings?.get('outcomes-achieved') ?? ratio(0, 0),
    onTime: readings?.get('visits-on-time') ?? ratio(0, 0),
  }
}

function answered(need: Need, outcomes: readonly Outcome[]): AnsweredNeed {
  return {
    need,
    outcomes: outcomes.filter(
      (outcome) => outcome.level === 'local' && needRefsOf(outcomes, [outcome.outcomeId]).has(need.ref),
    ),
  }
}
