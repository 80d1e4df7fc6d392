/** Reads a Bundle as a person's plan. What is not understood is kept apart with the reason, never dropped and never guessed at. */
import type { z } from 'zod'
import { type Day, day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { refuseReview } from '../outcome-review/outcome-review.ts'
import { faultsOf } from '../personal-outcome/outcome-terms.ts'
import type { ReceivedEntry } from './bundle-text.ts'
import {
  ExchangedAssessment,
  ExchangedCarePlan,
  ExchangedOutcome,
  ExchangedPerson,
  type ExchangedPlan,
  ExchangedReview,
  ExchangedScore,
} from './exchanged-plan.ts'
import { answersIn } from './fhir-answers.ts'
import { EXTENSIONS, FIELDS, GOAL_ATTAINMENT, LEVEL_CODES, SCORE_CODES, SYSTEMS } from './fhir-codes.ts'
import {
  at,
  codeIn,
  dayIn,
  fieldsIn,
  listAt,
  numberAt,
  objectOf,
  type Resource,
  referenceIn,
  textAt,
} from './fhir-json.ts'

/**
 * `unknown-kind`: we have no place for it. `incomplete`: it lacks these fields. `cannot-be`: these fields say what cannot be, such as a
 * review before the outcome was agreed. `no-goal`: it says nothing of a goal that was read.
 */
export type KeptApart = {
  readonly resourceType: string
  readonly name: string
  readonly reason: 'unknown-kind' | 'incomplete' | 'cannot-be' | 'no-goal' | 'not-this-person'
  readonly fields: readonly string[]
  readonly resource: Resource
}

export type ReadPlan = { readonly plan: ExchangedPlan; readonly keptApart: readonly KeptApart[] }

/** What an outcome and a review may be, here and today. */
export type ReadRules = {
  readonly scales: ReadonlyMap<string, { readonly lowest: number; readonly highest: number }>
  readonly today: Day
  /** Forms of assessment that are known here, each as `id|edition`. */
  readonly forms: ReadonlySet<string>
}

type Reading = ReadRules & {
  readonly entries: readonly ReceivedEntry[]
  readonly patient: Resource
  readonly keptApart: KeptApart[]
  /** Provenance and organisations that something else has used. */
  readonly used: Set<Resource>
}

/** Refuses a Bundle without a person, or with several: whose plan it is would be a guess. */
export function fromBundle(entries: readonly ReceivedEntry[], rules: ReadRules): Result<ReadPlan> {
  const patients = ofType(entries, 'Patient')
  const [patient] = patients
  if (!patient || patients.length > 1) return refused(ONE_PERSON(patients.length))
  const person = ExchangedPerson.safeParse(personIn(patient))
  if (!person.success) return refused(personLacks(fieldsOf(person.error)))
  const reading: Reading = { ...rules, entries, patient, keptApart: [], used: new Set() }
  const goals = new Map<Resource, ExchangedOutcome>()
  for (const goal of ofType(entries, 'Goal')) {
    const outcome = keep(reading, goal, ExchangedOutcome, goalIn(reading, goal, person.data.language))
    const faults = outcome ? faultsIn(reading, outcome) : []
    if (faults.length > 0) keepApart(reading, goal, 'cannot-be', faults)
    else if (outcome) goals.set(goal, outcome)
  }
  const plans = ofType(entries, 'CarePlan').flatMap((carePlan) => {
    const read = keep(reading, carePlan, ExchangedCarePlan, carePlanIn(reading, carePlan))
    if (read) placeGoals(reading, carePlan, read.ref, goals)
    return read ? [read] : []
  })
  for (const observation of ofType(entries, 'Observation')) readObservation(reading, observation, goals)
  const assessments = ofType(entries, 'QuestionnaireResponse').flatMap((response) => readAssessment(reading, response))
  keepTheRest(reading)
  const outcomes = [...goals.values()]
  for (const outcome of outcomes)
    outcome.reviews.sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.ref.localeCompare(b.ref))
  return accepted({ plan: { person: person.data, plans, outcomes, assessments }, keptApart: reading.keptApart })
}

