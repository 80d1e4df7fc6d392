/** Follow-ups in the database. */
import type { Selectable } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { FollowUp, FollowUpState } from './follow-up.ts'

export type NewFollowUp = Pick<FollowUp, 'reviewId' | 'domainId' | 'what' | 'language' | 'owner' | 'dueOn'>

export async function insertFollowUp(
  tx: Tx,
  authorityId: number,
  followUp: NewFollowUp,
  added: { readonly by: string; readonly at: Temporal.Instant },
): Promise<number> {
  const { action_id } = await tx
    .insertInto('review.action')
    .values({
      authority_id: authorityId,
      review_id: followUp.reviewId,
      domain_id: followUp.domainId,
      what: followUp.what,
      language: followUp.language,
      owner: followUp.owner,
      due_on: followUp.dueOn,
      added_by: added.by,
      added_at: added.at,
    })
    .returning('action_id')
    .executeTakeFirstOrThrow()
  return action_id
}

export async function findFollowUp(tx: Tx, authorityId: number, actionId: number): Promise<FollowUp | undefined> {
  const row = await tx
    .selectFrom('review.action')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('action_id', '=', actionId)
    .forUpdate()
    .executeTakeFirst()
  return row && followUpOf(row)
}

/** Those of one review, or of all reviews; the earliest due first. */
export async function listFollowUps(
  tx: Tx,
  authorityId: number,
  wanted: { readonly reviewId?: number; readonly reviewIds?: readonly number[] } = {},
): Promise<readonly FollowUp[]> {
  let query = tx
    .selectFrom('review.action')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('due_on')
    .orderBy('action_id')
  if (wanted.reviewId !== undefined) query = query.where('review_id', '=', wanted.reviewId)
  if (wanted.reviewIds) {
    if (wanted.reviewIds.length === 0) return []
    query = query.where('review_id', 'in', wanted.reviewIds)
  }
  return (await query.execute()).map(followUpOf)
}

export async function updateFollowUp(
  tx: Tx,
  authorityId: number,
  actionId: number,
  change: {
    readonly state: FollowUpState
    readonly closedOn: Day | null
    readonly closingNote: string
    readonly version: number
  },
): Promise<void> {
  await tx
    .updateTable('review.action')
    .set({
      state: change.state,
      closed_on: change.closedOn,
      closing_note: change.closingNote,
      version: change.version,
    })
    .where('authority_id', '=', authorityId)
    .where('action_id', '=', actionId)
    .execute()
}

/** Takes out a follow-up of a draft; once a review is signed, its follow-ups are closed, never removed. */
export async function removeFollowUp(tx: Tx, authorityId: number, actionId: number): Promise<void> {
  await tx
    .deleteFrom('review.action')
    .where('authority_id', '=', authorityId)
    .where('action_id', '=', actionId)
    .execute()
}

function followUpOf(row: Selectable<Tables['review.action']>): FollowUp {
  return {
    actionId: row.action_id,
    reviewId: row.review_id,
    domainId: row.domain_id,
    what: row.what,
    language: row.language as Language,
    owner: row.owner,
    dueOn: row.due_on,
    state: row.state as FollowUpState,
    closedOn: row.closed_on,
    closingNote: row.closing_note,
    version: row.version,
  }
}
