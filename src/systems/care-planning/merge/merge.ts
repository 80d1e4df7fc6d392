/** Two records of one person: what differs between them, whose value stands, and what may go on only once. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import type { Held } from '../../../platform/merging/merge-answer.ts'
import type { Person } from '../person/person.ts'

/** A row as the database writes it in JSON. */
type Row = Readonly<Record<string, unknown>>

/** What is asked about field by field, and where each stands. */
const FIELDS = {
  givenName: ['person', ['given_name']],
  familyName: ['person', ['family_name']],
  knownAs: ['person', ['known_as']],
  bornOn: ['person', ['born_on']],
  nhsNumber: ['contact', ['nhs_number']],
  language: ['person', ['language']],
  areaId: ['person', ['area_id']],
  needGroup: ['person', ['need_group']],
  whatMatters: ['person', ['what_matters', 'what_matters_language']],
  startedOn: ['person', ['started_on']],
  endedOn: ['person', ['ended_on', 'ended_reason']],
  address: ['contact', ['address']],
  postcode: ['contact', ['postcode']],
  telephone: ['contact', ['telephone']],
  email: ['contact', ['email']],
  contactBy: ['contact', ['contact_by']],
  communicationNeeds: ['contact', ['communication_needs']],
  accessNeeds: ['contact', ['access_needs']],
} as const satisfies Record<string, readonly ['person' | 'contact', readonly string[]]>

export type IdentityField = keyof typeof FIELDS
export const IDENTITY_FIELDS = Object.keys(FIELDS) as IdentityField[]

export const FIELD_NAMES = {
  givenName: { en: 'Given names', cy: 'Enwau cyntaf' },
  familyName: { en: 'Family name', cy: 'Cyfenw' },
  knownAs: { en: 'Called', cy: 'Gelwir yn' },
  bornOn: { en: 'Born', cy: 'Ganwyd' },
  nhsNumber: { en: 'NHS number', cy: 'Rhif GIG' },
  language: { en: 'Language asked for', cy: 'Iaith y gofynnwyd amdani' },
  areaId: { en: 'Where they live', cy: 'Ble maent yn byw' },
  needGroup: { en: 'Need', cy: 'Angen' },
  whatMatters: { en: 'What matters to them', cy: 'Beth sy’n bwysig iddynt' },
  startedOn: { en: 'Care and support began', cy: 'Dechreuodd y gofal a chymorth' },
  endedOn: { en: 'Care and support ended', cy: 'Daeth y gofal a chymorth i ben' },
  address: { en: 'Address', cy: 'Cyfeiriad' },
  postcode: { en: 'Postcode', cy: 'Cod post' },
  telephone: { en: 'Telephone', cy: 'Ffôn' },
  email: { en: 'E-mail', cy: 'E-bost' },
  contactBy: { en: 'Reached best by', cy: 'Y ffordd orau o gysylltu' },
  communicationNeeds: { en: 'Communication needs', cy: 'Anghenion cyfathrebu' },
  accessNeeds: { en: 'Access needs', cy: 'Anghenion mynediad' },
} as const satisfies Record<IdentityField, Bilingual>

/** One of the two records: the row of the person and of how to reach them, as JSON. */
export type Side = { readonly personId: number; readonly person: Row; readonly contact: Row | undefined }

const sideRow = (side: Side, field: IdentityField): Row => side[FIELDS[field][0]] ?? {}

/** What a record says in a field, as it stands in the database; null where it says nothing. */
export function saidIn(side: Side, field: IdentityField): string | number | null {
  const value = sideRow(side, field)[FIELDS[field][1][0]]
  return value === '' || value === undefined ? null : (value as string | number | null)
}

export type FieldComparison = {
  readonly field: IdentityField
  /** Whose value stands without asking: both say the same, or only one says anything. Undefined: somebody has to choose. */
  readonly standsOf: number | undefined
  readonly differs: boolean
}