function ofType(entries: readonly ReceivedEntry[], type: string): readonly Resource[] {
  return entries.map(({ resource }) => resource).filter(({ resourceType }) => resourceType === type)
}

/** What fits the schema; anything else is kept apart with the fields that it lacks. */
function keep<T>(reading: Reading, resource: Resource, schema: z.ZodType<T>, value: unknown): T | undefined {
  const parsed = schema.safeParse(value)
  if (!isOfPatient(reading, resource)) keepApart(reading, resource, 'not-this-person')
  else if (parsed.success) return parsed.data
  else keepApart(reading, resource, 'incomplete', fieldsOf(parsed.error))
  return undefined
}

function keepApart(
  reading: Reading,
  resource: Resource,
  reason: KeptApart['reason'],
  fields: readonly string[] = [],
): void {
  const name =
    textAt(resource, 'description', 'text') ??
    textAt(resource, 'title') ??
    textAt(resource, 'code', 'text') ??
    textAt(resource, 'name') ??
    referenceIn(resource, '') ??
    textAt(resource, 'id') ??
    ''
  reading.keptApart.push({ resourceType: resource.resourceType, name, reason, fields, resource })
}

const fieldsOf = (error: z.ZodError) => [...new Set(error.issues.map(({ path }) => path.join('.')))]

function isOfPatient(reading: Reading, resource: Resource): boolean {
  const subject = textAt(resource, 'subject', 'reference')
  return subject === undefined || find(reading, subject) === reading.patient
}

/** The resource of the Bundle that a reference means: by its full address, or as Type/id. */
function find({ entries }: Pick<Reading, 'entries'>, reference: string | undefined): Resource | undefined {
  if (reference === undefined) return undefined
  return entries.find(
    ({ fullUrl, resource }) =>
      fullUrl === reference ||
      (typeof resource.id === 'string' && `${resource.resourceType}/${resource.id}` === reference),
  )?.resource
}

function personIn(patient: Resource) {
  const names = listAt(patient, 'name')
  const official = names.find(({ use }) => use === 'official') ?? names[0]
  const usual = names.find(({ use }) => use === 'usual')
  const communication = listAt(patient, 'communication')
  const preferred = communication.find((one) => one.preferred === true) ?? communication[0]
  const [own = {}] = fieldsIn(patient, EXTENSIONS.person, FIELDS.person)
  return {
    ref: referenceIn(patient, SYSTEMS.reference('person')),
    givenName: textAt(official, 'given', 0) ?? textAt(usual, 'given', 0),
    familyName: textAt(official, 'family') ?? textAt(usual, 'family'),
    knownAs: (usual !== official ? textAt(usual, 'given', 0) : undefined) ?? null,
    bornOn: dayIn(textAt(patient, 'birthDate')) ?? null,
    language: textAt(preferred, 'language', 'coding', 0, 'code')?.slice(0, 2) === 'cy' ? 'cy' : 'en',
    areaRef: own.areaRef ?? null,
    needGroup: own.needGroup ?? null,
    whatMatters: own.whatMatters ?? '',
    whatMattersLanguage: own.whatMattersLanguage ?? null,
    startedOn: own.startedOn ?? null,
    endedOn: own.endedOn ?? null,
  }
}

