/** A person's plan as a FHIR R4 Bundle. Goals on goal attainment scaling carry their levels as HL7's person-centred outcomes guide does. */
import type {
  ExchangedAssessment,
  ExchangedCarePlan,
  ExchangedContribution,
  ExchangedOutcome,
  ExchangedPlan,
  ExchangedReview,
  ExchangedScore,
} from './exchanged-plan.ts'
import { providersIn } from './exchanged-plan.ts'
import { answerItems } from './fhir-answers.ts'
import { EXTENSIONS, FIELDS, GOAL_ATTAINMENT, GOAL_PROFILE, LEVEL_CODES, SCORE_CODES, SYSTEMS } from './fhir-codes.ts'
import { type BundleEntry, codeOf, compact, extensionOf, type Json, type Resource } from './fhir-json.ts'

export type WriteOptions = {
  /** The same uuid for the same words each time, so that the same plan is the same Bundle. */
  readonly uuidOf: (words: string) => string
  readonly providerNames: ReadonlyMap<string, string>
  readonly writtenAt: Temporal.Instant
}

type Writing = WriteOptions & { readonly plan: ExchangedPlan; readonly entries: BundleEntry[] }

export function toBundle(plan: ExchangedPlan, options: WriteOptions): Resource {
  const writing: Writing = { ...options, plan, entries: [] }
  add(writing, 'person', patientOf(plan.person))
  for (const ref of providersIn(plan)) add(writing, `provider ${ref}`, organizationOf(writing, ref))
  add(writing, 'team', careTeamOf(writing))
  for (const outcome of plan.outcomes) addOutcome(writing, outcome)
  for (const one of plan.assessments) add(writing, assessmentKey(one), assessmentOf(writing, one))
  for (const carePlan of plan.plans) addCarePlan(writing, carePlan)
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: options.writtenAt.toString({ smallestUnit: 'second' }),
    entry: writing.entries,
  }
}

function add({ entries, ...writing }: Writing, key: string, resource: Resource): void {
  entries.push({ fullUrl: urlOf(writing, key), resource: compact(resource) })
}

function urlOf({ uuidOf, plan }: Pick<Writing, 'uuidOf' | 'plan'>, key: string): string {
  return `urn:uuid:${uuidOf(`${plan.person.ref} ${key}`)}`
}

/** With the type, which a uuid does not tell. */
const pointer = (writing: Writing, key: string) => ({
  reference: urlOf(writing, key),
  type: TYPES[key.split(' ')[0] as keyof typeof TYPES],
})

/** What stands behind the first word of a key. */
const TYPES = {
  person: 'Patient',
  provider: 'Organization',
  team: 'CareTeam',
  outcome: 'Goal',
  plan: 'CarePlan',
  review: 'Observation',
  score: 'Observation',
} as const

const identifier = (what: Parameters<typeof SYSTEMS.reference>[0], value: string) => [
  { system: SYSTEMS.reference(what), value },
]
/** What can be read off the rest, and is there for systems that look for it. */
const MADE = { tag: [{ system: SYSTEMS.made, code: 'yes' }] }

function patientOf(person: ExchangedPlan['person']): Resource {
  return {
    resourceType: 'Patient',
    extension: extensionOf(EXTENSIONS.person, FIELDS.person, person),
    identifier: identifier('person', person.ref),
    active: person.endedOn === null,
    name: [
      { use: 'official', family: person.familyName, given: [person.givenName] },
      ...(person.knownAs ? [{ use: 'usual', given: [person.knownAs] }] : []),
    ],
    birthDate: person.bornOn,
    communication: [{ language: codeOf(SYSTEMS.languages, person.language), preferred: true }],
  }
}

function organizationOf({ providerNames }: Writing, ref: string): Resource {
  return {
    resourceType: 'Organization',
    identifier: identifier('provider', ref),
    active: true,
    name: providerNames.get(ref) ?? ref,
  }
}

function careTeamOf(writing: Writing): Resource {
  const members = ['person', ...providersIn(writing.plan).map((ref) => `provider ${ref}`)]
  return {
    resourceType: 'CareTeam',
    meta: MADE,
    status: 'active',
    subject: pointer(writing, 'person'),
    participant: members.map((key) => ({ member: pointer(writing, key) })),
  }
}

const assessmentKey = ({ form, completedOn }: ExchangedAssessment) => `assessment ${form} ${completedOn}`

