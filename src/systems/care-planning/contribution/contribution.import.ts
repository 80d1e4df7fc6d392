/** The file of contributions: one row for each party that is to contribute to a person's outcome. */
import { listContractPlaces } from '../../../measures/contract-dimension.store.ts'
import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listProviders } from '../../commissioning/index.ts'
import { changeCircles, circleChange } from '../circle/circle.store.ts'
import { Party } from '../outcome-review/outcome-review.ts'
import { listKnownOutcomes } from '../personal-outcome/personal-outcome-import.store.ts'
import { countContributionsTo, listContributing } from './contribution-import.store.ts'

export const contributionsImport = defineRecordKind({
  name: 'contributions',
  title: { en: 'Contributions', cy: 'Cyfraniadau' },
  lead: {
    en: 'One row for each party that is to contribute to a person’s outcome: who, what, and wholly or in part.',
    cy: 'Un rhes ar gyfer pob un sydd i gyfrannu at ganlyniad person: pwy, beth, ac yn gyfan gwbl neu’n rhannol.',
  },
  permission: 'imports:run',
  after: ['outcomes'],
  columns: [
    required('personal_outcome_ref', 'O-90213', {
      en: 'The outcome, as in the file of people’s outcomes.',
      cy: 'Y canlyniad, fel yn ffeil canlyniadau pobl.',
    }),
    required('party', 'provider', {
      en: 'provider, person, carer, family, community, health or equipment.',
      cy: 'provider (darparwr), person, carer (gofalwr), family (teulu), community (cymuned), health (iechyd) neu equipment (offer).',
    }),
    optional('provider_ref', 'P014', {
      en: 'The provider, where a provider contributes.',
      cy: 'Y darparwr, lle mae darparwr yn cyfrannu.',
    }),
    optional('contract_ref', 'C-HC-031', {
      en: 'The contract under which the provider contributes.',
      cy: 'Y contract y mae’r darparwr yn cyfrannu oddi tano.',
    }),
    required('extent', 'part', { en: 'whole or part.', cy: 'whole (yn gyfan gwbl) neu part (yn rhannol).' }),
    optional('what', 'Morning calls, walking practice', { en: 'What they are to do.', cy: 'Beth y maent i’w wneud.' }),
  ],
  table: {
    table: 'care_planning.contribution',
    id: 'contribution_id',
    key: ['personal_outcome_id', 'party', 'provider_id'],
    columns: {
      personal_outcome_id: 'bigint',
      person_id: 'bigint',
      party: 'text',
      provider_id: 'integer',
      contract_id: 'integer',
      extent: 'text',
      what: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId }) => ({
    outcomes: await listKnownOutcomes(tx, authorityId),
    contracts: await listContractPlaces(tx, authorityId),
    providers: new Map((await listProviders(tx, authorityId)).map((provider) => [provider.ref, provider.providerId])),
  }),
  judge(row, { outcomes, contracts, providers }) {
    const outcome = row.find('personal_outcome_ref', row.reference('personal_outcome_ref'), outcomes, UNKNOWN_OUTCOME)
    const party = row.oneOf('party', Party.options)
    const contract = row.find('contract_ref', row.optionalReference('contract_ref'), contracts, UNKNOWN_CONTRACT)
    const provider = row.find('provider_ref', row.optionalReference('provider_ref'), providers, UNKNOWN_PROVIDER)
    const provider_id = provider ?? contract?.providerId
    if (contract && provider !== undefined && contract.providerId !== provider)
      row.reject('provider_ref', 'provider-not-of-contract', PROVIDER_NOT_OF_CONTRACT)
    if (party === 'provider' && provider_id === undefined && !row.isRejected)
      row.reject('provider_ref', 'provider-not-named', PROVIDER_NOT_NAMED)
    return {
      personal_outcome_id: outcome?.personalOutcomeId ?? 0,
      person_id: outcome?.personId ?? 0,
      party,
      provider_id: party === 'provider' ? provider_id : undefined,
      contract_id: party === 'provider' ? contract?.contractId : undefined,
      extent: row.oneOf('extent', ['whole', 'part']),
      what: row.optionalText('what', 1000) ?? '',
      extra: row.extra(),
    }
  },
  key: (read) => `${read.personal_outcome_id}/${read.party}/${read.provider_id ?? ''}`,
  entry: (read) => ({ values: read }),
  async changed(tx, { authorityId }, { rows }) {
    const touched = rows
      .filter((row) => typeof row.provider_id === 'number')
      .map((row) => ({ personId: Number(row.person_id), providerId: Number(row.provider_id) }))
    const standing = await listContributing(
      tx,
      authorityId,
      touched.map(({ personId }) => personId),
    )
    await changeCircles(tx, authorityId, 'contribution', circleChange(touched, standing))
  },
  async restingOn(tx, authorityId, kind, ids) {
    if (kind !== 'outcomes') return undefined
    return { what: { en: 'contributions', cy: 'cyfraniadau' }, count: await countContributionsTo(tx, authorityId, ids) }
  },
})

const UNKNOWN_OUTCOME = unknownReference(
  { en: 'No person’s outcome has this reference.', cy: 'Nid oes gan ganlyniad unrhyw berson y cyfeirnod hwn.' },
  { en: 'people’s outcomes', cy: 'canlyniadau pobl' },
)
const UNKNOWN_CONTRACT = unknownReference(
  { en: 'No contract has this reference.', cy: 'Nid oes gan unrhyw gontract y cyfeirnod hwn.' },
  { en: 'contracts', cy: 'contractau' },
)
const UNKNOWN_PROVIDER = unknownReference(
  { en: 'No provider has this reference.', cy: 'Nid oes gan unrhyw ddarparwr y cyfeirnod hwn.' },
  { en: 'providers', cy: 'darparwyr' },
)
const PROVIDER_NOT_OF_CONTRACT = {
  en: 'The contract is with another provider. Check both references.',
  cy: 'Mae’r contract gyda darparwr arall. Gwiriwch y ddau gyfeirnod.',
}
const PROVIDER_NOT_NAMED = {
  en: 'Say which provider contributes: its reference, or the contract’s.',
  cy: 'Dywedwch pa ddarparwr sy’n cyfrannu: ei gyfeirnod, neu gyfeirnod y contract.',
}
