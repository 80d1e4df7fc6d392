/** Writes what was accepted of a received plan: what is new is added; of what differs, only the fields that somebody chose. */
import type { Language } from '../../../kernel/language.ts'
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { changeCircles } from '../circle/circle.store.ts'
import type { Person } from '../person/person.ts'
import type { GoalLevelNumber } from '../personal-outcome/goal-level.ts'
import { addScore } from '../personal-outcome/outcome-score.store.ts'
import { setLevels } from '../personal-outcome/outcome-write.store.ts'
import { addDraft, listPlanVersions, putInForce } from '../plan/plan.store.ts'
import type { Neighbours } from './exchange.store.ts'
import type {
  ExchangedAssessment,
  ExchangedCarePlan,
  ExchangedContribution,
  ExchangedOutcome,
  ExchangedPerson,
  ExchangedReview,
  ExchangedScore,
} from './exchanged-plan.ts'

const maybeDay = (text: string | null) => (text === null ? null : day(text))

export type NewPersonPlace = { readonly areaId: number; readonly needGroup: string }

/** Undefined where somebody here has the reference already, whom the asker may not see. */
export async function addReceivedPerson(
  tx: Tx,
  authorityId: number,
  person: ExchangedPerson,
  place: NewPersonPlace,
): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.person')
    .values({
      authority_id: authorityId,
      ref: person.ref,
      area_id: place.areaId,
      need_group: place.needGroup,
      started_on: maybeDay(person.startedOn),
      ended_on: maybeDay(person.endedOn),
      ...takenOfPerson(person),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .executeTakeFirst()
  return row?.person_id
}

/** A row of the person's columns for the fields named; all that a file may say where none are. */
function takenOfPerson(person: ExchangedPerson) {
  return {
    given_name: person.givenName,
    family_name: person.familyName,
    known_as: person.knownAs,
    born_on: maybeDay(person.bornOn),
    language: person.language,
    what_matters: person.whatMatters,
    what_matters_language: person.whatMatters ? (person.whatMattersLanguage ?? person.language) : null,
  }
}

const PERSON_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  givenName: ['given_name'],
  familyName: ['family_name'],
  knownAs: ['known_as'],
  bornOn: ['born_on'],
  language: ['language'],
  whatMatters: ['what_matters', 'what_matters_language'],
}

