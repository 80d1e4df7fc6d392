/** Plans received and not yet answered, in the database; and what was kept apart of those that were. */
import type { Selectable } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import { ExchangedPlan } from './exchanged-plan.ts'
import type { KeptApart } from './fhir-reading.ts'

export type ReceivedPlan = {
  readonly receivedPlanId: number
  readonly personId: number | null
  readonly fileName: string
  readonly state: 'waiting' | 'accepted' | 'set-aside'
  readonly content: ExchangedPlan
  readonly keptApart: readonly KeptApart[]
  readonly taken: readonly string[]
  readonly receivedBy: string
  readonly receivedAt: Temporal.Instant
  readonly version: number
}

export async function addReceived(
  tx: Tx,
  authorityId: number,
  received: Pick<ReceivedPlan, 'personId' | 'fileName' | 'content' | 'keptApart' | 'receivedBy' | 'receivedAt'> & {
    readonly digest: string
  },
): Promise<number> {
  const { received_plan_id } = await tx
    .insertInto('care_planning.received_plan')
    .values({
      authority_id: authorityId,
      person_id: received.personId,
      file_name: received.fileName,
      content: JSON.stringify(received.content),
      kept_apart: JSON.stringify(received.keptApart),
      digest: received.digest,
      received_by: received.receivedBy,
      received_at: received.receivedAt,
    })
    .returning('received_plan_id')
    .executeTakeFirstOrThrow()
  return received_plan_id
}

export async function findReceived(
  tx: Tx,
  authorityId: number,
  receivedPlanId: number,
): Promise<ReceivedPlan | undefined> {
  const row = await tx
    .selectFrom('care_planning.received_plan')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('received_plan_id', '=', receivedPlanId)
    .executeTakeFirst()
  return row && receivedOf(row)
}

/** The newest received of the very same file, as far as the asker may see. */
export async function findSameFile(tx: Tx, authorityId: number, digest: string): Promise<ReceivedPlan | undefined> {
  const row = await tx
    .selectFrom('care_planning.received_plan')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('digest', '=', digest)
    .orderBy('received_plan_id', 'desc')
    .executeTakeFirst()
  return row && receivedOf(row)
}

/** What was received about one person, the newest first. */
export async function listReceivedOf(tx: Tx, authorityId: number, personId: number): Promise<readonly ReceivedPlan[]> {
  const rows = await tx
    .selectFrom('care_planning.received_plan')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('received_plan_id', 'desc')
    .execute()
  return rows.map(receivedOf)
}

export type Answer = {
  readonly state: 'accepted' | 'set-aside'
  readonly personId: number | null
  readonly taken: readonly string[]
  readonly by: string
  readonly at: Temporal.Instant
}

/** False where somebody answered it before. */
export async function answerReceived(
  tx: Tx,
  authorityId: number,
  receivedPlanId: number,
  answer: Answer,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.received_plan')
    .set((eb) => ({
      state: answer.state,
      person_id: answer.personId,
      taken: JSON.stringify(answer.taken),
      answered_by: answer.by,
      answered_at: answer.at,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('received_plan_id', '=', receivedPlanId)
    .where('state', '=', 'waiting')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function receivedOf(row: Selectable<Tables['care_planning.received_plan']>): ReceivedPlan {
  return {
    receivedPlanId: row.received_plan_id,
    personId: row.person_id,
    fileName: row.file_name,
    state: row.state as ReceivedPlan['state'],
    content: ExchangedPlan.parse(row.content),
    keptApart: row.kept_apart as unknown as readonly KeptApart[],
    taken: row.taken as unknown as readonly string[],
    receivedBy: row.received_by,
    receivedAt: row.received_at,
    version: row.version,
  }
}
