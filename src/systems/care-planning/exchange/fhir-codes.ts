/** The names that FHIR and we give to things: code systems, profiles, and which fields travel in extensions of our own. */

/** Ours; what FHIR R4 has a place for is put there instead. */
const OURS = 'urn:canlyn:fhir'

export const SYSTEMS = {
  reference: (what: 'person' | 'plan' | 'plan-version' | 'outcome' | 'review' | 'provider') =>
    `${OURS}:reference:${what}`,
  scale: `${OURS}:scale`,
  catalogue: `${OURS}:outcome-catalogue`,
  finding: `${OURS}:finding`,
  says: `${OURS}:says`,
  voice: `${OURS}:voice`,
  answer: `${OURS}:answer`,
  form: `${OURS}:form:`,
  part: `${OURS}:part`,
  relationship: `${OURS}:relationship`,
  consent: `${OURS}:consent`,
  offer: `${OURS}:active-offer`,
  band: `${OURS}:need-band`,
  made: `${OURS}:made-from-the-rest`,
  loinc: 'http://loinc.org',
  achievement: 'http://terminology.hl7.org/CodeSystem/goal-achievement',
  observation: 'http://terminology.hl7.org/CodeSystem/observation-category',
  provenance: 'http://terminology.hl7.org/CodeSystem/provenance-participant-type',
  languages: 'urn:ietf:bcp:47',
  confidentiality: 'http://terminology.hl7.org/CodeSystem/v3-Confidentiality',
  consentScope: 'http://terminology.hl7.org/CodeSystem/consentscope',
  roles: 'http://terminology.hl7.org/CodeSystem/v3-RoleCode',
  contactRoles: 'http://terminology.hl7.org/CodeSystem/v2-0131',
  nhsNumber: 'https://fhir.nhs.uk/Id/nhs-number',
} as const

export const EXTENSIONS = {
  person: `${OURS}:extension:person`,
  outcome: `${OURS}:extension:outcome`,
  contribution: `${OURS}:extension:contribution`,
  review: `${OURS}:extension:review`,
  attribution: `${OURS}:extension:attribution`,
  score: `${OURS}:extension:score`,
  version: `${OURS}:extension:plan-version`,
  risk: `${OURS}:extension:risk`,
  agreement: `${OURS}:extension:agreement`,
  assessment: `${OURS}:extension:assessment`,
  contact: `${OURS}:extension:contact`,
  related: `${OURS}:extension:related-person`,
  consent: `${OURS}:extension:consent`,
  wish: `${OURS}:extension:wish`,
  word: `${OURS}:extension:own-word`,
  band: `${OURS}:extension:need-band`,
  /** Of HL7: the language of a text. */
  language: 'http://hl7.org/fhir/StructureDefinition/language',
  /** Of HL7: the goal that something is for. */
  forGoal: 'http://hl7.org/fhir/StructureDefinition/resource-pertainsToGoal',
  /** Of HL7's guide to person-centred outcomes: one of the five levels of a goal. */
  goalLevel: 'http://hl7.org/fhir/us/pco/StructureDefinition/pco-goal-attainment-scaling',
} as const

export const GOAL_ATTAINMENT = 'gas'

/** LOINC's answers for a level (answer list LL6900-6), from much less than expected to much better. */
export const LEVEL_CODES = [
  { level: -2, code: 'LA34484-8', display: 'Much less than expected' },
  { level: -1, code: 'LA34483-0', display: 'Less than expected' },
  { level: 0, code: 'LA34481-4', display: 'Expected outcome' },
  { level: 1, code: 'LA34480-6', display: 'Better than expected' },
  { level: 2, code: 'LA34479-8', display: 'Much better than expected' },
] as const

/** What a goal on goal attainment scaling is measured by, of that guide since its ballot; the words are LOINC's shorter ones. */
export const GOAL_MEASURE = { code: '107332-9', display: 'Goal attainment scale - Reported' } as const

