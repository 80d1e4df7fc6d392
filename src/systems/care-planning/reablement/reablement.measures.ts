/** What can be counted of reablement: begun, ended, what it did to the need for support, and what stood six and twelve months later. */
import type { Bilingual } from '../../../kernel/language.ts'
import type { Measure, RollupSource } from '../../../measures/measure.ts'
import { BAND_COLUMN, PERSON_COLUMN } from '../outcome-review/outcome-review.measures.ts'
import { carePlanningPaths } from '../paths.ts'
import { ENDING_NAMES, FOLLOWS_NAMES, NEEDED_AFTER_NAMES, SIX_MONTHS_NAMES } from './reablement.ts'

export const REABLEMENT: RollupSource = {
  name: 'reablement',
  title: { en: 'Reablement', cy: 'Ailalluogi' },
  factView: 'care_planning.reablement_fact',
  rollupTable: 'care_planning.reablement_rollup',
  counters: {
    started: { countWhere: 'is_started' },
    ended: { countWhere: 'is_ended' },
    completed: { countWhere: 'is_completed' },
    ended_early: { countWhere: 'is_ended_early' },
    reduced: { countWhere: 'is_reduced' },
    none_after: { countWhere: 'needs_none' },
    maintained: { countWhere: 'is_maintained' },
    mitigated: { countWhere: 'is_need_mitigated' },
    in_time: { countWhere: 'is_in_time' },
    with_hours: { countWhere: 'has_hours' },
    minutes_at_start: { sumOf: 'minutes_at_start', where: 'has_hours' },
    minutes_at_end: { sumOf: 'minutes_at_end', where: 'has_hours' },
    england_counted: { countWhere: 'is_counted_in_england' },
    england_success: { countWhere: 'is_success_in_england' },
    looked_at_later: { countWhere: 'is_looked_at_later' },
    no_package_later: { countWhere: 'has_no_package_later' },
    package_to_reduce: { countWhere: 'had_package_to_reduce' },
    reduced_later: { countWhere: 'has_reduced_package_later' },
    followed: { countWhere: 'is_followed' },
    returned: { countWhere: 'is_returned' },
  },
  isBanded: true,
  explainColumns: [
    PERSON_COLUMN,
    {
      column: 'ref',
      label: { en: 'Reference', cy: 'Cyfeirnod' },
      shownAs: 'reference',
      href: (row) => carePlanningPaths.reablementEpisode(Number(row.person_id), Number(row.reablement_episode_id)),
    },
    { column: 'started_on', label: { en: 'Started', cy: 'Dechreuodd' }, shownAs: 'day' },
    { column: 'ended_on', label: { en: 'Ended', cy: 'Daeth i ben' }, shownAs: 'day' },
    { column: 'ending', label: { en: 'How', cy: 'Sut' }, shownAs: 'code', names: ENDING_NAMES },
    {
      column: 'needed_after',
      label: { en: 'Support needed after', cy: 'Cymorth sydd ei angen wedyn' },
      shownAs: 'code',
      names: NEEDED_AFTER_NAMES,
    },
    { column: 'follows', label: { en: 'What follows', cy: 'Beth sy’n dilyn' }, shownAs: 'code', names: FOLLOWS_NAMES },
    {
      column: 'six_months_later',
      label: { en: 'Six months later', cy: 'Chwe mis wedyn' },
      shownAs: 'code',
      names: SIX_MONTHS_NAMES,
    },
    BAND_COLUMN,
  ],
}

type What = Pick<Measure, 'kind' | 'unit' | 'better' | 'numerator' | 'denominator' | 'compared'>

function of(name: string, what: What, label: Bilingual, meaning: Bilingual): Measure {
  return { name, source: REABLEMENT.name, ...what, label, meaning }
}

function outcomeShare(numerator: string, denominator: string, better: Measure['better'] = 'higher'): What {
  return { kind: 'outcome', unit: 'share', better, numerator, denominator }
}

