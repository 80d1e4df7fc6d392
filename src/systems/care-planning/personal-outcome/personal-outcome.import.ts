/** The file of outcomes: one row for each outcome agreed with a person, with the plan that it stands in. */
import { listContractPlaces } from '../../../measures/contract-dimension.store.ts'
import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listOutcomes } from '../../commissioning/index.ts'
import { listKnownPeople } from '../person/person-import.store.ts'
import { knownScales } from '../scale/scale.framework.ts'
import { listRegistrations } from '../scale/scale-registration.store.ts'
import { countOutcomesOf, countPlansOf } from './personal-outcome-import.store.ts'

export const outcomesImport = defineRecordKind({
  name: 'outcomes',
  title: { en: 'People’s outcomes', cy: 'Canlyniadau pobl' },
  lead: {
    en: 'One row for each outcome agreed with a person, with the care and support plan that it stands in.',
    cy: 'Un rhes ar gyfer pob canlyniad y cytunwyd arno gyda pherson, gyda’r cynllun gofal a chymorth y mae ynddo.',
  },
  permission: 'imports:run',
  after: ['people', 'contracts', 'outcome-catalogue'],
  columns: [
    required('personal_outcome_ref', 'O-90213', {
      en: 'Your own reference of the outcome.',
      cy: 'Eich cyfeirnod chi ar gyfer y canlyniad.',
    }),
    required('person_ref', '40117', {
      en: 'The person, as in the file of people.',
      cy: 'Y person, fel yn y ffeil pobl.',
    }),
    required('plan_ref', 'CSP-40117-2', {
      en: 'The plan it stands in; a plan not known yet is made.',
      cy: 'Y cynllun y mae ynddo; gwneir cynllun nad yw’n hysbys eto.',
    }),
    required('plan_agreed_on', '2025-02-03', {
      en: 'When the plan was agreed with the person.',
      cy: 'Pryd y cytunwyd ar y cynllun gyda’r person.',
    }),
    optional('plan_ends_on', '', { en: 'The last day of the plan.', cy: 'Diwrnod olaf y cynllun.' }),
    required('own_words', 'Cerdded i’r siop fy hun', {
      en: 'What the person wants, in their own words; never translated.',
      cy: 'Beth mae’r person ei eisiau, yn ei eiriau ei hun; ni chaiff ei gyfieithu.',
    }),
    required('own_words_language', 'cy', {
      en: 'The language of those words: cy or en.',
      cy: 'Iaith y geiriau hynny: cy neu en.',
    }),
    optional('outcome_ref', 'L07', {
      en: 'The outcome of the catalogue that it belongs to.',
      cy: 'Y canlyniad yn y catalog y mae’n perthyn iddo.',
    }),
    optional('contract_ref', 'C-HC-031', {
      en: 'The contract that leads on it; the outcome is counted there.',
      cy: 'Y contract sy’n arwain arno; yno y cyfrifir y canlyniad.',
    }),
    required('scale', 'five-point', {
      en: 'The scale it is scored on, such as five-point, gas or ten-point.',
      cy: 'Y raddfa y’i sgorir arni, er enghraifft five-point, gas neu ten-point.',
    }),
    optional('baseline_score', '2', { en: 'Where the person started.', cy: 'Ble y dechreuodd y person.' }),
    optional('target_score', '4', { en: 'Where the person wants to get to.', cy: 'Ble mae’r person eisiau cyrraedd.' }),
    required('agreed_on', '2025-02-03', { en: 'When it was agreed.', cy: 'Pryd y cytunwyd arno.' }),
    required('review_due_on', '2025-08-01', {
      en: 'When it is to be looked at again.',
      cy: 'Pryd y dylid edrych arno eto.',
    }),
    optional('ended_on', '', { en: 'The day it ended.', cy: 'Y diwrnod y daeth i ben.' }),
    optional('ended_reason', '', { en: 'Why it ended.', cy: 'Pam y daeth i ben.' }),
  ],
  table: {
    table: 'care_planning.personal_outcome',
    id: 'personal_outcome_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      person_id: 'bigint',
      plan_id: 'bigint',
      area_id: 'integer',
      own_words: 'text',
      own_words_language: 'text',
      outcome_id: 'integer',
      contract_id: 'integer',
      provider_id: 'integer',
      scale: 'text',
      baseline_score: 'numeric',
      target_score: 'numeric',
      agreed_on: 'date',
      review_due_on: 'date',
      ended_on: 'date',
      ended_reason: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId, frameworks }) => ({
    scales: knownScales(frameworks, await listRegistrations(tx, authorityId)),
    people: await listKnownPeople(tx, authorityId),
    contracts: await listContractPlaces(tx, authorityId),
    outcomes: new Map((await listOutcomes(tx, authorityId)).map((outcome) => [outcome.ref, outcome.outcomeId])),
  }),
  judge(row, { people, contracts, outcomes, scales }) {
    const person = row.find('person_ref', row.reference('person_ref'), people, UNKNOWN_PERSON)
    const contract = row.find('contract_ref', row.optionalReference('contract_ref'), contracts, UNKNOWN_CONTRACT)
    const planAgreedOn = row.date('plan_agreed_on')
    const planEndsOn = row.optionalDate('plan_ends_on')
    const agreed_on = row.date('agreed_on')
    const review_due_on = row.date('review_due_on')
    const ended_on = row.optionalDate('ended_on')
    if (planEndsOn && planEndsOn < planAgreedOn) row.reject('plan_ends_on', 'ends-before-start', ENDS_BEFORE_START)
    if (!row.isRejected && agreed_on < planAgreedOn) row.reject('agreed_on', 'before-the-plan', BEFORE_THE_PLAN)
    if (!row.isRejected && review_due_on < agreed_on)
      row.reject('review_due_on', 'due-before-agreed', DUE_BEFORE_AGREED)
    if (!row.isRejected && ended_on && ended_on < agreed_on)
      row.reject('ended_on', 'ends-before-start', ENDS_BEFORE_START)
    const scale = row.oneOf('scale', [...scales.keys()])
    const { lowest: min = Number.MIN_SAFE_INTEGER, highest: max = Number.MAX_SAFE_INTEGER } = scales.get(scale) ?? {}
    const baseline_score = row.optionalDecimal('baseline_score', { min, max })
    const target_score = row.optionalDecimal('target_score', { min, max })
    // To stay where one is can be a person's aim, so it is noticed and not refused.
    if (baseline_score !== undefined && baseline_score === target_score) row.flag('target-is-baseline')
    return {
      plan: {
        ref: row.reference('plan_ref'),
        person_id: person?.personId ?? 0,
        agreed_on: planAgreedOn,
        ends_on: planEndsOn,
      },
      outcome: {
        ref: row.reference('personal_outcome_ref'),
        person_id: person?.personId ?? 0,
        plan_id: 0,
        area_id: person?.areaId ?? 0,
        own_words: row.text('own_words'),
        own_words_language: row.oneOf('own_words_language', ['cy', 'en']),
        outcome_id: row.find('outcome_ref', row.optionalReference('outcome_ref'), outcomes, UNKNOWN_OUTCOME),
        contract_id: contract?.contractId,
        provider_id: contract?.providerId,
        scale,
        baseline_score,
        target_score,
        agreed_on,
        review_due_on,
        ended_on,
        ended_reason: row.optionalText('ended_reason', 400),
        extra: row.extra(),
      },
    }
  },
  first: {
    table: {
      table: 'care_planning.plan',
      id: 'plan_id',
      key: ['ref'],
      columns: { ref: 'text', person_id: 'bigint', agreed_on: 'date', ends_on: 'date' },
    },
    entry: (read) => ({ values: read.plan }),
    link: (read, plan_id) => ({ ...read, outcome: { ...read.outcome, plan_id } }),
  },
  key: ({ outcome }) => outcome.ref,
  entry: ({ outcome }) => ({ values: outcome }),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind === 'people') return { what: WHAT, count: await countPlansOf(tx, authorityId, ids) }
    if (kind !== 'contracts' && kind !== 'outcome-catalogue' && kind !== 'areas') return undefined
    return { what: WHAT, count: await countOutcomesOf(tx, authorityId, kind, ids) }
  },
})