/** The fields in which at least one of the records says something. That care goes on is a saying too, when the other says that it ended. */
export function compareFields(one: Side, other: Side): readonly FieldComparison[] {
  return IDENTITY_FIELDS.flatMap((field): readonly FieldComparison[] => {
    const [a, b] = [saidIn(one, field), saidIn(other, field)]
    if (a === null && b === null) return []
    if (a === b) return [{ field, standsOf: one.personId, differs: false }]
    if (field === 'endedOn' || (a !== null && b !== null)) return [{ field, standsOf: undefined, differs: true }]
    return [{ field, standsOf: (a === null ? other : one).personId, differs: true }]
  })
}

/** What goes on once: of two, one is named, and the other ends with the merge. */
export const GoesOn = z.enum(['plan', 'worker', 'reablement', 'review', 'assessment', 'letter'])
export type GoesOn = z.infer<typeof GoesOn>

/** What is under way in one record. */
export type Live = {
  /** A plan in force or a version that is drafted or waits for agreement. */
  readonly plan: { readonly agreedOn: Day | null; readonly isDrafted: boolean } | null
  readonly worker: { readonly workerId: number; readonly name: string; readonly since: Day } | null
  readonly reablement: { readonly ref: string; readonly startedOn: Day } | null
  readonly review: { readonly heldOn: Day } | null
  /** Forms of assessments in draft. */
  readonly assessments: readonly string[]
  /** Letters about outcomes that wait for an answer. */
  readonly letters: number
  readonly isRestricted: boolean
}

/** What is under way in both, so that one has to be named. */
export function twiceUnderWay(a: Live, b: Live): readonly GoesOn[] {
  const twice: Record<GoesOn, boolean> = {
    plan: a.plan !== null && b.plan !== null,
    worker: a.worker !== null && b.worker !== null && a.worker.workerId !== b.worker.workerId,
    reablement: a.reablement !== null && b.reablement !== null,
    review: a.review !== null && b.review !== null,
    assessment: a.assessments.some((form) => b.assessments.includes(form)),
    letter: a.letters > 0 && b.letters > 0,
  }
  return GoesOn.options.filter((kind) => twice[kind])
}

export type Choices = {
  readonly standing: number
  readonly identity: Readonly<Partial<Record<IdentityField, number | undefined>>>
  readonly goesOn: Readonly<Partial<Record<GoesOn, number | undefined>>>
}

const whose = z.preprocess((value) => (value === '' ? undefined : value), RecordId.optional())

/** Whose value stands in each field, and whose goes on: our own id of one of the two records. */
export const ChoicesInput = {
  identity: z.partialRecord(z.enum(IDENTITY_FIELDS), whose).default({}),
  goesOn: z.partialRecord(GoesOn, whose).default({}),
}

export type Settled = {
  readonly person: Row
  readonly contact: Row
  /** Whose value stands, field by field, for showing. */
  readonly standsOf: ReadonlyMap<IdentityField, number>
}

/** What the standing record will say. Refuses with one refusal for each choice that is missing or names neither record. */
export function settle(
  [standing, former]: readonly [Side, Side],
  lives: readonly [Live, Live],
  choices: Pick<Choices, 'identity' | 'goesOn'>,
): Result<Settled> {
  const ids = [standing.personId, former.personId]
  const faults: Refusal[] = []
  const standsOf = new Map<IdentityField, number>()
  for (const compared of compareFields(standing, former)) {
    const chosen = compared.standsOf ?? choices.identity[compared.field]
    if (chosen === undefined || !ids.includes(chosen)) faults.push(chooseValue(compared.field))
    else standsOf.set(compared.field, chosen)
  }
  for (const kind of twiceUnderWay(...lives))
    if (!ids.includes(choices.goesOn[kind] ?? 0)) faults.push(CHOOSE_WHAT_GOES_ON[kind])
  const [first, ...others] = faults
  if (first) return refused({ ...first, others })
  const settled = { person: {} as Record<string, unknown>, contact: {} as Record<string, unknown> }
  for (const [field, id] of standsOf) {
    const [table, columns] = FIELDS[field]
    const row = sideRow(id === standing.personId ? standing : former, field)
    for (const column of columns) settled[table][column] = row[column] ?? null
  }
  return accepted({ ...settled, standsOf })
}

