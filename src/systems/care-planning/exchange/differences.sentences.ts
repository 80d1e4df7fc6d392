/** Says a difference in the reader's language: what it is about, and the two values as people write them. */
import type { Language } from '../../../kernel/language.ts'
import { BAND_NAMES } from '../../../kernel/need-band.ts'
import { day, showDay } from '../../../kernel/period.ts'
import { CONSENT_ANSWER_NAMES, CONTACT_BY_NAMES, OFFER_ANSWER_NAMES } from '../around/around.ts'
import { PERSON_SAYS_NAMES } from '../outcome-review/outcome-review.ts'
import { NEED_GROUP_NAMES } from '../person/person.ts'
import { PROPOSAL_STATE_NAMES } from '../personal-outcome/outcome-proposal.ts'
import { SET_BY_NAMES } from '../personal-outcome/personal-outcome.ts'
import type { ExchangeDifference } from './difference.ts'
import { text } from './exchange.text.ts'

const YES = { en: 'Yes', cy: 'Ie' }

/** Fields whose values are words of ours, with their names. */
const NAMES: Readonly<Record<string, Readonly<Record<string, { readonly en: string; readonly cy: string }>>>> = {
  achievement: PERSON_SAYS_NAMES,
  providerSays: PERSON_SAYS_NAMES,
  personSays: PERSON_SAYS_NAMES,
  endedReason: PERSON_SAYS_NAMES,
  needGroup: NEED_GROUP_NAMES,
  setBy: SET_BY_NAMES,
  consent: CONSENT_ANSWER_NAMES,
  offer: OFFER_ANSWER_NAMES,
  contactBy: CONTACT_BY_NAMES,
  wishState: PROPOSAL_STATE_NAMES,
  band: BAND_NAMES,
  restricted: { yes: YES },
  livesWith: { true: YES, false: { en: 'No', cy: 'Na' } },
  language: {
    cy: { en: text.en.languages.cy, cy: text.cy.languages.cy },
    en: { en: text.en.languages.en, cy: text.cy.languages.en },
  },
}

export function fieldName(language: Language, { field }: Pick<ExchangeDifference, 'field'>): string {
  const { fields } = text[language]
  return field in fields ? fields[field as keyof typeof fields] : field
}

export function shownIn(
  language: Language,
  { field }: Pick<ExchangeDifference, 'field'>,
  value: string | null,
): string {
  if (value === null || value === '') return text[language].nothing
  const named = NAMES[field]?.[value]
  if (named) return named[language]
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? showDay(language, day(value)) : value
}
