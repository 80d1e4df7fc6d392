/**
 * Writes a person's plan as one Bundle of FHIR R4: the same plan is the same Bundle. How each resource is written, and read again, stands
 * together in the file of its name: a Goal in `fhir-goal.ts`, a CarePlan in `fhir-care-plan.ts`.
 */
import type { ExchangedPlan } from './exchanged-plan.ts'
import { addCarePlan } from './fhir-care-plan.ts'
import { addCareTeam } from './fhir-care-team.ts'
import { consentKey, consentOf } from './fhir-consent.ts'
import { goalOf } from './fhir-goal.ts'
import type { Resource } from './fhir-json.ts'
import { addObservations } from './fhir-observation.ts'
import { patientOf } from './fhir-patient.ts'
import { addPersonObservations } from './fhir-person-observation.ts'
import { assessmentKey, assessmentOf } from './fhir-questionnaire-response.ts'
import { relatedKey, relatedPersonOf } from './fhir-related-person.ts'
import { wishKey, wishOf } from './fhir-wish.ts'
import { add, labelledRestricted, type WriteOptions, type Writing } from './fhir-writing.ts'

export function toBundle(plan: ExchangedPlan, options: WriteOptions): Resource {
  const writing: Writing = { ...options, plan, entries: [], urls: new Set() }
  add(writing, 'person', patientOf(plan))
  for (const one of plan.around) add(writing, relatedKey(one), relatedPersonOf(writing, one))
  addCareTeam(writing)
  for (const outcome of plan.outcomes) {
    add(writing, `outcome ${outcome.ref}`, goalOf(writing, outcome))
    addObservations(writing, outcome)
  }
  for (const wish of plan.wishes.filter((one) => !isWithGoal(plan, one)))
    add(writing, wishKey(wish), wishOf(writing, wish))
  for (const one of plan.consents) add(writing, consentKey(one), consentOf(writing, one))
  addPersonObservations(writing)
  for (const one of plan.assessments) add(writing, assessmentKey(one), assessmentOf(writing, one))
  for (const carePlan of plan.plans) addCarePlan(writing, carePlan)
  return {
    resourceType: 'Bundle',
    ...(plan.person.isRestricted ? { meta: labelledRestricted(undefined) } : {}),
    type: 'collection',
    timestamp: options.writtenAt.toString({ smallestUnit: 'second' }),
    entry: writing.entries,
  }
}

const isWithGoal = (plan: ExchangedPlan, { becameRef }: ExchangedPlan['wishes'][number]) =>
  plan.outcomes.some(({ ref }) => ref === becameRef)
