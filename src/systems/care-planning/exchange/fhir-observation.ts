/** Baselines, reviews and scores of a goal as Observations, written and read; each score in one voice, never averaged. */
import { day } from '../../../kernel/period.ts'
import { refuseReview } from '../outcome-review/outcome-review.ts'
import { type ExchangedOutcome, ExchangedReview, ExchangedScore } from './exchanged-plan.ts'
import { EXTENSIONS, FIELDS, GOAL_ATTAINMENT, GOAL_MEASURE, LEVEL_CODES, SCORE_CODES, SYSTEMS } from './fhir-codes.ts'
import { levelCoding, levelOf } from './fhir-goal.ts'
import {
  at,
  codeIn,
  codeOf,
  compact,
  dayIn,
  extensionOf,
  fieldsIn,
  type Json,
  listAt,
  numberAt,
  type Resource,
  referenceIn,
  textAt,
} from './fhir-json.ts'
import { addWords } from './fhir-own-word.ts'
import { agentIn, find, keep, keepApart, provenanceOf, type Reading } from './fhir-reading.ts'
import { carerOf } from './fhir-related-person.ts'
import { add, agentOf, identifier, MADE, pointer, type Writing } from './fhir-writing.ts'

/** All that was found and said about one outcome. */
export function addObservations(writing: Writing, outcome: ExchangedOutcome): void {
  const baseline = outcome.baselineScore
  if (baseline !== null)
    add(writing, `baseline ${outcome.ref}`, {
      ...observationOf(writing, outcome, 'baseline', outcome.agreedOn),
      ...scoreValue(outcome, baseline),
    })
  for (const review of outcome.reviews) addReview(writing, outcome, review)
  for (const score of outcome.scores) addScore(writing, outcome, score)
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
  addWords(writing, review)
  if (review.personSaidBy === null) return
  add(writing, `who said ${key}`, {
    resourceType: 'Provenance',
    meta: MADE,
    target: [pointer(writing, key)],
    recorded: `${review.personSaidOn ?? review.heldOn}T00:00:00Z`,
    agent: [
      agentOf('author', review.personSaidBy === 'person' ? pointer(writing, 'person') : carerOf(writing)),
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
  return voice === 'carer' ? carerOf(writing) : { display: 'Practitioner' }
}

export function readObservation(
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
  else if (review) {
    outcome.reviews.push(review)
    reading.reviews.set(observation, review)
  }
}

function readScore(reading: Reading, observation: Resource, outcome: ExchangedOutcome): void {
  const score = keep(reading, observation, ExchangedScore, scoreIn(reading, observation))
  if (score) outcome.scores.push(score)
}

function partOf(observation: Resource): 'baseline' | 'review' | 'score' | undefined {
  const part = codeIn(observation.code, SYSTEMS.part)
  if (part === 'baseline' || part === 'review' || part === 'score') return part
  const loinc = codeIn(observation.code, SYSTEMS.loinc)
  // The guide's ballot had no code of its own for the baseline.
  if (loinc === SCORE_CODES.baseline.code || loinc === GOAL_MEASURE.code) return 'baseline'
  return Object.values(SCORE_CODES).some(({ code }) => code === loinc) ? 'score' : undefined
}

function valueIn(observation: Resource): number | undefined {
  return (
    numberAt(observation, 'valueQuantity', 'value') ?? levelOf(at(observation, 'valueCodeableConcept', 'coding', 0))
  )
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
      sharePercent: one.sharePercent ?? null,
    })),
    words: [],
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