export const REABLEMENT_MEASURES: readonly Measure[] = [
  of(
    'reablement-started',
    { kind: 'activity', unit: 'episodes', better: 'neither', numerator: 'started', denominator: 'one' },
    { en: 'Reablement started', cy: 'Ailalluogi a ddechreuwyd' },
    {
      en: 'Episodes of reablement that began in the period; somebody who began twice counts twice.',
      cy: 'Cyfnodau ailalluogi a ddechreuodd yn y cyfnod; mae rhywun a ddechreuodd ddwywaith yn cyfrif ddwywaith.',
    },
  ),
  of(
    'reablement-completed',
    { kind: 'activity', unit: 'episodes', better: 'neither', numerator: 'completed', denominator: 'one' },
    { en: 'Reablement completed', cy: 'Ailalluogi a gwblhawyd' },
    {
      en: 'Packages of reablement completed in the period: what the Welsh measures AD/011 stand on. One that ended early is not among them.',
      cy: 'Pecynnau ailalluogi a gwblhawyd yn y cyfnod: sail mesurau AD/011 Cymru. Nid yw un a ddaeth i ben yn gynnar yn eu plith.',
    },
  ),
  of(
    'reablement-need-reduced',
    { ...outcomeShare('reduced', 'completed'), compared: 'share' },
    { en: 'Reablement that reduced the need', cy: 'Ailalluogi a leihaodd yr angen' },
    {
      en: 'Packages of reablement completed in the period after which no support or less support is needed than at the start, over all completed in it (Wales, AD/011a).',
      cy: 'Pecynnau ailalluogi a gwblhawyd yn y cyfnod nad oes angen cymorth ar eu hôl, neu fod angen llai nag ar y dechrau, dros bob un a gwblhawyd ynddo (Cymru, AD/011a).',
    },
  ),
  of(
    'reablement-need-maintained',
    outcomeShare('maintained', 'completed', 'neither'),
    { en: 'Reablement that maintained the need', cy: 'Ailalluogi a gynhaliodd yr angen' },
    {
      en: 'Packages of reablement completed in the period after which as much support is needed as at the start, over all completed in it (Wales, AD/011b).',
      cy: 'Pecynnau ailalluogi a gwblhawyd yn y cyfnod y mae angen yr un faint o gymorth ar eu hôl ag ar y dechrau, dros bob un a gwblhawyd ynddo (Cymru, AD/011b).',
    },
  ),
  of(
    'reablement-need-mitigated',
    outcomeShare('mitigated', 'completed', 'neither'),
    { en: 'Reablement that mitigated the need', cy: 'Ailalluogi a liniarodd yr angen' },
    {
      en: 'Packages of reablement completed in the period after which more support is needed than at the start, and less than would have been without it, over all completed in it (Wales, AD/011c).',
      cy: 'Pecynnau ailalluogi a gwblhawyd yn y cyfnod y mae angen mwy o gymorth ar eu hôl nag ar y dechrau, ond llai nag a fyddai hebddo, dros bob un a gwblhawyd ynddo (Cymru, AD/011c).',
    },
  ),
  of(
    'reablement-none-after',
    outcomeShare('none_after', 'completed'),
    { en: 'No support needed after reablement', cy: 'Dim angen cymorth ar ôl ailalluogi' },
    {
      en: 'Packages of reablement completed in the period after which no support is needed, over all completed in it.',
      cy: 'Pecynnau ailalluogi a gwblhawyd yn y cyfnod nad oes angen cymorth ar eu hôl, dros bob un a gwblhawyd ynddo.',
    },
  ),
  of(
    'reablement-hours-left',
    outcomeShare('minutes_at_end', 'minutes_at_start', 'lower'),
    { en: 'Hours still needed after reablement', cy: 'Oriau y mae eu hangen o hyd ar ôl ailalluogi' },
    {
      en: 'Support needed a week at the end, over support needed a week at the start, in minutes, of the packages completed in the period for which both are known.',
      cy: 'Cymorth sydd ei angen bob wythnos ar y diwedd, dros y cymorth yr oedd ei angen bob wythnos ar y dechrau, mewn munudau, ar gyfer y pecynnau a gwblhawyd yn y cyfnod y mae’r ddau’n hysbys ar eu cyfer.',
    },
  ),
  of(
    'reablement-ended-early',
    { kind: 'performance', unit: 'share', better: 'lower', numerator: 'ended_early', denominator: 'ended' },
    { en: 'Reablement that ended early', cy: 'Ailalluogi a ddaeth i ben yn gynnar' },
    {
      en: 'Reablement that ended in the period before it was completed, over all that ended in it.',
      cy: 'Ailalluogi a ddaeth i ben yn y cyfnod cyn ei gwblhau, dros bob un a ddaeth i ben ynddo.',
    },
  ),
  of(
    'reablement-in-expected-weeks',
    { kind: 'timescale', unit: 'share', better: 'higher', numerator: 'in_time', denominator: 'completed' },
    { en: 'Reablement within the weeks expected', cy: 'Ailalluogi o fewn yr wythnosau disgwyliedig' },
    {
      en: 'Packages of reablement completed in the period within the weeks expected for that person when they began, over all completed in it.',
      cy: 'Pecynnau ailalluogi a gwblhawyd yn y cyfnod o fewn yr wythnosau a ddisgwylid ar gyfer y person hwnnw ar y dechrau, dros bob un a gwblhawyd ynddo.',
    },
  ),
  ...laterMeasures(),
]

