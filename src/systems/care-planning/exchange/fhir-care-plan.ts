/** A plan as a CarePlan with the agreement to it (Provenance) and the request that follows from it (ServiceRequest), written and read. */
import type { ExchangedCarePlan, ExchangedOutcome } from './exchanged-plan.ts'
import { performersOf } from './fhir-care-team.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import {
  compact,
  dayIn,
  extensionOf,
  fieldsIn,
  type Json,
  listAt,
  type Resource,
  referenceIn,
  textAt,
} from './fhir-json.ts'
import { agentIn, find, provenanceOf, type Reading } from './fhir-reading.ts'
import { add, agentOf, identifier, MADE, pointer, type Writing } from './fhir-writing.ts'

export function addCarePlan(writing: Writing, carePlan: ExchangedCarePlan): void {
  const { version } = carePlan
  const key = `plan ${carePlan.ref}`
  const outcomes = writing.plan.outcomes.filter(({ planRef }) => planRef === carePlan.ref)
  add(writing, key, carePlanOf(writing, carePlan, outcomes))
  if (!version) return
  add(writing, `request ${carePlan.ref}`, {
    resourceType: 'ServiceRequest',
    meta: MADE,
    extension: outcomes.map(({ ref }) => ({
      url: EXTENSIONS.forGoal,
      valueReference: pointer(writing, `outcome ${ref}`),
    })),
    basedOn: [pointer(writing, key)],
    status: 'active',
    intent: 'plan',
    code: { text: 'Care and support towards the outcomes of the plan' },
    subject: pointer(writing, 'person'),
    occurrenceDateTime: version.startsOn,
    note: version.preferences ? [{ text: version.preferences }] : undefined,
  })
  const { agreement } = version
  add(writing, `agreement ${carePlan.ref}`, {
    resourceType: 'Provenance',
    extension: extensionOf(EXTENSIONS.agreement, FIELDS.agreement, agreement),
    target: [pointer(writing, key)],
    recorded: agreement.recordedAt,
    agent: [agentOf('attester', { display: agreement.name }), agentOf('enterer', { display: agreement.recordedBy })],
  })
}

function carePlanOf(
  writing: Writing,
  { ref, agreedOn, endsOn, version }: ExchangedCarePlan,
  outcomes: readonly ExchangedOutcome[],
): Resource {
  return {
    resourceType: 'CarePlan',
    language: version?.language,
    extension: version
      ? [
          ...extensionOf(EXTENSIONS.version, FIELDS.version, version),
          ...version.risks.flatMap((risk) => extensionOf(EXTENSIONS.risk, FIELDS.risk, risk)),
        ]
      : undefined,
    identifier: identifier('plan', ref),
    status: 'active',
    intent: 'plan',
    subject: pointer(writing, 'person'),
    period: compact({ start: agreedOn, end: endsOn }),
    created: version?.draftedAt,
    careTeam: [pointer(writing, 'team')],
    goal: outcomes.map((outcome) => pointer(writing, `outcome ${outcome.ref}`)),
    activity: outcomes.flatMap((outcome) => activitiesOf(writing, outcome)),
  }
}

/** What each contribution is, for systems that read care plans; ours travels whole with its goal. */
function activitiesOf(writing: Writing, outcome: ExchangedOutcome): readonly Json[] {
  return outcome.contributions.map((one) => ({
    detail: compact({
      status: outcome.endedOn === null ? 'in-progress' : 'completed',
      goal: [pointer(writing, `outcome ${outcome.ref}`)],
      scheduledPeriod: one.startsOn ? { start: one.startsOn } : undefined,
      performer: performersOf(writing, one),
      description: one.what,
    }),
  }))
}

export function carePlanIn(reading: Reading, carePlan: Resource) {
  const [own] = fieldsIn(carePlan, EXTENSIONS.version, FIELDS.version)
  const agreedOn = dayIn(textAt(carePlan, 'period', 'start')) ?? dayIn(textAt(carePlan, 'created'))
  const agreement = agreementIn(reading, carePlan)
  return {
    ref: referenceIn(carePlan, SYSTEMS.reference('plan')) ?? textAt(carePlan, 'id'),
    agreedOn,
    endsOn: dayIn(textAt(carePlan, 'period', 'end')) ?? null,
    // A version that nobody agreed to is not in force, whatever its sender says.
    version:
      own && agreement
        ? {
            ...own,
            reason: own.reason ?? '',
            draftedAt: textAt(carePlan, 'created'),
            language: textAt(carePlan, 'language'),
            startsOn: own.startsOn ?? null,
            reviewDueOn: own.reviewDueOn ?? null,
            indicativeWeeklyPence: own.indicativeWeeklyPence ?? null,
            budgetBasis: own.budgetBasis ?? '',
            finalWeeklyPence: own.finalWeeklyPence ?? null,
            risks: fieldsIn(carePlan, EXTENSIONS.risk, FIELDS.risk).map((risk) => ({
              ...risk,
              whatIsDone: risk.whatIsDone ?? '',
            })),
            contingency: own.contingency ?? '',
            preferences: own.preferences ?? '',
            agreement,
          }
        : null,
  }
}

function agreementIn(reading: Reading, carePlan: Resource) {
  const provenance = provenanceOf(reading, carePlan)
  const [own] = fieldsIn(provenance, EXTENSIONS.agreement, FIELDS.agreement)
  if (!provenance || !own) return null
  return {
    ...own,
    words: own.words ?? '',
    name: agentIn(provenance, 'attester'),
    recordedBy: agentIn(provenance, 'enterer'),
    recordedAt: textAt(provenance, 'recorded'),
  }
}

/** Goals that a care plan names stand in it, whoever wrote it. */
export function placeGoals(
  reading: Reading,
  carePlan: Resource,
  planRef: string,
  goals: Map<Resource, ExchangedOutcome>,
): void {
  for (const reference of listAt(carePlan, 'goal')) {
    const goal = find(reading, textAt(reference, 'reference'))
    const outcome = goal && goals.get(goal)
    if (goal && outcome) goals.set(goal, { ...outcome, planRef: outcome.planRef ?? planRef })
  }
}
