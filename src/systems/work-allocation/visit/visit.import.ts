/** The file of visits: one row for each visit planned and made, missed or cancelled, as call-monitoring systems export them. */
import { defineImportKind } from '../../../platform/import/import-kind.ts'
import { visitColumns } from './visit-columns.import.ts'
import {
  countVisitsChangedSince,
  countVisitsOf,
  mergeVisits,
  rehearseVisits,
  takeBackVisits,
} from './visit-import.store.ts'
import { type JudgedVisit, judgeVisit, loadLookups } from './visit-judging.import.ts'

export const visitsImport = defineImportKind<JudgedVisit>({
  name: 'visits',
  title: { en: 'Visits', cy: 'Ymweliadau' },
  lead: {
    en: 'One row for each visit: planned, and delivered, missed or cancelled.',
    cy: 'Un rhes ar gyfer pob ymweliad: wedi’i gynllunio, ac wedi’i gynnal, ei golli neu ei ganslo.',
  },
  permission: 'imports:visits',
  after: ['packages'],
  columns: visitColumns,
  batchSize: 20_000,
  fills: ['work_allocation.visit'],
  async open(tx, context) {
    const lookups = await loadLookups(tx, context)
    return {
      judge: (row) => judgeVisit(row, lookups),
      write: (writing, visits, isRehearsal) =>
        isRehearsal ? rehearseVisits(writing, context, visits) : mergeVisits(writing, context, visits),
    }
  },
  changedSince: (tx, { authorityId, importId }) => countVisitsChangedSince(tx, authorityId, importId),
  undo: (tx, { authorityId, importId }) => takeBackVisits(tx, authorityId, importId),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'packages') return undefined
    return { what: { en: 'visits', cy: 'ymweliadau' }, count: await countVisitsOf(tx, authorityId, ids) }
  },
})
