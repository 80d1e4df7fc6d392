/** The contract register in the database; a contract is also written as a dimension of the measures. */
import { type Selectable, sql } from 'kysely'
import type { CommissioningModel, Service } from '../../../kernel/model.ts'
import { penceOf } from '../../../kernel/money.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { oncePerTransaction } from '../../../platform/database/once.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { type Contract, type ContractFacts, type Route, saysTheSame } from './contract-register.ts'

export type WrittenContract = { readonly contractId: number; readonly was: 'added' | 'changed' | 'known' }

/**
 * Adds the contract, or changes the one with this reference; a contract that says what is known already is left as it is. The measures'
 * dimension of it is written in the same transaction; the database itself marks what a changed tolerance makes late or short.
 */
export async function writeContract(
  tx: Tx,
  authorityId: number,
  facts: ContractFacts,
  importId: number | null = null,
): Promise<WrittenContract> {
  const before = await findContractByRef(tx, authorityId, facts.ref)
  if (before && saysTheSame(before, facts)) return { contractId: before.contractId, was: 'known' }
  const contractId = before
    ? await updateContract(tx, authorityId, before.contractId, facts)
    : await insertContract(tx, authorityId, facts, importId)
  await writeAreasAndOutcomes(tx, authorityId, contractId, facts)
  await writeDimension(tx, authorityId, contractId, facts)
  return { contractId, was: before ? 'changed' : 'added' }
}

export async function findContract(tx: Tx, authorityId: number, contractId: number): Promise<Contract | undefined> {
  const row = await contracts(tx, authorityId).where('c.contract_id', '=', contractId).executeTakeFirst()
  return row && contractOf(row)
}

export async function findContractByRef(tx: Tx, authorityId: number, ref: string): Promise<Contract | undefined> {
  const row = await contracts(tx, authorityId).where('c.ref', '=', ref).executeTakeFirst()
  return row && contractOf(row)
}

/** All contracts that the asker may see, by reference. */
export function listContracts(tx: Tx, authorityId: number): Promise<readonly Contract[]> {
  return oncePerTransaction(tx, `contracts ${authorityId}`, () => readContracts(tx, authorityId))
}

async function readContracts(tx: Tx, authorityId: number): Promise<readonly Contract[]> {
  return (await contracts(tx, authorityId).orderBy('c.ref').execute()).map(contractOf)
}

/** How many contracts are meant to serve each outcome on a day; outcomes that none serves are absent. */
export async function countServing(tx: Tx, authorityId: number, on: Day): Promise<ReadonlyMap<number, number>> {
  const rows = await tx
    .selectFrom('contract_management.contract_outcome as o')
    .innerJoin('contract_management.contract as c', (join) =>
      join.onRef('c.authority_id', '=', 'o.authority_id').onRef('c.contract_id', '=', 'o.contract_id'),
    )
    .select(['o.outcome_id', sql<number>`count(*)`.as('contracts')])
    .where('o.authority_id', '=', authorityId)
    .where('c.starts_on', '<=', on)
    .where((eb) => eb.or([eb('c.ends_on', 'is', null), eb('c.ends_on', '>=', on)]))
    .groupBy('o.outcome_id')
    .execute()
  return new Map(rows.map((row) => [row.outcome_id, row.contracts]))
}

/** Takes out a contract that an import added, with its dimension; throws where packages or visits stand on it. */
export async function removeContract(tx: Tx, authorityId: number, contractId: number): Promise<void> {
  for (const table of ['measures.contract_dimension', 'contract_management.contract'] as const)
    await tx.deleteFrom(table).where('authority_id', '=', authorityId).where('contract_id', '=', contractId).execute()
}

function contracts(tx: Tx, authorityId: number) {
  return tx
    .selectFrom('contract_management.contract as c')
    .selectAll('c')
    .select([
      sql<number[]>`array(select area_id from contract_management.contract_area a
        where a.authority_id = c.authority_id and a.contract_id = c.contract_id order by area_id)`.as('area_ids'),
      sql<number[]>`array(select outcome_id from contract_management.contract_outcome o
        where o.authority_id = c.authority_id and o.contract_id = c.contract_id order by outcome_id)`.as('outcome_ids'),
    ])
    .where('c.authority_id', '=', authorityId)
}

type Row = Selectable<Tables['contract_management.contract']> & { area_ids: number[]; outcome_ids: number[] }

function contractOf(row: Row): Contract {
  return {
    contractId: row.contract_id,
    ref: row.ref,
    title: { en: row.title_en, cy: row.title_cy },
    providerId: row.provider_id,
    lot: row.lot,
    route: row.route as Route,
    service: row.service as Service,
    model: row.model as CommissioningModel,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    ratePerHourPence: penceOf(row.rate_per_hour_pence),
    lateToleranceMinutes: row.late_tolerance_minutes,
    shortTolerancePercent: row.short_tolerance_percent,
    areaIds: row.area_ids,
    outcomeIds: row.outcome_ids,
    version: row.version,
  }
}

function valuesOf(facts: ContractFacts) {
  return {
    title_en: facts.title.en,
    title_cy: facts.title.cy,
    provider_id: facts.providerId,
    lot: facts.lot,
    route: facts.route,
    service: facts.service,
    model: facts.model,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
    rate_per_hour_pence: facts.ratePerHourPence,
    late_tolerance_minutes: facts.lateToleranceMinutes,
    short_tolerance_percent: facts.shortTolerancePercent,
  }
}

async function insertContract(tx: Tx, authorityId: number, facts: ContractFacts, importId: number | null) {
  const { contract_id } = await tx
    .insertInto('contract_management.contract')
    .values({ authority_id: authorityId, ref: facts.ref, import_id: importId, ...valuesOf(facts) })
    .returning('contract_id')
    .executeTakeFirstOrThrow()
  return contract_id
}

async function updateContract(tx: Tx, authorityId: number, contractId: number, facts: ContractFacts) {
  await tx
    .updateTable('contract_management.contract')
    .set((eb) => ({ ...valuesOf(facts), version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('contract_id', '=', contractId)
    .execute()
  return contractId
}

async function writeAreasAndOutcomes(tx: Tx, authorityId: number, contractId: number, facts: ContractFacts) {
  const ofContract = { authority_id: authorityId, contract_id: contractId }
  for (const table of ['contract_management.contract_area', 'contract_management.contract_outcome'] as const)
    await tx.deleteFrom(table).where('authority_id', '=', authorityId).where('contract_id', '=', contractId).execute()
  for (const area_id of new Set(facts.areaIds))
    await tx
      .insertInto('contract_management.contract_area')
      .values({ ...ofContract, area_id })
      .execute()
  for (const outcome_id of new Set(facts.outcomeIds))
    await tx
      .insertInto('contract_management.contract_outcome')
      .values({ ...ofContract, outcome_id })
      .execute()
}

async function writeDimension(tx: Tx, authorityId: number, contractId: number, facts: ContractFacts) {
  const values = {
    ref: facts.ref,
    provider_id: facts.providerId,
    service: facts.service,
    model: facts.model,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
    late_tolerance_minutes: facts.lateToleranceMinutes,
    short_tolerance_percent: facts.shortTolerancePercent,
  }
  await tx
    .insertInto('measures.contract_dimension')
    .values({ authority_id: authorityId, contract_id: contractId, ...values })
    .onConflict((conflict) => conflict.columns(['authority_id', 'contract_id']).doUpdateSet(values))
    .execute()
}
