/** Reads those around a person, consents, offers, wishes, bands of need and own words from the database as they travel. */
import type { Language } from '../../../kernel/language.ts'
import type { NeedBandId } from '../../../kernel/need-band.ts'
import type { Tx } from '../../../platform/database/database.ts'
import { findContact, listConsents, listOffers, listRelationships } from '../around/around.store.ts'
import { listProposals } from '../personal-outcome/outcome-proposal.store.ts'
import type {
  ExchangedBand,
  ExchangedConsent,
  ExchangedContact,
  ExchangedOffer,
  ExchangedRelationship,
  ExchangedWish,
} from './exchanged-around.ts'
import type { ExchangedWord } from './exchanged-plan.ts'
import { inOrder } from './fhir-wish.ts'

/** None where nothing was ever written down. */
export async function readContact(tx: Tx, authorityId: number, personId: number): Promise<ExchangedContact | null> {
  const { version, ...contact } = await findContact(tx, authorityId, personId)
  return version === 0 || !Object.values(contact).some(Boolean) ? null : contact
}

export async function readAround(tx: Tx, authorityId: number, personId: number): Promise<ExchangedRelationship[]> {
  const relationships = await listRelationships(tx, authorityId, personId)
  return relationships
    .toSorted((a, b) => a.relationshipId - b.relationshipId)
    .map(({ relationshipId: _id, version: _version, ...one }) => ({
      ...one,
      since: one.since.toString(),
      until: one.until?.toString() ?? null,
      support: one.support && {
        ...one.support,
        assessmentOfferedOn: one.support.assessmentOfferedOn?.toString() ?? null,
      },
    }))
}

export async function readConsents(tx: Tx, authorityId: number, personId: number): Promise<ExchangedConsent[]> {
  const consents = await listConsents(tx, authorityId, personId)
  return consents.toReversed().map(({ consentId: _, ...one }) => ({ ...one, answeredOn: one.answeredOn.toString() }))
}

export async function readOffers(tx: Tx, authorityId: number, personId: number): Promise<ExchangedOffer[]> {
  const offers = await listOffers(tx, authorityId, personId)
  return offers.toReversed().map((one) => ({ ...one, offeredOn: one.offeredOn.toString() }))
}

type Names = {
  readonly outcome: (id: number | null) => string | null
  readonly personalOutcome: ReadonlyMap<number, string>
}

export async function readWishes(
  tx: Tx,
  authorityId: number,
  personId: number,
  names: Names,
): Promise<ExchangedWish[]> {
  const proposals = await listProposals(tx, authorityId, personId)
  return proposals
    .map((one) => ({
      ownWords: one.ownWords,
      ownWordsLanguage: one.ownWordsLanguage,
      whyItMatters: one.whyItMatters,
      canDoNow: one.canDoNow,
      outcomeRef: names.outcome(one.outcomeId),
      proposedBy: one.proposedBy,
      proposedByName: one.proposedByName,
      proposedOn: one.proposedOn.toString(),
      state: one.state,
      answeredOn: one.answeredOn?.toString() ?? null,
      answeredByName: one.answeredByName || null,
      answer: one.answer,
      becameRef: names.personalOutcome.get(one.personalOutcomeId ?? 0) ?? null,
    }))
    .toSorted(inOrder)
}

/** Each band with the assessment that it follows from, by the name of it. */
export async function readBands(
  tx: Tx,
  authorityId: number,
  personId: number,
  assessments: ReadonlyMap<number, string>,
): Promise<ExchangedBand[]> {
  const rows = await tx
    .selectFrom('care_planning.need_band')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('from_on')
    .execute()
  return rows.map((row) => ({
    band: row.band as NeedBandId,
    fromOn: row.from_on.toString(),
    points: row.points,
    edition: row.edition,
    assessment: assessments.get(row.assessment_id ?? 0) ?? null,
  }))
}

/** All that was said of each review, by its id, the earliest first. */
export async function readWords(
  tx: Tx,
  authorityId: number,
  personId: number,
): Promise<ReadonlyMap<number, ExchangedWord[]>> {
  const rows = await tx
    .selectFrom('care_planning.own_word')
    .selectAll()
    .where('authority_id', '=', authorityId)
    .where('person_id', '=', personId)
    .orderBy('own_word_id')
    .execute()
  const byReview = Map.groupBy(rows, (row) => row.outcome_review_id)
  return new Map(
    [...byReview].map(([id, own]) => [
      id,
      own.map((row) => ({
        says: row.says as ExchangedWord['says'],
        saidBy: row.said_by as ExchangedWord['saidBy'],
        how: row.how as ExchangedWord['how'],
        saidOn: row.said_on.toString(),
        words: row.words,
        wordsLanguage: row.words ? (row.words_language as Language | null) : null,
        recordedBy: row.recorded_by,
        recordedAt: row.recorded_at.toString(),
      })),
    ]),
  )
}
