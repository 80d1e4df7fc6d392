/** What a person agreed to, refused or took back as Consents, written and read. */
import { ExchangedConsent as Consent, consentName, type ExchangedConsent } from './exchanged-around.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import { codeIn, codeOf, dayIn, extensionOf, fieldsIn, listAt, type Resource, textAt } from './fhir-json.ts'
import { keep, keepApart, ofType, type Reading } from './fhir-reading.ts'
import { pointer, type Writing } from './fhir-writing.ts'

const STATUSES = { given: 'active', refused: 'rejected', withdrawn: 'inactive' } as const

export const consentKey = (one: ExchangedConsent) => `consent ${consentName(one)}`

export function consentOf(writing: Writing, one: ExchangedConsent): Resource {
  return {
    resourceType: 'Consent',
    extension: extensionOf(EXTENSIONS.consent, FIELDS.consent, one),
    status: STATUSES[one.answer],
    scope: codeOf(SYSTEMS.consentScope, 'patient-privacy', 'Privacy Consent'),
    category: [codeOf(SYSTEMS.loinc, '59284-0', 'Patient Consent')],
    patient: pointer(writing, 'person'),
    dateTime: one.answeredOn,
    performer: [{ display: one.answeredBy }],
    policyRule: codeOf(SYSTEMS.consent, one.what),
    provision: { type: one.answer === 'given' ? 'permit' : 'deny' },
  }
}

export function consentsIn(reading: Reading): ExchangedConsent[] {
  return ofType(reading.entries, 'Consent').flatMap((resource) => {
    const what = codeIn(resource.policyRule, SYSTEMS.consent)
    // What somebody agreed to under another's rules is not turned into a yes to a question of ours.
    if (!what) {
      keepApart(reading, resource, 'unknown-kind')
      return []
    }
    const [own = {}] = fieldsIn(resource, EXTENSIONS.consent, FIELDS.consent)
    const read = keep(reading, resource, Consent, {
      what,
      answer: Object.entries(STATUSES).find(([, status]) => status === resource.status)?.[0],
      how: own.how,
      answeredOn: dayIn(textAt(resource, 'dateTime')),
      answeredBy: textAt(listAt(resource, 'performer')[0], 'display'),
      note: own.note ?? '',
      recordedBy: own.recordedBy ?? '',
    })
    return read ? [read] : []
  })
}
