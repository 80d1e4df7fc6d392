/** The indicators of contracts in the database. */
import { type Selectable, sql } from 'kysely'
import { ratio } from '../../../kernel/quantity.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Indicator } from './indicator.ts'

export async function listIndicators(tx: Tx, authorityId: number, contractId: number): Promise<readonly Indicator[]> {
  const rows = await tx
    .selectFrom('contract_management.contract_indicator')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('contract_id', '=', contractId)
    .orderBy('measure')
    .execute()
  return rows.map(indicatorOf)
}

/** Of every contract that has any, by its id. */
export async function listAllIndicators(
  tx: Tx,
  authorityId: number,
): Promise<ReadonlyMap<number, readonly Indicator[]>> {
  const rows = await tx
    .selectFrom('contract_management.contract_indicator')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('contract_id')
    .orderBy('measure')
    .execute()
  return new Map([...Map.groupBy(rows, (row) => row.contract_id)].map(([id, own]) => [id, own.map(indicatorOf)]))
}

/** Replaces the indicators of a contract. For files and first set-up; what people change goes through `replaceIndicators`. */
export async function writeIndicators(
  tx: Tx,
  authorityId: number,
  contractId: number,
  indicators: readonly Indicator[],
): Promise<void> {
  await tx
    .deleteFrom('contract_management.contract_indicator')
    .where('authority_id', '=', authorityId)
    .where('contract_id', '=', contractId)
    .execute()
  if (indicators.length === 0) return
  await tx
    .insertInto('contract_management.contract_indicator')
    .values(
      indicators.map((indicator) => ({
        authority_id: authorityId,
        contract_id: contractId,
        measure: indicator.measure,
        outcome_id: indicator.outcomeId,
        baseline_numerator: indicator.baseline?.numerator ?? null,
        baseline_denominator: indicator.baseline?.denominator ?? null,
        baseline_note: indicator.baselineNote,
        target: indicator.target,
      })),
    )
    .execute()
}

/**
 * Replaces the indicators of a contract if it still stands at the version seen, and moves it on by one; returns the new version, or
 * undefined where somebody else was faster.
 */
export async function replaceIndicators(
  tx: Tx,
  authorityId: number,
  contract: { readonly contractId: number; readonly version: number },
  indicators: readonly Indicator[],
): Promise<number | undefined> {
  const moved = await tx
    .updateTable('contract_management.contract')
    .set({ version: sql`version + 1` })
    .where('authority_id', '=', authorityId)
    .where('contract_id', '=', contract.contractId)
    .where('version', '=', contract.version)
    .returning('version')
    .executeTakeFirst()
  if (!moved) return undefined
  await writeIndicators(tx, authorityId, contract.contractId, indicators)
  return moved.version
}

function indicatorOf(row: Selectable<Tables['contract_management.contract_indicator']>): Indicator {
  const { baseline_numerator: numerator, baseline_denominator: denominator } = row
  return {
    measure: row.measure,
    outcomeId: row.outcome_id,
    baseline: numerator === null || denominator === null ? null : ratio(numerator, denominator),
    baselineNote: row.baseline_note,
    target: row.target,
  }
}
