/** The file of contracts: one row for each contract, or for each lot of a framework with one provider. */

import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import type { RowReader } from '../../../platform/import/values/row-reader.ts'
import { listAreas, listOutcomes, listProviders } from '../../commissioning/index.ts'
import { countContractsWith, writeDimensions } from './contract-import.store.ts'
import { Route } from './contract-register.ts'

export const contractsImport = defineRecordKind({
  name: 'contracts',
  title: { en: 'Contracts', cy: 'Contractau' },
  lead: {
    en: 'One row for each contract, or for each lot of a framework with one provider.',
    cy: 'Un rhes ar gyfer pob contract, neu ar gyfer pob lot mewn fframwaith gydag un darparwr.',
  },
  permission: 'imports:run',
  after: ['areas', 'providers', 'outcome-catalogue'],
  columns: [
    required('contract_ref', 'C-HC-031', {
      en: 'Your own reference of the contract.',
      cy: 'Eich cyfeirnod chi ar gyfer y contract.',
    }),
    required('title_en', 'Home care, upper valleys', { en: 'Its title in English.', cy: 'Ei deitl yn Saesneg.' }),
    required('title_cy', 'Gofal cartref, blaenau’r cymoedd', { en: 'Its title in Welsh.', cy: 'Ei deitl yn Gymraeg.' }),
    required('provider_ref', 'P014', {
      en: 'The provider, as in the file of providers.',
      cy: 'Y darparwr, fel yn y ffeil darparwyr.',
    }),
    optional('lot', '3', { en: 'The lot, where there are lots.', cy: 'Y lot, lle mae lotiau.' }),
    required('route', 'framework', {
      en: 'framework, block or spot.',
      cy: 'framework (cytundeb fframwaith), block (contract bloc) neu spot (pryniant yn ôl y galw).',
    }),
    required('service', 'home-care', {
      en: 'home-care or reablement.',
      cy: 'home-care (gofal cartref) neu reablement (ailalluogi).',
    }),
    required('model', '1', {
      en: '1 outcome-based care planning, 2 reward for outcomes, 3 population accountability.',
      cy: '1 cynllunio gofal ar sail canlyniadau, 2 gwobrwyo canlyniadau, 3 atebolrwydd poblogaeth.',
    }),
    required('starts_on', '2025-04-01', { en: 'The first day of the contract.', cy: 'Diwrnod cyntaf y contract.' }),
    optional('ends_on', '2028-03-31', {
      en: 'The last day; empty where it runs until somebody ends it.',
      cy: 'Y diwrnod olaf; yn wag os yw’n rhedeg nes i rywun ei derfynu.',
    }),
    required('rate_per_hour', '24.60', {
      en: 'The rate for an hour, in pounds and pence.',
      cy: 'Y gyfradd am awr, mewn punnoedd a cheiniogau.',
    }),
    optional('late_tolerance_minutes', '15', {
      en: 'A visit is late when it starts more than this many minutes after its planned start; 15 where it is empty.',
      cy: 'Mae ymweliad yn hwyr pan fydd yn dechrau fwy na hyn o funudau ar ôl yr amser a gynlluniwyd; 15 os yw’n wag.',
    }),
    optional('short_tolerance_percent', '80', {
      en: 'A visit is short when it lasts less than this share of its planned length, in per cent; 80 where it is empty.',
      cy: 'Mae ymweliad yn fyr pan fydd yn para llai na’r ganran hon o’r hyd a gynlluniwyd; 80 os yw’n wag.',
    }),
    optional('area_refs', 'A01;A02', {
      en: 'The areas it covers, separated by semicolons.',
      cy: 'Yr ardaloedd y mae’n eu cwmpasu, wedi’u gwahanu gan hanner colon.',
    }),
    optional('outcome_refs', 'L07;L09', {
      en: 'The outcomes of the catalogue that it is meant to serve, separated by semicolons.',
      cy: 'Y canlyniadau o’r catalog y bwriedir iddo eu gwasanaethu, wedi’u gwahanu gan hanner colon.',
    }),
  ],
  table: {
    table: 'contract_management.contract',
    id: 'contract_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      title_en: 'text',
      title_cy: 'text',
      provider_id: 'integer',
      lot: 'text',
      route: 'text',
      service: 'text',
      model: 'smallint',
      starts_on: 'date',
      ends_on: 'date',
      rate_per_hour_pence: 'integer',
      late_tolerance_minutes: 'integer',
      short_tolerance_percent: 'integer',
      extra: 'jsonb',
    },
    children: [
      { table: 'contract_management.contract_area', columns: { area_id: 'integer' } },
      { table: 'contract_management.contract_outcome', columns: { outcome_id: 'integer' } },
    ],
  },
  async prepare(tx, { authorityId }) {
    return {
      providers: new Map((await listProviders(tx, authorityId)).map((p) => [p.ref, p.providerId])),
      areas: new Map((await listAreas(tx, authorityId)).map((a) => [a.ref, a.areaId])),
      outcomes: new Map((await listOutcomes(tx, authorityId)).map((o) => [o.ref, o.outcomeId])),
    }
  },
  judge(row, { providers, areas, outcomes }) {
    const starts_on = row.date('starts_on')
    const ends_on = row.optionalDate('ends_on')
    if (ends_on && ends_on < starts_on) row.reject('ends_on', 'ends-before-start', ENDS_BEFORE_START)
    return {
      values: {
        ref: row.reference('contract_ref'),
        title_en: row.text('title_en', 300),
        title_cy: row.text('title_cy', 300),
        provider_id: row.find('provider_ref', row.reference('provider_ref'), providers, UNKNOWN_PROVIDER) ?? 0,
        lot: row.optionalText('lot', 80) ?? '',
        route: row.oneOf('route', Route.options),
        service: row.oneOf('service', ['home-care', 'reablement']),
        model: row.integer('model', { min: 1, max: 3 }),
        starts_on,
        ends_on,
        rate_per_hour_pence: row.pence('rate_per_hour', { min: 0, max: 100_000 }),
        late_tolerance_minutes: row.optionalInteger('late_tolerance_minutes', { min: 0, max: 240 }) ?? 15,
        short_tolerance_percent: row.optionalInteger('short_tolerance_percent', { min: 0, max: 100 }) ?? 80,
        extra: row.extra(),
      },
      areaIds: findAll(row, 'area_refs', areas, 'unknown-area', UNKNOWN_AREA),
      outcomeIds: findAll(row, 'outcome_refs', outcomes, 'unknown-outcome', UNKNOWN_OUTCOME),
    }
  },
  key: (contract) => contract.values.ref,
  entry: ({ values, areaIds, outcomeIds }) => ({
    values,
    children: {
      'contract_management.contract_area': areaIds.map((area_id) => ({ area_id })),
      'contract_management.contract_outcome': outcomeIds.map((outcome_id) => ({ outcome_id })),
    },
  }),
  changed: (tx, { authorityId }, { ids }) => writeDimensions(tx, authorityId, ids),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'areas' && kind !== 'providers' && kind !== 'outcome-catalogue') return undefined
    return { what: { en: 'contracts', cy: 'contractau' }, count: await countContractsWith(tx, authorityId, kind, ids) }
  },
})

function findAll(
  row: RowReader,
  column: string,
  known: ReadonlyMap<string, number>,
  code: string,
  unknown: { en: string; cy: string },
): readonly number[] {
  const ids: number[] = []
  for (const ref of row.list(column)) {
    const id = known.get(ref)
    if (id === undefined) row.reject(column, code, { en: `${ref}: ${unknown.en}`, cy: `${ref}: ${unknown.cy}` })
    else ids.push(id)
  }
  return ids.sort((a, b) => a - b)
}

const UNKNOWN_PROVIDER = unknownReference(
  { en: 'No provider has this reference.', cy: 'Nid oes gan unrhyw ddarparwr y cyfeirnod hwn.' },
  { en: 'providers', cy: 'darparwyr' },
)
const UNKNOWN_AREA = unknownReference(
  { en: 'No area has this reference.', cy: 'Nid oes gan unrhyw ardal y cyfeirnod hwn.' },
  { en: 'areas', cy: 'ardaloedd' },
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
