/** Samples and what was found of each claim, in the database. */
import { type Selectable, sql } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { calledName } from '../../../kernel/person-name.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type { Achievement, PersonSays } from '../outcome-review/outcome-review.ts'
import type { Found, Sample, SampleItem, VerifiedHow } from './verification.ts'

type OutOf = { readonly providerId: number | null; readonly from: Day; readonly to: Day }

/** References of the reviews in a period that conclude that something was achieved, wholly or in part. */
export async function listClaims(tx: Tx, authorityId: number, outOf: OutOf): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('care_planning.outcome_review')
    .select('ref')
    .where('authority_id', '=', authorityId)
    .where('held_on', '>=', outOf.from)
    .where('held_on', '<=', outOf.to)
    .where('achievement', 'in', ['achieved', 'partly'])
    .$if(outOf.providerId !== null, (query) => query.where('provider_id', '=', outOf.providerId))
    .execute()
  return rows.map(({ ref }) => ref)
}

/** Keeps a sample with its claims as they stand; `refs` in the order they were drawn. Answers its id. */
export async function addSample(
  tx: Tx,
  authorityId: number,
  sample: Omit<Sample, 'verificationSampleId'>,
  refs: readonly string[],
): Promise<number> {
  const { verification_sample_id } = await tx
    .insertInto('care_planning.verification_sample')
    .values({
      authority_id: authorityId,
      seed: sample.seed,
      provider_id: sample.providerId,
      from_day: sample.from,
      to_day: sample.to,
      size: sample.size,
      eligible: sample.eligible,
      drawn_on: sample.drawnOn,
      drawn_by: sample.drawnBy,
    })
    .returning('verification_sample_id')
    .executeTakeFirstOrThrow()
  await sql`
    insert into care_planning.verification_item
      (authority_id, verification_sample_id, outcome_review_id, person_id, place, contract_id, provider_id, area_id, claimed, provider_claimed)
    select r.authority_id, ${verification_sample_id}::bigint, r.outcome_review_id, r.person_id, drawn.place, r.contract_id, r.provider_id,
      r.area_id, r.achievement, r.provider_says
    from jsonb_array_elements_text(${JSON.stringify(refs)}::text::jsonb) with ordinality as drawn(ref, place)
    join care_planning.outcome_review r on r.authority_id = ${authorityId} and r.ref = drawn.ref`.execute(tx)
  return verification_sample_id
}

export type SampleLine = Sample & {
  readonly items: number
  readonly verified: number
  readonly upheld: number
}

/** All samples, newest first, with how far each has come. */
export async function listSamples(tx: Tx, authorityId: number): Promise<readonly SampleLine[]> {
  const rows = await tx
    .selectFrom('care_planning.verification_sample as s')
    .leftJoin('care_planning.verification_item as i', (join) =>
      join
        .onRef('i.authority_id', '=', 's.authority_id')
        .onRef('i.verification_sample_id', '=', 's.verification_sample_id'),
    )
    .selectAll('s')
    .select((eb) => [
      eb.fn.count<number>('i.outcome_review_id').as('items'),
      sql<number>`count(*) filter (where i.found <> 'could-not-verify')`.as('verified'),
      sql<number>`count(*) filter (where i.found = i.claimed)`.as('upheld'),
    ])
    .where('s.authority_id', '=', authorityId)
    .groupBy(['s.authority_id', 's.verification_sample_id'])
    .orderBy('s.verification_sample_id', 'desc')
    .execute()
  return rows.map((row) => ({
    ...sampleOf(row),
    items: Number(row.items),
    verified: Number(row.verified),
    upheld: Number(row.upheld),
  }))
}

export async function findSample(tx: Tx, authorityId: number, sampleId: number): Promise<Sample | undefined> {
  const row = await tx
    .selectFrom('care_planning.verification_sample')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('verification_sample_id', '=', sampleId)
    .executeTakeFirst()
  return row && sampleOf(row)
}

/** The claims of a sample in the order they were drawn, with the person's word as it stands now. */
export async function listItems(tx: Tx, authorityId: number, sampleId: number): Promise<readonly SampleItem[]> {
  const rows = await tx
    .selectFrom('care_planning.verification_item as i')
    .innerJoin('care_planning.outcome_review as r', (join) =>
      join.onRef('r.authority_id', '=', 'i.authority_id').onRef('r.outcome_review_id', '=', 'i.outcome_review_id'),
    )
    .innerJoin('care_planning.personal_outcome as o', (join) =>
      join.onRef('o.authority_id', '=', 'r.authority_id').onRef('o.personal_outcome_id', '=', 'r.personal_outcome_id'),
    )
    .innerJoin('care_planning.person as p', (join) =>
      join.onRef('p.authority_id', '=', 'i.authority_id').onRef('p.person_id', '=', 'i.person_id'),
    )
    .selectAll('i')
    .select([
      'r.ref as review_ref',
      'r.held_on',
      'r.person_says',
      'r.person_said_by',
      'r.recorded_by_user',
      'o.own_words',
      'o.own_words_language',
      'p.given_name',
      'p.family_name',
      'p.known_as',
    ])
    .where('i.authority_id', '=', authorityId)
    .where('i.verification_sample_id', '=', sampleId)
    .orderBy('i.place')
    .execute()
  return rows.map((row) => ({
    verificationSampleId: row.verification_sample_id,
    outcomeReviewId: row.outcome_review_id,
    reviewRef: row.review_ref,
    personId: row.person_id,
    place: row.place,
    personName: calledName({ givenName: row.given_name, familyName: row.family_name, knownAs: row.known_as }),
    ownWords: row.own_words,
    ownWordsLanguage: row.own_words_language as Language,
    heldOn: row.held_on,
    providerId: row.provider_id,
    claimed: row.claimed as Achievement,
    providerClaimed: row.provider_claimed as Achievement | null,
    personSays: row.person_says as PersonSays | null,
    personSaidBy: row.person_said_by as 'person' | 'carer' | null,
    reviewRecordedByUser: row.recorded_by_user,
    found: row.found as Found | null,
    how: row.how as VerifiedHow | null,
    note: row.note,
    verifiedOn: row.verified_on,
    verifiedBy: row.verified_by,
    version: row.version,
  }))
}

/** Sets down what was found. Answers false when somebody saved the item since `version`. */
export async function setFound(
  tx: Tx,
  authorityId: number,
  at: Pick<SampleItem, 'verificationSampleId' | 'outcomeReviewId' | 'version'>,
  found: {
    readonly found: Found
    readonly how: VerifiedHow
    readonly note: string
    readonly verifiedOn: Day
    readonly verifiedBy: string
    readonly userId: number
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.verification_item')
    .set((eb) => ({
      found: found.found,
      how: found.how,
      note: found.note,
      verified_on: found.verifiedOn,
      verified_by: found.verifiedBy,
      verified_by_user: found.userId,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('verification_sample_id', '=', at.verificationSampleId)
    .where('outcome_review_id', '=', at.outcomeReviewId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

function sampleOf(row: Selectable<Tables['care_planning.verification_sample']>): Sample {
  return {
    verificationSampleId: row.verification_sample_id,
    seed: row.seed,
    providerId: row.provider_id,
    from: row.from_day,
    to: row.to_day,
    size: row.size,
    eligible: row.eligible,
    drawnOn: row.drawn_on,
    drawnBy: row.drawn_by,
  }
}
