/** Looking at those around a person, and recording contact, relationships, consents and the active offer of Welsh. */
import { z } from 'zod'
import { RecordId } from '../../../kernel/id.ts'
import { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { accepted, type Refusal, type Result, refused } from '../../../kernel/result.ts'
import { type ActionContext, bilingualIssue, defineAction } from '../../../platform/actions/action.ts'
import { staleVersion } from '../../../platform/actions/version.ts'
import { DayInput, optional, Prose, requiredProse, Version } from '../form-values.ts'
import { NO_SUCH_PERSON } from '../person/person.actions.ts'
import { findPerson } from '../person/person.store.ts'
import type { Person } from '../person/person.ts'
import {
  addConsent,
  addOffer,
  addRelationship,
  endRelationship,
  findContact,
  listConsents,
  listOffers,
  listRelationships,
  saveContact,
} from './around.store.ts'
import {
  type ActiveOffer,
  CarerAnswer,
  type Consent,
  ConsentAnswer,
  ConsentHow,
  ConsentTo,
  type Contact,
  ContactBy,
  OfferAnswer,
  type Relationship,
  RelationshipKind,
  readNhsNumber,
} from './around.ts'

export type AroundView = {
  readonly person: Person
  readonly contact: Contact
  readonly relationships: readonly Relationship[]
  readonly consents: readonly Consent[]
  readonly offers: readonly ActiveOffer[]
  readonly today: Day
}

const AT = { personId: RecordId }

export const openAround = defineAction({
  name: 'care-planning.open-around',
  title: { en: 'Looked at those around a person', cy: 'Edrych ar y rhai o amgylch person' },
  permission: 'people:read',
  input: z.object(AT),
  async run({ tx, actor, clock }, { personId }) {
    const { authorityId } = actor
    const person = await findPerson(tx, authorityId, personId)
    if (!person) return refused(NO_SUCH_PERSON)
    return accepted<AroundView>({
      person,
      contact: await findContact(tx, authorityId, personId),
      relationships: await listRelationships(tx, authorityId, personId),
      consents: await listConsents(tx, authorityId, personId),
      offers: await listOffers(tx, authorityId, personId),
      today: clock.today(),
    })
  },
})

const Line = z.string().trim().max(200).default('')

export const saveContactDetails = defineAction({
  name: 'care-planning.save-contact',
  title: { en: 'Changed how a person is reached', cy: 'Newid sut i gyrraedd person' },
  permission: 'people:change',
  input: z.object({
    ...AT,
    version: z.coerce.number().int().min(0),
    address: z.string().trim().max(1000).default(''),
    postcode: Line,
    telephone: Line,
    email: optional(z.email(bilingualIssue('Enter an email address', 'Rhowch gyfeiriad e-bost'))),
    contactBy: ContactBy.default(''),
    communicationNeeds: Prose,
    accessNeeds: Prose,
    nhsNumber: Line,
  }),
  async run(context, input) {
    const { tx, actor, audit } = context
    if (!(await findPerson(tx, actor.authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    const nhsNumber = input.nhsNumber ? readNhsNumber(input.nhsNumber) : null
    if (nhsNumber === undefined) return refused(NOT_AN_NHS_NUMBER)
    const before = await findContact(tx, actor.authorityId, input.personId)
    const { personId, ...typed } = input
    const contact: Contact = { ...typed, email: input.email ?? '', nhsNumber }
    if (!(await saveContact(tx, actor.authorityId, personId, contact)))
      return refused(staleVersion(input.version, before.version))
    audit({ recordType: 'care-planning.person', recordId: personId, before: { contact: before }, after: { contact } })
    return accepted({ personId })
  },
})

export const addSomebody = defineAction({
  name: 'care-planning.add-relationship',
  title: { en: 'Added somebody around a person', cy: 'Ychwanegu rhywun o amgylch person' },
  permission: 'people:change',
  input: z.object({
    ...AT,
    kind: z.enum(RelationshipKind.options, bilingualIssue('Choose who they are', 'Dewiswch pwy ydyn nhw')),
    name: requiredProse('Enter their name', 'Rhowch eu henw', 200),
    whatTheyAre: Line,
    /** Their telephone: named apart from the person's own, which is asked on the same page. */
    reach: Line,
    language: optional(Language),
    livesWith: z.preprocess((value) => value === true || value === 'yes', z.boolean()),
    since: DayInput,
    needs: Prose,
    assessmentOfferedOn: optional(DayInput),
    assessmentAnswer: optional(CarerAnswer),
  }),
  async run(context, input) {
    const { tx, actor, clock, audit } = context
    if (!(await findPerson(tx, actor.authorityId, input.personId))) return refused(NO_SUCH_PERSON)
    const late = [input.since, input.assessmentOfferedOn].some(
      (on) => on && Temporal.PlainDate.compare(on, clock.today()) > 0,
    )
    if (late) return refused(stillToCome('since'))
    const support = input.kind === 'carer' ? carerSupport(input) : null
    const relationshipId = await addRelationship(tx, actor.authorityId, input.personId, {
      ...input,
      telephone: input.reach,
      language: input.language ?? null,
      support,
    })
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { relationship: relationshipId, kind: input.kind, name: input.name },
    })
    return accepted({ relationshipId })
  },
})

function carerSupport(input: {
  needs: string
  assessmentOfferedOn?: Day | undefined
  assessmentAnswer?: CarerAnswer | undefined
}) {
  return {
    needs: input.needs,
    assessmentOfferedOn: input.assessmentOfferedOn ?? null,
    assessmentAnswer: input.assessmentAnswer ?? null,
  }
}

export const endSomebody = defineAction({
  name: 'care-planning.end-relationship',
  title: { en: 'Noted that somebody is no longer around a person', cy: 'Nodi nad yw rhywun o amgylch person mwyach' },
  permission: 'people:change',
  input: z.object({ ...AT, relationshipId: RecordId, version: Version }),
  async run({ tx, actor, clock, audit }, input) {
    const found = (await listRelationships(tx, actor.authorityId, input.personId)).find(
      ({ relationshipId }) => relationshipId === input.relationshipId,
    )
    if (!found) return refused(NO_SUCH_PERSON)
    if (!(await endRelationship(tx, actor.authorityId, input, clock.today())))
      return refused(staleVersion(input.version, found.version))
    audit({
      recordType: 'care-planning.person',
      recordId: input.personId,
      after: { relationship: input.relationshipId, until: clock.today().toString() },
    })
    return accepted({ relationshipId: input.relationshipId })
  },
})

export const recordConsent = defineAction({
  name: 'care-planning.record-consent',
  title: { en: 'Recorded what a person agreed to', cy: 'Cofnodi’r hyn y cytunodd person iddo' },
  permission: 'people:change',
  input: z.object({
    ...AT,
    what: z.enum(ConsentTo.options, bilingualIssue('Choose what it is about', 'Dewiswch am beth y mae')),
    answer: z.enum(ConsentAnswer.options, bilingualIssue('Choose what they said', 'Dewiswch beth ddywedon nhw')),
    how: z.enum(ConsentHow.options, bilingualIssue('Choose how it was given', 'Dewiswch sut y’i rhoddwyd')),
    answeredOn: DayInput,
    answeredBy: requiredProse('Enter who answered', 'Rhowch pwy atebodd', 200),
    note: Prose,
  }),
  run: (context, input) =>
    recordOn(context, input.personId, input.answeredOn, 'answeredOn', async ({ tx, actor, clock }) => {
      const at = { personId: input.personId, now: clock.now() }
      await addConsent(tx, actor.authorityId, at, { ...input, recordedBy: actor.name })
      return { consent: input.what, answer: input.answer, answeredBy: input.answeredBy }
    }),
})

export const recordOffer = defineAction({
  name: 'care-planning.record-active-offer',
  title: { en: 'Recorded the active offer of Welsh', cy: 'Cofnodi’r cynnig rhagweithiol' },
  permission: 'people:change',
  input: z.object({
    ...AT,
    offeredOn: DayInput,
    offerAnswer: z.enum(OfferAnswer.options, bilingualIssue('Choose what they said', 'Dewiswch beth ddywedon nhw')),
    note: Prose,
  }),
  run: (context, input) =>
    recordOn(context, input.personId, input.offeredOn, 'offeredOn', async ({ tx, actor, clock }) => {
      const at = { personId: input.personId, now: clock.now() }
      await addOffer(tx, actor.authorityId, at, { ...input, answer: input.offerAnswer, recordedBy: actor.name })
      return { activeOffer: input.offerAnswer, offeredOn: input.offeredOn.toString() }
    }),
})

/** Records something said on a day, which is not still to come, of a person who is there. */
async function recordOn(
  context: ActionContext,
  personId: number,
  on: Day,
  field: string,
  save: (context: ActionContext) => Promise<Record<string, string>>,
): Promise<Result<{ personId: number }>> {
  if (!(await findPerson(context.tx, context.actor.authorityId, personId))) return refused(NO_SUCH_PERSON)
  if (Temporal.PlainDate.compare(on, context.clock.today()) > 0) return refused(stillToCome(field))
  context.audit({ recordType: 'care-planning.person', recordId: personId, after: await save(context) })
  return accepted({ personId })
}

function stillToCome(field: string): Refusal {
  return {
    kind: 'invalid',
    code: 'still-to-come',
    field,
    message: { en: 'This day is still to come.', cy: 'Mae’r diwrnod hwn eto i ddod.' },
  }
}
const NOT_AN_NHS_NUMBER: Refusal = {
  kind: 'invalid',
  code: 'not-an-nhs-number',
  field: 'nhsNumber',
  message: {
    en: 'This is not an NHS number. Look whether a digit was mistyped: it has ten, and the last one checks the others.',
    cy: 'Nid rhif GIG mo hwn. Edrychwch a gamdeipiwyd digid: mae ganddo ddeg, ac mae’r olaf yn gwirio’r lleill.',
  },
}
