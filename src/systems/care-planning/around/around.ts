/** Those around a person, how to reach them, what they agreed to, and the active offer of Welsh. */
import { z } from 'zod'
import type { Bilingual, Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'

export const RelationshipKind = z.enum([
  'carer',
  'family',
  'friend',
  'advocate',
  'attorney',
  'next-of-kin',
  'professional',
])
export type RelationshipKind = z.infer<typeof RelationshipKind>

export const RELATIONSHIP_NAMES = {
  carer: { en: 'Carer', cy: 'Gofalwr' },
  family: { en: 'Family', cy: 'Teulu' },
  friend: { en: 'Friend or neighbour', cy: 'Ffrind neu gymydog' },
  advocate: { en: 'Advocate', cy: 'Eiriolwr' },
  attorney: { en: 'Attorney or deputy', cy: 'Atwrnai neu ddirprwy' },
  'next-of-kin': { en: 'Next of kin', cy: 'Perthynas agosaf' },
  professional: { en: 'Professional', cy: 'Gweithiwr proffesiynol' },
} as const satisfies Record<RelationshipKind, Bilingual>

export const ContactBy = z.enum(['', 'telephone', 'text', 'email', 'letter', 'through-somebody'])
export type ContactBy = z.infer<typeof ContactBy>

export const CONTACT_BY_NAMES = {
  '': { en: 'Not said', cy: 'Heb ddweud' },
  telephone: { en: 'By telephone', cy: 'Dros y ffôn' },
  text: { en: 'By text message', cy: 'Drwy neges destun' },
  email: { en: 'By email', cy: 'Drwy e-bost' },
  letter: { en: 'By letter', cy: 'Drwy lythyr' },
  'through-somebody': { en: 'Through somebody who is close to them', cy: 'Drwy rywun sy’n agos atynt' },
} as const satisfies Record<ContactBy, Bilingual>

export const ConsentTo = z.enum([
  'share-with-provider',
  'share-with-health',
  'share-with-family',
  'contact-for-feedback',
])
export type ConsentTo = z.infer<typeof ConsentTo>

export const CONSENT_NAMES = {
  'share-with-provider': { en: 'Sharing with the provider', cy: 'Rhannu â’r darparwr' },
  'share-with-health': { en: 'Sharing with health services', cy: 'Rhannu â’r gwasanaeth iechyd' },
  'share-with-family': { en: 'Sharing with family', cy: 'Rhannu â’r teulu' },
  'contact-for-feedback': { en: 'Being asked how it went', cy: 'Cael eu holi sut aeth hi' },
} as const satisfies Record<ConsentTo, Bilingual>

export const ConsentAnswer = z.enum(['given', 'refused', 'withdrawn'])
export type ConsentAnswer = z.infer<typeof ConsentAnswer>

export const CONSENT_ANSWER_NAMES = {
  given: { en: 'Agreed', cy: 'Cytunodd' },
  refused: { en: 'Refused', cy: 'Gwrthododd' },
  withdrawn: { en: 'Took it back', cy: 'Tynnodd ei gytundeb yn ôl' },
} as const satisfies Record<ConsentAnswer, Bilingual>

export const ConsentHow = z.enum(['spoken', 'written', 'best-interests'])
export type ConsentHow = z.infer<typeof ConsentHow>

export const CONSENT_HOW_NAMES = {
  spoken: { en: 'Spoken', cy: 'Ar lafar' },
  written: { en: 'In writing', cy: 'Yn ysgrifenedig' },
  'best-interests': { en: 'Decided in their best interests', cy: 'Penderfynwyd er eu lles gorau' },
} as const satisfies Record<ConsentHow, Bilingual>

export const OfferAnswer = z.enum(['welsh', 'english', 'both', 'no-preference'])
export type OfferAnswer = z.infer<typeof OfferAnswer>

export const OFFER_ANSWER_NAMES = {
  welsh: { en: 'Wants care in Welsh', cy: 'Am gael gofal yn Gymraeg' },
  english: { en: 'Wants care in English', cy: 'Am gael gofal yn Saesneg' },
  both: { en: 'Wants both, as it comes', cy: 'Am gael y ddwy, fel y dônt' },
  'no-preference': { en: 'Has no preference', cy: 'Dim dewis penodol' },
} as const satisfies Record<OfferAnswer, Bilingual>

export const CarerAnswer = z.enum(['accepted', 'declined', 'later'])
export type CarerAnswer = z.infer<typeof CarerAnswer>

export const CARER_ANSWER_NAMES = {
  accepted: { en: 'Accepted', cy: 'Derbyniodd' },
  declined: { en: 'Declined', cy: 'Gwrthododd' },
  later: { en: 'Perhaps later', cy: 'Efallai’n ddiweddarach' },
} as const satisfies Record<CarerAnswer, Bilingual>

export type Contact = {
  readonly address: string
  readonly postcode: string
  readonly telephone: string
  readonly email: string
  readonly contactBy: ContactBy
  readonly communicationNeeds: string
  readonly accessNeeds: string
  readonly nhsNumber: string | null
  readonly version: number
}

/** `version` 0: nothing has been saved yet. */
export const NO_CONTACT: Contact = {
  address: '',
  postcode: '',
  telephone: '',
  email: '',
  contactBy: '',
  communicationNeeds: '',
  accessNeeds: '',
  nhsNumber: null,
  version: 0,
}

export type Relationship = {
  readonly relationshipId: number
  readonly kind: RelationshipKind
  readonly name: string
  /** In plain words: daughter, neighbour, community nurse. */
  readonly whatTheyAre: string
  readonly telephone: string
  readonly language: Language | null
  readonly livesWith: boolean
  readonly since: Day
  readonly until: Day | null
  readonly version: number
  /** Of a carer, for those who may see it. */
  readonly support: CarerSupport | null
}

export type CarerSupport = {
  readonly needs: string
  readonly assessmentOfferedOn: Day | null
  readonly assessmentAnswer: CarerAnswer | null
}

export type Consent = {
  readonly consentId: number
  readonly what: ConsentTo
  readonly answer: ConsentAnswer
  readonly how: ConsentHow
  readonly answeredOn: Day
  readonly answeredBy: string
  readonly note: string
  readonly recordedBy: string
}

export type ActiveOffer = {
  readonly offeredOn: Day
  readonly answer: OfferAnswer
  readonly note: string
  readonly recordedBy: string
}

/** The answer that holds to each question: the newest by its day, and of one day the one recorded last. */
export function consentsInForce(consents: readonly Consent[]): ReadonlyMap<ConsentTo, Consent> {
  const inForce = new Map<ConsentTo, Consent>()
  for (const consent of consents) {
    const held = inForce.get(consent.what)
    const later = held && Temporal.PlainDate.compare(consent.answeredOn, held.answeredOn)
    if (!held || (later ?? 0) > 0 || (later === 0 && consent.consentId > held.consentId))
      inForce.set(consent.what, consent)
  }
  return inForce
}

/** Ten digits whose last is the check digit (weights 10 to 2, modulus 11); spaces do not matter. */
export function readNhsNumber(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s-]/g, '')
  if (!/^\d{10}$/.test(digits)) return undefined
  const sum = [...digits.slice(0, 9)].reduce((all, digit, index) => all + Number(digit) * (10 - index), 0)
  const check = (11 - (sum % 11)) % 11
  return check === Number(digits[9]) ? digits : undefined
}
