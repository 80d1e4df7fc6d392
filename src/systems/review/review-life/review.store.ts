/** Reviews in the database: where each stands, who wrote in it, and the steps of its life. */
import type { Selectable } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import { period } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Hand, NewReview, OwnWords, Review, ReviewState, TakenStep } from './review-life.ts'

export async function insertReview(
  tx: Tx,
  authorityId: number,
  review: NewReview,
  started: { readonly by: string; readonly at: Temporal.Instant },
): Promise<number> {
  const { review_id: reviewId } = await tx
    .insertInto('review.review')
    .values({
      authority_id: authorityId,
      name: review.name,
      language: review.language,
      framework_id: review.frameworkId,
      framework_edition: review.frameworkEdition,
      covers: review.contractIds.length > 0 ? 'contracts' : 'authority',
      period_from: review.period.from,
      period_to: review.period.to,
      started_by: started.by,
      started_at: started.at,
    })
    .returning('review_id')
    .executeTakeFirstOrThrow()
  if (review.contractIds.length > 0)
    await tx
      .insertInto('review.review_contract')
      .values(
        review.contractIds.map((contractId) => ({
          authority_id: authorityId,
          review_id: reviewId,
          contract_id: contractId,
        })),
      )
      .execute()
  return reviewId
}

export async function findReview(tx: Tx, authorityId: number, reviewId: number): Promise<Review | undefined> {
  return (await reviewsWhere(tx, authorityId, { reviewId }))[0]
}

/** As findReview, and nobody else can change the review or anything in it until this transaction ends. */
export async function lockReview(tx: Tx, authorityId: number, reviewId: number): Promise<Review | undefined> {
  await tx
    .selectFrom('review.review')
    .select('review_id')
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .forUpdate()
    .execute()
  return findReview(tx, authorityId, reviewId)
}

/** Newest first. */
export async function listReviews(
  tx: Tx,
  authorityId: number,
  wanted: { readonly states?: readonly ReviewState[]; readonly contractId?: number } = {},
): Promise<readonly Review[]> {
  return reviewsWhere(tx, authorityId, wanted)
}

async function reviewsWhere(
  tx: Tx,
  authorityId: number,
  wanted: { readonly reviewId?: number; readonly states?: readonly ReviewState[]; readonly contractId?: number },
): Promise<readonly Review[]> {
  let query = tx
    .selectFrom('review.review')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .orderBy('started_at', 'desc')
    .orderBy('review_id', 'desc')
  const { reviewId, states, contractId } = wanted
  if (reviewId !== undefined) query = query.where('review_id', '=', reviewId)
  if (states) query = query.where('state', 'in', states)
  if (contractId !== undefined)
    query = query.where('review_id', 'in', (eb) =>
      eb
        .selectFrom('review.review_contract')
        .select('review_id')
        .where('authority_id', '=', authorityId)
        .where('contract_id', '=', contractId),
    )
  const rows = await query.execute()
  if (rows.length === 0) return []
  const contracts = await tx
    .selectFrom('review.review_contract')
    .select(['review_id', 'contract_id'])
    .where('authority_id', '=', authorityId)
    .where(
      'review_id',
      'in',
      rows.map((row) => row.review_id),
    )
    .orderBy('contract_id')
    .execute()
  return rows.map((row) =>
    reviewOf(
      row,
      contracts.filter((c) => c.review_id === row.review_id).map((c) => c.contract_id),
    ),
  )
}

function reviewOf(row: Selectable<Tables['review.review']>, contractIds: readonly number[]): Review {
  return {
    reviewId: row.review_id,
    name: row.name,
    language: row.language as Language,
    frameworkId: row.framework_id,
    frameworkEdition: row.framework_edition,
    contractIds,
    period: period(row.period_from, row.period_to),
    state: row.state as ReviewState,
    conclusion: { text: row.conclusion, language: (row.conclusion_language ?? row.language) as Language },
    evidenceReadAt: row.evidence_read_at,
    startedBy: row.started_by,
    startedAt: row.started_at,
    version: row.version,
  }
}

/** Changes the review's own row and counts its version up; the caller holds the lock. */
export async function updateReview(
  tx: Tx,
  authorityId: number,
  review: Pick<Review, 'reviewId' | 'version'>,
  change: {
    readonly state?: ReviewState
    readonly conclusion?: OwnWords
    readonly evidenceReadAt?: Temporal.Instant
  },
): Promise<void> {
  await tx
    .updateTable('review.review')
    .set({
      version: review.version + 1,
      ...(change.state ? { state: change.state } : {}),
      ...(change.conclusion
        ? { conclusion: change.conclusion.text, conclusion_language: change.conclusion.language }
        : {}),
      ...(change.evidenceReadAt ? { evidence_read_at: change.evidenceReadAt } : {}),
    })
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', review.reviewId)
    .execute()
}

/** Notes that somebody wrote in the review: they may not sign it. */
export async function addWriter(tx: Tx, authorityId: number, reviewId: number, hand: Hand): Promise<void> {
  await tx
    .insertInto('review.writer')
    .values({
      authority_id: authorityId,
      review_id: reviewId,
      actor_kind: hand.kind,
      actor_id: hand.id,
      actor_name: hand.name,
    })
    .onConflict((on) => on.doNothing())
    .execute()
}

export async function listWriters(tx: Tx, authorityId: number, reviewId: number): Promise<readonly Hand[]> {
  const rows = await tx
    .selectFrom('review.writer')
    .select(['actor_kind', 'actor_id', 'actor_name'])
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .orderBy('actor_name')
    .execute()
  return rows.map((row) => ({ kind: row.actor_kind as Hand['kind'], id: row.actor_id, name: row.actor_name }))
}

export async function addStep(tx: Tx, authorityId: number, reviewId: number, step: TakenStep): Promise<void> {
  await tx
    .insertInto('review.step')
    .values({
      authority_id: authorityId,
      review_id: reviewId,
      step: step.step,
      actor_name: step.by,
      at: step.at,
      reason: step.reason,
    })
    .execute()
}

/** Oldest first. */
export async function listSteps(tx: Tx, authorityId: number, reviewId: number): Promise<readonly TakenStep[]> {
  const rows = await tx
    .selectFrom('review.step')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('review_id', '=', reviewId)
    .orderBy('step_id')
    .execute()
  return rows.map((row) => ({
    step: row.step as TakenStep['step'],
    by: row.actor_name,
    at: row.at,
    reason: row.reason,
  }))
}
