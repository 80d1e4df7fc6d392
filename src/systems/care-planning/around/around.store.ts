/** Those around a person, contact, consents and active offers in the database. */
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import {
  type ActiveOffer,
  type CarerAnswer,
  type CarerSupport,
  type Consent,
  type ConsentAnswer,
  type ConsentHow,
  type ConsentTo,
  type Contact,
  type ContactBy,
  NO_CONTACT,
  type OfferAnswer,
  type Relationship,
  type RelationshipKind,
} from './around.ts'

export async function findContact(tx: Tx, authorityId: number, personId: number): Promise<Contact> {
  const row = await tx
    .selectFrom('care_planning.person_contact')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!row) return NO_CONTACT
  return {
    address: row.address,
    postcode: row.postcode,
    telephone: row.telephone,
    email: row.email,
    contactBy: row.contact_by as ContactBy,
    communicationNeeds: row.communication_needs,
    accessNeeds: row.access_needs,
    nhsNumber: row.nhs_number,
    version: row.version,
  }
}

/** Saves it over `contact.version`, 0 where there is none yet. Answers false when somebody saved it meanwhile. */
export async function saveContact(tx: Tx, authorityId: number, personId: number, contact: Contact): Promise<boolean> {
  const values = {
    address: contact.address,
    postcode: contact.postcode,
    telephone: contact.telephone,
    email: contact.email,
    contact_by: contact.contactBy,
    communication_needs: contact.communicationNeeds,
    access_needs: contact.accessNeeds,
    nhs_number: contact.nhsNumber,
    version: contact.version + 1,
  }
  if (contact.version === 0) {
    const added = await tx
      .insertInto('care_planning.person_contact')
      .values({ authority_id: authorityId, person_id: personId, ...values })
      .onConflict((on) => on.columns(['authority_id', 'person_id']).doNothing())
      .executeTakeFirst()
    return added.numInsertedOrUpdatedRows === 1n
  }
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.person_contact')
    .set(values)
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .where('version', '=', contact.version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Those around a person: whoever still is, first, then by name. */
export async function listRelationships(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<readonly Relationship[]> {
  const rows = await tx
    .selectFrom('care_planning.relationship as r')
    .leftJoin('care_planning.carer_support as s', (join) =>
      join.onRef('s.authority_id', '=', 'r.authority_id').onRef('s.relationship_id', '=', 'r.relationship_id'),
    )
    .selectAll('r')
    .select(['s.needs', 's.assessment_offered_on', 's.assessment_answer'])
    .where('r.authority_id', '=', authorityId)
    .where('r.person_id', '=', personId)
    .orderBy('r.until', (order) => order.desc().nullsFirst())
    .orderBy('r.name')
    .execute()
  return rows.map((row) => ({
    relationshipId: row.relationship_id,
    kind: row.kind as RelationshipKind,
    name: row.name,
    whatTheyAre: row.what_they_are,
    telephone: row.telephone,
    language: row.language as Language | null,
    livesWith: row.lives_with,
    since: row.since,
    until: row.until,
    version: row.version,
    support:
      row.needs === null
        ? null
        : {
            needs: row.needs,
            assessmentOfferedOn: row.assessment_offered_on,
            assessmentAnswer: row.assessment_answer as CarerAnswer | null,
          },
  }))
}

export type NewRelationship = Omit<Relationship, 'relationshipId' | 'until' | 'version' | 'support'> & {
  /** Of somebody who is no longer around. */
  readonly until?: Day | null
  readonly support: CarerSupport | null
}

export async function addRelationship(
  tx: Tx,
  authorityId: number,
  personId: number,
  added: NewRelationship,
): Promise<number> {
  const { relationship_id } = await tx
    .insertInto('care_planning.relationship')
    .values({
      authority_id: authorityId,
      person_id: personId,
      kind: added.kind,
      name: added.name,
      what_they_are: added.whatTheyAre,
      telephone: added.telephone,
      language: added.language,
      lives_with: added.livesWith,
      since: added.since,
      until: added.until ?? null,
    })
    .returning('relationship_id')
    .executeTakeFirstOrThrow()
  if (added.support)
    await tx
      .insertInto('care_planning.carer_support')
      .values({
        authority_id: authorityId,
        relationship_id,
        person_id: personId,
        needs: added.support.needs,
        assessment_offered_on: added.support.assessmentOfferedOn,
        assessment_answer: added.support.assessmentAnswer,
      })
      .execute()
  return relationship_id
}

/** Ends a relationship. Answers false where there is none that goes on, or somebody saved it since `version`. */
export async function endRelationship(
  tx: Tx,
  authorityId: number,
  at: { readonly personId: number; readonly relationshipId: number; readonly version: number },
  until: Temporal.PlainDate,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('care_planning.relationship')
    .set((eb) => ({ until, version: eb('version', '+', 1) }))
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', at.personId)
    .where('relationship_id', '=', at.relationshipId)
    .where('version', '=', at.version)
    .where('until', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** All that was said about consent, newest first. */
export async function listConsents(tx: Tx, authorityId: number, personId: number): Promise<readonly Consent[]> {
  const rows = await tx
    .selectFrom('care_planning.consent')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('answered_on', 'desc')
    .orderBy('consent_id', 'desc')
    .execute()
  return rows.map((row) => ({
    consentId: row.consent_id,
    what: row.what as ConsentTo,
    answer: row.answer as ConsentAnswer,
    how: row.how as ConsentHow,
    answeredOn: row.answered_on,
    answeredBy: row.answered_by,
    note: row.note,
    recordedBy: row.recorded_by,
  }))
}

export async function addConsent(
  tx: Tx,
  authorityId: number,
  at: { readonly personId: number; readonly now: Temporal.Instant },
  consent: Omit<Consent, 'consentId'>,
): Promise<void> {
  await tx
    .insertInto('care_planning.consent')
    .values({
      authority_id: authorityId,
      person_id: at.personId,
      what: consent.what,
      answer: consent.answer,
      how: consent.how,
      answered_on: consent.answeredOn,
      answered_by: consent.answeredBy,
      note: consent.note,
      recorded_by: consent.recordedBy,
      recorded_at: at.now,
    })
    .execute()
}

/** Each active offer of Welsh, newest first. */
export async function listOffers(tx: Tx, authorityId: number, personId: number): Promise<readonly ActiveOffer[]> {
  const rows = await tx
    .selectFrom('care_planning.active_offer')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('offered_on', 'desc')
    .orderBy('active_offer_id', 'desc')
    .execute()
  return rows.map((row) => ({
    offeredOn: row.offered_on,
    answer: row.answer as OfferAnswer,
    note: row.note,
    recordedBy: row.recorded_by,
  }))
}

export async function addOffer(
  tx: Tx,
  authorityId: number,
  at: { readonly personId: number; readonly now: Temporal.Instant },
  offer: ActiveOffer,
): Promise<void> {
  await tx
    .insertInto('care_planning.active_offer')
    .values({
      authority_id: authorityId,
      person_id: at.personId,
      offered_on: offer.offeredOn,
      answer: offer.answer,
      note: offer.note,
      recorded_by: offer.recordedBy,
      recorded_at: at.now,
    })
    .execute()
}
