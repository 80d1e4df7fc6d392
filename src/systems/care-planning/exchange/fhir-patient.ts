/** The person as a Patient, written and read. */
import type { ExchangedPlan } from './exchanged-plan.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import { codeOf, dayIn, extensionOf, fieldsIn, listAt, type Resource, referenceIn, textAt } from './fhir-json.ts'
import { identifier } from './fhir-writing.ts'

export function patientOf(person: ExchangedPlan['person']): Resource {
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

export function personIn(patient: Resource) {
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