export async function takePersonFields(
  tx: Tx,
  authorityId: number,
  personId: number,
  person: ExchangedPerson,
  fields: readonly string[],
): Promise<void> {
  const columns = fields.flatMap((field) => PERSON_COLUMNS[field] ?? [])
  if (columns.length === 0) return
  const values = Object.fromEntries(Object.entries(takenOfPerson(person)).filter(([name]) => columns.includes(name)))
  await tx
    .updateTable('care_planning.person')
    .set((eb) => ({ ...values, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
}

type At = {
  readonly authorityId: number
  readonly personId: number
  readonly areaId: number
  readonly neighbours: Neighbours
}

const idIn = (refs: ReadonlyMap<string, number>, ref: string | null) => (ref === null ? null : (refs.get(ref) ?? null))

/** Undefined where another's outcome has the reference. What it hangs on is set when all are there. */
export async function addReceivedOutcome(
  tx: Tx,
  at: At,
  outcome: ExchangedOutcome,
  planId: number | null,
): Promise<number | undefined> {
  const { authorityId, personId, neighbours } = at
  const row = await tx
    .insertInto('care_planning.personal_outcome')
    .values({
      authority_id: authorityId,
      ref: outcome.ref,
      person_id: personId,
      plan_id: planId,
      area_id: at.areaId,
      own_words: outcome.ownWords,
      own_words_language: outcome.ownWordsLanguage,
      why_it_matters: outcome.whyItMatters,
      can_do_now: outcome.canDoNow,
      set_by: outcome.setBy,
      outcome_id: idIn(neighbours.outcomes, outcome.outcomeRef),
      provider_id: idIn(neighbours.providers, outcome.providerRef),
      scale: outcome.scale,
      baseline_score: outcome.baselineScore,
      target_score: outcome.targetScore,
      weight: outcome.weight,
      agreed_on: day(outcome.agreedOn),
      review_due_on: day(outcome.reviewDueOn),
      ended_on: maybeDay(outcome.endedOn),
      ended_reason: outcome.endedReason,
      ended_note: outcome.endedNote,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('personal_outcome_id')
    .executeTakeFirst()
  if (!row) return undefined
  const { personal_outcome_id: personalOutcomeId } = row
  await addLevels(tx, authorityId, { personId, personalOutcomeId }, outcome)
  await addContributions(tx, at, personalOutcomeId, outcome.contributions)
  return personalOutcomeId
}

/** Says of each new outcome which it hangs on and which it took the place of. */
export async function joinOutcomes(
  tx: Tx,
  authorityId: number,
  outcomes: readonly ExchangedOutcome[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { ref, hangsOn, reformulatedFrom } of outcomes) {
    const joins = { hangs_on: idIn(ids, hangsOn), reformulated_from: idIn(ids, reformulatedFrom) }
    if (joins.hangs_on === null && joins.reformulated_from === null) continue
    await tx
      .updateTable('care_planning.personal_outcome')
      .set(joins)
      .where('authority_id', '=', authorityId)
      .where('personal_outcome_id', '=', ids.get(ref) ?? 0)
      .execute()
  }
}

type OutcomeAt = { readonly personId: number; readonly personalOutcomeId: number }

export async function addLevels(
  tx: Tx,
  authorityId: number,
  of: OutcomeAt,
  { levels }: ExchangedOutcome,
): Promise<void> {
  const own = levels.map((one) => ({ ...one, level: one.level as GoalLevelNumber, language: one.language as Language }))
  await setLevels(tx, authorityId, of, own)
}

async function addContributions(
  tx: Tx,
  { authorityId, personId, neighbours }: At,
  personalOutcomeId: number,
  contributions: readonly ExchangedContribution[],
): Promise<void> {
  if (contributions.length === 0) return
  await tx
    .insertInto('care_planning.contribution')
    .values(
      contributions.map((one) => ({
        authority_id: authorityId,
        personal_outcome_id: personalOutcomeId,
        person_id: personId,
        party: one.party,
        provider_id: idIn(neighbours.providers, one.providerRef),
        extent: one.extent,
        what: one.what,
        starts_on: maybeDay(one.startsOn),
        weekly_minutes: one.weeklyMinutes,
        works_when: one.worksWhen,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const supporting = contributions.flatMap(({ providerRef }) => {
    const providerId = idIn(neighbours.providers, providerRef)
    return providerId === null ? [] : [{ personId, providerId }]
  })
  await changeCircles(tx, authorityId, 'contribution', { supporting, notSupporting: [] })
}

const OUTCOME_COLUMNS = {
  ownWords: (o: ExchangedOutcome) => ({ own_words: o.ownWords, own_words_language: o.ownWordsLanguage }),
  whyItMatters: (o: ExchangedOutcome) => ({ why_it_matters: o.whyItMatters }),
  canDoNow: (o: ExchangedOutcome) => ({ can_do_now: o.canDoNow }),
  // One that is not in our catalogue takes nothing away.
  outcomeRef: (o: ExchangedOutcome, n: Neighbours) =>
    n.outcomes.has(o.outcomeRef ?? '') ? { outcome_id: idIn(n.outcomes, o.outcomeRef) } : {},
  targetScore: (o: ExchangedOutcome) => ({ target_score: o.targetScore }),
  weight: (o: ExchangedOutcome) => ({ weight: o.weight }),
  reviewDueOn: (o: ExchangedOutcome) => ({ review_due_on: day(o.reviewDueOn) }),
} as const

export async function takeOutcomeFields(
  tx: Tx,
  { authorityId, neighbours }: At,
  personalOutcomeId: number,
  outcome: ExchangedOutcome,
  fields: readonly string[],
): Promise<void> {
  const values = fields
    .filter((field): field is keyof typeof OUTCOME_COLUMNS => field in OUTCOME_COLUMNS)
    .map((field) => OUTCOME_COLUMNS[field](outcome, neighbours))
  if (values.length === 0) return
  await tx
    .updateTable('care_planning.personal_outcome')
    .set((eb) => ({ ...Object.assign({}, ...values), version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('personal_outcome_id', '=', personalOutcomeId)
    .execute()
}

/** False where another's review has the reference. */
export async function addReceivedReview(
  tx: Tx,
  at: At,
  outcome: {
    readonly personalOutcomeId: number
    readonly contractId: number | null
    readonly providerId: number | null
  },
  review: ExchangedReview,
): Promise<boolean> {
  const row = await tx
    .insertInto('care_planning.outcome_review')
    .values({
      authority_id: at.authorityId,
      ref: review.ref,
      personal_outcome_id: outcome.personalOutcomeId,
      person_id: at.personId,
      area_id: at.areaId,
      contract_id: outcome.contractId,
      provider_id: outcome.providerId,
      due_on: day(review.dueOn),
      held_on: day(review.heldOn),
      score: review.score,
      achievement: review.achievement,
      provider_says: review.providerSays,
      person_says: review.personSays,
      person_said_by: review.personSaidBy,
      person_said_on: maybeDay(review.personSaidOn),
      person_words: review.personWords,
      person_words_language: review.personWordsLanguage,
      person_word_how: review.personWordHow,
      person_word_recorded_by: review.personWordRecordedBy,
      // Nobody here recorded it, so whoever brings it in may verify it.
      recorded_by_user: null,
      note: review.note,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('outcome_review_id')
    .executeTakeFirst()
  if (!row) return false
  if (review.attributions.length > 0)
    await tx
      .insertInto('care_planning.attribution')
      .values(
        review.attributions.map(({ party, extent, isNamedFirst, evidence }) => ({
          authority_id: at.authorityId,
          outcome_review_id: row.outcome_review_id,
          person_id: at.personId,
          party,
          extent,
          is_named_first: isNamedFirst,
          evidence,
        })),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  return true
}

/** A provider's score needs its provider; of one that is not known here it is left out, as the differences said. */
export async function addReceivedScore(
  tx: Tx,
  { authorityId, personId, neighbours }: At,
  personalOutcomeId: number,
  score: ExchangedScore,
): Promise<void> {
  const providerId = idIn(neighbours.providers, score.providerRef)
  if (score.voice === 'provider' && providerId === null) return
  await addScore(tx, authorityId, {
    personalOutcomeId,
    personId,
    providerId: score.voice === 'provider' ? providerId : null,
    voice: score.voice,
    scoredOn: day(score.scoredOn),
    score: score.score,
    answers: score.answers,
    scaleEdition: score.scaleEdition,
    recordedBy: score.recordedBy,
    recordedAt: Temporal.Instant.from(score.recordedAt),
  })
}

/** Complete, as it came: it is another's record of what was asked and answered. */
export async function addReceivedAssessment(
  tx: Tx,
  { authorityId, personId }: At,
  assessment: ExchangedAssessment,
): Promise<void> {
  await tx
    .insertInto('care_planning.assessment')
    .values({
      authority_id: authorityId,
      person_id: personId,
      form: assessment.form,
      edition: assessment.edition,
      state: 'complete',
      answers: JSON.stringify(assessment.answers),
      words_language: assessment.wordsLanguage,
      started_on: day(assessment.startedOn),
      started_by: assessment.startedBy,
      completed_on: day(assessment.completedOn),
      completed_by: assessment.completedBy,
      is_eligible: assessment.isEligible,
    })
    .execute()
}

/** Undefined where a plan of somebody else has the reference. */
export async function addReceivedPlan(tx: Tx, at: At, plan: ExchangedCarePlan): Promise<number | undefined> {
  const row = await tx
    .insertInto('care_planning.plan')
    .values({
      authority_id: at.authorityId,
      ref: plan.ref,
      person_id: at.personId,
      agreed_on: day(plan.agreedOn),
      ends_on: maybeDay(plan.endsOn),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('plan_id')
    .executeTakeFirst()
  return row?.plan_id
}

/** Puts the version that was agreed elsewhere in force here, as if it had been agreed here. False while a draft is open. */
export async function bringInForce(
  tx: Tx,
  at: At & { readonly person: Pick<Person, 'personId' | 'ref'>; readonly planId: number },
  plan: ExchangedCarePlan & { readonly version: NonNullable<ExchangedCarePlan['version']> },
  outcomes: readonly (ExchangedOutcome & { readonly personalOutcomeId: number })[],
): Promise<boolean> {
  const { version } = plan
  const content = {
    language: version.language,
    startsOn: maybeDay(version.startsOn),
    endsOn: maybeDay(plan.endsOn),
    reviewDueOn: maybeDay(version.reviewDueOn),
    indicativeWeeklyPence: version.indicativeWeeklyPence,
    budgetBasis: version.budgetBasis,
    finalWeeklyPence: version.finalWeeklyPence,
    risks: version.risks,
    contingency: version.contingency,
    preferences: version.preferences,
    outcomes: outcomes
      .filter(({ endedOn }) => endedOn === null)
      .map(({ personalOutcomeId, contributions }) => ({
        personalOutcomeId,
        contributions: contributions.map(({ providerRef, startsOn, ...one }) => ({
          ...one,
          providerId: idIn(at.neighbours.providers, providerRef),
          contractId: null,
          startsOn: maybeDay(startsOn),
        })),
      })),
  }
  const draft = {
    personId: at.personId,
    planId: at.planId,
    reason: version.reason,
    content,
    draftedBy: version.draftedBy,
    draftedAt: Temporal.Instant.from(version.draftedAt),
  }
  const number = await addDraft(tx, at.authorityId, draft)
  const added = (await listPlanVersions(tx, at.authorityId, at.personId)).find((one) => one.number === number)
  if (!added) return false
  const agreement = {
    ...version.agreement,
    agreedOn: day(version.agreement.agreedOn),
    recordedAt: Temporal.Instant.from(version.agreement.recordedAt),
  }
  await putInForce(tx, at.authorityId, at.person, added, agreement, { outcomeIds: [], providerIds: [] })
  await keepReviewDays(tx, at.authorityId, outcomes)
  return true
}

/** Agreeing a plan brings reviews forward; a plan that was agreed elsewhere has done so, and what moved since stays moved. */
async function keepReviewDays(
  tx: Tx,
  authorityId: number,
  outcomes: readonly (ExchangedOutcome & { readonly personalOutcomeId: number })[],
): Promise<void> {
  for (const { personalOutcomeId, reviewDueOn } of outcomes)
    await tx
      .updateTable('care_planning.personal_outcome')
      .set({ review_due_on: day(reviewDueOn) })
      .where('authority_id', '=', authorityId)
      .where('personal_outcome_id', '=', personalOutcomeId)
      .execute()
}
