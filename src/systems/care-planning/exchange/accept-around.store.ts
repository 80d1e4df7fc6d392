/** What was received of those around a person, and of what they said, into the database. */
import { day } from '../../../kernel/period.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { addConsent, addOffer, addRelationship, findContact, saveContact } from '../around/around.store.ts'
import { setBand } from '../case-mix/case-mix.store.ts'
import { type AcceptAt, idIn, maybeDay } from './accepting.ts'
import type {
  ExchangedBand,
  ExchangedConsent,
  ExchangedContact,
  ExchangedOffer,
  ExchangedRelationship,
  ExchangedWish,
} from './exchanged-around.ts'
import type { ExchangedWord } from './exchanged-plan.ts'

/** Saves the fields named over what is here; of somebody without any contact yet, all of them. */
export async function takeContact(
  tx: Tx,
  { authorityId, personId }: AcceptAt,
  theirs: ExchangedContact,
  fields: readonly string[],
): Promise<void> {
  const ours = await findContact(tx, authorityId, personId)
  const taken = Object.fromEntries(Object.entries(theirs).filter(([field]) => fields.includes(field)))
  await saveContact(tx, authorityId, personId, { ...ours, ...taken })
}

export async function addReceivedRelationship(
  tx: Tx,
  { authorityId, personId }: AcceptAt,
  one: ExchangedRelationship,
): Promise<void> {
  await addRelationship(tx, authorityId, personId, {
    ...one,
    since: day(one.since),
    until: maybeDay(one.until),
    support: one.support && { ...one.support, assessmentOfferedOn: maybeDay(one.support.assessmentOfferedOn) },
  })
}

export async function addReceivedConsent(
  tx: Tx,
  { authorityId, personId, now }: AcceptAt,
  one: ExchangedConsent,
): Promise<void> {
  await addConsent(tx, authorityId, { personId, now }, { ...one, answeredOn: day(one.answeredOn) })
}

export async function addReceivedOffer(
  tx: Tx,
  { authorityId, personId, now }: AcceptAt,
  one: ExchangedOffer,
): Promise<void> {
  await addOffer(tx, authorityId, { personId, now }, { ...one, offeredOn: day(one.offeredOn) })
}

/** As it was said and answered elsewhere. One that became an outcome which is not here is left out: it would hang in the air. */
export async function addReceivedWish(
  tx: Tx,
  { authorityId, personId, neighbours }: AcceptAt,
  wish: ExchangedWish,
  outcomes: ReadonlyMap<string, number>,
): Promise<void> {
  const became = idIn(outcomes, wish.becameRef)
  if (wish.state === 'agreed' && became === null) return
  await tx
    .insertInto('care_planning.outcome_proposal')
    .values({
      authority_id: authorityId,
      person_id: personId,
      own_words: wish.ownWords,
      own_words_language: wish.ownWordsLanguage,
      why_it_matters: wish.whyItMatters,
      can_do_now: wish.canDoNow,
      outcome_id: idIn(neighbours.outcomes, wish.outcomeRef),
      proposed_by: wish.proposedBy,
      proposed_by_name: wish.proposedByName,
      proposed_on: day(wish.proposedOn),
      state: wish.state,
      answered_on: maybeDay(wish.answeredOn),
      answered_by_name: wish.answeredByName,
      answer: wish.answer,
      personal_outcome_id: became,
    })
    .execute()
}

export async function addReceivedBand(
  tx: Tx,
  { authorityId, personId }: AcceptAt,
  band: ExchangedBand,
  assessments: ReadonlyMap<string, number>,
): Promise<void> {
  await setBand(tx, authorityId, personId, {
    band: band.band,
    fromOn: day(band.fromOn),
    points: band.points,
    edition: band.edition,
    assessmentId: idIn(assessments, band.assessment),
  })
}

/** Into the history alone: the word that stands on a review that is here already is not changed by a file. */
export async function addReceivedWord(
  tx: Tx,
  { authorityId, personId }: AcceptAt,
  outcomeReviewId: number,
  word: ExchangedWord,
): Promise<void> {
  await tx
    .insertInto('care_planning.own_word')
    .values({
      authority_id: authorityId,
      outcome_review_id: outcomeReviewId,
      person_id: personId,
      says: word.says,
      said_by: word.saidBy,
      how: word.how,
      said_on: day(word.saidOn),
      words: word.words,
      words_language: word.wordsLanguage,
      recorded_by: word.recordedBy,
      recorded_by_user: null,
      recorded_at: Temporal.Instant.from(word.recordedAt),
    })
    .execute()
}
