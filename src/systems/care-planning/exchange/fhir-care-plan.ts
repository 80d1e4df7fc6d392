/** A plan as a CarePlan with the agreement to it (Provenance) and the request that follows from it (ServiceRequest), written and read. */
import {
  ExchangedCarePlan,
  type ExchangedContribution,
  ExchangedEarlierVersion,
  type ExchangedOutcome,
  type ExchangedVersion,
} from './exchanged-plan.ts'
import { performersOf } from './fhir-care-team.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import { contributionsIn } from './fhir-goal.ts'
import {
  compact,
  dayIn,
  extensionOf,
  fieldsIn,
  listAt,
  objectOf,
  type Resource,
  referenceIn,
  textAt,
} from './fhir-json.ts'
import { agentIn, find, isOfPatient, keep, keepApart, ofType, provenanceOf, type Reading } from './fhir-reading.ts'
import { add, agentOf, identifier, MADE, pointer, type Writing } from './fhir-writing.ts'

export function addCarePlan(writing: Writing, carePlan: ExchangedCarePlan): void {
  const { ref, version, earlier } = carePlan
  const key = `plan ${ref}`
  const outcomes = writing.plan.outcomes.filter(({ planRef }) => planRef === ref)
  add(writing, key, carePlanOf(writing, carePlan, outcomes))
  if (version) {
    add(writing, `request ${ref}`, requestOf(writing, key, version, outcomes))
    add(writing, `agreement ${ref}`, agreementOf(writing, key, version))
  }
  for (const [index, before] of earlier.entries()) {
    const at = earlierKey(ref, index)
    add(writing, at, earlierOf(writing, carePlan, index))
    add(writing, `agreement ${ref} ${index + 1}`, agreementOf(writing, at, before))
  }
}

const earlierKey = (ref: string, index: number) => `plan ${ref} version ${index + 1}`

function requestOf(
  writing: Writing,
  key: string,
  version: ExchangedVersion,
  outcomes: readonly ExchangedOutcome[],
): Resource {
  return {
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
  }
}

function agreementOf(writing: Writing, key: string, { agreement }: ExchangedVersion): Resource {
  return {
    resourceType: 'Provenance',
    extension: extensionOf(EXTENSIONS.agreement, FIELDS.agreement, agreement),
    target: [pointer(writing, key)],
    recorded: agreement.recordedAt,
    agent: [agentOf('attester', { display: agreement.name }), agentOf('enterer', { display: agreement.recordedBy })],
  }
}

function carePlanOf(
  writing: Writing,
  { ref, agreedOn, endsOn, version, earlier }: ExchangedCarePlan,
  outcomes: readonly ExchangedOutcome[],
): Resource {
  return {
    ...versionOf(writing, version),
    identifier: identifier('plan', ref),
    status: 'active',
    replaces: earlier.length > 0 ? [pointer(writing, earlierKey(ref, earlier.length - 1))] : undefined,
    period: compact({ start: agreedOn, end: endsOn }),
    careTeam: [pointer(writing, 'team')],
    goal: outcomes.map((outcome) => pointer(writing, `outcome ${outcome.ref}`)),
    activity: outcomes.flatMap((outcome) =>
      outcome.contributions.map((one) => activityOf(writing, outcome.ref, one, outcome.endedOn === null)),
    ),
  }
}

/** A version that a later one took the place of: revoked, and itself in the place of the one before it. What it planned is whole in it. */
function earlierOf(writing: Writing, { ref, earlier }: ExchangedCarePlan, index: number): Resource {
  const version = earlier[index]!
  const planned = version.outcomes.filter((one) => writing.plan.outcomes.some(({ ref: known }) => known === one.ref))
  return {
    ...versionOf(writing, version),
    identifier: identifier('plan-version', `${ref}/${index + 1}`),
    status: 'revoked',
    replaces: index > 0 ? [pointer(writing, earlierKey(ref, index - 1))] : undefined,
    period: compact({ start: version.agreement.agreedOn, end: version.endsOn }),
    goal: planned.map((one) => pointer(writing, `outcome ${one.ref}`)),
    activity: planned.flatMap((one) =>
      one.contributions.map((contribution) => {
        const { detail } = activityOf(writing, one.ref, contribution, false)
        return {
          detail: { ...detail, extension: extensionOf(EXTENSIONS.contribution, FIELDS.contribution, contribution) },
        }
      }),
    ),
  }
}

