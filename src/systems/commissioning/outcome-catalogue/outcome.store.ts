/** The outcome catalogue in the database. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { oncePerTransaction } from '../../../platform/database/once.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Outcome, OutcomeFacts, WellBeingArea } from './outcome.ts'

export function listOutcomes(tx: Tx, authorityId: number): Promise<readonly Outcome[]> {
  return oncePerTransaction(tx, `outcomes ${authorityId}`, () => readOutcomes(tx, authorityId))
}

async function readOutcomes(tx: Tx, authorityId: number): Promise<readonly Outcome[]> {
  const rows = await tx
    .selectFrom('commissioning.outcome')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('level', 'desc')
    .orderBy('ref')
    .execute()
  return rows.map(outcomeOf)
}

export async function findOutcome(tx: Tx, authorityId: number, outcomeId: number): Promise<Outcome | undefined> {
  const row = await tx
    .selectFrom('commissioning.outcome')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('outcome_id', '=', outcomeId)
    .executeTakeFirst()
  return row && outcomeOf(row)
}

export async function findOutcomeByRef(tx: Tx, authorityId: number, ref: string): Promise<Outcome | undefined> {
  const row = await tx
    .selectFrom('commissioning.outcome')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('ref', '=', ref)
    .executeTakeFirst()
  return row && outcomeOf(row)
}

/** Adds the outcome, or changes the one with this reference; returns its id. */
export async function writeOutcome(
  tx: Tx,
  authorityId: number,
  facts: OutcomeFacts,
  importId: number | null = null,
): Promise<number> {
  const values = {
    level: facts.level,
    well_being_area: facts.wellBeingArea,
    statement_en: facts.statement.en,
    statement_cy: facts.statement.cy,
    national_ref: facts.nationalRef,
    need_ref: facts.needRef,
    edition: facts.edition,
    source: facts.source,
    is_verified: facts.isVerified,
    starts_on: facts.startsOn,
    ends_on: facts.endsOn,
  }
  const { outcome_id } = await tx
    .insertInto('commissioning.outcome')
    .values({ authority_id: authorityId, ref: facts.ref, import_id: importId, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['authority_id', 'ref'])
        .doUpdateSet((eb) => ({ ...values, version: eb('commissioning.outcome.version', '+', 1) })),
    )
    .returning('outcome_id')
    .executeTakeFirstOrThrow()
  return outcome_id
}

function outcomeOf(row: Selectable<Tables['commissioning.outcome']>): Outcome {
  return {
    outcomeId: row.outcome_id,
    ref: row.ref,
    level: row.level as Outcome['level'],
    wellBeingArea: row.well_being_area as WellBeingArea | null,
    statement: { en: row.statement_en, cy: row.statement_cy },
    nationalRef: row.national_ref,
    needRef: row.need_ref,
    edition: row.edition,
    source: row.source,
    isVerified: row.is_verified,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    version: row.version,
  }
}
