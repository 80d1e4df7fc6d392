/** What can be counted of visits: how many, how long, when, in which language, and how many different people came. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Measure, RollupSource } from '../../../measures/measure.ts'
import { LANGUAGE_NAMES, VISIT_STATUS_NAMES } from './visit.ts'

export const VISITS: RollupSource = {
  name: 'visits',
  title: { en: 'Visits', cy: 'Ymweliadau' },
  factView: 'work_allocation.visit_fact',
  rollupTable: 'work_allocation.visit_rollup',
  counters: {
    planned: { countWhere: 'is_planned' },
    delivered: { countWhere: 'is_delivered' },
    missed: { countWhere: 'is_missed' },
    cancelled: { countWhere: 'is_cancelled' },
    due: { countWhere: 'is_due' },
    started: { countWhere: 'has_start' },
    late: { countWhere: 'is_late' },
    on_time: { countWhere: 'is_on_time' },
    timed: { countWhere: 'has_times' },
    untimed: { countWhere: 'lacks_times' },
    short: { countWhere: 'is_short' },
    language_recorded: { countWhere: 'has_language' },
    language_matched: { countWhere: 'is_in_language_asked' },
    welsh_asked: { countWhere: 'is_welsh_asked' },
    welsh_given: { countWhere: 'is_welsh_given' },
    planned_seconds: { sumOf: 'planned_seconds', where: 'is_planned' },
    due_seconds: { sumOf: 'due_seconds', where: 'is_due' },
    delivered_seconds: { sumOf: 'delivered_seconds', where: 'has_times' },
    worker_seconds: { sumOf: 'worker_seconds', where: 'has_times' },
    people: { differentMembers: { inMonthsWhere: 'was_served', onDaysWhere: 'is_delivered' } },
    person_months_due: { membersWhere: 'was_due' },
    person_months_missed_twice: { membersWhere: 'was_missed_twice' },
    person_months_with_worker: { membersWhere: 'has_worker' },
    workers: { sumOverMembers: 'workers', where: 'has_worker' },
  },
  explainColumns: [
    {
      column: 'visit_ref',
      label: { en: 'Visit', cy: 'Ymweliad' },
      shownAs: 'reference',
      href: (row) => `/visits/${row.provider_id}/${encodeURIComponent(String(row.visit_ref))}`,
    },
    {
      column: 'person_id',
      label: { en: 'Person', cy: 'Person' },
      shownAs: 'person',
      href: (row) => `/people/${row.person_id}`,
    },
    { column: 'day', label: { en: 'Day', cy: 'Diwrnod' }, shownAs: 'day' },
    { column: 'planned_start', label: { en: 'Planned start', cy: 'Dechrau a gynlluniwyd' }, shownAs: 'time' },
    { column: 'planned_end', label: { en: 'Planned end', cy: 'Diwedd a gynlluniwyd' }, shownAs: 'time' },
    { column: 'actual_start', label: { en: 'Actual start', cy: 'Dechrau gwirioneddol' }, shownAs: 'time' },
    { column: 'actual_end', label: { en: 'Actual end', cy: 'Diwedd gwirioneddol' }, shownAs: 'time' },
    { column: 'status', label: { en: 'Status', cy: 'Statws' }, shownAs: 'code', names: VISIT_STATUS_NAMES },
    {
      column: 'late_tolerance_minutes',
      label: { en: 'Late after (minutes)', cy: 'Yn hwyr ar ôl (munudau)' },
      shownAs: 'count',
    },
    { column: 'worker_ref', label: { en: 'Care worker', cy: 'Gweithiwr gofal' }, shownAs: 'reference' },
    {
      column: 'second_worker_ref',
      label: { en: 'Second care worker', cy: 'Ail weithiwr gofal' },
      shownAs: 'reference',
    },
    {
      column: 'language_asked',
      label: { en: 'Language asked for', cy: 'Yr iaith y gofynnwyd amdani' },
      shownAs: 'code',
      names: LANGUAGE_NAMES,
    },
    {
      column: 'language',
      label: { en: 'Language used', cy: 'Yr iaith a ddefnyddiwyd' },
      shownAs: 'code',
      names: LANGUAGE_NAMES,
    },
  ],
  members: {
    table: 'work_allocation.person_month',
    cellFunction: 'work_allocation.person_months',
    key: 'person_id',
    columns: ['delivered', 'missed', 'workers', 'was_due', 'was_served', 'has_worker', 'was_missed_twice'],
    explainColumns: [
      {
        column: 'person_id',
        label: { en: 'Person', cy: 'Person' },
        shownAs: 'person',
        href: (row) => `/people/${row.person_id}`,
      },
      { column: 'month', label: { en: 'Month', cy: 'Mis' }, shownAs: 'month' },
      { column: 'delivered', label: { en: 'Visits delivered', cy: 'Ymweliadau a gynhaliwyd' }, shownAs: 'count' },
      { column: 'missed', label: { en: 'Visits missed', cy: 'Ymweliadau a gollwyd' }, shownAs: 'count' },
      { column: 'workers', label: { en: 'Different care workers', cy: 'Gweithwyr gofal gwahanol' }, shownAs: 'count' },
    ],
  },
}

type Words = Pick<Measure, 'kind' | 'unit' | 'better' | 'numerator' | 'denominator'>

function ofVisits(name: string, what: Words, label: Bilingual, meaning: Bilingual): Measure {
  return { name, source: VISITS.name, ...what, label, meaning }
}

export const VISIT_MEASURES: readonly Measure[] = [
  ofVisits(
    'visits-planned',
    { kind: 'activity', unit: 'visits', better: 'neither', numerator: 'planned', denominator: 'one' },
    { en: 'Visits planned', cy: 'Ymweliadau a gynlluniwyd' },
    {
      en: 'Visits planned to start in the period, whatever became of them: delivered, missed or cancelled.',
      cy: 'Ymweliadau y cynlluniwyd iddynt ddechrau yn y cyfnod, beth bynnag a ddigwyddodd iddynt: eu cynnal, eu colli neu eu canslo.',
    },
  ),
  ofVisits(
    'visits-delivered',
    { kind: 'activity', unit: 'visits', better: 'neither', numerator: 'delivered', denominator: 'one' },
    { en: 'Visits delivered', cy: 'Ymweliadau a gynhaliwyd' },
    {
      en: 'Visits planned to start in the period that were delivered.',
      cy: 'Ymweliadau y cynlluniwyd iddynt ddechrau yn y cyfnod ac a gynhaliwyd.',
    },
  ),
  ofVisits(
    'hours-planned',
    { kind: 'activity', unit: 'hours', better: 'neither', numerator: 'planned_seconds', denominator: 'one' },
    { en: 'Hours planned', cy: 'Oriau a gynlluniwyd' },
    {
      en: 'The planned length of all visits planned in the period, cancelled ones too. A visit by two care workers counts its time once.',
      cy: 'Hyd cynlluniedig pob ymweliad a gynlluniwyd yn y cyfnod, gan gynnwys y rhai a ganslwyd. Mae amser ymweliad gan ddau weithiwr gofal yn cyfrif unwaith.',
    },
  ),
  ofVisits(
    'hours-delivered',
    { kind: 'activity', unit: 'hours', better: 'neither', numerator: 'delivered_seconds', denominator: 'one' },
    { en: 'Hours delivered', cy: 'Oriau a gyflawnwyd' },
    {
      en: 'The time between logged start and end of delivered visits. A visit by two care workers counts its time once; a visit without a logged start or end adds nothing.',
      cy: 'Yr amser rhwng dechrau a diwedd cofnodedig yr ymweliadau a gynhaliwyd. Mae amser ymweliad gan ddau weithiwr gofal yn cyfrif unwaith; nid yw ymweliad heb ddechrau neu ddiwedd cofnodedig yn ychwanegu dim.',
    },
  ),
  ofVisits(
    'care-worker-hours',
    { kind: 'activity', unit: 'hours', better: 'neither', numerator: 'worker_seconds', denominator: 'one' },
    { en: 'Care-worker hours', cy: 'Oriau gweithwyr gofal' },
    {
      en: 'As hours delivered, but the time of a visit by two care workers counts twice.',
      cy: 'Fel oriau a gyflawnwyd, ond mae amser ymweliad gan ddau weithiwr gofal yn cyfrif ddwywaith.',
    },
  ),
  ofVisits(
    'people-served',
    { kind: 'activity', unit: 'people', better: 'neither', numerator: 'people', denominator: 'one' },
    { en: 'People served', cy: 'Pobl a gafodd wasanaeth' },
    {
      en: 'Different people who had at least one delivered visit in the period.',
      cy: 'Pobl wahanol a gafodd o leiaf un ymweliad a gynhaliwyd yn y cyfnod.',
    },
  ),
  ofVisits(
    'hours-share',
    {
      kind: 'performance',
      unit: 'share',
      better: 'higher',
      numerator: 'delivered_seconds',
      denominator: 'due_seconds',
    },
    { en: 'Hours delivered of those due', cy: 'Oriau a gyflawnwyd o’r rhai a oedd yn ddyledus' },
    {
      en: 'Logged time of delivered visits, over the planned length of all visits that were not cancelled.',
      cy: 'Amser cofnodedig yr ymweliadau a gynhaliwyd, dros hyd cynlluniedig pob ymweliad na chafodd ei ganslo.',
    },
  ),
  ofVisits(
    'visits-missed',
    { kind: 'performance', unit: 'share', better: 'lower', numerator: 'missed', denominator: 'due' },
    { en: 'Visits missed', cy: 'Ymweliadau a gollwyd' },
    {
      en: 'Visits that nobody came to, over visits planned in the period and not cancelled.',
      cy: 'Ymweliadau na ddaeth neb iddynt, dros yr ymweliadau a gynlluniwyd yn y cyfnod ac na chawsant eu canslo.',
    },
  ),
  ofVisits(
    'visits-cancelled',
    { kind: 'activity', unit: 'share', better: 'neither', numerator: 'cancelled', denominator: 'planned' },
    { en: 'Visits cancelled', cy: 'Ymweliadau a ganslwyd' },
    {
      en: 'Visits called off beforehand, over all visits planned in the period.',
      cy: 'Ymweliadau a ganslwyd ymlaen llaw, dros yr holl ymweliadau a gynlluniwyd yn y cyfnod.',
    },
  ),
  ofVisits(
    'visits-late',
    { kind: 'performance', unit: 'share', better: 'lower', numerator: 'late', denominator: 'started' },
    { en: 'Visits that started late', cy: 'Ymweliadau a ddechreuodd yn hwyr' },
    {
      en: 'Delivered visits that started more minutes after their planned start than the contract allows, over delivered visits with a logged start.',
      cy: 'Ymweliadau a gynhaliwyd a ddechreuodd fwy o funudau ar ôl y dechrau a gynlluniwyd nag y mae’r contract yn eu caniatáu, dros yr ymweliadau a gynhaliwyd â dechrau cofnodedig.',
    },
  ),
  ofVisits(
    'visits-on-time',
    { kind: 'performance', unit: 'share', better: 'higher', numerator: 'on_time', denominator: 'started' },
    { en: 'Visits that started on time', cy: 'Ymweliadau a ddechreuodd yn brydlon' },
    {
      en: 'Delivered visits that started early or no later than the contract allows, over delivered visits with a logged start.',
      cy: 'Ymweliadau a gynhaliwyd a ddechreuodd yn gynnar neu heb fod yn hwyrach nag y mae’r contract yn ei ganiatáu, dros yr ymweliadau a gynhaliwyd â dechrau cofnodedig.',
    },
  ),
  ofVisits(
    'visits-short',
    { kind: 'quality', unit: 'share', better: 'lower', numerator: 'short', denominator: 'timed' },
    { en: 'Visits cut short', cy: 'Ymweliadau a gwtogwyd' },
    {
      en: 'Delivered visits shorter than the share of their planned length that the contract asks for, over delivered visits with both times logged.',
      cy: 'Ymweliadau a gynhaliwyd a oedd yn fyrrach na’r gyfran o’u hyd cynlluniedig y mae’r contract yn gofyn amdani, dros yr ymweliadau a gynhaliwyd â’r ddau amser wedi’u cofnodi.',
    },
  ),
  ofVisits(
    'continuity',
    {
      kind: 'quality',
      unit: 'workers-per-person',
      better: 'lower',
      numerator: 'workers',
      denominator: 'person_months_with_worker',
    },
    { en: 'Different care workers per person per month', cy: 'Gweithwyr gofal gwahanol i bob person bob mis' },
    {
      en: 'For each person, contract and whole month, the number of different care workers who came, added up, over the number of such months. Months only partly in the period are left out.',
      cy: 'Ar gyfer pob person, contract a mis cyfan, nifer y gweithwyr gofal gwahanol a ddaeth, wedi’u hadio, dros nifer y misoedd hynny. Gadewir allan fisoedd nad ydynt ond yn rhannol yn y cyfnod.',
    },
  ),
  ofVisits(
    'language-match',
    {
      kind: 'quality',
      unit: 'share',
      better: 'higher',
      numerator: 'language_matched',
      denominator: 'language_recorded',
    },
    { en: 'Visits in the language asked for', cy: 'Ymweliadau yn yr iaith y gofynnwyd amdani' },
    {
      en: 'Delivered visits given in the language the person asked for, over delivered visits whose language was recorded.',
      cy: 'Ymweliadau a gynhaliwyd yn yr iaith y gofynnodd y person amdani, dros yr ymweliadau a gynhaliwyd y cofnodwyd eu hiaith.',
    },
  ),
  ofVisits(
    'welsh-when-asked',
    { kind: 'quality', unit: 'share', better: 'higher', numerator: 'welsh_given', denominator: 'welsh_asked' },
    { en: 'Visits in Welsh where Welsh was asked for', cy: 'Ymweliadau yn Gymraeg lle gofynnwyd am y Gymraeg' },
    {
      en: 'Delivered visits given in Welsh, over delivered visits to people who asked for Welsh. A visit whose language was not recorded counts as not given in Welsh.',
      cy: 'Ymweliadau a gynhaliwyd yn Gymraeg, dros yr ymweliadau a gynhaliwyd i bobl a ofynnodd am y Gymraeg. Mae ymweliad na chofnodwyd ei iaith yn cyfrif fel un heb fod yn Gymraeg.',
    },
  ),
  ofVisits(
    'visits-unlogged',
    { kind: 'quality-assurance', unit: 'share', better: 'lower', numerator: 'untimed', denominator: 'delivered' },
    { en: 'Visits without logged times', cy: 'Ymweliadau heb amserau cofnodedig' },
    {
      en: 'Delivered visits without a logged start or without a logged end, over delivered visits.',
      cy: 'Ymweliadau a gynhaliwyd heb ddechrau cofnodedig neu heb ddiwedd cofnodedig, dros yr ymweliadau a gynhaliwyd.',
    },
  ),
  ofVisits(
    'people-missed-twice',
    {
      kind: 'risk',
      unit: 'share',
      better: 'lower',
      numerator: 'person_months_missed_twice',
      denominator: 'person_months_due',
    },
    { en: 'People missed twice or more in a month', cy: 'Pobl a gollwyd ddwywaith neu fwy mewn mis' },
    {
      en: 'For each person, contract and whole month with visits due: those in which two or more visits were missed, over all. Months only partly in the period are left out.',
      cy: 'Ar gyfer pob person, contract a mis cyfan ag ymweliadau’n ddyledus: y rhai y collwyd dau ymweliad neu fwy ynddynt, dros y cyfan. Gadewir allan fisoedd nad ydynt ond yn rhannol yn y cyfnod.',
    },
  ),
]