function versionOf(writing: Writing, version: ExchangedVersion | null): Resource {
  return {
    resourceType: 'CarePlan',
    language: version?.language,
    extension: version
      ? [
          ...extensionOf(EXTENSIONS.version, FIELDS.version, version),
          ...version.risks.flatMap((risk) => extensionOf(EXTENSIONS.risk, FIELDS.risk, risk)),
        ]
      : undefined,
    intent: 'plan',
    subject: pointer(writing, 'person'),
    created: version?.draftedAt,
  }
}

/** What a contribution is, for systems that read care plans; of the version in force, ours travels whole with its goal. */
function activityOf(writing: Writing, ref: string, one: ExchangedContribution, isGoingOn: boolean) {
  return {
    detail: compact({
      status: isGoingOn ? 'in-progress' : 'completed',
      goal: [pointer(writing, `outcome ${ref}`)],
      scheduledPeriod: one.startsOn ? { start: one.startsOn } : undefined,
      performer: performersOf(writing, one),
      description: one.what,
    }),
  }
}

/** Plans that are, or were, in force. Drafts, and what was entered in error, are kept apart: nobody agreed to them. */
export function carePlansIn(reading: Reading, goals: Map<Resource, ExchangedOutcome>): ExchangedCarePlan[] {
  const all = ofType(reading.entries, 'CarePlan')
  const before = new Set(all.flatMap((carePlan) => replacedBy(reading, carePlan)))
  return all.flatMap((carePlan) => {
    if (before.has(carePlan)) return []
    if (typeof carePlan.status === 'string' && !HELD.includes(carePlan.status)) {
      keepApart(reading, carePlan, 'cannot-be', ['status'])
      return []
    }
    const earlier = replacedBy(reading, carePlan).flatMap((one) => {
      const version = keep(reading, one, ExchangedEarlierVersion, earlierIn(reading, one, goals))
      return version ? [version] : []
    })
    earlier.reverse()
    const read = keep(reading, carePlan, ExchangedCarePlan, { ...carePlanIn(reading, carePlan), earlier })
    if (read) placeGoals(reading, carePlan, read.ref, goals)
    return read ? [read] : []
  })
}

const HELD: readonly string[] = ['active', 'on-hold', 'completed', 'unknown']

/** What a plan took the place of, the newest first; a chain that comes round to itself ends there. */
function replacedBy(reading: Reading, carePlan: Resource): Resource[] {
  const chain: Resource[] = []
  let next = find(reading, textAt(carePlan, 'replaces', 0, 'reference'))
  while (next && next !== carePlan && !chain.includes(next) && isOfPatient(reading, next)) {
    chain.push(next)
    next = find(reading, textAt(next, 'replaces', 0, 'reference'))
  }
  return chain
}

function earlierIn(reading: Reading, carePlan: Resource, goals: ReadonlyMap<Resource, ExchangedOutcome>) {
  const { version, endsOn } = carePlanIn(reading, carePlan)
  const activities = listAt(carePlan, 'activity').map((one) => objectOf(one.detail) ?? {})
  const outcomes = listAt(carePlan, 'goal').flatMap((reference) => {
    const goal = find(reading, textAt(reference, 'reference'))
    const ref = goal && goals.get(goal)?.ref
    const own = activities.filter((one) => find(reading, textAt(one, 'goal', 0, 'reference')) === goal)
    return ref ? [{ ref, contributions: own.flatMap(contributionsIn) }] : []
  })
  return { ...version, endsOn, outcomes }
}

function carePlanIn(reading: Reading, carePlan: Resource) {
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
function placeGoals(
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
