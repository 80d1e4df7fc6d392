/** The person as a Patient, written and read. */
import { readNhsNumber } from '../around/around.ts'
import type { ExchangedContact } from './exchanged-around.ts'
import type { ExchangedPlan } from './exchanged-plan.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import {
  at,
  codeOf,
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
import { identifier } from './fhir-writing.ts'

export function patientOf({ person, offers }: ExchangedPlan): Resource {
  const wantsBoth = offers.at(-1)?.answer === 'both'
  const other = person.language === 'cy' ? 'en' : 'cy'
  return {
    resourceType: 'Patient',
    extension: [
      ...extensionOf(EXTENSIONS.person, FIELDS.person, person),
      ...extensionOf(EXTENSIONS.contact, FIELDS.contact, person.contact ?? {}),
    ],
    identifier: [
      ...identifier('person', person.ref),
      ...(person.contact?.nhsNumber ? [{ system: SYSTEMS.nhsNumber, value: person.contact.nhsNumber }] : []),
    ],
    active: person.endedOn === null,
    name: [
      { use: 'official', family: person.familyName, given: [person.givenName] },
      ...(person.knownAs ? [{ use: 'usual', given: [person.knownAs] }] : []),
    ],
    telecom: telecomOf(person.contact),
    birthDate: person.bornOn,
    address: addressOf(person.contact),
    communication: [
      { language: codeOf(SYSTEMS.languages, person.language), preferred: true },
      ...(wantsBoth ? [{ language: codeOf(SYSTEMS.languages, other), preferred: false }] : []),
    ],
  }
}

function telecomOf(contact: ExchangedContact | null): readonly Json[] {
  return [
    ...(contact?.telephone ? [{ system: 'phone', value: contact.telephone }] : []),
    ...(contact?.email ? [{ system: 'email', value: contact.email }] : []),
  ]
}

function addressOf(contact: ExchangedContact | null): readonly Json[] {
  const { address: text = '', postcode: postalCode = '' } = contact ?? {}
  return text || postalCode ? [compact({ text, postalCode })] : []
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
    contact: contactIn(patient),
    isRestricted: listAt(patient.meta, 'security').some(
      ({ system, code }) => system === SYSTEMS.confidentiality && (code === 'R' || code === 'V'),
    ),
  }
}

/** Nothing where the file says nothing of it. */
function contactIn(patient: Resource) {
  const [own = {}] = fieldsIn(patient, EXTENSIONS.contact, FIELDS.contact)
  const [address] = listAt(patient, 'address')
  const reach = (system: string) =>
    textAt(
      listAt(patient, 'telecom').find((one) => one.system === system),
      'value',
    ) ?? ''
  const contact = {
    address: textAt(address, 'text') ?? linesOf(address),
    postcode: textAt(address, 'postalCode') ?? '',
    telephone: reach('phone'),
    email: reach('email'),
    contactBy: own.contactBy ?? '',
    communicationNeeds: own.communicationNeeds ?? '',
    accessNeeds: own.accessNeeds ?? '',
    nhsNumber: readNhsNumber(nhsNumberIn(patient) ?? '') ?? null,
  }
  return Object.values(contact).some(Boolean) ? contact : null
}

/** As it was written, right or wrong. */
export function nhsNumberIn(patient: Resource): string | undefined {
  return textAt(
    listAt(patient, 'identifier').find(({ system }) => system === SYSTEMS.nhsNumber),
    'value',
  )
}

/** An address in parts, as others write it, on one line. */
function linesOf(address: Json | undefined): string {
  const lines = at(address, 'line')
  const parts = [...(Array.isArray(lines) ? lines : []), textAt(address, 'city'), textAt(address, 'district')]
  return parts.filter((part) => typeof part === 'string' && part !== '').join(', ')
}