function laterMeasures(): readonly Measure[] {
  return [
    of(
      'reablement-package-reduced-later',
      outcomeShare('reduced_later', 'package_to_reduce'),
      { en: 'Smaller package six months after reablement', cy: 'Pecyn llai chwe mis ar ôl ailalluogi' },
      {
        en: 'People with a smaller package of care than at the start when six months after reablement came round in the period, over those looked at then who still needed support when it ended (after Wales, PM20a). Those who needed none have no package to reduce and are not among them, so read it beside PM20b and never alone.',
        cy: 'Pobl â phecyn gofal llai nag ar y dechrau pan ddaeth chwe mis ar ôl ailalluogi yn y cyfnod, dros y rhai yr edrychwyd arnynt bryd hynny ac yr oedd angen cymorth arnynt o hyd pan ddaeth i ben (ar ôl Cymru, PM20a). Nid oes gan y rhai nad oedd angen dim arnynt becyn i’w leihau, ac nid ydynt yn eu plith; darllenwch ef gyda PM20b, byth ar ei ben ei hun.',
      },
    ),
    of(
      'reablement-no-package-later',
      outcomeShare('no_package_later', 'looked_at_later'),
      { en: 'No package six months after reablement', cy: 'Dim pecyn chwe mis ar ôl ailalluogi' },
      {
        en: 'People with no package of care when six months after reablement came round in the period, over all looked at then (after Wales, PM20b). Those who have died, and those of whom it is not known, are left out.',
        cy: 'Pobl heb becyn gofal pan ddaeth chwe mis ar ôl ailalluogi yn y cyfnod, dros bawb yr edrychwyd arnynt bryd hynny (ar ôl Cymru, PM20b). Gadewir allan y rhai sydd wedi marw, a’r rhai nad yw’n hysbys amdanynt.',
      },
    ),
    of(
      'reablement-returned',
      { kind: 'quality', unit: 'share', better: 'lower', numerator: 'returned', denominator: 'followed' },
      { en: 'Back in reablement within twelve months', cy: 'Yn ôl mewn ailalluogi o fewn deuddeg mis' },
      {
        en: 'Of the packages of reablement completed twelve months before a day of the period: those whose person began reablement again within these twelve months, with whichever provider.',
        cy: 'O’r pecynnau ailalluogi a gwblhawyd ddeuddeg mis cyn diwrnod yn y cyfnod: y rhai y dechreuodd eu person ailalluogi eto o fewn y deuddeg mis hynny, gyda pha ddarparwr bynnag.',
      },
    ),
    of(
      'reablement-success-england',
      outcomeShare('england_success', 'england_counted'),
      { en: 'Reablement success, as England counts it', cy: 'Llwyddiant ailalluogi, fel y’i cyfrifir yn Lloegr' },
      {
        en: 'After England’s ASCOF 2D, for comparison only: reablement that ended in the period and was followed by nothing, by what is there for everybody, by light support or by other short-term support, over all that ended in it. Left out: people who had ongoing support already, early endings because of a life event, support that was needed and declined, and support that the person pays for.',
        cy: 'Ar ôl ASCOF 2D Lloegr, er cymhariaeth yn unig: ailalluogi a ddaeth i ben yn y cyfnod ac a ddilynwyd gan ddim, gan yr hyn sydd ar gael i bawb, gan gymorth ysgafn neu gan gymorth tymor byr arall, dros bob un a ddaeth i ben ynddo. Gadewir allan: pobl a oedd â chymorth parhaus eisoes, diweddu’n gynnar oherwydd digwyddiad bywyd, cymorth yr oedd ei angen ac a wrthodwyd, a chymorth y mae’r person yn talu amdano.',
      },
    ),
  ]
}

/** Whose measure it is and under which name, where it is somebody's: the authority's own stand without. */
export const MEASURE_CODES: Readonly<Record<string, Bilingual>> = {
  'reablement-completed': { en: 'Wales', cy: 'Cymru' },
  'reablement-need-reduced': { en: 'Wales, AD/011a', cy: 'Cymru, AD/011a' },
  'reablement-need-maintained': { en: 'Wales, AD/011b', cy: 'Cymru, AD/011b' },
  'reablement-need-mitigated': { en: 'Wales, AD/011c', cy: 'Cymru, AD/011c' },
  'reablement-package-reduced-later': { en: 'Wales until 2020, PM20a', cy: 'Cymru hyd at 2020, PM20a' },
  'reablement-no-package-later': { en: 'Wales until 2020, PM20b', cy: 'Cymru hyd at 2020, PM20b' },
  'reablement-success-england': { en: 'England, ASCOF 2D', cy: 'Lloegr, ASCOF 2D' },
}
