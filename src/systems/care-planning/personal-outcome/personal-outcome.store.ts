/** Personal outcomes in the database, whole: with their contributions, reviews and attributions. */
import type { Selectable } from 'kysely'
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import type { Tables } from '../../../platform/database/tables.generated.ts'
import type {
  Achievement,
  Attribution,
  Extent,
  OutcomeReview,
  OwnSays,
  Party,
  PersonSays,
  WordHow,
} from '../outcome-review/outcome-review.ts'
import type { Contribution, PersonalOutcome, SetBy } from './personal-outcome.ts'

/** All outcomes of one person, live ones first, then by the day they were agreed. Four queries, however many outcomes. */
export async function listOutcomesOf(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<readonly PersonalOutcome[]> {
  const outcomes = await ofPerson(tx, 'care_planning.personal_outcome', authorityId, personId)
  const contributions = await listContributions(tx, authorityId, personId)
  const reviews = await ofPerson(tx, 'care_planning.outcome_review', authorityId, personId)
  const attributions = Map.groupBy(
    await ofPerson(tx, 'care_planning.attribution', authorityId, personId),
    (row) => row.outcome_review_id,
  )
  const reviewsOf = Map.groupBy(reviews, (row) => row.personal_outcome_id)
  return outcomes
    .map((row) =>
      outcomeOf(row, {
        contributions: contributions.get(row.personal_outcome_id) ?? [],
        reviews: (reviewsOf.get(row.personal_outcome_id) ?? [])
          .map((review) => reviewOf(review, (attributions.get(review.outcome_review_id) ?? []).map(attributionOf)))
          .sort((a, b) => Temporal.PlainDate.compare(a.heldOn, b.heldOn) || a.outcomeReviewId - b.outcomeReviewId),
      }),
    )
    .sort(
      (a, b) =>
        Number(a.endedOn !== null) - Number(b.endedOn !== null) || Temporal.PlainDate.compare(a.agreedOn, b.agreedOn),
    )
}

/** Sets when to look at an outcome again and, where it ended, since when and why. Answers false when somebody saved it since `version`. */
export async function moveOutcomeOn(
  tx: Tx,
  authorityId: number,
  at: { readonly personalOutcomeId: number; readonly version: number },
  next: { readonly reviewDueOn: Day; readonly endedOn: Day | null; readonly endedReason: string | null },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.personal_outcome')
    .set((eb) => ({
      review_due_on: next.reviewDueOn,
      ended_on: next.endedOn,
      ended_reason: next.endedReason,
      version: eb('version', '+', 1),
    }))
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', '=', at.personalOutcomeId)
    .where('version', '=', at.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type PersonTable = 'care_planning.personal_outcome' | 'care_planning.outcome_review' | 'care_planning.attribution'

async function ofPerson<T extends PersonTable>(tx: Tx, table: T, authorityId: number, personId: number) {
  const rows = await tx
    .selectFrom(table as PersonTable)
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
  return rows as unknown as readonly Selectable<Tables[T]>[]
}

async function listContributions(tx: Tx, authorityId: number, personId: number): Promise<Map<number, Contribution[]>> {
  const rows = await tx
    .selectFrom('care_planning.contribution')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('contribution_id')
    .execute()
  const byOutcome = new Map<number, Contribution[]>()
  for (const row of rows) {
    const list = byOutcome.get(row.personal_outcome_id) ?? []
    list.push({
      party: row.party as Party,
      providerId: row.provider_id,
      contractId: row.contract_id,
      extent: row.extent as Contribution['extent'],
      what: row.what,
    })
    byOutcome.set(row.personal_outcome_id, list)
  }
  return byOutcome
}

function outcomeOf(
  row: Selectable<Tables['care_planning.personal_outcome']>,
  parts: Pick<PersonalOutcome, 'contributions' | 'reviews'>,
): PersonalOutcome {
  return {
    ...parts,
    personalOutcomeId: row.personal_outcome_id,
    ref: row.ref,
    personId: row.person_id,
    ownWords: row.own_words,
    ownWordsLanguage: row.own_words_language as Language,
    outcomeId: row.outcome_id,
    contractId: row.contract_id,
    providerId: row.provider_id,
    areaId: row.area_id,
    scale: row.scale,
    baselineScore: row.baseline_score,
    targetScore: row.target_score,
    agreedOn: row.agreed_on,
    reviewDueOn: row.review_due_on,
    endedOn: row.ended_on,
    endedReason: row.ended_reason,
    planId: row.plan_id,
    whyItMatters: row.why_it_matters,
    canDoNow: row.can_do_now,
    setBy: row.set_by as SetBy,
    weight: row.weight,
    hangsOn: row.hangs_on,
    reformulatedFrom: row.reformulated_from,
    endedNote: row.ended_note,
    version: row.version,
  }
}

function reviewOf(
  row: Selectable<Tables['care_planning.outcome_review']>,
  attributions: readonly Attribution[],
): OutcomeReview {
  return {
    attributions,
    outcomeReviewId: row.outcome_review_id,
    ref: row.ref,
    dueOn: row.due_on,
    heldOn: row.held_on,
    score: row.score,
    achievement: row.achievement as Achievement,
    providerSays: row.provider_says as Achievement | null,
    personSays: row.person_says as PersonSays | null,
    personSaidBy: row.person_said_by as 'person' | 'carer' | null,
    personSaidOn: row.person_said_on,
    personWords: row.person_words,
    personWordsLanguage: row.person_words_language as Language | null,
    carer:
      row.carer_says === null
        ? null
        : {
            says: row.carer_says as OwnSays,
            saidOn: row.carer_said_on,
            words: row.carer_words,
            wordsLanguage: row.carer_words_language as Language | null,
            how: row.carer_word_how as WordHow | null,
            recordedBy: row.carer_word_recorded_by,
          },
    personWordHow: row.person_word_how as WordHow | null,
    personWordRecordedBy: row.person_word_recorded_by,
    note: row.note,
    recordedByUser: row.recorded_by_user,
    version: row.version,
  }
}

function attributionOf(row: Selectable<Tables['care_planning.attribution']>): Attribution {
  return {
    party: row.party as Party,
    extent: row.extent as Extent,
    isNamedFirst: row.is_named_first,
    evidence: row.evidence,
    sharePercent: row.share_percent,
  }
}
