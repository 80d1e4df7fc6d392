/** Reads one person's plan from the database as it travels: by references alone. */
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/database.ts'
import { listAreas, listOutcomes, listProviders } from '../../commissioning/index.ts'
import { listAssessments } from '../assessment/assessment.store.ts'
import type { Assessment } from '../assessment/assessment.ts'
import type { Person } from '../person/person.ts'
import type { GoalLevel } from '../personal-outcome/goal-level.ts'
import { listLevels } from '../personal-outcome/outcome-write.store.ts'
import { listOutcomesOf } from '../personal-outcome/personal-outcome.store.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { listPlanVersions } from '../plan/plan.store.ts'
import type { PlanVersion } from '../plan/plan.ts'
import { listRestrictions } from '../restriction/restriction.store.ts'
import { assessmentName } from './differences.ts'
import {
  readAround,
  readBands,
  readConsents,
  readContact,
  readOffers,
  readWishes,
  readWords,
} from './exchange-around.store.ts'
import type {
  ExchangedAssessment,
  ExchangedCarePlan,
  ExchangedContribution,
  ExchangedEarlierVersion,
  ExchangedOutcome,
  ExchangedPerson,
  ExchangedPlan,
  ExchangedReview,
  ExchangedScore,
  ExchangedVersion,
  ExchangedWord,
} from './exchanged-plan.ts'

/** What references mean here: areas, the catalogue's outcomes, providers. */
export type Neighbours = {
  readonly areas: ReadonlyMap<string, number>
  readonly outcomes: ReadonlyMap<string, number>
  readonly providers: ReadonlyMap<string, number>
  readonly providerNames: ReadonlyMap<string, string>
}

export async function findNeighbours(tx: Tx, authorityId: number): Promise<Neighbours> {
  const providers = await listProviders(tx, authorityId)
  return {
    areas: new Map((await listAreas(tx, authorityId)).map(({ ref, areaId }) => [ref, areaId])),
    outcomes: new Map((await listOutcomes(tx, authorityId)).map(({ ref, outcomeId }) => [ref, outcomeId])),
    providers: new Map(providers.map(({ ref, providerId }) => [ref, providerId])),
    providerNames: new Map(providers.map(({ ref, name }) => [ref, name])),
  }
}

type References = {
  area(id: number): string | null
  outcome(id: number | null): string | null
  provider(id: number | null): string | null
}

function referencesOf(neighbours: Neighbours): References {
  const turned = (refs: ReadonlyMap<string, number>) => new Map([...refs].map(([ref, id]) => [id, ref]))
  const [areas, outcomes, providers] = [neighbours.areas, neighbours.outcomes, neighbours.providers].map(turned)
  return {
    area: (id) => areas?.get(id) ?? null,
    outcome: (id) => (id === null ? null : (outcomes?.get(id) ?? null)),
    provider: (id) => (id === null ? null : (providers?.get(id) ?? null)),
  }
}

export async function readPlanToSend(
  tx: Tx,
  authorityId: number,
  person: Person,
  neighbours: Neighbours,
): Promise<ExchangedPlan> {
  const { personId } = person
  const references = referencesOf(neighbours)
  const outcomes = await listOutcomesOf(tx, authorityId, personId)
  const plans = await listPlans(tx, authorityId, personId)
  const refs = new Map(outcomes.map(({ personalOutcomeId, ref }) => [personalOutcomeId, ref]))
  const planRefs = new Map(plans.map(({ planId, ref }) => [planId, ref]))
  const levels = await listLevels(tx, authorityId, personId)
  const contributions = await listContributions(tx, authorityId, personId, references)
  const scores = await listScores(tx, authorityId, personId, references)
  const versions = await listPlanVersions(tx, authorityId, personId)
  const recordedAt = await agreementTimes(tx, authorityId, personId)
  const words = await readWords(tx, authorityId, personId)
  const complete = await listComplete(tx, authorityId, personId)
  const assessments = complete.map(sentAssessment)
  const assessmentNames = new Map(complete.map((one) => [one.assessmentId, assessmentName(sentAssessment(one))]))
  const names: PlanNames = { recordedAt, personalOutcome: refs, provider: references.provider }
  const parts = (outcome: PersonalOutcome) => ({
    planRef: outcome.planId === null ? null : (planRefs.get(outcome.planId) ?? null),
    hangsOn: outcome.hangsOn === null ? null : (refs.get(outcome.hangsOn) ?? null),
    reformulatedFrom: outcome.reformulatedFrom === null ? null : (refs.get(outcome.reformulatedFrom) ?? null),
    levels: levels.get(outcome.personalOutcomeId) ?? [],
    contributions: contributions.get(outcome.personalOutcomeId) ?? [],
    scores: scores.get(outcome.personalOutcomeId) ?? [],
  })
  return {
    person: {
      ...sentPerson(person, references),
      contact: await readContact(tx, authorityId, personId),
      isRestricted: (await listRestrictions(tx, authorityId, personId)).some(({ endedOn }) => endedOn === null),
    },
    plans: plans.map((plan) =>
      sentPlan(
        plan,
        versions.filter(({ planId }) => planId === plan.planId),
        names,
      ),
    ),
    assessments,
    around: await readAround(tx, authorityId, personId),
    consents: await readConsents(tx, authorityId, personId),
    offers: await readOffers(tx, authorityId, personId),
    wishes: await readWishes(tx, authorityId, personId, { outcome: references.outcome, personalOutcome: refs }),
    bands: await readBands(tx, authorityId, personId, assessmentNames),
    outcomes: outcomes
      .map((outcome) => sentOutcome(outcome, references, { ...parts(outcome), words }))
      .toSorted((a, b) => a.agreedOn.localeCompare(b.agreedOn) || a.ref.localeCompare(b.ref)),
  }
}

