/** Reads a Bundle as a person's plan. What is not understood is kept apart with the reason, never dropped and never guessed at. */
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { ReceivedEntry } from './bundle-text.ts'
import type { ExchangedWish } from './exchanged-around.ts'
import { type ExchangedOutcome, ExchangedPerson, type ExchangedPlan } from './exchanged-plan.ts'
import { carePlansIn } from './fhir-care-plan.ts'
import { SYSTEMS } from './fhir-codes.ts'
import { consentsIn } from './fhir-consent.ts'
import { goalsIn } from './fhir-goal.ts'
import { listAt, objectOf, type Resource } from './fhir-json.ts'
import { readObservation } from './fhir-observation.ts'
import { isWord, readWords } from './fhir-own-word.ts'
import { nhsNumberIn, personIn } from './fhir-patient.ts'
import { bandsIn, isOfPerson, offersIn } from './fhir-person-observation.ts'
import { readAssessment } from './fhir-questionnaire-response.ts'
import { fieldsOf, type KeptApart, keepApart, ofType, type Reading, type ReadRules } from './fhir-reading.ts'
import { relatedPeopleIn } from './fhir-related-person.ts'
import { agreedWishesIn, inOrder, isWish, wishIn } from './fhir-wish.ts'

export type ReadPlan = { readonly plan: ExchangedPlan; readonly keptApart: readonly KeptApart[] }

/** Refuses a Bundle without a person, or with several: whose plan it is would be a guess. */
export function fromBundle(entries: readonly ReceivedEntry[], rules: ReadRules): Result<ReadPlan> {
  const patients = ofType(entries, 'Patient')
  const [patient] = patients
  if (!patient || patients.length > 1) return refused(ONE_PERSON(patients.length))
  const person = ExchangedPerson.safeParse(personIn(patient))
  if (!person.success) return refused(personLacks(fieldsOf(person.error)))
  const reading: Reading = { ...rules, entries, patient, keptApart: [], used: new Set(), reviews: new Map() }
  if (nhsNumberIn(patient) && !person.data.contact?.nhsNumber) keepApart(reading, patient, 'cannot-be', ['nhsNumber'])
  const goals = goalsIn(reading, person.data.language)
  const plans = carePlansIn(reading, goals)
  for (const observation of ofType(entries, 'Observation'))
    if (!isOfPerson(observation) && !isWord(observation)) readObservation(reading, observation, goals)
  readWords(reading)
  const assessments = ofType(entries, 'QuestionnaireResponse').flatMap((response) => readAssessment(reading, response))
  const plan: ExchangedPlan = {
    person: person.data,
    plans,
    outcomes: sorted([...goals.values()]),
    assessments,
    around: relatedPeopleIn(reading),
    consents: consentsIn(reading),
    offers: offersIn(reading),
    wishes: wishesIn(reading, goals, person.data.language),
    bands: bandsIn(reading),
  }
  keepTheRest(reading)
  return accepted({ plan, keptApart: reading.keptApart })
}

function sorted(outcomes: ExchangedOutcome[]): ExchangedOutcome[] {
  for (const { reviews } of outcomes)
    reviews.sort((a, b) => a.heldOn.localeCompare(b.heldOn) || a.ref.localeCompare(b.ref))
  return outcomes
}

/** Those that wait or were not taken up, and those that became a goal, by the day they were said. */
function wishesIn(reading: Reading, goals: ReadonlyMap<Resource, ExchangedOutcome>, language: string): ExchangedWish[] {
  const waiting = ofType(reading.entries, 'Goal')
    .filter(isWish)
    .flatMap((goal) => wishIn(reading, goal, language))
  const agreed = [...goals].flatMap(([goal, { ref }]) => agreedWishesIn(goal, ref))
  return [...waiting, ...agreed].toSorted(inOrder)
}

/** Read above, or made from what was: everything else in the Bundle we have no place for. */
const READ = [
  'Patient',
  'Goal',
  'CarePlan',
  'Observation',
  'Organization',
  'QuestionnaireResponse',
  'RelatedPerson',
  'Consent',
]

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
