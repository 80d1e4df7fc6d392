/** The front door of commissioning: areas, needs, providers and outcomes for the other systems. Which transaction asks decides what is seen. */

export { findArea, findAreaByRef, listAreas, writeArea } from './area/area.store.ts'
export { type Area, type AreaFacts, RURALITIES, type Rurality } from './area/area.ts'
export { needOfOutcomes } from './line-of-sight/need.stop.ts'
export { outcomeReading } from './line-of-sight/outcome.stop.ts'
export { findNeed, findNeedByRef, listNeeds, writeNeed } from './need/need.store.ts'
export type { Need, NeedFacts } from './need/need.ts'
export {
  NATIONAL_OUTCOMES_ID,
  type NationalOutcomes,
  nationalOutcomes,
} from './outcome-catalogue/national-outcomes.framework.ts'
export { adoptNationalOutcomes } from './outcome-catalogue/national-outcomes.store.ts'
export { findOutcome, findOutcomeByRef, listOutcomes, writeOutcome } from './outcome-catalogue/outcome.store.ts'
export { familyIds, type Outcome, type OutcomeFacts, WellBeingArea } from './outcome-catalogue/outcome.ts'
export { findProvider, findProviderByRef, listProviders, writeProvider } from './provider/provider.store.ts'
export { type Provider, type ProviderFacts, SizeBand } from './provider/provider.ts'
