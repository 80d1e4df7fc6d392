/** The file of bands of need: for authorities that band people elsewhere, one row for each band and day. */
import { NeedBandId } from '../../../kernel/need-band.ts'
import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listKnownPeople } from '../person/person-import.store.ts'

export const needBandsImport = defineRecordKind({
  name: 'need-bands',
  title: { en: 'Bands of need', cy: 'Bandiau angen' },
  lead: {
    en: 'One row for each person and the day from which a band of need holds.',
    cy: 'Un rhes ar gyfer pob person a’r diwrnod y mae band angen yn dal ohono.',
  },
  permission: 'imports:run',
  after: ['people'],
  columns: [
    required('person_ref', '40117', {
      en: 'The person, as in the file of people.',
      cy: 'Y person, fel yn ffeil y bobl.',
    }),
    required('band', 'middle', {
      en: 'lower, middle, higher or highest.',
      cy: 'lower (is), middle (canolig), higher (uwch) neu highest (uchaf).',
    }),
    required('from_on', '2025-02-03', { en: 'Since when.', cy: 'Ers pryd.' }),
    optional('basis', 'Assessment of 3 February', {
      en: 'What says so: the tool and its edition.',
      cy: 'Beth sy’n dweud hynny: yr offeryn a’i argraffiad.',
    }),
  ],
  table: {
    table: 'care_planning.need_band',
    id: 'need_band_id',
    key: ['person_id', 'from_on'],
    columns: { person_id: 'bigint', band: 'text', from_on: 'date', edition: 'text', extra: 'jsonb' },
  },
  prepare: async (tx, { authorityId }) => ({ people: await listKnownPeople(tx, authorityId) }),
  judge(row, { people }) {
    const person = row.find('person_ref', row.reference('person_ref'), people, UNKNOWN_PERSON)
    return {
      person_id: person?.personId ?? 0,
      band: row.oneOf('band', NeedBandId.options),
      from_on: row.date('from_on'),
      edition: row.optionalText('basis', 200) ?? 'file',
      extra: row.extra(),
    }
  },
  key: (read) => `${read.person_id}/${read.from_on}`,
  entry: (read) => ({ values: read }),
  restingOn: async () => undefined,
})

const UNKNOWN_PERSON = unknownReference(
  { en: 'No person has this reference.', cy: 'Nid oes gan unrhyw berson y cyfeirnod hwn.' },
  { en: 'people', cy: 'pobl' },
)
