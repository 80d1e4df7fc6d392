/** The file of providers: one row for each provider of home care or reablement in the market. */
import { optional, required } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { SizeBand } from './provider.ts'

export const providersImport = defineRecordKind({
  name: 'providers',
  title: { en: 'Providers', cy: 'Darparwyr' },
  lead: {
    en: 'One row for each provider of home care or reablement, whether or not it has a contract.',
    cy: 'Un rhes ar gyfer pob darparwr gofal cartref neu ailalluogi, boed ganddo gontract ai peidio.',
  },
  permission: 'imports:run',
  after: [],
  columns: [
    required('provider_ref', 'P014', {
      en: 'Your own reference of the provider.',
      cy: 'Eich cyfeirnod chi ar gyfer y darparwr.',
    }),
    required('name', 'Gofal Glan yr Afon', { en: 'Its name.', cy: 'Ei enw.' }),
    optional('size_band', 'small', {
      en: 'micro, small, medium or large; medium where it is empty.',
      cy: 'micro (micro), small (bach), medium (canolig) neu large (mawr); canolig os yw’n wag.',
    }),
    optional('care_workers', '24', {
      en: 'How many care workers it employs.',
      cy: 'Faint o weithwyr gofal y mae’n eu cyflogi.',
    }),
    optional('welsh_speaking_workers', '11', {
      en: 'How many of them speak Welsh.',
      cy: 'Faint ohonynt sy’n siarad Cymraeg.',
    }),
    optional('starts_on', '2024-04-01', {
      en: 'The first day it works here.',
      cy: 'Y diwrnod cyntaf y mae’n gweithio yma.',
    }),
    optional('ends_on', '', { en: 'The last day it works here.', cy: 'Y diwrnod olaf y mae’n gweithio yma.' }),
  ],
  table: {
    table: 'commissioning.provider',
    id: 'provider_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      name: 'text',
      size_band: 'text',
      care_workers: 'integer',
      welsh_speaking_workers: 'integer',
      starts_on: 'date',
      ends_on: 'date',
      extra: 'jsonb',
    },
  },
  prepare: async () => undefined,
  judge(row) {
    const care_workers = row.optionalInteger('care_workers', { min: 0, max: 100_000 })
    const welsh_speaking_workers = row.optionalInteger('welsh_speaking_workers', { min: 0, max: 100_000 })
    if (care_workers !== undefined && welsh_speaking_workers !== undefined && welsh_speaking_workers > care_workers)
      row.reject('welsh_speaking_workers', 'more-than-all', MORE_THAN_ALL)
    const starts_on = row.optionalDate('starts_on')
    const ends_on = row.optionalDate('ends_on')
    if (starts_on && ends_on && ends_on < starts_on) row.reject('ends_on', 'ends-before-start', ENDS_BEFORE_START)
    return {
      ref: row.reference('provider_ref'),
      name: row.text('name', 200),
      size_band: row.optionalOneOf('size_band', SizeBand.options) ?? 'medium',
      care_workers,
      welsh_speaking_workers,
      starts_on,
      ends_on,
      extra: row.extra(),
    }
  },
  key: (provider) => provider.ref,
  entry: (provider) => ({ values: provider }),
})

const MORE_THAN_ALL = {
  en: 'There cannot be more Welsh-speaking workers than workers.',
  cy: 'Ni all fod mwy o weithwyr sy’n siarad Cymraeg nag o weithwyr.',
}

const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
