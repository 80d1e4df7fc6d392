/** What work allocation holds about a person: the packages placed for them, and the visits planned and made. */
import { sql } from 'kysely'
import type { HeldPart } from '../../../platform/personal-data/held-part.ts'
import { linesOf } from '../../../platform/personal-data/held-words.ts'
import { LANGUAGE_NAMES, VISIT_STATUS_NAMES } from '../visit/visit.ts'

const column = (name: string, en: string, cy: string) => ({ column: name, title: { en, cy } })
const PROVIDER = column('provider_id', 'Provider', 'Darparwr')
const CONTRACT = column('contract_id', 'Contract', 'Contract')
const AREA = column('area_id', 'Area', 'Ardal')
const EXTRA = column('extra', 'Other columns of the file', 'Colofnau eraill y ffeil')

const LOGGED = {
  app: { en: 'In an app', cy: 'Mewn ap' },
  nfc: { en: 'With a tag in the home', cy: 'Â thag yn y cartref' },
  phone: { en: 'By telephone', cy: 'Dros y ffôn' },
  manual: { en: 'By hand', cy: 'Â llaw' },
}

export const HELD_BY_WORK_ALLOCATION: readonly HeldPart[] = [
  {
    table: 'work_allocation.package',
    title: { en: 'Packages of care', cy: 'Pecynnau gofal' },
    day: 'starts_on',
    key: ['package_id'],
    auditedAs: 'work-allocation.package',
    columns: [
      column('ref', 'Reference', 'Cyfeirnod'),
      PROVIDER,
      CONTRACT,
      AREA,
      column('starts_on', 'From', 'O'),
      column('ends_on', 'Until', 'Tan'),
      column('ended_reason', 'Why it ended', 'Pam y daeth i ben'),
      column('weekly_minutes', 'Minutes a week', 'Munudau’r wythnos'),
      column('weekly_visits', 'Visits a week', 'Ymweliadau’r wythnos'),
      { ...column('language', 'Language asked for', 'Iaith y gofynnwyd amdani'), codes: LANGUAGE_NAMES },
      EXTRA,
    ],
  },
  {
    table: 'work_allocation.visit',
    title: { en: 'Visits', cy: 'Ymweliadau' },
    day: 'planned_start',
    key: ['provider_id', 'visit_ref'],
    countedBy: 'status',
    columns: [
      column('visit_ref', 'Reference', 'Cyfeirnod'),
      PROVIDER,
      CONTRACT,
      AREA,
      column('planned_start', 'Planned from', 'Cynlluniwyd o'),
      column('planned_end', 'Planned until', 'Cynlluniwyd tan'),
      column('actual_start', 'Began', 'Dechreuodd'),
      column('actual_end', 'Ended', 'Daeth i ben'),
      { ...column('status', 'What became of it', 'Beth ddigwyddodd'), codes: VISIT_STATUS_NAMES },
      column('cancelled_reason', 'Why it was cancelled', 'Pam y cafodd ei ganslo'),
      column('cancelled_at', 'Cancelled', 'Canslwyd'),
      { ...column('log_method', 'How it was logged', 'Sut y’i cofnodwyd'), codes: LOGGED },
      column('manual_reason', 'Why by hand', 'Pam â llaw'),
      column('worker_ref', 'Care worker', 'Gweithiwr gofal'),
      column('second_worker_ref', 'Second care worker', 'Ail weithiwr gofal'),
      { ...column('language', 'Language given in', 'Iaith a ddefnyddiwyd'), codes: LANGUAGE_NAMES },
      { ...column('language_asked', 'Language asked for', 'Iaith y gofynnwyd amdani'), codes: LANGUAGE_NAMES },
      column('flags', 'What was noticed', 'Yr hyn y sylwyd arno'),
      EXTRA,
    ],
  },
  {
    table: 'work_allocation.visit_before',
    title: { en: 'How visits stood before a file corrected them', cy: 'Sut yr oedd ymweliadau cyn i ffeil eu cywiro' },
    key: ['import_id', 'provider_id', 'visit_ref'],
    rows: ({ authorityId, personId }) => sql`select b.* from work_allocation.visit_before b
      join work_allocation.visit v on v.authority_id = b.authority_id and v.provider_id = b.provider_id and v.visit_ref = b.visit_ref
      where v.authority_id = ${authorityId} and v.person_id = ${personId}`,
    columns: [
      column('visit_ref', 'Reference', 'Cyfeirnod'),
      PROVIDER,
      {
        ...column('before', 'Before', 'Cynt'),
        lines: ({ before }) => linesOf(before, {}, {}),
      },
    ],
  },
]

/** Tables with rows of one person that say nothing more about them than the parts above. */
export const NOT_IN_THE_COPY: Readonly<Record<string, string>> = {
  'work_allocation.person_month': 'what one person received in a month; worked out from their visits',
}
