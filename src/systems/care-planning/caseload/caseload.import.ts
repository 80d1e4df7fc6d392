/** The file of caseloads: one row for each person allocated to a worker. */
import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listKnownPeople } from '../person/person-import.store.ts'
import { listOpenSince } from './caseload-import.store.ts'

export const caseloadImport = defineRecordKind({
  name: 'caseload',
  title: { en: 'Caseloads', cy: 'Llwythi achosion' },
  lead: {
    en: 'One row for each person allocated to a worker, with the worker’s team and how they sign in.',
    cy: 'Un rhes ar gyfer pob person a ddyrannwyd i weithiwr, gyda thîm y gweithiwr a sut y mae’n mewngofnodi.',
  },
  permission: 'imports:run',
  after: ['people'],
  columns: [
    required('worker_ref', 'SW-01', {
      en: 'Your own reference of the worker.',
      cy: 'Eich cyfeirnod chi ar gyfer y gweithiwr.',
    }),
    required('worker_name', 'Elin Maddocks', { en: 'The worker’s name.', cy: 'Enw’r gweithiwr.' }),
    required('team', 'Tîm y Dyffryn', { en: 'The team.', cy: 'Y tîm.' }),
    optional('sign_in', 'elin.maddocks@bryniau.example', {
      en: 'The subject or e-mail address with which they sign in.',
      cy: 'Y pwnc neu’r cyfeiriad e-bost y maent yn mewngofnodi ag ef.',
    }),
    required('person_ref', '40117', {
      en: 'The person, as in the file of people.',
      cy: 'Y person, fel yn ffeil y bobl.',
    }),
    required('starts_on', '2025-02-10', { en: 'Since when.', cy: 'Ers pryd.' }),
    optional('ends_on', '', { en: 'Until when, where it has ended.', cy: 'Tan pryd, lle mae wedi dod i ben.' }),
    optional('note', '', {
      en: 'What the worker should know first.',
      cy: 'Yr hyn y dylai’r gweithiwr ei wybod yn gyntaf.',
    }),
  ],
  table: {
    table: 'care_planning.allocation',
    id: 'allocation_id',
    key: ['person_id', 'starts_on'],
    columns: {
      person_id: 'bigint',
      worker_id: 'bigint',
      starts_on: 'date',
      ends_on: 'date',
      note: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId }) => ({
    people: await listKnownPeople(tx, authorityId),
    /** Since when each person has the worker they have now: in the records, and as the file is read. */
    openSince: await listOpenSince(tx, authorityId),
  }),
  judge(row, { people, openSince }) {
    const person = row.find('person_ref', row.reference('person_ref'), people, UNKNOWN_PERSON)
    const starts_on = row.date('starts_on')
    const ends_on = row.optionalDate('ends_on')
    if (ends_on && ends_on < starts_on) row.reject('ends_on', 'ends-before-start', ENDS_BEFORE_START)
    const since = person && openSince.get(person.personId)
    if (person && !ends_on && since !== undefined && since !== starts_on)
      row.reject('person_ref', 'has-another-worker', HAS_ANOTHER)
    if (person && !ends_on && !row.isRejected) openSince.set(person.personId, starts_on)
    return {
      worker: {
        ref: row.reference('worker_ref'),
        name: row.text('worker_name', 200),
        team: row.text('team', 200),
        sign_in: row.optionalText('sign_in', 320),
      },
      allocation: {
        person_id: person?.personId ?? 0,
        worker_id: 0,
        starts_on,
        ends_on,
        note: row.optionalText('note', 4000) ?? '',
        extra: row.extra(),
      },
    }
  },
  first: {
    table: {
      table: 'care_planning.worker',
      id: 'worker_id',
      key: ['ref'],
      columns: { ref: 'text', name: 'text', team: 'text', sign_in: 'text' },
    },
    entry: (read) => ({ values: read.worker }),
    link: (read, worker_id) => ({ ...read, allocation: { ...read.allocation, worker_id } }),
  },
  key: ({ allocation }) => `${allocation.person_id}/${allocation.starts_on}`,
  entry: ({ allocation }) => ({ values: allocation }),
  restingOn: async () => undefined,
})

const UNKNOWN_PERSON = unknownReference(
  { en: 'No person has this reference.', cy: 'Nid oes gan unrhyw berson y cyfeirnod hwn.' },
  { en: 'people', cy: 'pobl' },
)
const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
const HAS_ANOTHER = {
  en: 'This person is with another worker. End that row first, with a last day.',
  cy: 'Mae’r person hwn gyda gweithiwr arall. Rhowch ddiwrnod olaf i’r rhes honno yn gyntaf.',
}
