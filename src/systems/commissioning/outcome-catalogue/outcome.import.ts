/** The file of the outcome catalogue: one row for each outcome, the authority's own or a national one. */
import { optional, required } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'

export const outcomeCatalogueImport = defineRecordKind({
  name: 'outcome-catalogue',
  title: { en: 'Outcome catalogue', cy: 'Catalog canlyniadau' },
  lead: {
    en: 'One row for each outcome that care is bought for: your own, which may be part of a national one.',
    cy: 'Un rhes ar gyfer pob canlyniad y prynir gofal ar ei gyfer: eich rhai chi, a all fod yn rhan o un cenedlaethol.',
  },
  permission: 'imports:run',
  after: ['needs'],
  columns: [
    required('outcome_ref', 'L07', {
      en: 'Your own reference of the outcome.',
      cy: 'Eich cyfeirnod chi ar gyfer y canlyniad.',
    }),
    optional('level', 'local', {
      en: 'local or national; local where it is empty.',
      cy: 'local (lleol) neu national (cenedlaethol); lleol os yw’n wag.',
    }),
    optional('well_being_area', '2', {
      en: 'Which of the eight aspects of well-being in the Act it belongs to, 1 to 8.',
      cy: 'I ba un o’r wyth agwedd ar lesiant yn y Ddeddf y mae’n perthyn, 1 i 8.',
    }),
    required('statement_en', 'I get up when I choose to', {
      en: 'The outcome in English.',
      cy: 'Y canlyniad yn Saesneg.',
    }),
    required('statement_cy', 'Rwy’n codi pan fyddaf i’n dewis', {
      en: 'The outcome in Welsh.',
      cy: 'Y canlyniad yn Gymraeg.',
    }),
    optional('national_ref', 'N2.3', {
      en: 'The reference of the national outcome that it is part of.',
      cy: 'Cyfeirnod y canlyniad cenedlaethol y mae’n rhan ohono.',
    }),
    optional('need_ref', 'N01', {
      en: 'The reference of the need it answers.',
      cy: 'Cyfeirnod yr angen y mae’n ei ateb.',
    }),
    optional('edition', '2025', {
      en: 'The edition of the list it comes from.',
      cy: 'Argraffiad y rhestr y daw ohoni.',
    }),
    optional('source', 'Commissioning strategy, page 12', {
      en: 'Where it is written.',
      cy: 'Ble mae wedi’i ysgrifennu.',
    }),
    optional('is_verified', 'yes', {
      en: 'yes where the wording was checked against its source.',
      cy: 'ie os gwiriwyd y geiriad yn erbyn ei ffynhonnell.',
    }),
    optional('starts_on', '2025-04-01', { en: 'The first day it is used.', cy: 'Y diwrnod cyntaf y’i defnyddir.' }),
    optional('ends_on', '', { en: 'The last day it is used.', cy: 'Y diwrnod olaf y’i defnyddir.' }),
  ],
  table: {
    table: 'commissioning.outcome',
    id: 'outcome_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      level: 'text',
      well_being_area: 'smallint',
      statement_en: 'text',
      statement_cy: 'text',
      national_ref: 'text',
      need_ref: 'text',
      edition: 'text',
      source: 'text',
      is_verified: 'boolean',
      starts_on: 'date',
      ends_on: 'date',
      extra: 'jsonb',
    },
  },
  prepare: async () => undefined,
  judge(row) {
    const starts_on = row.optionalDate('starts_on')
    const ends_on = row.optionalDate('ends_on')
    if (starts_on && ends_on && ends_on < starts_on) row.reject('ends_on', 'ends-before-start', ENDS_BEFORE_START)
    return {
      ref: row.reference('outcome_ref'),
      level: row.optionalOneOf('level', ['local', 'national']) ?? 'local',
      well_being_area: row.optionalInteger('well_being_area', { min: 1, max: 8 }),
      statement_en: row.text('statement_en'),
      statement_cy: row.text('statement_cy'),
      national_ref: row.optionalReference('national_ref'),
      need_ref: row.optionalReference('need_ref'),
      edition: row.optionalText('edition', 200) ?? '',
      source: row.optionalText('source') ?? '',
      is_verified: row.yesNo('is_verified') ?? false,
      starts_on,
      ends_on,
      extra: row.extra(),
    }
  },
  key: (outcome) => outcome.ref,
  entry: (outcome) => ({ values: outcome }),
})

const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