/** LOINC's codes for who scored a goal (value set goal-attainment-scaling-score, PCO 1.0.0); LOINC has none for a provider. */
export const SCORE_CODES = {
  baseline: { code: '112296-9', display: 'Goal attainment scale GAS baseline' },
  practitioner: { code: '107333-7', display: 'Practitioner follow-up goal attainment scaling score' },
  person: { code: '107334-5', display: 'Patient follow-up goal attainment scaling score' },
  carer: { code: '107331-1', display: 'Caregiver follow-up goal attainment scaling score' },
} as const

type ValueKind = 'valueString' | 'valueCode' | 'valueDate' | 'valueDecimal' | 'valueInteger' | 'valueBoolean'
export type FieldKinds = Readonly<Record<string, ValueKind>>

/** What FHIR has no place for, by the extension that carries it. Empty text is left out and read as empty again. */
export const FIELDS = {
  person: {
    areaRef: 'valueString',
    needGroup: 'valueCode',
    whatMatters: 'valueString',
    whatMattersLanguage: 'valueCode',
    startedOn: 'valueDate',
    endedOn: 'valueDate',
  },
  outcome: {
    whyItMatters: 'valueString',
    canDoNow: 'valueString',
    setBy: 'valueCode',
    weight: 'valueDecimal',
    endedReason: 'valueString',
    endedNote: 'valueString',
    hangsOn: 'valueString',
    reformulatedFrom: 'valueString',
    planRef: 'valueString',
    providerRef: 'valueString',
  },
  contribution: {
    party: 'valueCode',
    extent: 'valueCode',
    what: 'valueString',
    providerRef: 'valueString',
    startsOn: 'valueDate',
    weeklyMinutes: 'valueInteger',
    worksWhen: 'valueString',
  },
  review: {
    dueOn: 'valueDate',
    personSaidBy: 'valueCode',
    personSaidOn: 'valueDate',
    personWords: 'valueString',
    personWordsLanguage: 'valueCode',
    personWordHow: 'valueCode',
    personWordRecordedBy: 'valueString',
  },
  attribution: {
    party: 'valueCode',
    extent: 'valueCode',
    isNamedFirst: 'valueBoolean',
    evidence: 'valueString',
    sharePercent: 'valueInteger',
  },
  version: {
    reason: 'valueString',
    draftedBy: 'valueString',
    reviewDueOn: 'valueDate',
    startsOn: 'valueDate',
    indicativeWeeklyPence: 'valueInteger',
    budgetBasis: 'valueString',
    finalWeeklyPence: 'valueInteger',
    contingency: 'valueString',
    preferences: 'valueString',
  },
  assessment: {
    startedOn: 'valueDate',
    startedBy: 'valueString',
    wordsLanguage: 'valueCode',
    isEligible: 'valueBoolean',
  },
  contact: { contactBy: 'valueCode', communicationNeeds: 'valueString', accessNeeds: 'valueString' },
  related: {
    livesWith: 'valueBoolean',
    needs: 'valueString',
    assessmentOfferedOn: 'valueDate',
    assessmentAnswer: 'valueCode',
    isCarerAsked: 'valueBoolean',
  },
  consent: { how: 'valueCode', note: 'valueString', recordedBy: 'valueString' },
  wish: {
    ownWords: 'valueString',
    ownWordsLanguage: 'valueCode',
    whyItMatters: 'valueString',
    canDoNow: 'valueString',
    outcomeRef: 'valueString',
    proposedBy: 'valueCode',
    proposedByName: 'valueString',
    proposedOn: 'valueDate',
    state: 'valueCode',
    answeredOn: 'valueDate',
    answeredByName: 'valueString',
    answer: 'valueString',
  },
  word: { how: 'valueCode' },
  band: { points: 'valueInteger', edition: 'valueString' },
  risk: { what: 'valueString', whatIsDone: 'valueString', isShared: 'valueBoolean' },
  agreement: { how: 'valueCode', byWhom: 'valueCode', words: 'valueString', agreedOn: 'valueDate' },
} as const satisfies Record<string, FieldKinds>
