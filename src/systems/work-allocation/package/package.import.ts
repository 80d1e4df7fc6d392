/** The file of packages: one row for each package of care placed with a provider for one person. */

import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { changeCircles, circleChange, listKnownPeople } from '../../care-planning/index.ts'
import { listKnownContracts } from '../../contract-management/index.ts'
import { countPackagesOf, listSupports } from './package-import.store.ts'

export const packagesImport = defineRecordKind({
  name: 'packages',
  title: { en: 'Packages', cy: 'Pecynnau' },
  lead: {
    en: 'One row for each package of care placed with a provider for one person under one contract.',
    cy: 'Un rhes ar gyfer pob pecyn gofal a roddwyd i ddarparwr ar gyfer un person o dan un contract.',
  },
  permission: 'imports:run',
  after: ['contracts', 'people'],
  columns: [
    required('package_ref', 'PK-5521', {
      en: 'Your own reference of the package.',
      cy: 'Eich cyfeirnod chi ar gyfer y pecyn.',
    }),
    required('person_ref', '40117', {
      en: 'The person, as in the file of people.',
      cy: 'Y person, fel yn y ffeil pobl.',
    }),
    required('contract_ref', 'C-HC-031', { en: 'The contract it is placed under.', cy: 'Y contract y mae o dano.' }),
    optional('provider_ref', 'P014', {
      en: 'The provider; only to check that it is the contract’s.',
      cy: 'Y darparwr; dim ond i wirio mai un y contract ydyw.',
    }),
    required('starts_on', '2025-05-12', { en: 'The first day.', cy: 'Y diwrnod cyntaf.' }),
    optional('ends_on', '', { en: 'The last day, where it has ended.', cy: 'Y diwrnod olaf, os yw wedi dod i ben.' }),
    optional('ended_reason', '', { en: 'Why it ended.', cy: 'Pam y daeth i ben.' }),
    required('weekly_minutes', '630', {
      en: 'Minutes of care planned for a week.',
      cy: 'Munudau o ofal a gynlluniwyd am wythnos.',
    }),
    required('weekly_visits', '21', { en: 'Visits planned for a week.', cy: 'Ymweliadau a gynlluniwyd am wythnos.' }),
    required('language', 'cy', {
      en: 'The language the person asked for the care to be given in: cy or en.',
      cy: 'Yr iaith y gofynnodd y person i’r gofal gael ei roi ynddi: cy neu en.',
    }),
  ],
  table: {
    table: 'work_allocation.package',
    id: 'package_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      person_id: 'bigint',
      contract_id: 'integer',
      provider_id: 'integer',
      area_id: 'integer',
      starts_on: 'date',
      ends_on: 'date',
      ended_reason: 'text',
      weekly_minutes: 'integer',
      weekly_visits: 'integer',
      language: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId }) => ({
    contracts: await listKnownContracts(tx, authorityId),
    people: await listKnownPeople(tx, authorityId),
  }),
  judge(row, { contracts, people }) {
    const person = row.find('person_ref', row.reference('person_ref'), people, UNKNOWN_PERSON)
    const contract = row.find('contract_ref', row.reference('contract_ref'), contracts, UNKNOWN_CONTRACT)
    const provider = row.optionalReference('provider_ref')
    if (contract && provider !== undefined && provider !== contract.providerRef)
      row.reject('provider_ref', 'provider-not-of-contract', PROVIDER_NOT_OF_CONTRACT)
    const starts_on = row.date('starts_on')
    const ends_on = row.optionalDate('ends_on')
    if (ends_on && ends_on < starts_on) row.reject('ends_on', 'ends-before-start', ENDS_BEFORE_START)
    if (contract && (starts_on < contract.startsOn || (contract.endsOn !== null && starts_on > contract.endsOn)))
      row.flag('outside-contract')
    return {
      ref: row.reference('package_ref'),
      person_id: person?.personId ?? 0,
      contract_id: contract?.contractId ?? 0,
      provider_id: contract?.providerId ?? 0,
      area_id: person?.areaId ?? 0,
      starts_on,
      ends_on,
      ended_reason: row.optionalText('ended_reason', 400),
      weekly_minutes: row.integer('weekly_minutes', { min: 0, max: 20_160 }),
      weekly_visits: row.integer('weekly_visits', { min: 0, max: 336 }),
      language: row.oneOf('language', ['cy', 'en']),
      extra: row.extra(),
    }
  },
  key: (read) => read.ref,
  entry: (read) => ({ values: read }),
  async changed(tx, { authorityId }, { rows }) {
    const touched = rows.map((row) => ({ personId: Number(row.person_id), providerId: Number(row.provider_id) }))
    const standing = await listSupports(
      tx,
      authorityId,
      touched.map(({ personId }) => personId),
    )
    await changeCircles(tx, authorityId, 'package', circleChange(touched, standing))
  },
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'people' && kind !== 'contracts') return undefined
    return { what: { en: 'packages', cy: 'pecynnau' }, count: await countPackagesOf(tx, authorityId, kind, ids) }
  },
})

const UNKNOWN_PERSON = unknownReference(
  { en: 'No person has this reference.', cy: 'Nid oes gan unrhyw berson y cyfeirnod hwn.' },
  { en: 'people', cy: 'pobl' },
)
const UNKNOWN_CONTRACT = unknownReference(
  { en: 'No contract has this reference.', cy: 'Nid oes gan unrhyw gontract y cyfeirnod hwn.' },
  { en: 'contracts', cy: 'contractau' },
)
const PROVIDER_NOT_OF_CONTRACT = {
  en: 'The contract is with another provider. Check both references.',
  cy: 'Mae’r contract gyda darparwr arall. Gwiriwch y ddau gyfeirnod.',
}
const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
