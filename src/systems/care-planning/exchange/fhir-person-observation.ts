/**
 * What was found of the person and not of one goal, as Observations, written and read: each active offer of Welsh with its answer, and
 * each band of need. A band is an Observation and no RiskAssessment: it says how much help somebody needs from a day on, and foretells nothing.
 */
import {
  ExchangedBand as Band,
  type ExchangedBand,
  type ExchangedOffer,
  ExchangedOffer as Offer,
} from './exchanged-around.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import { codeIn, codeOf, dayIn, extensionOf, fieldsIn, listAt, type Resource, textAt } from './fhir-json.ts'
import { assessmentKey, assessmentNameIn } from './fhir-questionnaire-response.ts'
import { find, keep, ofType, type Reading } from './fhir-reading.ts'
import { add, pointer, type Writing } from './fhir-writing.ts'

export function addPersonObservations(writing: Writing): void {
  for (const offer of writing.plan.offers) add(writing, `offer ${offer.offeredOn}`, offerOf(writing, offer))
  for (const band of writing.plan.bands) add(writing, `band ${band.fromOn}`, bandOf(writing, band))
}

const about = (writing: Writing, part: string, on: string): Resource => ({
  resourceType: 'Observation',
  status: 'final',
  category: [codeOf(SYSTEMS.observation, 'social-history')],
  code: codeOf(SYSTEMS.part, part),
  subject: pointer(writing, 'person'),
  effectiveDateTime: on,
})

function offerOf(writing: Writing, { offeredOn, answer, note, recordedBy }: ExchangedOffer): Resource {
  return {
    ...about(writing, 'active-offer', offeredOn),
    performer: recordedBy ? [{ display: recordedBy }] : undefined,
    valueCodeableConcept: codeOf(SYSTEMS.offer, answer),
    note: note ? [{ text: note }] : undefined,
  }
}

function bandOf(writing: Writing, band: ExchangedBand): Resource {
  const assessment = writing.plan.assessments.find((one) => assessmentKey(one) === `assessment ${band.assessment}`)
  return {
    ...about(writing, 'need-band', band.fromOn),
    extension: extensionOf(EXTENSIONS.band, FIELDS.band, band),
    valueCodeableConcept: codeOf(SYSTEMS.band, band.band),
    derivedFrom: assessment ? [pointer(writing, assessmentKey(assessment))] : undefined,
  }
}

const PARTS: readonly unknown[] = ['active-offer', 'need-band']

export const isOfPerson = (observation: Resource) => PARTS.includes(codeIn(observation.code, SYSTEMS.part))

export function offersIn(reading: Reading): ExchangedOffer[] {
  return partsIn(reading, 'active-offer').flatMap((observation) => {
    const read = keep(reading, observation, Offer, {
      offeredOn: dayIn(textAt(observation, 'effectiveDateTime')),
      answer: codeIn(observation.valueCodeableConcept, SYSTEMS.offer),
      note: textAt(observation, 'note', 0, 'text') ?? '',
      recordedBy: textAt(observation, 'performer', 0, 'display') ?? '',
    })
    return read ? [read] : []
  })
}

export function bandsIn(reading: Reading): ExchangedBand[] {
  return partsIn(reading, 'need-band').flatMap((observation) => {
    const [own = {}] = fieldsIn(observation, EXTENSIONS.band, FIELDS.band)
    const response = find(reading, textAt(listAt(observation, 'derivedFrom')[0], 'reference'))
    const read = keep(reading, observation, Band, {
      band: codeIn(observation.valueCodeableConcept, SYSTEMS.band),
      fromOn: dayIn(textAt(observation, 'effectiveDateTime')),
      points: own.points ?? null,
      edition: own.edition ?? '',
      assessment: (response && assessmentNameIn(response)) ?? null,
    })
    return read ? [read] : []
  })
}

function partsIn(reading: Reading, part: string): readonly Resource[] {
  return ofType(reading.entries, 'Observation').filter(({ code }) => codeIn(code, SYSTEMS.part) === part)
}