function assessmentOf(writing: Writing, assessment: ExchangedAssessment): Resource {
  const { form, edition, completedOn, completedBy, answers } = assessment
  return {
    resourceType: 'QuestionnaireResponse',
    extension: extensionOf(EXTENSIONS.assessment, FIELDS.assessment, assessment),
    questionnaire: `${SYSTEMS.form}${form}|${encodeURIComponent(edition)}`,
    status: 'completed',
    subject: pointer(writing, 'person'),
    authored: completedOn,
    author: { display: completedBy },
    item: answerItems(answers),
  }
}

function addOutcome(writing: Writing, outcome: ExchangedOutcome): void {
  add(writing, `outcome ${outcome.ref}`, goalOf(writing, outcome))
  const baseline = outcome.baselineScore
  if (baseline !== null)
    add(writing, `baseline ${outcome.ref}`, {
      ...observationOf(writing, outcome, 'baseline', outcome.agreedOn),
      ...scoreValue(outcome, baseline),
    })
  for (const review of outcome.reviews) addReview(writing, outcome, review)
  for (const score of outcome.scores) addScore(writing, outcome, score)
}

function goalOf(writing: Writing, outcome: ExchangedOutcome): Resource {
  const isGoalAttainment = outcome.scale === GOAL_ATTAINMENT
  const latest = outcome.reviews.at(-1)
  return {
    resourceType: 'Goal',
    meta: isGoalAttainment ? { profile: [GOAL_PROFILE] } : undefined,
    extension: [
      ...outcome.levels.map(({ level, words, language }) => ({
        url: EXTENSIONS.goalLevel,
        extension: [
          { url: 'level', valueCoding: levelCoding(level) },
          { url: 'text', valueString: words, _valueString: inLanguage(language) },
        ],
      })),
      ...extensionOf(EXTENSIONS.outcome, FIELDS.outcome, outcome),
      ...outcome.contributions.flatMap((one) => extensionOf(EXTENSIONS.contribution, FIELDS.contribution, one)),
    ],
    identifier: identifier('outcome', outcome.ref),
    lifecycleStatus: lifecycleOf(outcome),
    achievementStatus: latest && codeOf(SYSTEMS.achievement, ACHIEVEMENT_CODES[latest.achievement]),
    category: outcome.outcomeRef ? [codeOf(SYSTEMS.catalogue, outcome.outcomeRef)] : undefined,
    description: { text: outcome.ownWords, _text: inLanguage(outcome.ownWordsLanguage) },
    subject: pointer(writing, 'person'),
    startDate: outcome.agreedOn,
    target: [
      compact({
        measure: {
          coding: [
            { system: SYSTEMS.scale, code: outcome.scale },
            ...(isGoalAttainment ? [{ system: SYSTEMS.loinc, ...SCORE_CODES.baseline }] : []),
          ],
        },
        detailQuantity: outcome.targetScore === null ? undefined : { value: outcome.targetScore },
        dueDate: outcome.reviewDueOn,
      }),
    ],
    statusDate: outcome.endedOn,
    statusReason: outcome.endedOn ? outcome.endedReason : undefined,
    expressedBy: ['together', 'person'].includes(outcome.setBy) ? pointer(writing, 'person') : undefined,
  }
}

const inLanguage = (language: string) => ({ extension: [{ url: EXTENSIONS.language, valueCode: language }] })

const levelCoding = (level: number) => {
  const { code, display } = LEVEL_CODES.find((one) => one.level === level)!
  return { system: SYSTEMS.loinc, code, display }
}

const ACHIEVEMENT_CODES = {
  achieved: 'achieved',
  partly: 'improving',
  not: 'not-achieved',
  changed: 'in-progress',
  'no-longer-wanted': 'not-attainable',
} as const

/** FHIR has no word of its own for an outcome that was put in other words: it is cancelled, and the reason says so. */
function lifecycleOf({ endedOn, endedReason, planRef }: ExchangedOutcome): string {
  if (endedOn !== null) return endedReason === 'achieved' || endedReason === 'partly' ? 'completed' : 'cancelled'
  return planRef === null ? 'accepted' : 'active'
}

type Part = 'baseline' | 'review' | 'score'

function observationOf(writing: Writing, outcome: ExchangedOutcome, part: Part, on: string): Resource {
  return {
    resourceType: 'Observation',
    status: 'final',
    category: [codeOf(SYSTEMS.observation, 'survey')],
    code: {
      coding: [
        { system: SYSTEMS.part, code: part },
        { system: SYSTEMS.scale, code: outcome.scale },
        ...(part === 'baseline' && outcome.scale === GOAL_ATTAINMENT
          ? [{ system: SYSTEMS.loinc, ...SCORE_CODES.baseline }]
          : []),
      ],
    },
    subject: pointer(writing, 'person'),
    focus: [pointer(writing, `outcome ${outcome.ref}`)],
    effectiveDateTime: on,
  }
}

