/** The front door of work allocation: packages and visits for the other systems. Which transaction asks decides what is seen. */
export { findPackage, listPackages, type PackagePage } from './package/package.store.ts'
export { type CarePackage, type PackageState, stateOn } from './package/package.ts'
export { countVisitsOf, findVisit, listVisitsOf, type VisitCounts, type VisitsOf } from './visit/visit.store.ts'
export type { Visit, VisitStatus } from './visit/visit.ts'
