/** Providers in the database. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { oncePerTransaction } from '../../../platform/database/once.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Provider, ProviderFacts, SizeBand } from './provider.ts'

export function listProviders(tx: Tx, authorityId: number): Promise<readonly Provider[]> {
  return oncePerTransaction(tx, `providers ${authorityId}`, () => readProviders(tx, authorityId))
}

async function readProviders(tx: Tx, authorityId: number): Promise<readonly Provider[]> {
  const rows = await tx
    .selectFrom('commissioning.provider')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .execute()
  return rows.map(providerOf)
}

export async function findProvider(tx: Tx, authorityId: number, providerId: number): Promise<Provider | undefined> {
  const row = await tx
    .selectFrom('commissioning.provider')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('provider_id', '=', providerId)
    .executeTakeFirst()
  return row && providerOf(row)
}

export async function findProviderByRef(tx: Tx, authorityId: number, ref: string): Promise<Provider | undefined> {
  const row = await tx
    .selectFrom('commissioning.provider')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row && providerOf(row)
}

/** Adds the provider, or changes the one with this reference; returns its id. */
export async function writeProvider(
  tx: Tx,
  authorityId: number,
  facts: ProviderFacts,
  importId: number | null = null,
): Promise<number> {
  const values = {
    name: facts.name,
    size_band: facts.sizeBand,
    care_workers: facts.careWorkers,
    welsh_speaking_workers: facts.welshSpeakingWorkers,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  }
  const { provider_id } = await tx
    .insertInto('commissioning.provider')
    .values({ authority_id: authorityId, ref: facts.ref, import_id: importId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'ref'])
        .doUpdateSet((eb) => ({ ...values, version: eb('commissioning.provider.version', '+', 1) })),
    )
    .returning('provider_id')
    .executeTakeFirstOrThrow()
  return provider_id
}

function providerOf(row: Selectable<Tables['commissioning.provider']>): Provider {
  return {
    providerId: row.provider_id,
    ref: row.ref,
    name: row.name,
    sizeBand: row.size_band as SizeBand,
    careWorkers: row.care_workers,
    welshSpeakingWorkers: row.welsh_speaking_workers,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    version: row.version,
  }
}
