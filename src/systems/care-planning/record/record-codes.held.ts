/** What the codes in care planning's tables mean, by column (by table and column where one word has two meanings), and lines of what is kept whole. */
import type { Bilingual } from '../../../kernel/language.ts'
import { BAND_NAMES } from '../../../kernel/need-band.ts'
import type { HeldColumn } from '../../../platform/personal-data/held-part.ts'
import { linesOf } from '../../../platform/personal-data/held-words.ts'
import {
  CARER_ANSWER_NAMES,
  CONSENT_ANSWER_NAMES,
  CONSENT_HOW_NAMES,
  CONSENT_NAMES,
  CONTACT_BY_NAMES,
  OFFER_ANSWER_NAMES,
  RELATIONSHIP_NAMES,
} from '../around/around.ts'
import { assessmentForms } from '../assessment/assessment.framework.ts'
import { ASSESSMENT_STATE_NAMES } from '../assessment/assessment.ts'
import { RECORD_EVENT_NAMES } from '../merge/merge.ts'
import { ACHIEVEMENT_NAMES, EXTENT_NAMES, PARTY_NAMES, PERSON_SAYS_NAMES } from '../outcome-review/outcome-review.ts'
import { NEED_GROUP_NAMES } from '../person/person.ts'
import { PROPOSAL_STATE_NAMES } from '../personal-outcome/outcome-proposal.ts'
import { VOICE_NAMES } from '../personal-outcome/outcome-score.ts'
import { SET_BY_NAMES } from '../personal-outcome/personal-outcome.ts'
import { AGREED_BY_NAMES, AGREED_HOW_NAMES, PLAN_STATE_NAMES } from '../plan/plan.ts'
import { ANSWER_BASIS_NAMES, PLAN_ANSWER_NAMES } from '../plan/plan-answer.ts'
import { PLAN_REVIEW_KIND_NAMES, TOOK_PART_NAMES } from '../plan-review/plan-review.ts'
import { NOTE_ANSWER_NAMES, NOTE_KIND_NAMES } from '../provider-note/provider-note.ts'
import {
  CAME_FROM_NAMES,
  EARLY_REASON_NAMES,
  ENDING_NAMES,
  FOLLOWS_NAMES,
  NEEDED_AFTER_NAMES,
  SIX_MONTHS_NAMES,
} from '../reablement/reablement.ts'
import { scaleFrameworks } from '../scale/scale.framework.ts'
import { SITUATION_NAMES } from '../situation/situation.ts'
import { FOUND_NAMES, HOW_NAMES } from '../verification/verification.ts'
import { answerLines } from './answer-lines.held.ts'
import { COLUMN_NAMES } from './record-columns.ts'

type Codes = Readonly<Record<string, Bilingual>>

const LANGUAGES = { cy: { en: 'Welsh', cy: 'Cymraeg' }, en: { en: 'English', cy: 'Saesneg' } }
const YES_NO = { true: { en: 'Yes', cy: 'Ie' }, false: { en: 'No', cy: 'Na' } }
const WHO = {
  person: { en: 'The person', cy: 'Y person' },
  carer: { en: 'A carer', cy: 'Gofalwr' },
  worker: { en: 'A worker', cy: 'Gweithiwr' },
}
const WORD_HOW = {
  page: { en: 'On the page', cy: 'Ar y dudalen' },
  letter: { en: 'From a letter', cy: 'O lythyr' },
  telephone: { en: 'By telephone', cy: 'Dros y ffôn' },
  paper: { en: 'On paper', cy: 'Ar bapur' },
  visit: { en: 'Face to face', cy: 'Wyneb yn wyneb' },
}
const LAYOUTS = {
  standard: { en: 'Standard', cy: 'Safonol' },
  large: { en: 'Large print', cy: 'Print bras' },
  easy: { en: 'Easy read', cy: 'Hawdd ei ddeall' },
}
const WITHDRAWN = {
  newer: { en: 'A newer letter took its place', cy: 'Daeth llythyr mwy diweddar yn ei le' },
  'taken-back': { en: 'It was taken back', cy: 'Fe’i tynnwyd yn ôl' },
  'plan-changed': { en: 'The plan was changed', cy: 'Newidiwyd y cynllun' },
  'plan-agreed': { en: 'The plan was agreed', cy: 'Cytunwyd ar y cynllun' },
}
const NOTICE_KINDS = {
  'plan-agreed': { en: 'A plan was agreed', cy: 'Cytunwyd ar gynllun' },
  'plan-amended': { en: 'A plan was amended', cy: 'Diwygiwyd cynllun' },
  'plan-ended': { en: 'A plan ended', cy: 'Daeth cynllun i ben' },
  'outcome-changed': { en: 'An outcome was changed', cy: 'Newidiwyd canlyniad' },
  'outcome-ended': { en: 'An outcome ended', cy: 'Daeth canlyniad i ben' },
  'review-held': { en: 'A review was held', cy: 'Cynhaliwyd adolygiad' },
  'worker-changed': { en: 'The worker changed', cy: 'Newidiodd y gweithiwr' },
  'request-answered': { en: 'A request was answered', cy: 'Atebwyd cais' },
}