function chooseValue(field: IdentityField): Refusal {
  const name = FIELD_NAMES[field]
  return {
    kind: 'invalid',
    code: 'choose-a-value',
    field: `identity.${field}`,
    message: {
      en: `${name.en}: choose which of the two stands.`,
      cy: `${name.cy}: dewiswch pa un o’r ddau sy’n sefyll.`,
    },
  }
}

function choose(kind: GoesOn, en: string, cy: string): Refusal {
  return { kind: 'invalid', code: `two-live-${kind}s`, field: `goesOn.${kind}`, message: { en, cy } }
}

export const CHOOSE_WHAT_GOES_ON = {
  plan: choose(
    'plan',
    'Both records have a care and support plan. Choose which plan goes on; the other ends.',
    'Mae gan y ddau gofnod gynllun gofal a chymorth. Dewiswch pa gynllun sy’n parhau; bydd y llall yn dod i ben.',
  ),
  worker: choose(
    'worker',
    'Both records are allocated to a worker. Choose who goes on.',
    'Mae’r ddau gofnod wedi’u dyrannu i weithiwr. Dewiswch pwy sy’n parhau.',
  ),
  reablement: choose(
    'reablement',
    'Reablement is under way in both records. Choose which goes on; the other counts as written down twice.',
    'Mae ailalluogi ar waith yn y ddau gofnod. Dewiswch pa un sy’n parhau; bydd y llall yn cyfrif fel un a gofnodwyd ddwywaith.',
  ),
  review: choose(
    'review',
    'A review has been begun in both records. Choose which goes on; the other is given up.',
    'Mae adolygiad wedi’i ddechrau yn y ddau gofnod. Dewiswch pa un sy’n parhau; rhoddir y llall o’r neilltu.',
  ),
  assessment: choose(
    'assessment',
    'The same assessment has been begun in both records. Choose which goes on; the other is given up.',
    'Mae’r un asesiad wedi’i ddechrau yn y ddau gofnod. Dewiswch pa un sy’n parhau; rhoddir y llall o’r neilltu.',
  ),
  letter: choose(
    'letter',
    'Letters of both records wait for an answer. Choose whose letters can still be answered; the others are withdrawn.',
    'Mae llythyrau’r ddau gofnod yn aros am ateb. Dewiswch lythyrau pwy y gellir eu hateb o hyd; tynnir y lleill yn ôl.',
  ),
} as const satisfies Record<GoesOn, Refusal>

/** One record beside another. */
export type ComparedRecord = {
  readonly record: Person
  readonly side: Side
  readonly live: Live
  readonly holds: readonly Held[]
}

/** A merge as it is kept. */
export type PersonMerge = {
  readonly personMergeId: number
  /** The record that stands, now. */
  readonly personId: number
  readonly formerId: number
  readonly formerRef: string
  readonly formerName: string
  /** The reference of the record that stood when they were merged. */
  readonly standingRef: string
  readonly reason: string
  readonly mergedOn: Day
  readonly mergedBy: string
  readonly undone: { readonly on: Day; readonly by: string; readonly reason: string } | null
}

export type TwoPeople = {
  readonly twoPeopleId: number
  readonly personIds: readonly [number, number]
  readonly reason: string
  readonly saidOn: Day
  readonly saidBy: string
}

/** What may happen to a record itself, in its story. */
export const RECORD_EVENT_NAMES = {
  merged: { en: 'Two records of the person were merged', cy: 'Cyfunwyd dau gofnod o’r person' },
  'merge-undone': { en: 'The merge was undone', cy: 'Dadwnaed y cyfuniad' },
  'two-people': {
    en: 'A record that is alike was found to be of somebody else',
    cy: 'Canfuwyd bod cofnod tebyg yn perthyn i rywun arall',
  },
  'two-people-taken-back': {
    en: 'That a record that is alike is of somebody else was taken back',
    cy: 'Tynnwyd yn ôl bod cofnod tebyg yn perthyn i rywun arall',
  },
} as const satisfies Record<string, Bilingual>
