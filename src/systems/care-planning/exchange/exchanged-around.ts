/** What travels of those around a person and of what they said: how to reach them, consents, the active offer, wishes, bands of need. */
import { z } from 'zod'
import { Language } from '../../../kernel/language.ts'
import { NeedBandId } from '../../../kernel/need-band.ts'
import {
  CarerAnswer,
  ConsentAnswer,
  ConsentHow,
  ConsentTo,
  ContactBy,
  OfferAnswer,
  RelationshipKind,
} from '../around/around.ts'
import { ProposalState, ProposedBy } from '../personal-outcome/outcome-proposal.ts'

const DayText = z.iso.date()
const Words = z.string().trim().min(1).max(4000)
const Prose = z.string().max(4000)
const Line = z.string().max(200)

export const ExchangedContact = z.object({
  address: Prose,
  postcode: Line,
  telephone: Line,
  email: Line,
  contactBy: ContactBy,
  communicationNeeds: Prose,
  accessNeeds: Prose,
  nhsNumber: z.string().nullable(),
})
export type ExchangedContact = z.infer<typeof ExchangedContact>

export const ExchangedRelationship = z.object({
  kind: RelationshipKind,
  name: Words,
  whatTheyAre: Line,
  telephone: Line,
  language: Language.nullable(),
  livesWith: z.boolean(),
  since: DayText,
  until: DayText.nullable(),
  /** Of a carer: what they need for themselves. */
  support: z
    .object({ needs: Prose, assessmentOfferedOn: DayText.nullable(), assessmentAnswer: CarerAnswer.nullable() })
    .nullable(),
})
export type ExchangedRelationship = z.infer<typeof ExchangedRelationship>

export const ExchangedConsent = z.object({
  what: ConsentTo,
  answer: ConsentAnswer,
  how: ConsentHow,
  answeredOn: DayText,
  answeredBy: Words,
  note: Prose,
  recordedBy: z.string(),
})
export type ExchangedConsent = z.infer<typeof ExchangedConsent>

export const ExchangedOffer = z.object({
  offeredOn: DayText,
  answer: OfferAnswer,
  note: Prose,
  recordedBy: z.string(),
})
export type ExchangedOffer = z.infer<typeof ExchangedOffer>

/** What somebody wants, before it is agreed; `becameRef` names the outcome that came of it. */
export const ExchangedWish = z.object({
  ownWords: Words,
  ownWordsLanguage: Language,
  whyItMatters: Prose,
  canDoNow: Prose,
  outcomeRef: z.string().nullable(),
  proposedBy: ProposedBy,
  proposedByName: z.string(),
  proposedOn: DayText,
  state: ProposalState,
  answeredOn: DayText.nullable(),
  answeredByName: z.string().nullable(),
  answer: Prose,
  becameRef: z.string().nullable(),
})
export type ExchangedWish = z.infer<typeof ExchangedWish>

export const ExchangedBand = z.object({
  band: NeedBandId,
  fromOn: DayText,
  points: z.number().int().nullable(),
  edition: z.string(),
  /** The assessment that it follows from, by its form and the day it was completed. */
  assessment: z.string().nullable(),
})
export type ExchangedBand = z.infer<typeof ExchangedBand>

/** How each of them is named when plans are compared: it is the same one where the name is the same. */
export const relationshipName = ({ kind, name }: ExchangedRelationship) => `${kind} ${name}`
export const consentName = ({ what, answeredOn, answer }: ExchangedConsent) => `${what} ${answeredOn} ${answer}`
export const wishName = ({ proposedOn, ownWords }: ExchangedWish) => `${proposedOn} ${ownWords.slice(0, 60)}`