export const CODES: Readonly<Record<string, Codes>> = {
  language: LANGUAGES,
  need_group: NEED_GROUP_NAMES,
  contact_by: CONTACT_BY_NAMES,
  'relationship.kind': RELATIONSHIP_NAMES,
  lives_with: YES_NO,
  assessment_answer: CARER_ANSWER_NAMES,
  'consent.what': CONSENT_NAMES,
  'consent.answer': CONSENT_ANSWER_NAMES,
  'consent.how': CONSENT_HOW_NAMES,
  'active_offer.answer': OFFER_ANSWER_NAMES,
  'assessment.state': ASSESSMENT_STATE_NAMES,
  is_eligible: YES_NO,
  band: BAND_NAMES,
  proposed_by: WHO,
  'outcome_proposal.state': PROPOSAL_STATE_NAMES,
  set_by: SET_BY_NAMES,
  'personal_outcome.ended_reason': {
    ...ACHIEVEMENT_NAMES,
    reformulated: { en: 'Put in other words', cy: 'Wedi’i aralleirio' },
    'no-longer-wanted': { en: 'No longer wanted', cy: 'Dim eisiau mwyach' },
  },
  voice: VOICE_NAMES,
  party: PARTY_NAMES,
  extent: EXTENT_NAMES,
  'plan_version.state': PLAN_STATE_NAMES,
  'plan_agreement.how': AGREED_HOW_NAMES,
  by_whom: AGREED_BY_NAMES,
  'plan_review.kind': PLAN_REVIEW_KIND_NAMES,
  'plan_review.state': {
    open: { en: 'Under way', cy: 'Ar y gweill' },
    concluded: { en: 'Concluded', cy: 'Wedi’i gwblhau' },
    'given-up': { en: 'Given up', cy: 'Wedi’i roi o’r neilltu' },
  },
  took_part: TOOK_PART_NAMES,
  achievement: ACHIEVEMENT_NAMES,
  provider_says: ACHIEVEMENT_NAMES,
  person_says: PERSON_SAYS_NAMES,
  person_said_by: WHO,
  person_word_how: WORD_HOW,
  is_named_first: YES_NO,
  says: PERSON_SAYS_NAMES,
  said_by: WHO,
  'own_word.how': WORD_HOW,
  purpose: {
    'own-word': { en: 'To give their own word', cy: 'I roi eu gair eu hunain' },
    'plan-agreement': { en: 'To agree to a plan', cy: 'I gytuno ar gynllun' },
  },
  'plan_answer.answer': PLAN_ANSWER_NAMES,
  basis: ANSWER_BASIS_NAMES,
  for_whom: AGREED_BY_NAMES,
  layout: LAYOUTS,
  withdrawn_because: WITHDRAWN,
  carer_says: PERSON_SAYS_NAMES,
  carer_word_how: WORD_HOW,
  claimed: ACHIEVEMENT_NAMES,
  provider_claimed: ACHIEVEMENT_NAMES,
  found: FOUND_NAMES,
  'verification_item.how': HOW_NAMES,
  'provider_note.kind': NOTE_KIND_NAMES,
  'provider_note.state': {
    recorded: { en: 'Recorded', cy: 'Cofnodwyd' },
    waiting: { en: 'Waits for an answer', cy: 'Yn aros am ateb' },
    answered: { en: 'Answered', cy: 'Atebwyd' },
  },
  'provider_note.answer': NOTE_ANSWER_NAMES,
  is_urgent: YES_NO,
  came_from: CAME_FROM_NAMES,
  is_supported_already: YES_NO,
  ending: ENDING_NAMES,
  early_reason: EARLY_REASON_NAMES,
  needed_after: NEEDED_AFTER_NAMES,
  is_mitigated: YES_NO,
  follows: FOLLOWS_NAMES,
  six_months_later: SIX_MONTHS_NAMES,
  'situation.kind': SITUATION_NAMES,
  happened: RECORD_EVENT_NAMES,
  to_kind: { ...WHO, provider: { en: 'A provider', cy: 'Darparwr' } },
  'notice.kind': NOTICE_KINDS,
  'received_plan.state': {
    waiting: { en: 'Waiting', cy: 'Yn aros' },
    accepted: { en: 'Accepted', cy: 'Derbyniwyd' },
    'set-aside': { en: 'Set aside', cy: 'Wedi’i roi o’r neilltu' },
  },
}

