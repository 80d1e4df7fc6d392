/** The file of contract indicators: one row for each measure watched under a contract. */
import { findMeasure, listMeasures } from '../../../measures/registry.ts'
import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listOutcomes } from '../../commissioning/index.ts'
import { listKnownContracts } from '../contract-register/known-contracts.actions.ts'
import { countIndicatorsOf } from './indicator-import.store.ts'

export const contractIndicatorsImport = defineRecordKind({
  name: 'contract-indicators',
  title: { en: 'Contract indicators', cy: 'Dangosyddion contractau' },
  lead: {
    en: 'One row for each measure watched under a contract, with its baseline, its target and the outcome it serves.',
    cy: 'Un rhes ar gyfer pob mesur a wylir o dan gontract, gyda’i waelodlin, ei darged a’r canlyniad y mae’n ei wasanaethu.',
  },
  permission: 'imports:run',
  after: ['contracts', 'outcome-catalogue'],
  columns: [
    required('contract_ref', 'C-HC-031', {
      en: 'The contract, as in the file of contracts.',
      cy: 'Y contract, fel yn y ffeil contractau.',
    }),
    required('measure', 'outcomes-achieved', {
      en: 'The name of the measure in Canlyn.',
      cy: 'Enw’r mesur yn Canlyn.',
    }),
    optional('outcome_ref', 'L07', {
      en: 'The outcome of the catalogue that it serves; empty where it serves none.',
      cy: 'Y canlyniad yn y catalog y mae’n ei wasanaethu; yn wag os nad yw’n gwasanaethu’r un.',
    }),
    optional('baseline_numerator', '104', {
      en: 'The baseline: how many of …',
      cy: 'Y gwaelodlin: faint o …',
    }),
    optional('baseline_denominator', '200', { en: '… out of how many.', cy: '… allan o faint.' }),
    optional('baseline_note', 'Year before the contract', {
      en: 'Where the baseline comes from.',
      cy: 'O ble y daw’r gwaelodlin.',
    }),
    optional('target', '0.6', {
      en: 'The target, in the measure’s own unit; a share is between 0 and 1.',
      cy: 'Y targed, yn uned y mesur ei hun; mae cyfran rhwng 0 ac 1.',
    }),
  ],
  table: {
    table: 'contract_management.contract_indicator',
    id: 'contract_indicator_id',
    key: ['contract_id', 'measure'],
    columns: {
      contract_id: 'integer',
      measure: 'text',
      outcome_id: 'integer',
      baseline_numerator: 'bigint',
      baseline_denominator: 'bigint',
      baseline_note: 'text',
      target: 'numeric',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId }) => ({
    contracts: await listKnownContracts(tx, authorityId),
    outcomes: new Map((await listOutcomes(tx, authorityId)).map((outcome) => [outcome.ref, outcome.outcomeId])),
  }),
  judge(row, { contracts, outcomes }) {
    const contract = row.find('contract_ref', row.reference('contract_ref'), contracts, UNKNOWN_CONTRACT)
    const measure = row.text('measure', 80)
    if (measure !== '' && !findMeasure(measure)) row.reject('measure', 'unknown-measure', unknownMeasure())
    const baseline_numerator = row.optionalInteger('baseline_numerator', { min: 0 })
    const baseline_denominator = row.optionalInteger('baseline_denominator', { min: 0 })
    if ((baseline_numerator === undefined) !== (baseline_denominator === undefined))
      row.reject(
        baseline_numerator === undefined ? 'baseline_numerator' : 'baseline_denominator',
        'half-a-baseline',
        HALF_A_BASELINE,
      )
    return {
      contract_id: contract?.contractId ?? 0,
      measure,
      outcome_id: row.find('outcome_ref', row.optionalReference('outcome_ref'), outcomes, UNKNOWN_OUTCOME),
      baseline_numerator,
      baseline_denominator,
      baseline_note: row.optionalText('baseline_note', 400) ?? '',
      target: row.optionalDecimal('target', { min: -10_000_000, max: 10_000_000 }),
      extra: row.extra(),
    }
  },
  key: (indicator) => `${indicator.contract_id}/${indicator.measure}`,
  entry: (indicator) => ({ values: indicator }),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'contracts' && kind !== 'outcome-catalogue') return undefined
    return {
      what: { en: 'contract indicators', cy: 'dangosyddion contractau' },
      count: await countIndicatorsOf(tx, authorityId, kind, ids),
    }
  },
})

function unknownMeasure() {
  const known = listMeasures()
    .map((measure) => measure.name)
    .join(', ')
  return {
    en: `There is no measure of this name. There are: ${known}.`,
    cy: `Nid oes mesur o’r enw hwn. Dyma’r rhai sydd: ${known}.`,
  }
}

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
const HALF_A_BASELINE = {
  en: 'A baseline is two numbers: how many, and out of how many. Fill both or neither.',
  cy: 'Dau rif yw gwaelodlin: faint, ac allan o faint. Llenwch y ddau neu’r naill na’r llall.',
}
