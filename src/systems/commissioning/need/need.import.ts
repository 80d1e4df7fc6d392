/** The file of needs: one row for each need of the population that somebody counted. */
import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listAreas } from '../area/area.store.ts'

export const needsImport = defineRecordKind({
  name: 'needs',
  title: { en: 'Needs', cy: 'Anghenion' },
  lead: {
    en: 'One row for each need of the population: how many people, where, and as of when.',
    cy: 'Un rhes ar gyfer pob angen yn y boblogaeth: faint o bobl, ym mhle, ac ar ba ddyddiad.',
  },
  permission: 'imports:run',
  after: ['areas'],
  columns: [
    required('need_ref', 'N01', { en: 'Your own reference of the need.', cy: 'Eich cyfeirnod chi ar gyfer yr angen.' }),
    optional('area_ref', 'A01', {
      en: 'The area it is counted in; empty for the whole authority.',
      cy: 'Yr ardal y’i cyfrifir ynddi; yn wag ar gyfer yr awdurdod cyfan.',
    }),
    required('description_en', 'People aged 75 and over who live alone', {
      en: 'What the need is, in English.',
      cy: 'Beth yw’r angen, yn Saesneg.',
    }),
    required('description_cy', 'Pobl 75 oed a hŷn sy’n byw ar eu pen eu hunain', {
      en: 'What the need is, in Welsh.',
      cy: 'Beth yw’r angen, yn Gymraeg.',
    }),
    required('people', '640', { en: 'How many people have it.', cy: 'Faint o bobl sydd â’r angen.' }),
    required('as_of', '2025-04-01', { en: 'The day of the figure.', cy: 'Dyddiad y ffigur.' }),
    optional('source', 'Population needs assessment 2025', { en: 'Whose figure it is.', cy: 'Ffigur pwy ydyw.' }),
  ],
  table: {
    table: 'commissioning.need',
    id: 'need_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      area_id: 'integer',
      description_en: 'text',
      description_cy: 'text',
      people: 'integer',
      as_of: 'date',
      source: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId }) =>
    new Map((await listAreas(tx, authorityId)).map((area) => [area.ref, area.areaId])),
  judge: (row, areas) => ({
    ref: row.reference('need_ref'),
    area_id: row.find('area_ref', row.optionalReference('area_ref'), areas, UNKNOWN_AREA),
    description_en: row.text('description_en'),
    description_cy: row.text('description_cy'),
    people: row.integer('people', { min: 0, max: 10_000_000 }),
    as_of: row.date('as_of'),
    source: row.optionalText('source') ?? '',
    extra: row.extra(),
  }),
  key: (need) => need.ref,
  entry: (need) => ({ values: need }),
})

const UNKNOWN_AREA = unknownReference(
  { en: 'No area has this reference.', cy: 'Nid oes gan unrhyw ardal y cyfeirnod hwn.' },
  { en: 'areas', cy: 'ardaloedd' },
)
