/** The contracts of Bryniau: who is bought from, where, by which of the three models, for which outcomes, and what is watched. */
import { AREAS, NO_CAPACITY_AREA } from './places.ts'
import { PROVIDERS, type Provider, STORY } from './providers.ts'
import type { Chance } from './random.ts'
import { LOCAL_OUTCOMES, THEMES } from './words.ts'

export type Contract = {
  readonly ref: string
  readonly titleEn: string
  readonly titleCy: string
  readonly provider: Provider
  readonly lot: string
  readonly route: 'framework' | 'block' | 'spot'
  readonly service: 'home-care' | 'reablement'
  readonly model: 1 | 2 | 3
  readonly startsOn: Temporal.PlainDate
  readonly endsOn: Temporal.PlainDate
  readonly ratePerHourPence: number
  readonly lateToleranceMinutes: number
  readonly areaRefs: readonly string[]
  readonly outcomeRefs: readonly string[]
  readonly indicators: readonly Indicator[]
  /** People supported at a time under it, in the full county. */
  readonly people: number
}

export type Indicator = {
  readonly measure: string
  readonly outcomeRef: string
  readonly baseline: readonly [numerator: number, denominator: number]
  readonly target: number
}

const ALL_OUTCOMES = [...new Set(THEMES.map((theme) => theme.outcomeRef))]

/** Draws the contract register as it stands on `today`; framework lots began three years ago and end in a year and a half. */
export function drawContracts(
  chance: Chance,
  today: Temporal.PlainDate,
  providers: readonly Provider[] = PROVIDERS,
): readonly Contract[] {
  const frameworkStart = today.subtract({ years: 3 }).with({ month: 4, day: 1 })
  const frameworkEnd = frameworkStart.add({ years: 5 }).subtract({ days: 1 })
  const contracts: Contract[] = []
  for (const provider of providers) {
    if (provider.ref === STORY.reablement)
      contracts.push(...reablementContracts(provider, frameworkStart, frameworkEnd))
    else if (provider.ref === STORY.noOutcome) contracts.push(...brynteg(provider, frameworkStart, frameworkEnd))
    else contracts.push(...homeCareContracts(chance, provider, frameworkStart, frameworkEnd, today))
  }
  return contracts
}

function homeCareContracts(
  chance: Chance,
  provider: Provider,
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
  today: Temporal.PlainDate,
): readonly Contract[] {
  if (provider.ref === 'elwydd-at-home') return [populationContract(provider, start, end)]
  const served = areasOf(provider)
  const lots = provider.people > 60 ? splitInTwo(served) : [served]
  const isSpot = provider.people <= 6
  return lots.map((areas, index) => {
    const lot = AREAS.findIndex((area) => area.ref === areas[0]) + 1
    const where = AREAS.find((area) => area.ref === areas[0])!
    const endsNowhere = provider.ref === 'clyd-care' || provider.ref === 'seren-fach'
    return {
      ref: `${isSpot ? 'SP' : 'FW'}-${String(lot).padStart(2, '0')}-${provider.ref}`,
      titleEn: isSpot ? `Spot purchase in ${where.nameEn}` : `Home care in ${where.nameEn}`,
      titleCy: isSpot ? `Pryniant yn ôl y galw: ${where.nameCy}` : `Gofal cartref: ${where.nameCy}`,
      provider,
      lot: isSpot ? '' : String(lot),
      route: isSpot ? 'spot' : 'framework',
      service: 'home-care',
      model: modelOf(provider),
      startsOn: start,
      endsOn: endsNowhere ? today.subtract({ months: 5 }).with({ day: 28 }) : end,
      ratePerHourPence: chance.int(2680, 3090),
      lateToleranceMinutes: 15,
      areaRefs: areas,
      outcomeRefs: index === 0 ? ALL_OUTCOMES : ALL_OUTCOMES.slice(0, 8),
      indicators: usualIndicators(provider),
      people: provider.people / lots.length,
    }
  })
}

/** Only the contract that ended five months ago ever served Cwm Hesgin: nobody has capacity there now. */
function areasOf(provider: Provider): readonly string[] {
  if (provider.ref === 'clyd-care' || provider.ref === 'seren-fach') return [NO_CAPACITY_AREA]
  if (provider.ref === 'ynys-gofal') return ['ynys-garan']
  const places = AREAS.filter((area) => area.ref !== NO_CAPACITY_AREA && area.ref !== 'traeth-elwydd')
  const at = PROVIDERS.findIndex((p) => p.ref === provider.ref)
  const count = provider.people > 60 ? 4 : provider.people > 20 ? 3 : 1
  return Array.from({ length: count }, (_, step) => places[(at * 2 + step * 3) % places.length]!.ref)
}

function splitInTwo(areas: readonly string[]): readonly (readonly string[])[] {
  return [areas.slice(0, 2), areas.slice(2)]
}

function modelOf(provider: Provider): 1 | 2 {
  return provider.ref === STORY.parting || provider.ref === 'gofal-helyg' || provider.ref === 'angor-care' ? 2 : 1
}

