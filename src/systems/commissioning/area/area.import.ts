/** The file of areas: one row for each part of the authority that care is commissioned for. */
import { optional, required } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { RURALITIES } from './area.ts'

export const areasImport = defineRecordKind({
  name: 'areas',
  title: { en: 'Areas', cy: 'Ardaloedd' },
  lead: {
    en: 'One row for each valley, town or cluster of wards that care is commissioned for.',
    cy: 'Un rhes ar gyfer pob cwm, tref neu glwstwr o wardiau y comisiynir gofal ar eu cyfer.',
  },
  permission: 'imports:run',
  after: [],
  columns: [
    required('area_ref', 'A01', { en: 'Your own reference of the area.', cy: 'Eich cyfeirnod chi ar gyfer yr ardal.' }),
    required('name_en', 'Upper Valley', { en: 'Its name in English.', cy: 'Ei henw yn Saesneg.' }),
    required('name_cy', 'Blaen y Cwm', { en: 'Its name in Welsh.', cy: 'Ei henw yn Gymraeg.' }),
    optional('rurality', 'rural', {
      en: 'urban, mixed or rural; mixed where it is empty.',
      cy: 'urban (trefol), mixed (cymysg) neu rural (gwledig); cymysg os yw’n wag.',
    }),
    optional('people_aged_75_plus', '1240', {
      en: 'How many people aged 75 and over live there.',
      cy: 'Faint o bobl 75 oed a hŷn sy’n byw yno.',
    }),
    optional('welsh_speakers_percent', '41.5', {
      en: 'How many in a hundred people there speak Welsh, 0 to 100.',
      cy: 'Faint o bob cant o bobl yno sy’n siarad Cymraeg, 0 i 100.',
    }),
    optional('source', 'Census 2021', { en: 'Whose figures these are.', cy: 'Ffigurau pwy yw’r rhain.' }),
  ],
  table: {
    table: 'commissioning.area',
    id: 'area_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      name_en: 'text',
      name_cy: 'text',
      rurality: 'text',
      people_aged_75_plus: 'integer',
      welsh_speakers_percent: 'numeric',
      source: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async () => undefined,
  judge: (row) => ({
    ref: row.reference('area_ref'),
    name_en: row.text('name_en', 200),
    name_cy: row.text('name_cy', 200),
    rurality: row.optionalOneOf('rurality', RURALITIES) ?? 'mixed',
    people_aged_75_plus: row.optionalInteger('people_aged_75_plus', { min: 0, max: 10_000_000 }),
    welsh_speakers_percent: row.optionalDecimal('welsh_speakers_percent', { min: 0, max: 100 }),
    source: row.optionalText('source') ?? '',
    extra: row.extra(),
  }),
  key: (area) => area.ref,
  entry: (area) => ({ values: area }),
})