const PLAN_WORDS: Codes = {
  language: { en: 'Language', cy: 'Iaith' },
  startsOn: { en: 'From', cy: 'O' },
  endsOn: { en: 'Until', cy: 'Tan' },
  reviewDueOn: { en: 'To be looked at again', cy: 'I edrych arno eto' },
  outcomes: { en: 'Outcome', cy: 'Canlyniad' },
  personalOutcomeId: { en: 'In words', cy: 'Mewn geiriau' },
  contributions: { en: 'Contribution', cy: 'Cyfraniad' },
  party: { en: 'Who', cy: 'Pwy' },
  providerId: { en: 'Provider', cy: 'Darparwr' },
  contractId: { en: 'Contract', cy: 'Contract' },
  extent: { en: 'How far', cy: 'I ba raddau' },
  what: { en: 'What', cy: 'Beth' },
  weeklyMinutes: { en: 'Minutes a week', cy: 'Munudau’r wythnos' },
  worksWhen: { en: 'It works if', cy: 'Mae’n gweithio os' },
  indicativeWeeklyPence: { en: 'Indicative budget, pence a week', cy: 'Cyllideb ddangosol, ceiniogau’r wythnos' },
  budgetBasis: { en: 'Basis of the budget', cy: 'Sail y gyllideb' },
  finalWeeklyPence: { en: 'Final cost, pence a week', cy: 'Cost derfynol, ceiniogau’r wythnos' },
  risks: { en: 'Risk', cy: 'Risg' },
  whatIsDone: { en: 'What is done', cy: 'Beth a wneir' },
  isShared: { en: 'Providers are told', cy: 'Rhoddir gwybod i ddarparwyr' },
  contingency: { en: 'If things go wrong', cy: 'Os aiff pethau o chwith' },
  preferences: { en: 'Preferences', cy: 'Dewisiadau' },
}
const PLAN_CODES: Readonly<Record<string, Codes>> = {
  language: LANGUAGES,
  party: PARTY_NAMES,
  extent: EXTENT_NAMES,
}

/** A plan in a file names columns as the tables do, and some things besides. */
const RECEIVED_WORDS: Codes = {
  ...COLUMN_NAMES,
  ...PLAN_WORDS,
  plans: { en: 'Plan', cy: 'Cynllun' },
  version: { en: 'Version', cy: 'Fersiwn' },
  agreement: { en: 'Agreement', cy: 'Cytundeb' },
  person: { en: 'Person', cy: 'Person' },
  reviews: { en: 'Review', cy: 'Adolygiad' },
  attributions: { en: 'Attribution', cy: 'Priodoliad' },
  area_ref: { en: 'Area', cy: 'Ardal' },
  plan_ref: { en: 'Plan', cy: 'Cynllun' },
  outcome_ref: { en: 'In the catalogue', cy: 'Yn y catalog' },
  provider_ref: { en: 'Provider', cy: 'Darparwr' },
  recorded_at: { en: 'Recorded', cy: 'Cofnodwyd' },
  due_on: { en: 'Due', cy: 'I’w gynnal' },
  own_words_language: { en: 'Language of the words', cy: 'Iaith y geiriau' },
  what_matters_language: { en: 'Language of the words', cy: 'Iaith y geiriau' },
  person_words_language: { en: 'Language of the words', cy: 'Iaith y geiriau' },
}
const RECEIVED_CODES: Readonly<Record<string, Codes>> = {
  ...PLAN_CODES,
  how: AGREED_HOW_NAMES,
  own_words_language: LANGUAGES,
  what_matters_language: LANGUAGES,
  person_words_language: LANGUAGES,
}

const planLines: NonNullable<HeldColumn['lines']> = ({ content }, _frameworks, names) =>
  linesOf(content, PLAN_WORDS, PLAN_CODES, names)

/** Of a row kept as JSON, the columns that a copy names. */
function namedOnly(row: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row ?? {}).filter(([column]) => column in COLUMN_NAMES))
}

/** What was written down as a whole, by table and column: its lines. */
export const LINES: Readonly<Record<string, NonNullable<HeldColumn['lines']>>> = {
  'assessment.answers': (row, frameworks) => answerLines(row, frameworks),
  'outcome_score.answers': ({ answers }) => linesOf(answers, {}, {}),
  'plan_version.content': planLines,
  'plan_share.content': planLines,
  'person_merge.former': ({ former }) => linesOf(namedOnly(former), COLUMN_NAMES, CODES),
  'received_plan.content': ({ content }, frameworks, names) => {
    const scale = Object.fromEntries(frameworks.list(scaleFrameworks).map(({ id, title }) => [id, title]))
    return linesOf(content, RECEIVED_WORDS, { ...CODES, ...RECEIVED_CODES, scale }, names)
  },
  'received_plan.kept_apart': ({ kept_apart }) => linesOf(kept_apart, {}, {}),
}

/** Columns that name a framework: the title of its newest edition. */
export const NAMED: Readonly<Record<string, NonNullable<HeldColumn['named']>>> = {
  scale: (id, frameworks) => frameworks.list(scaleFrameworks).findLast((scale) => scale.id === id)?.title,
  form: (id, frameworks) => frameworks.list(assessmentForms).findLast((form) => form.id === id)?.title,
}
