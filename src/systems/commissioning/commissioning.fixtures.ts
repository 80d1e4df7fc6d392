/** Small, named records of commissioning for tests: say only what the test is about. */
import type { AreaFacts } from './area/area.ts'
import type { NeedFacts } from './need/need.ts'
import type { OutcomeFacts } from './outcome-catalogue/outcome.ts'
import type { ProviderFacts } from './provider/provider.ts'

export function anArea(facts: Partial<AreaFacts> = {}): AreaFacts {
  return {
    ref: 'A-CWM',
    name: { en: 'Upper Valley', cy: 'Y Cwm Uchaf' },
    rurality: 'rural',
    peopleAged75Plus: 1940,
    welshSpeakersPercent: 41.5,
    source: 'Census 2021',
    ...facts,
  }
}

export function aNeed(facts: Partial<NeedFacts> = {}): NeedFacts {
  return {
    ref: 'NEED-1',
    areaId: null,
    description: { en: 'People aged 75 and over who live alone', cy: 'Pobl 75 oed a hŷn sy’n byw ar eu pen eu hunain' },
    people: 1240,
    asOf: Temporal.PlainDate.from('2026-04-01'),
    source: 'Population needs assessment 2026',
    ...facts,
  }
}

export function aProvider(facts: Partial<ProviderFacts> = {}): ProviderFacts {
  return {
    ref: 'P-DYFFRYN',
    name: 'Gofal Dyffryn',
    sizeBand: 'medium',
    careWorkers: 40,
    welshSpeakingWorkers: 18,
    startsOn: Temporal.PlainDate.from('2020-04-01'),
    endsOn: null,
    ...facts,
  }
}

export function anOutcome(facts: Partial<OutcomeFacts> = {}): OutcomeFacts {
  return {
    ref: 'L1',
    level: 'local',
    wellBeingArea: 4,
    statement: { en: 'I get out and about as I choose', cy: 'Rwy’n mynd allan fel y dymunaf' },
    nationalRef: 'N-4.2',
    needRef: 'NEED-1',
    edition: '2026',
    source: 'Commissioning strategy 2026',
    isVerified: true,
    startsOn: null,
    endsOn: null,
    ...facts,
  }
}