async function listComplete(tx: Tx, authorityId: number, personId: number): Promise<readonly Assessment[]> {
  return (await listAssessments(tx, authorityId, personId)).filter(({ state }) => state === 'complete').toReversed()
}

function sentAssessment(one: Assessment): ExchangedAssessment {
  return {
    form: one.form,
    edition: one.edition,
    wordsLanguage: one.wordsLanguage,
    startedOn: one.startedOn.toString(),
    startedBy: one.startedBy,
    completedOn: one.completedOn?.toString() ?? one.startedOn.toString(),
    completedBy: one.completedBy ?? one.startedBy,
    isEligible: one.isEligible,
    answers: one.answers,
  }
}

function sentPerson(person: Person, references: References): Omit<ExchangedPerson, 'contact' | 'isRestricted'> {
  const { ref, givenName, familyName, knownAs, language, needGroup, whatMatters, whatMattersLanguage } = person
  return {
    ref,
    givenName,
    familyName,
    knownAs: knownAs ?? null,
    bornOn: person.bornOn?.toString() ?? null,
    language,
    areaRef: references.area(person.areaId),
    needGroup,
    whatMatters,
    whatMattersLanguage,
    startedOn: person.startedOn?.toString() ?? null,
    endedOn: person.endedOn?.toString() ?? null,
  }
}

type Parts = Pick<ExchangedOutcome, 'planRef' | 'hangsOn' | 'reformulatedFrom' | 'contributions' | 'scores'> & {
  readonly levels: readonly GoalLevel[]
  readonly words: ReadonlyMap<number, ExchangedWord[]>
}

function sentOutcome(outcome: PersonalOutcome, references: References, { words, ...parts }: Parts): ExchangedOutcome {
  return {
    ref: outcome.ref,
    ownWords: outcome.ownWords,
    ownWordsLanguage: outcome.ownWordsLanguage,
    whyItMatters: outcome.whyItMatters,
    canDoNow: outcome.canDoNow,
    setBy: outcome.setBy,
    outcomeRef: references.outcome(outcome.outcomeId),
    providerRef: references.provider(outcome.providerId),
    scale: outcome.scale,
    baselineScore: outcome.baselineScore,
    targetScore: outcome.targetScore,
    weight: outcome.weight,
    agreedOn: outcome.agreedOn.toString(),
    reviewDueOn: outcome.reviewDueOn.toString(),
    endedOn: outcome.endedOn?.toString() ?? null,
    endedReason: outcome.endedReason,
    endedNote: outcome.endedNote,
    ...parts,
    levels: parts.levels.map(({ level, words, language }) => ({ level, words, language })),
    reviews: outcome.reviews
      .map(
        (review): ExchangedReview => ({
          ref: review.ref,
          dueOn: review.dueOn.toString(),
          heldOn: review.heldOn.toString(),
          score: review.score,
          achievement: review.achievement,
          providerSays: review.providerSays,
          personSays: review.personSays,
          personSaidBy: review.personSaidBy,
          personSaidOn: review.personSaidOn?.toString() ?? null,
          personWords: review.personWords,
          personWordsLanguage: review.personWordsLanguage,
          personWordHow: review.personWordHow,
          personWordRecordedBy: review.personWordRecordedBy,
          note: review.note,
          attributions: review.attributions
            .map(({ party, extent, isNamedFirst, evidence, sharePercent }) => ({
              party,
              extent,
              isNamedFirst,
              evidence,
              sharePercent,
            }))
            .toSorted((a, b) => a.party.localeCompare(b.party)),
          words: words.get(review.outcomeReviewId) ?? [],
        }),
      )
      .toSorted((a, b) => a.heldOn.localeCompare(b.heldOn) || a.ref.localeCompare(b.ref)),
  }
}

type KnownPlan = {
  readonly planId: number
  readonly ref: string
  readonly agreedOn: string
  readonly endsOn: string | null
}

type PlanNames = {
  readonly recordedAt: ReadonlyMap<number, Temporal.Instant>
  readonly personalOutcome: ReadonlyMap<number, string>
  readonly provider: (id: number | null) => string | null
}