function goalIn(reading: Reading, goal: Resource, language: string) {
  const [own = {}] = fieldsIn(goal, EXTENSIONS.outcome, FIELDS.outcome)
  const target = listAt(goal, 'target')[0]
  const levels = levelsIn(goal, language)
  const endedOn = isOver(goal) ? (dayIn(textAt(goal, 'statusDate')) ?? null) : null
  const expressedBy = find(reading, textAt(goal, 'expressedBy', 'reference'))
  return {
    ref: referenceIn(goal, SYSTEMS.reference('outcome')) ?? textAt(goal, 'id'),
    ownWords: textAt(goal, 'description', 'text'),
    ownWordsLanguage: languageOf(at(goal, 'description', '_text')) ?? language,
    whyItMatters: own.whyItMatters ?? '',
    canDoNow: own.canDoNow ?? '',
    setBy: own.setBy ?? (expressedBy === reading.patient ? 'person' : 'together'),
    outcomeRef:
      listAt(goal, 'category')
        .map((one) => codeIn(one, SYSTEMS.catalogue))
        .find((code) => code) ?? null,
    providerRef: own.providerRef ?? null,
    planRef: own.planRef ?? null,
    hangsOn: own.hangsOn ?? null,
    reformulatedFrom: own.reformulatedFrom ?? null,
    scale: codeIn(at(target, 'measure'), SYSTEMS.scale) ?? (isGoalAttainment(goal) ? GOAL_ATTAINMENT : undefined),
    baselineScore: null,
    targetScore: numberAt(target, 'detailQuantity', 'value') ?? null,
    weight: own.weight ?? 1,
    agreedOn: dayIn(textAt(goal, 'startDate')),
    reviewDueOn: dayIn(textAt(target, 'dueDate')),
    endedOn,
    endedReason: endedOn === null ? null : (own.endedReason ?? textAt(goal, 'statusReason') ?? reasonOf(goal)),
    endedNote: own.endedNote ?? '',
    levels,
    contributions: fieldsIn(goal, EXTENSIONS.contribution, FIELDS.contribution).map((one) => ({
      party: one.party,
      providerRef: one.providerRef ?? null,
      extent: one.extent,
      what: one.what ?? '',
      startsOn: one.startsOn ?? null,
      weeklyMinutes: one.weeklyMinutes ?? null,
      worksWhen: one.worksWhen ?? '',
    })),
    reviews: [],
    scores: [],
  }
}

const isOver = (goal: Resource) => goal.lifecycleStatus === 'completed' || goal.lifecycleStatus === 'cancelled'
const reasonOf = (goal: Resource) => (goal.lifecycleStatus === 'completed' ? 'achieved' : 'no-longer-wanted')

function isGoalAttainment(goal: Resource): boolean {
  return (
    codeIn(at(goal, 'target', 0, 'measure'), SYSTEMS.loinc) === SCORE_CODES.baseline.code ||
    listAt(goal, 'extension').some(({ url }) => url === EXTENSIONS.goalLevel)
  )
}

function languageOf(element: unknown): unknown {
  return listAt(element, 'extension').find(({ url }) => url === EXTENSIONS.language)?.valueCode
}

function levelsIn(goal: Resource, language: string) {
  return listAt(goal, 'extension')
    .filter(({ url }) => url === EXTENSIONS.goalLevel)
    .map((extension) => {
      const parts = listAt(extension, 'extension')
      const text = parts.find(({ url }) => url === 'text')
      return {
        level: levelOf(parts.find(({ url }) => url === 'level')?.valueCoding),
        words: text?.valueString,
        language: languageOf(text?._valueString) ?? language,
      }
    })
    .sort((a, b) => (a.level ?? 0) - (b.level ?? 0))
}

