/** What work allocation brings to the whole. */
import type { SystemModule } from '../../system.ts'
import { packagesImport } from './package/package.import.ts'
import { visitsImport } from './visit/visit.import.ts'
import { VISIT_MEASURES, VISITS } from './visit/visit.measures.ts'

export const workAllocationSystem = {
  name: 'work-allocation',
  sources: [VISITS],
  measures: VISIT_MEASURES,
  imports: [packagesImport, visitsImport],
} satisfies SystemModule
