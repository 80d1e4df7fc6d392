/** The file of visits: one row for each visit planned and made, missed or cancelled, as call-monitoring systems export them. */
import type { Tx } from '../../../platform/database/database.ts'
import { defineImportKind, type ImportContext } from '../../../platform/import/import-kind.ts'
import { noteMissedVisits } from '../../care-planning/index.ts'
import { visitColumns } from './visit-columns.import.ts'
import {
  countMissedWith,
  countVisitsChangedSince,
  countVisitsOf,
  mergeVisits,
  rehearseVisits,
  takeBackVisits,
} from './visit-import.store.ts'
import { type JudgedVisit, judgeVisit, loadLookups } from './visit-judging.import.ts'

/** Older months are history: nobody is asked to look because a file of last year came in. */
const MONTHS_THAT_MATTER = 2

/** Whose visits were missed lately is told to those who look after them. */
async function tellOfMissed(tx: Tx, { authorityId, frameworks, clock }: ImportContext): Promise<void> {
  const today = clock.today()
  const missed = await countMissedWith(tx, authorityId, today.subtract({ months: MONTHS_THAT_MATTER }))
  if (missed.length > 0) await noteMissedVisits(tx, { authorityId, frameworks, today }, missed)
}

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
      async write(writing, visits, isRehearsal) {
        if (isRehearsal) return rehearseVisits(writing, context, visits)
        const fates = await mergeVisits(writing, context, visits)
        if (visits.length > 0) await tellOfMissed(writing, context)
        return fates
      },
    }
  },
  changedSince: (tx, { authorityId, importId }) => countVisitsChangedSince(tx, authorityId, importId),
  undo: (tx, { authorityId, importId }) => takeBackVisits(tx, authorityId, importId),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'packages') return undefined
    return { what: { en: 'visits', cy: 'ymweliadau' }, count: await countVisitsOf(tx, authorityId, ids) }
  },
})
