/** What work allocation brings to the whole. */
import type { SystemModule } from '../../system.ts'
import { packageApi } from './package/package.api.ts'
import { packagesImport } from './package/package.import.ts'
import { packagePages } from './package/package.pages.tsx'
import { packageListPages } from './package/package-list.pages.tsx'
import { peopleMerged } from './package/people-merged.store.ts'
import { workAllocationPaths } from './paths.ts'
import { HELD_BY_WORK_ALLOCATION } from './record/work-allocation.held.ts'
import { workAllocationToday } from './today.ts'
import { visitApi } from './visit/visit.api.ts'
import { visitsImport } from './visit/visit.import.ts'
import { VISIT_MEASURES, VISITS } from './visit/visit.measures.ts'
import { visitPages } from './visit/visit.pages.tsx'
import { visitListPages } from './visit/visit-list.pages.tsx'
import { visitsStop } from './visit/visits.stop.ts'

export const workAllocationSystem = {
  name: 'work-allocation',
  navigation: [
    {
      label: { en: 'Visits', cy: 'Ymweliadau' },
      href: workAllocationPaths.visits(),
      access: 'visits:read',
      order: 30,
    },
  ],
  pages(doors) {
    visitListPages(doors)
    visitPages(doors)
    packageListPages(doors)
    packagePages(doors)
  },
  api(doors) {
    visitApi(doors)
    packageApi(doors)
  },
  holds: HELD_BY_WORK_ALLOCATION,
  sources: [VISITS],
  measures: VISIT_MEASURES,
  stops: [visitsStop],
  imports: [packagesImport, visitsImport],
  records: [
    {
      recordType: 'work-allocation.package',
      title: { en: 'Package of care', cy: 'Pecyn gofal' },
      permission: 'visits:read',
      path: (recordId) => workAllocationPaths.package(Number(recordId)),
    },
  ],
  peopleMerged,
  today: workAllocationToday,
} satisfies SystemModule