/** One provider answers for the outcomes of everybody aged 75 and over on the Elwydd coast. */
function populationContract(provider: Provider, start: Temporal.PlainDate, end: Temporal.PlainDate): Contract {
  return {
    ref: 'BL-06-elwydd-at-home',
    titleEn: 'Living well on the Elwydd Coast',
    titleCy: 'Byw’n dda ar Draeth Elwydd',
    provider,
    lot: '6',
    route: 'block',
    service: 'home-care',
    model: 3,
    startsOn: start,
    endsOn: end,
    ratePerHourPence: 2975,
    lateToleranceMinutes: 30,
    areaRefs: ['traeth-elwydd'],
    outcomeRefs: [...ALL_OUTCOMES, 'L-6'],
    indicators: usualIndicators(provider),
    people: provider.people,
  }
}

/** The block that buys punctual minutes: what it watches serves no outcome, and neither does the contract. */
function brynteg(provider: Provider, start: Temporal.PlainDate, end: Temporal.PlainDate): readonly Contract[] {
  const both = { provider, service: 'home-care', startsOn: start, endsOn: end, lateToleranceMinutes: 15 } as const
  return [
    {
      ...both,
      ref: 'BL-02-brynteg',
      titleEn: 'Block hours in Pont y Garreg',
      titleCy: 'Oriau bloc: Pont y Garreg',
      lot: '2',
      route: 'block',
      model: 1,
      ratePerHourPence: 2540,
      areaRefs: ['pont-garreg', 'aberglannant'],
      outcomeRefs: [],
      indicators: [
        { measure: 'visits-on-time', outcomeRef: '', baseline: [9100, 10000], target: 0.95 },
        { measure: 'visits-missed', outcomeRef: '', baseline: [70, 10000], target: 0.005 },
        { measure: 'visits-short', outcomeRef: '', baseline: [1200, 10000], target: 0.08 },
      ],
      people: 70,
    },
    {
      ...both,
      ref: 'FW-03-brynteg',
      titleEn: 'Home care in Caer Helyg',
      titleCy: 'Gofal cartref: Caer Helyg',
      lot: '3',
      route: 'framework',
      model: 1,
      ratePerHourPence: 2790,
      areaRefs: ['caer-helyg'],
      outcomeRefs: ALL_OUTCOMES,
      indicators: usualIndicators(provider),
      people: 48,
    },
  ]
}

function reablementContracts(
  provider: Provider,
  start: Temporal.PlainDate,
  end: Temporal.PlainDate,
): readonly Contract[] {
  return [
    {
      ref: 'RE-01-tim-ailalluogi',
      titleEn: 'Reablement across Bryniau',
      titleCy: 'Ailalluogi ledled Bryniau',
      provider,
      lot: '',
      route: 'block',
      service: 'reablement',
      model: 2,
      startsOn: start,
      endsOn: end,
      ratePerHourPence: 3890,
      lateToleranceMinutes: 30,
      areaRefs: AREAS.filter((area) => area.ref !== NO_CAPACITY_AREA).map((area) => area.ref),
      outcomeRefs: ['L-1', 'L-2', 'L-5'],
      indicators: [
        { measure: 'outcomes-achieved', outcomeRef: 'L-2', baseline: [58, 100], target: 0.65 },
        { measure: 'outcomes-confirmed', outcomeRef: 'L-2', baseline: [55, 100], target: 0.7 },
        { measure: 'reablement-need-reduced', outcomeRef: 'L-2', baseline: [68, 100], target: 0.7 },
        { measure: 'reablement-none-after', outcomeRef: 'L-2', baseline: [46, 100], target: 0.5 },
        { measure: 'reablement-returned', outcomeRef: 'L-2', baseline: [12, 100], target: 0.1 },
        { measure: 'visits-on-time', outcomeRef: 'L-2', baseline: [88, 100], target: 0.88 },
      ],
      people: provider.people,
    },
  ]
}

function usualIndicators(provider: Provider): readonly Indicator[] {
  const outcomeRef = LOCAL_OUTCOMES[0]!.ref
  const before = Math.round((provider.practice.achieved - 0.04) * 200)
  return [
    { measure: 'outcomes-achieved', outcomeRef, baseline: [before, 200], target: 0.6 },
    { measure: 'outcomes-confirmed', outcomeRef, baseline: [104, 200], target: 0.7 },
    { measure: 'outcomes-asked', outcomeRef, baseline: [118, 200], target: 0.8 },
    { measure: 'visits-on-time', outcomeRef: 'L-4', baseline: [885, 1000], target: 0.9 },
    { measure: 'visits-missed', outcomeRef: 'L-4', baseline: [8, 1000], target: 0.005 },
    { measure: 'visits-short', outcomeRef: 'L-4', baseline: [118, 1000], target: 0.1 },
    { measure: 'continuity', outcomeRef: 'L-4', baseline: [640, 100], target: 5 },
    { measure: 'language-match', outcomeRef: 'L-3', baseline: [58, 100], target: 0.8 },
    { measure: 'reviews-on-time', outcomeRef, baseline: [74, 100], target: 0.85 },
    { measure: 'people-missed-twice', outcomeRef: 'L-4', baseline: [4, 100], target: 0.02 },
  ]
}
