/** The file of people: one row for each person who has, or had, care and support. */

import { optional, required, unknownReference } from '../../../platform/import/import-kind.ts'
import { defineRecordKind } from '../../../platform/import/record-kind.ts'
import { listAreas } from '../../commissioning/index.ts'
import { countFormerOf } from '../merge/two-people.store.ts'
import { countPeopleIn, listMergedReferences } from './person-import.store.ts'

const NEED_GROUPS = ['older', 'dementia', 'physical', 'learning', 'mental-health', 'sensory'] as const

export const peopleImport = defineRecordKind({
  name: 'people',
  title: { en: 'People', cy: 'Pobl' },
  lead: {
    en: 'One row for each person who has, or had, care and support.',
    cy: 'Un rhes ar gyfer pob person sy’n cael, neu a gafodd, ofal a chymorth.',
  },
  permission: 'imports:run',
  after: ['areas'],
  columns: [
    required('person_ref', '40117', {
      en: 'Your own reference of the person.',
      cy: 'Eich cyfeirnod chi ar gyfer y person.',
    }),
    required('given_name', 'Gwenllian', { en: 'Given names.', cy: 'Enwau cyntaf.' }),
    required('family_name', 'Prydderch', { en: 'Family name.', cy: 'Cyfenw.' }),
    optional('known_as', 'Gwen', { en: 'What the person is called.', cy: 'Yr enw y gelwir y person arno.' }),
    optional('born_on', '1941-06-09', { en: 'Date of birth.', cy: 'Dyddiad geni.' }),
    required('language', 'cy', {
      en: 'The language the person asked for: cy or en.',
      cy: 'Yr iaith y gofynnodd y person amdani: cy neu en.',
    }),
    required('area_ref', 'A01', {
      en: 'Where the person lives, as in the file of areas.',
      cy: 'Ble mae’r person yn byw, fel yn y ffeil ardaloedd.',
    }),
    required('need_group', 'older', {
      en: 'older, dementia, physical, learning, mental-health or sensory.',
      cy: 'older (pobl hŷn), dementia, physical (anabledd corfforol), learning (anabledd dysgu), mental-health (iechyd meddwl) neu sensory (nam ar y synhwyrau).',
    }),
    optional('what_matters', 'Cael mynd i’r capel ar y Sul', {
      en: 'What matters to the person, in their own words; never translated.',
      cy: 'Beth sy’n bwysig i’r person, yn ei eiriau ei hun; ni chaiff ei gyfieithu.',
    }),
    optional('what_matters_language', 'cy', {
      en: 'The language of those words: cy or en; the person’s language where it is empty.',
      cy: 'Iaith y geiriau hynny: cy neu en; iaith y person os yw’n wag.',
    }),
    optional('started_on', '2025-02-03', {
      en: 'The first day of care and support.',
      cy: 'Diwrnod cyntaf y gofal a chymorth.',
    }),
    optional('ended_on', '', { en: 'The last day, where it has ended.', cy: 'Y diwrnod olaf, os yw wedi dod i ben.' }),
    optional('ended_reason', '', { en: 'Why it ended.', cy: 'Pam y daeth i ben.' }),
  ],
  table: {
    table: 'care_planning.person',
    id: 'person_id',
    key: ['ref'],
    columns: {
      ref: 'text',
      given_name: 'text',
      family_name: 'text',
      known_as: 'text',
      born_on: 'date',
      language: 'text',
      area_id: 'integer',
      need_group: 'text',
      what_matters: 'text',
      what_matters_language: 'text',
      started_on: 'date',
      ended_on: 'date',
      ended_reason: 'text',
      extra: 'jsonb',
    },
  },
  prepare: async (tx, { authorityId, clock }) => ({
    areas: new Map((await listAreas(tx, authorityId)).map((area) => [area.ref, area.areaId])),
    merged: await listMergedReferences(tx, authorityId),
    today: clock.today().toString(),
  }),
  judge(row, { areas, merged, today }) {
    const standing = merged.get(row.raw('person_ref'))
    if (standing !== undefined) row.reject('person_ref', 'merged-into-another', mergedInto(standing))
    const born_on = row.optionalDate('born_on')
    if (born_on && born_on > today) row.reject('born_on', 'in-the-future', IN_THE_FUTURE)
    const started_on = row.optionalDate('started_on')
    const ended_on = row.optionalDate('ended_on')
    if (started_on && ended_on && ended_on < started_on) row.reject('ended_on', 'ends-before-start', ENDS_BEFORE_START)
    const language = row.oneOf('language', ['cy', 'en'])
    const what_matters = row.optionalText('what_matters') ?? ''
    const wordsIn = row.optionalOneOf('what_matters_language', ['cy', 'en'])
    return {
      ref: row.reference('person_ref'),
      given_name: row.text('given_name', 200),
      family_name: row.text('family_name', 200),
      known_as: row.optionalText('known_as', 200),
      born_on,
      language,
      area_id: row.find('area_ref', row.reference('area_ref'), areas, UNKNOWN_AREA) ?? 0,
      need_group: row.oneOf('need_group', NEED_GROUPS),
      what_matters,
      what_matters_language: what_matters === '' ? undefined : (wordsIn ?? language),
      started_on,
      ended_on,
      ended_reason: row.optionalText('ended_reason', 400),
      extra: row.extra(),
    }
  },
  key: (person) => person.ref,
  entry: (person) => ({ values: person }),
  async restingOn(tx, authorityId, kind, ids) {
    if (kind === 'people')
      return {
        what: { en: 'merged records', cy: 'cofnodion wedi’u cyfuno' },
        count: await countFormerOf(tx, authorityId, ids),
      }
    if (kind !== 'areas') return undefined
    return { what: { en: 'people', cy: 'pobl' }, count: await countPeopleIn(tx, authorityId, ids) }
  },
})

const UNKNOWN_AREA = unknownReference(
  { en: 'No area has this reference.', cy: 'Nid oes gan unrhyw ardal y cyfeirnod hwn.' },
  { en: 'areas', cy: 'ardaloedd' },
)
/** What was chosen when two records were merged is not overwritten by the one that gave way. */
function mergedInto(standing: string) {
  return {
    en: `This record was merged into ${standing}. Send what is known of the person under that reference.`,
    cy: `Cyfunwyd y cofnod hwn â ${standing}. Anfonwch yr hyn a wyddys am y person o dan y cyfeirnod hwnnw.`,
  }
}
const IN_THE_FUTURE = { en: 'This day has not come yet.', cy: 'Nid yw’r diwrnod hwn wedi dod eto.' }
const ENDS_BEFORE_START = {
  en: 'The last day is before the first. Check both dates.',
  cy: 'Mae’r diwrnod olaf cyn y cyntaf. Gwiriwch y ddau ddyddiad.',
}
