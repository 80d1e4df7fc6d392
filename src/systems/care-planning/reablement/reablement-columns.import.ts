/** The columns of a file of reablement, with help and an example for its template. */
import { type ImportColumn, optional, required } from '../../../platform/import/import-kind.ts'

export const reablementColumns: readonly ImportColumn[] = [
  required('episode_ref', 'RE-3301', {
    en: 'Your own reference of this episode of reablement.',
    cy: 'Eich cyfeirnod chi ar gyfer y cyfnod hwn o ailalluogi.',
  }),
  required('person_ref', '40117', {
    en: 'The person, as in the file of people.',
    cy: 'Y person, fel yn y ffeil pobl.',
  }),
  optional('contract_ref', 'C-HC-031', {
    en: 'The contract under which it is given; it is counted there.',
    cy: 'Y contract y’i rhoddir oddi tano; yno y cyfrifir ef.',
  }),
  optional('came_from', 'hospital', {
    en: 'Where the person came from: hospital, community, home-care or other; other where it is empty.',
    cy: 'O ble daeth y person: hospital (ysbyty), community (y gymuned), home-care (gofal cartref) neu other (arall); other os yw’n wag.',
  }),
  optional('supported_already', 'no', {
    en: 'yes where the person had ongoing care and support when it began.',
    cy: 'ie os oedd gan y person ofal a chymorth parhaus pan ddechreuodd.',
  }),
  optional('referred_on', '2025-02-01', { en: 'When the person was referred.', cy: 'Pryd yr atgyfeiriwyd y person.' }),
  required('started_on', '2025-02-03', { en: 'The first day.', cy: 'Y diwrnod cyntaf.' }),
  required('expected_weeks', '6', {
    en: 'How many weeks it was to take, from 1 to 26.',
    cy: 'Faint o wythnosau yr oedd i’w gymryd, o 1 i 26.',
  }),
  optional('hours_at_start', '10.5', {
    en: 'Hours of support needed a week at the start.',
    cy: 'Oriau o gymorth yr oedd eu hangen bob wythnos ar y dechrau.',
  }),
  optional('hours_at_two_weeks', '7', {
    en: 'Hours of support needed a week after two weeks.',
    cy: 'Oriau o gymorth yr oedd eu hangen bob wythnos ar ôl pythefnos.',
  }),
  optional('hours_at_end', '3.5', {
    en: 'Hours of support needed a week at the end.',
    cy: 'Oriau o gymorth yr oedd eu hangen bob wythnos ar y diwedd.',
  }),
  optional('goal_refs', 'O-90213', {
    en: 'The person’s outcomes that it works towards, with semicolons between them.',
    cy: 'Canlyniadau’r person y mae’n gweithio tuag atynt, â hanner colon rhyngddynt.',
  }),
  optional('ended_on', '2025-03-14', {
    en: 'The last day; empty while it goes on.',
    cy: 'Y diwrnod olaf; yn wag tra bydd yn parhau.',
  }),
  optional('ending', 'completed', {
    en: 'completed or ended-early, where it has ended.',
    cy: 'completed (wedi’i gwblhau) neu ended-early (wedi dod i ben yn gynnar), os daeth i ben.',
  }),
  optional('early_reason', '', {
    en: 'Why it ended early: hospital, died, moved, health, did-not-want, did-not-suit or other.',
    cy: 'Pam y daeth i ben yn gynnar: hospital (ysbyty), died (bu farw), moved (symudodd), health (gwasanaeth iechyd), did-not-want (nid oedd am barhau), did-not-suit (ddim yn addas) neu other (arall).',
  }),
  optional('needed_after', 'less', {
    en: 'Support needed at the end against the start: none, less, same, more, could-not-be-helped or other.',
    cy: 'Cymorth sydd ei angen ar y diwedd o gymharu â’r dechrau: none (dim), less (llai), same (yr un faint), more (mwy), could-not-be-helped (ni ellid helpu) neu other (arall).',
  }),
  optional('mitigated', 'no', {
    en: 'yes where more is needed, but less than would have been without reablement.',
    cy: 'ie os oes angen mwy, ond llai nag a fyddai heb ailalluogi.',
  }),
  optional('follows', 'low-level', {
    en: 'What comes after: nothing, universal, low-level, short-term, long-term, care-home, health, declined or self-funding.',
    cy: 'Beth sy’n dod wedyn: nothing (dim), universal (ar gael i bawb), low-level (cymorth ysgafn), short-term (tymor byr), long-term (hirdymor), care-home (cartref gofal), health (gwasanaeth iechyd), declined (gwrthodwyd) neu self-funding (yn talu drosto’i hun).',
  }),
  optional('six_months_later', 'none', {
    en: 'Support six months after the end against the start: none, less, same, more, died or not-known.',
    cy: 'Cymorth chwe mis ar ôl y diwedd o gymharu â’r dechrau: none (dim), less (llai), same (yr un faint), more (mwy), died (bu farw) neu not-known (nid yw’n hysbys).',
  }),
]