/** The version in force and those that it took the place of, the oldest first. */
function sentPlan(
  { ref, agreedOn, endsOn }: KnownPlan,
  versions: readonly PlanVersion[],
  names: PlanNames,
): ExchangedCarePlan {
  const inForce = versions.find(({ state }) => state === 'agreed')
  const before = versions.filter(({ state }) => state === 'superseded').toSorted((a, b) => a.number - b.number)
  return {
    ref,
    agreedOn,
    endsOn,
    version: (inForce && sentVersion(inForce, names)) ?? null,
    earlier: before.flatMap((one) => {
      const version = sentVersion(one, names)
      return version
        ? [{ ...version, endsOn: one.content.endsOn?.toString() ?? null, outcomes: plannedIn(one, names) }]
        : []
    }),
  }
}

function sentVersion(plan: PlanVersion, { recordedAt }: PlanNames): ExchangedVersion | undefined {
  const { content, agreement } = plan
  const at = recordedAt.get(plan.planVersionId)
  if (!agreement || !at) return undefined
  return {
    reason: plan.reason,
    draftedBy: plan.draftedBy,
    draftedAt: plan.draftedAt.toString(),
    language: content.language,
    startsOn: content.startsOn?.toString() ?? null,
    reviewDueOn: content.reviewDueOn?.toString() ?? null,
    indicativeWeeklyPence: content.indicativeWeeklyPence,
    budgetBasis: content.budgetBasis,
    finalWeeklyPence: content.finalWeeklyPence,
    risks: content.risks.map(({ what, whatIsDone, isShared }) => ({ what, whatIsDone, isShared })),
    contingency: content.contingency,
    preferences: content.preferences,
    agreement: { ...agreement, agreedOn: agreement.agreedOn.toString(), recordedAt: at.toString() },
  }
}

function plannedIn({ content }: PlanVersion, names: PlanNames): ExchangedEarlierVersion['outcomes'] {
  return content.outcomes.flatMap(({ personalOutcomeId, contributions }) => {
    const ref = names.personalOutcome.get(personalOutcomeId)
    if (ref === undefined) return []
    const planned = contributions.map((one) => ({
      party: one.party,
      providerRef: names.provider(one.providerId),
      extent: one.extent,
      what: one.what,
      startsOn: one.startsOn?.toString() ?? null,
      weeklyMinutes: one.weeklyMinutes,
      worksWhen: one.worksWhen,
    }))
    return [{ ref, contributions: planned }]
  })
}

async function listPlans(tx: Tx, authorityId: number, personId: number): Promise<readonly KnownPlan[]> {
  const rows = await tx
    .selectFrom('care_planning.plan')
    .select(['plan_id', 'ref', 'agreed_on', 'ends_on'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('agreed_on')
    .orderBy('ref')
    .execute()
  return rows.map((row) => ({
    planId: row.plan_id,
    ref: row.ref,
    agreedOn: row.agreed_on.toString(),
    endsOn: row.ends_on?.toString() ?? null,
  }))
}

async function agreementTimes(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<ReadonlyMap<number, Temporal.Instant>> {
  const rows = await tx
    .selectFrom('care_planning.plan_agreement')
    .select(['plan_version_id', 'recorded_at'])
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .execute()
  return new Map(rows.map((row) => [row.plan_version_id, row.recorded_at]))
}

async function listContributions(
  tx: Tx,
  authorityId: number,
  personId: number,
  references: References,
): Promise<ReadonlyMap<number, ExchangedContribution[]>> {
  const rows = await tx
    .selectFrom('care_planning.contribution')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('party')
    .orderBy(sql`coalesce(provider_id, 0)`)
    .execute()
  return groupedBy(rows, (row) => ({
    party: row.party as ExchangedContribution['party'],
    providerRef: references.provider(row.provider_id),
    extent: row.extent as ExchangedContribution['extent'],
    what: row.what,
    startsOn: row.starts_on?.toString() ?? null,
    weeklyMinutes: row.weekly_minutes,
    worksWhen: row.works_when,
  }))
}

async function listScores(
  tx: Tx,
  authorityId: number,
  personId: number,
  references: References,
): Promise<ReadonlyMap<number, ExchangedScore[]>> {
  const rows = await tx
    .selectFrom('care_planning.outcome_score')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('scored_on')
    .orderBy('voice')
    .execute()
  return groupedBy(rows, (row) => ({
    voice: row.voice as ExchangedScore['voice'],
    providerRef: references.provider(row.provider_id),
    scoredOn: row.scored_on.toString(),
    score: row.score,
    answers: row.answers as number[],
    scaleEdition: row.scale_edition,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at.toString(),
  }))
}

function groupedBy<Row extends { readonly personal_outcome_id: number }, T>(
  rows: readonly Row[],
  read: (row: Row) => T,
): ReadonlyMap<number, T[]> {
  const grouped = Map.groupBy(rows, (row) => row.personal_outcome_id)
  return new Map([...grouped].map(([id, own]) => [id, own.map(read)]))
}