const WHAT = { en: 'people’s outcomes', cy: 'canlyniadau pobl' }

const UNKNOWN_PERSON = unknownReference(
  { en: 'No person has this reference.', cy: 'Nid oes gan unrhyw berson y cyfeirnod hwn.' },
  { en: 'people', cy: 'pobl' },
)
const UNKNOWN_CONTRACT = unknownReference(
  { en: 'No contract has this reference.', cy: 'Nid oes gan unrhyw gontract y cyfeirnod hwn.' },
  { en: 'contracts', cy: 'contractau' },
)
const UNKNOWN_OUTCOME = unknownReference(
  {
    en: 'No outcome of the catalogue has this reference.',
    cy: 'Nid oes gan unrhyw ganlyniad yn y catalog y cyfeirnod hwn.',
  },
  { en: 'the outcome catalogue', cy: 'catalog canlyniadau' },
)
const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
const BEFORE_THE_PLAN = {
  en: 'The outcome was agreed before the plan that it stands in. Check both dates.',
  cy: 'Cytunwyd ar y canlyniad cyn y cynllun y mae ynddo. Gwiriwch y ddau ddyddiad.',
}
const DUE_BEFORE_AGREED = {
  en: 'The review is due before the outcome was agreed. Check both dates.',
  cy: 'Mae’r adolygiad i fod cyn y cytunwyd ar y canlyniad. Gwiriwch y ddau ddyddiad.',
}