/** A level of a goal by its code; any other score as a number. */
function scoreValue(outcome: ExchangedOutcome, score: number): Json {
  const isLevel = outcome.scale === GOAL_ATTAINMENT && LEVEL_CODES.some(({ level }) => level === score)
  return isLevel ? { valueCodeableConcept: { coding: [levelCoding(score)] } } : { valueQuantity: { value: score } }
}

function addReview(writing: Writing, outcome: ExchangedOutcome, review: ExchangedReview): void {
  const key = `review ${review.ref}`
  const said = (code: string, system: string, value: string | null) =>
    value === null ? [] : [{ code: codeOf(SYSTEMS.finding, code), valueCodeableConcept: codeOf(system, value) }]
  add(writing, key, {
    ...observationOf(writing, outcome, 'review', review.heldOn),
    ...(review.score === null ? {} : scoreValue(outcome, review.score)),
    identifier: identifier('review', review.ref),
    extension: [
      ...extensionOf(EXTENSIONS.review, FIELDS.review, review),
      ...review.attributions.flatMap((one) => extensionOf(EXTENSIONS.attribution, FIELDS.attribution, one)),
    ],
    component: [
      ...said('achievement', SYSTEMS.says, review.achievement),
      ...said('provider-says', SYSTEMS.says, review.providerSays),
      ...said('person-says', SYSTEMS.says, review.personSays),
    ],
    note: review.note ? [{ text: review.note }] : undefined,
  })
  if (review.personSaidBy === null) return
  add(writing, `who said ${key}`, {
    resourceType: 'Provenance',
    meta: MADE,
    target: [pointer(writing, key)],
    recorded: `${review.personSaidOn ?? review.heldOn}T00:00:00Z`,
    agent: [
      agentOf('author', review.personSaidBy === 'person' ? pointer(writing, 'person') : { display: 'Carer' }),
      ...(review.personWordRecordedBy ? [agentOf('enterer', { display: review.personWordRecordedBy })] : []),
    ],
  })
}

function addScore(writing: Writing, outcome: ExchangedOutcome, score: ExchangedScore): void {
  const key = `score ${outcome.ref} ${score.voice} ${score.scoredOn}`
  const observation = observationOf(writing, outcome, 'score', score.scoredOn)
  const loinc = score.voice === 'provider' ? undefined : SCORE_CODES[score.voice]
  const coding = (observation.code as { coding: readonly Json[] }).coding
  const performer = performerOf(writing, score)
  add(writing, key, {
    ...observation,
    code: {
      coding: [
        ...coding,
        { system: SYSTEMS.voice, code: score.voice },
        ...(loinc && outcome.scale === GOAL_ATTAINMENT ? [{ system: SYSTEMS.loinc, ...loinc }] : []),
      ],
    },
    extension: [
      compact({
        url: EXTENSIONS.score,
        extension: [
          { url: 'scaleEdition', valueString: score.scaleEdition },
          ...score.answers.map((answer) => ({ url: 'answer', valueDecimal: answer })),
        ].filter((part) => !('valueString' in part) || part.valueString !== ''),
      }),
    ].filter(({ extension }) => extension),
    performer: [performer],
    ...scoreValue(outcome, score.score),
  })
  add(writing, `who said ${key}`, {
    resourceType: 'Provenance',
    target: [pointer(writing, key)],
    recorded: score.recordedAt,
    agent: [agentOf('author', performer), agentOf('enterer', { display: score.recordedBy || '-' })],
  })
}

function performerOf(writing: Writing, { voice, providerRef }: ExchangedScore): Json {
  if (voice === 'person') return pointer(writing, 'person')
  if (voice === 'provider' && providerRef !== null) return pointer(writing, `provider ${providerRef}`)
  return { display: voice === 'carer' ? 'Carer' : 'Practitioner' }
}

const agentOf = (type: string, who: Json) => ({ type: codeOf(SYSTEMS.provenance, type), who })

function addCarePlan(writing: Writing, carePlan: ExchangedCarePlan): void {
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

function performersOf(writing: Writing, { party, providerRef }: ExchangedContribution): readonly Json[] {
  if (party === 'person') return [pointer(writing, 'person')]
  return providerRef === null ? [{ display: party }] : [pointer(writing, `provider ${providerRef}`)]
}
