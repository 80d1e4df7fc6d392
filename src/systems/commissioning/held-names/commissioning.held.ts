/** What areas, providers and outcomes of the catalogue are called, where what is held about a person points at them. */
import type { HeldNames } from '../../../platform/personal-data/held-part.ts'
import { listAreas } from '../area/area.store.ts'
import { listOutcomes } from '../outcome-catalogue/outcome.store.ts'
import { listProviders } from '../provider/provider.store.ts'

export const NAMES_FROM_COMMISSIONING: readonly HeldNames[] = [
  {
    columns: ['provider_id'],
    names: async (tx, { authorityId }) =>
      new Map(
        (await listProviders(tx, authorityId)).map(({ providerId, name }) => [providerId, { en: name, cy: name }]),
      ),
  },
  {
    columns: ['area_id'],
    names: async (tx, { authorityId }) =>
      new Map((await listAreas(tx, authorityId)).map(({ areaId, name }) => [areaId, name])),
  },
  {
    columns: ['outcome_id'],
    names: async (tx, { authorityId }) =>
      new Map((await listOutcomes(tx, authorityId)).map(({ outcomeId, statement }) => [outcomeId, statement])),
  },
]