function levelOf(coding: unknown): number | undefined {
  return LEVEL_CODES.find(({ code }) => code === textAt(coding, 'code'))?.level
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

/** Who said or agreed to a thing; what of it we understand is used, and so not kept apart. */
function provenanceOf(reading: Reading, target: Resource): Resource | undefined {
  const found = ofType(reading.entries, 'Provenance').find((one) =>
    listAt(one, 'target').some((reference) => find(reading, textAt(reference, 'reference')) === target),
  )
  if (found) reading.used.add(found)
  return found
}

function agentIn(provenance: Resource, type: string): string | undefined {
  const agent = listAt(provenance, 'agent').find((one) => codeIn(one.type, SYSTEMS.provenance) === type)
  return textAt(agent, 'who', 'display')
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

function readObservation(
  reading: Reading,
  observation: Resource,
  goals: ReadonlyMap<Resource, ExchangedOutcome>,
): void {
  const goal = find(reading, textAt(observation, 'focus', 0, 'reference'))
  const outcome = goal && goals.get(goal)
  const part = partOf(observation)
  if (!part) keepApart(reading, observation, 'unknown-kind')
  else if (!outcome) keepApart(reading, observation, 'no-goal')
  else if (part === 'review') readReview(reading, observation, outcome)
  else if (part === 'score') readScore(reading, observation, outcome)
  else {
    const baseline = valueIn(observation)
    const range = reading.scales.get(outcome.scale)
    if (baseline === undefined) keepApart(reading, observation, 'incomplete', ['score'])
    else if (range && (baseline < range.lowest || baseline > range.highest))
      keepApart(reading, observation, 'cannot-be', ['score'])
    else outcome.baselineScore = baseline
  }
}

function readReview(reading: Reading, observation: Resource, outcome: ExchangedOutcome): void {
  const review = keep(reading, observation, ExchangedReview, reviewIn(reading, observation))
  const fault = review && refuseReview(reviewFacts(review), day(outcome.agreedOn), reading.today)
  if (fault) keepApart(reading, observation, 'cannot-be', [fault.refusal.field ?? 'heldOn'])
  else if (review) outcome.reviews.push(review)
}

function readScore(reading: Reading, observation: Resource, outcome: ExchangedOutcome): void {
  const score = keep(reading, observation, ExchangedScore, scoreIn(reading, observation))
  if (score) outcome.scores.push(score)
}

function partOf(observation: Resource): 'baseline' | 'review' | 'score' | undefined {
  const part = codeIn(observation.code, SYSTEMS.part)
  if (part === 'baseline' || part === 'review' || part === 'score') return part
  const loinc = codeIn(observation.code, SYSTEMS.loinc)
  if (loinc === SCORE_CODES.baseline.code) return 'baseline'
  return Object.values(SCORE_CODES).some(({ code }) => code === loinc) ? 'score' : undefined
}

function valueIn(observation: Resource): number | undefined {
  return (
    numberAt(observation, 'valueQuantity', 'value') ?? levelOf(at(observation, 'valueCodeableConcept', 'coding', 0))
  )
}

/** An edition may hold what an address cannot; what was not encoded by us stays as it is. */
function decoded(text: string): string {
  return URL.canParse(`urn:${text}`) && !/%(?![0-9A-Fa-f]{2})/.test(text) ? decodeURIComponent(text) : text
}

/** Answers to a form of ours; to any other, nobody here could say what was asked. */
function readAssessment(reading: Reading, response: Resource): readonly ExchangedAssessment[] {
  const canonical = textAt(response, 'questionnaire') ?? ''
  const [form = '', edition = ''] = canonical.startsWith(SYSTEMS.form)
    ? canonical.slice(SYSTEMS.form.length).split('|').map(decoded)
    : []
  if (!reading.forms.has(`${form}|${edition}`)) {
    keepApart(reading, response, 'unknown-kind')
    return []
  }
  const [own = {}] = fieldsIn(response, EXTENSIONS.assessment, FIELDS.assessment)
  const completedOn = dayIn(textAt(response, 'authored'))
  const assessment = keep(reading, response, ExchangedAssessment, {
    form,
    edition,
    wordsLanguage: own.wordsLanguage,
    startedOn: own.startedOn ?? completedOn,
    startedBy: own.startedBy ?? '',
    completedOn,
    completedBy: textAt(response, 'author', 'display'),
    isEligible: own.isEligible ?? null,
    answers: answersIn(response),
  })
  return assessment ? [assessment] : []
}

/** What outcomes agreed here must fulfil, those from elsewhere must too. */
function faultsIn({ scales, today }: ReadRules, outcome: ExchangedOutcome): readonly string[] {
  const { baselineScore, targetScore, scale } = outcome
  const days = { agreedOn: day(outcome.agreedOn), reviewDueOn: day(outcome.reviewDueOn) }
  const terms = { ...days, baselineScore, targetScore, hangsOn: null, range: scales.get(scale) }
  return faultsOf(terms, today).map(({ field = '' }) => field)
}

const reviewFacts = ({ heldOn, achievement, attributions }: ExchangedReview) => ({
  heldOn: day(heldOn),
  achievement,
  attributions,
})

function reviewIn(reading: Reading, observation: Resource) {
  provenanceOf(reading, observation)
  const [own = {}] = fieldsIn(observation, EXTENSIONS.review, FIELDS.review)
  const said = (code: string) => {
    const component = listAt(observation, 'component').find((one) => codeIn(one.code, SYSTEMS.finding) === code)
    return codeIn(component?.valueCodeableConcept, SYSTEMS.says) ?? null
  }
  const heldOn = dayIn(textAt(observation, 'effectiveDateTime'))
  return {
    ref: referenceIn(observation, SYSTEMS.reference('review')),
    dueOn: own.dueOn ?? heldOn,
    heldOn,
    score: valueIn(observation) ?? null,
    achievement: said('achievement'),
    providerSays: said('provider-says'),
    personSays: said('person-says'),
    personSaidBy: own.personSaidBy ?? null,
    personSaidOn: own.personSaidOn ?? null,
    personWords: own.personWords ?? '',
    personWordsLanguage: own.personWordsLanguage ?? null,
    personWordHow: own.personWordHow ?? null,
    personWordRecordedBy: own.personWordRecordedBy ?? null,
    note: textAt(observation, 'note', 0, 'text') ?? '',
    attributions: fieldsIn(observation, EXTENSIONS.attribution, FIELDS.attribution).map((one) => ({
      ...one,
      evidence: one.evidence ?? '',
    })),
  }
}

function scoreIn(reading: Reading, observation: Resource) {
  const provenance = provenanceOf(reading, observation)
  const own = listAt(observation, 'extension').find(({ url }) => url === EXTENSIONS.score)
  const parts = listAt(own, 'extension')
  const loinc = codeIn(observation.code, SYSTEMS.loinc)
  const voice =
    codeIn(observation.code, SYSTEMS.voice) ??
    Object.entries(SCORE_CODES).find(([name, { code }]) => name !== 'baseline' && code === loinc)?.[0]
  const performer = find(reading, textAt(observation, 'performer', 0, 'reference'))
  const scoredOn = dayIn(textAt(observation, 'effectiveDateTime'))
  const answers = parts.filter(({ url }) => url === 'answer').map(({ valueDecimal }) => valueDecimal)
  const isProvider = performer?.resourceType === 'Organization'
  const enterer = provenance && agentIn(provenance, 'enterer')
  return {
    voice,
    providerRef: isProvider ? (referenceIn(performer, SYSTEMS.reference('provider')) ?? null) : null,
    scoredOn,
    score: valueIn(observation),
    answers,
    scaleEdition:
      textAt(
        parts.find(({ url }) => url === 'scaleEdition'),
        'valueString',
      ) ?? '',
    recordedBy: enterer === '-' ? '' : (enterer ?? ''),
    recordedAt: (provenance && textAt(provenance, 'recorded')) ?? (scoredOn && `${scoredOn}T00:00:00Z`),
  }
}

/** Read above, or made from what was: everything else in the Bundle we have no place for. */
const READ = ['Patient', 'Goal', 'CarePlan', 'Observation', 'Organization', 'QuestionnaireResponse']

function keepTheRest(reading: Reading): void {
  for (const { resource } of reading.entries) {
    if (READ.includes(resource.resourceType) || reading.used.has(resource) || isMade(resource)) continue
    keepApart(reading, resource, 'unknown-kind')
  }
}

function isMade(resource: Resource): boolean {
  return listAt(objectOf(resource.meta), 'tag').some(({ system }) => system === SYSTEMS.made)
}

const ONE_PERSON = (found: number): Refusal => ({
  kind: 'invalid',
  code: 'not-one-person',
  field: 'file',
  message: {
    en: `A file holds the plan of one person. There are ${found} in this one.`,
    cy: `Cynllun un person sydd mewn ffeil. Mae ${found} yn yr un hon.`,
  },
})

const personLacks = (fields: readonly string[]): Refusal => ({
  kind: 'invalid',
  code: 'person-incomplete',
  field: 'file',
  message: {
    en: `The person in the file lacks what we need to know them by: ${fields.join(', ')}. Ask for the file again.`,
    cy: `Nid oes digon yn y ffeil i adnabod y person: ${fields.join(', ')}. Gofynnwch am y ffeil eto.`,
  },
})
