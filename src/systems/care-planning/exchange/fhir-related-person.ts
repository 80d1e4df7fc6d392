/** Carers, family, friends, advocates and attorneys as RelatedPersons, written and read. */
import {
  type ExchangedRelationship,
  ExchangedRelationship as Relationship,
  relationshipName,
} from './exchanged-around.ts'
import { EXTENSIONS, FIELDS, SYSTEMS } from './fhir-codes.ts'
import {
  codeIn,
  codeOf,
  compact,
  dayIn,
  extensionOf,
  fieldsIn,
  type Json,
  listAt,
  type Resource,
  textAt,
} from './fhir-json.ts'
import { keep, ofType, type Reading } from './fhir-reading.ts'
import { pointer, type Writing } from './fhir-writing.ts'

/** HL7's code beside ours, where HL7 has one for it; carer, advocate and professional it has not. */
const HL7_CODES: Readonly<Partial<Record<ExchangedRelationship['kind'], Json>>> = {
  family: { system: SYSTEMS.roles, code: 'FAMMEMB', display: 'Family Member' },
  friend: { system: SYSTEMS.roles, code: 'FRND', display: 'unrelated friend' },
  attorney: { system: SYSTEMS.roles, code: 'POWATT', display: 'power of attorney' },
  'next-of-kin': { system: SYSTEMS.contactRoles, code: 'N', display: 'Next-of-Kin' },
}

export const relatedKey = (one: ExchangedRelationship) => `related ${relationshipName(one)} ${one.since}`

export function relatedPersonOf(writing: Writing, one: ExchangedRelationship): Resource {
  const { kind, support } = one
  const standard = HL7_CODES[kind]
  return {
    resourceType: 'RelatedPerson',
    extension: extensionOf(EXTENSIONS.related, FIELDS.related, {
      livesWith: one.livesWith,
      ...support,
      isCarerAsked: support ? true : undefined,
    }),
    active: one.until === null,
    patient: pointer(writing, 'person'),
    relationship: [
      compact({
        coding: [{ system: SYSTEMS.relationship, code: kind }, ...(standard ? [standard] : [])],
        text: one.whatTheyAre,
      }),
    ],
    name: [{ text: one.name }],
    telecom: one.telephone ? [{ system: 'phone', value: one.telephone }] : undefined,
    period: compact({ start: one.since, end: one.until }),
    communication: one.language ? [{ language: codeOf(SYSTEMS.languages, one.language), preferred: true }] : undefined,
  }
}

/** The one carer who is there now: who else would have said what the carer said. Undefined where there are none or several. */
export function onlyCarer({ plan }: Pick<Writing, 'plan'>): ExchangedRelationship | undefined {
  const carers = plan.around.filter(({ kind, until }) => kind === 'carer' && until === null)
  return carers.length === 1 ? carers[0] : undefined
}

/** Who speaks as the carer: the RelatedPerson where there is one carer alone, else no more than that it was a carer. */
export function carerOf(writing: Writing): Json {
  const carer = onlyCarer(writing)
  return carer ? pointer(writing, relatedKey(carer)) : { display: 'Carer' }
}

export function relatedPeopleIn(reading: Reading): ExchangedRelationship[] {
  return ofType(reading.entries, 'RelatedPerson').flatMap((resource) => {
    const read = keep(reading, resource, Relationship, relationshipIn(resource))
    return read ? [read] : []
  })
}

function relationshipIn(resource: Resource) {
  const [own = {}] = fieldsIn(resource, EXTENSIONS.related, FIELDS.related)
  const [concept] = listAt(resource, 'relationship')
  const [name] = listAt(resource, 'name')
  const given = Array.isArray(name?.given) ? name.given.join(' ') : ''
  const language = textAt(listAt(resource, 'communication')[0], 'language', 'coding', 0, 'code')?.slice(0, 2)
  return {
    kind: codeIn(concept, SYSTEMS.relationship) ?? kindOf(concept),
    name: textAt(name, 'text') ?? `${given} ${textAt(name, 'family') ?? ''}`.trim(),
    whatTheyAre: textAt(concept, 'text') ?? '',
    telephone:
      textAt(
        listAt(resource, 'telecom').find(({ system }) => system === 'phone'),
        'value',
      ) ?? '',
    language: language === 'cy' || language === 'en' ? language : null,
    livesWith: own.livesWith ?? false,
    since: dayIn(textAt(resource, 'period', 'start')),
    until: dayIn(textAt(resource, 'period', 'end')) ?? null,
    support: own.isCarerAsked
      ? {
          needs: own.needs ?? '',
          assessmentOfferedOn: own.assessmentOfferedOn ?? null,
          assessmentAnswer: own.assessmentAnswer ?? null,
        }
      : null,
  }
}

/** Ours for one of HL7's codes. */
function kindOf(concept: unknown): string | undefined {
  const codes = listAt(concept, 'coding')
  return Object.entries(HL7_CODES).find(([, known]) =>
    codes.some(({ system, code }) => system === known?.system && code === known?.code),
  )?.[0]
}
