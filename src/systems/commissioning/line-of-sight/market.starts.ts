/** The areas and the providers that one can start from. */
import { inBoth } from '../../../kernel/language.ts'
import type { StartReader } from '../../../measures/line-of-sight/start.ts'
import { listAreas } from '../area/area.store.ts'
import { commissioningPaths } from '../paths.ts'
import { listProviders } from '../provider/provider.store.ts'

export const areaStarts: StartReader = {
  part: 'areaId',
  list: async (tx, authorityId) =>
    (await listAreas(tx, authorityId)).map((area) => ({
      id: area.areaId,
      ref: area.ref,
      name: area.name,
      href: commissioningPaths.area(area.areaId),
    })),
}

/** A provider has one name, which is the same in both languages. */
export const providerStarts: StartReader = {
  part: 'providerId',
  list: async (tx, authorityId) =>
    (await listProviders(tx, authorityId)).map((provider) => ({
      id: provider.providerId,
      ref: provider.ref,
      name: inBoth(() => provider.name),
      href: commissioningPaths.provider(provider.providerId),
    })),
}
