/** What outcomes of a person and workers are called, where what is held about the person points at them. */
import type { HeldNames } from '../../../platform/personal-data/held-part.ts'
import { listWorkers } from '../caseload/caseload.store.ts'
import { listOutcomeWords } from './record.store.ts'

export const NAMES_FROM_CARE_PLANNING: readonly HeldNames[] = [
  { columns: ['personal_outcome_id', 'hangs_on', 'reformulated_from'], names: listOutcomeWords },
  {
    columns: ['worker_id'],
    names: async (tx, { authorityId }) =>
      new Map((await listWorkers(tx, authorityId)).map(({ workerId, name }) => [workerId, { en: name, cy: name }])),
  },
]
