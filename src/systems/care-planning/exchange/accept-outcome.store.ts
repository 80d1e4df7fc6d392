/** Received outcomes with their levels and contributions into the database. */
import type { Language } from '../../../kernel/language.ts'
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { changeCircles } from '../circle/circle.store.ts'
import type { GoalLevelNumber } from '../personal-outcome/goal-level.ts'
import { setLevels } from '../personal-outcome/outcome-write.store.ts'
import { type AcceptAt, idIn, maybeDay } from './accepting.ts'
import type { Neighbours } from './exchange.store.ts'
import type { ExchangedContribution, ExchangedOutcome } from './exchanged-plan.ts'

/** Undefined where another's outcome has the reference. What it hangs on is set when all are there. */
export async function addReceivedOutcome(
  tx: Tx,
  at: AcceptAt,
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
  { authorityId, personId, neighbours }: AcceptAt,
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
  { authorityId, neighbours }: AcceptAt,
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
