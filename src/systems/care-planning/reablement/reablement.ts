/** A time of reablement: its states, how it may end, what that says of the need for support, and what cannot be. Pure rules. */
import { z } from 'zod'
import type { Bilingual } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { type Refusal, refused } from '../../../kernel/result.ts'

/** Where the person came to reablement from. */
export const CameFrom = z.enum(['hospital', 'community', 'home-care', 'other'])
export type CameFrom = z.infer<typeof CameFrom>

export const CAME_FROM_NAMES = {
  hospital: { en: 'From hospital', cy: 'O’r ysbyty' },
  community: { en: 'From home, without support before', cy: 'O gartref, heb gymorth o’r blaen' },
  'home-care': { en: 'From home, with home care', cy: 'O gartref, gyda gofal cartref' },
  other: { en: 'From elsewhere', cy: 'O rywle arall' },
} as const satisfies Record<CameFrom, Bilingual>

export const Ending = z.enum(['completed', 'ended-early'])
export type Ending = z.infer<typeof Ending>

export const ENDING_NAMES = {
  completed: { en: 'Completed', cy: 'Wedi’i gwblhau' },
  'ended-early': { en: 'Ended early', cy: 'Daeth i ben yn gynnar' },
} as const satisfies Record<Ending, Bilingual>

export const EarlyReason = z.enum(['hospital', 'died', 'moved', 'health', 'did-not-want', 'did-not-suit', 'other'])
export type EarlyReason = z.infer<typeof EarlyReason>

/** As it is kept: a time of reablement that was written down twice ended when the two records were merged, and is not counted. */
export const KeptEarlyReason = z.enum([...EarlyReason.options, 'merged'])
export type KeptEarlyReason = z.infer<typeof KeptEarlyReason>

export const EARLY_REASON_NAMES = {
  hospital: { en: 'Went into hospital', cy: 'Aeth i’r ysbyty' },
  died: { en: 'Died', cy: 'Bu farw' },
  moved: { en: 'Moved away', cy: 'Symudodd i ffwrdd' },
  health: { en: 'The health service took over the care', cy: 'Cymerodd y gwasanaeth iechyd y gofal drosodd' },
  'did-not-want': { en: 'Did not want to go on', cy: 'Nid oedd am barhau' },
  'did-not-suit': { en: 'Reablement turned out not to suit them', cy: 'Nid oedd ailalluogi’n addas wedi’r cwbl' },
  other: { en: 'Another reason', cy: 'Rheswm arall' },
  merged: { en: 'It was written down twice, in two records', cy: 'Fe’i cofnodwyd ddwywaith, mewn dau gofnod' },
} as const satisfies Record<KeptEarlyReason, Bilingual>

/** What somebody's life did, and not the service: the English measure leaves such endings out. */
export const LIFE_EVENTS: readonly KeptEarlyReason[] = ['hospital', 'died', 'moved', 'health']

/** The support needed at the end, against that at the start. */
export const NeededAfter = z.enum(['none', 'less', 'same', 'more', 'could-not-be-helped', 'other'])
export type NeededAfter = z.infer<typeof NeededAfter>

export const NEEDED_AFTER_NAMES = {
  none: { en: 'None', cy: 'Dim' },
  less: { en: 'Less than at the start', cy: 'Llai nag ar y dechrau' },
  same: { en: 'The same as at the start', cy: 'Yr un faint ag ar y dechrau' },
  more: { en: 'More than at the start', cy: 'Mwy nag ar y dechrau' },
  'could-not-be-helped': { en: 'Reablement could not help', cy: 'Ni allai ailalluogi helpu' },
  other: { en: 'Cannot be compared', cy: 'Ni ellir ei gymharu' },
} as const satisfies Record<NeededAfter, Bilingual>

/** What comes after reablement. */
export const Follows = z.enum([
  'nothing',
  'universal',
  'low-level',
  'short-term',
  'long-term',
  'care-home',
  'health',
  'declined',
  'self-funding',
])
export type Follows = z.infer<typeof Follows>

export const FOLLOWS_NAMES = {
  nothing: { en: 'Nothing: there is no need any more', cy: 'Dim: nid oes angen mwyach' },
  universal: {
    en: 'What is there for everybody: clubs, advice, a pointer to help',
    cy: 'Yr hyn sydd ar gael i bawb: clybiau, cyngor, cyfeirio at gymorth',
  },
  'low-level': {
    en: 'Light support that goes on, such as equipment or an alarm',
    cy: 'Cymorth ysgafn sy’n parhau, fel offer neu larwm',
  },
  'short-term': { en: 'Other short-term support', cy: 'Cymorth tymor byr arall' },
  'long-term': { en: 'Home care or other long-term support', cy: 'Gofal cartref neu gymorth hirdymor arall' },
  'care-home': { en: 'A care home', cy: 'Cartref gofal' },
  health: { en: 'Care by the health service', cy: 'Gofal gan y gwasanaeth iechyd' },
  declined: { en: 'Support is needed and was declined', cy: 'Mae angen cymorth ac fe’i gwrthodwyd' },
  'self-funding': { en: 'Support that the person pays for', cy: 'Cymorth y mae’r person yn talu amdano' },
} as const satisfies Record<Follows, Bilingual>

/** The support arranged six months after the end, against that at the start of reablement. */
export const SixMonthsLater = z.enum(['none', 'less', 'same', 'more', 'died', 'not-known'])
export type SixMonthsLater = z.infer<typeof SixMonthsLater>

export const SIX_MONTHS_NAMES = {
  none: { en: 'No package of care', cy: 'Dim pecyn gofal' },
  less: { en: 'A smaller package than at the start', cy: 'Pecyn llai nag ar y dechrau' },
  same: { en: 'As much as at the start', cy: 'Cymaint ag ar y dechrau' },
  more: { en: 'More than at the start', cy: 'Mwy nag ar y dechrau' },
  died: { en: 'Has died since', cy: 'Wedi marw ers hynny' },
  'not-known': { en: 'Not known', cy: 'Nid yw’n hysbys' },
} as const satisfies Record<SixMonthsLater, Bilingual>

export type ReablementEpisode = {
  readonly reablementEpisodeId: number
  readonly ref: string
  readonly personId: number
  readonly areaId: number
  readonly contractId: number | null
  readonly providerId: number | null
  readonly cameFrom: CameFrom
  readonly isSupportedAlready: boolean
  readonly referredOn: Day | null
  readonly startedOn: Day
  readonly expectedWeeks: number
  /** Support needed a week, in minutes. */
  readonly minutesAtStart: number | null
  readonly minutesAtTwoWeeks: number | null
  readonly minutesAtEnd: number | null
  readonly endedOn: Day | null
  readonly ending: Ending | null
  readonly earlyReason: KeptEarlyReason | null
  readonly neededAfter: NeededAfter | null
  readonly isMitigated: boolean
  readonly follows: Follows | null
  readonly endingNote: string
  readonly sixMonthsLater: SixMonthsLater | null
  /** The personal outcomes it works towards. */
  readonly goalIds: readonly number[]
  /** When the person came back to reablement within twelve months, if they did. */
  readonly returnedOn: Day | null
  readonly version: number
}

export type EpisodeState = 'planned' | 'under-way' | 'overrunning' | Ending

export const EPISODE_STATE_NAMES = {
  planned: { en: 'Planned', cy: 'Wedi’i gynllunio' },
  'under-way': { en: 'Under way', cy: 'Ar waith' },
  overrunning: { en: 'Longer than expected', cy: 'Yn hwy na’r disgwyl' },
  ...ENDING_NAMES,
} as const satisfies Record<EpisodeState, Bilingual>

/** What may be done while an episode is in a state. An ending can be put right: it is kept with what stood before. */
export const MAY_BE_DONE = {
  planned: ['two-weeks', 'end'],
  'under-way': ['two-weeks', 'end'],
  overrunning: ['two-weeks', 'end'],
  completed: ['end', 'six-months-later'],
  'ended-early': ['end'],
} as const satisfies Record<EpisodeState, readonly ('two-weeks' | 'end' | 'six-months-later')[]>

/** The day by which it was to end: so many weeks after its first day. */
export function expectedEnd(episode: Pick<ReablementEpisode, 'startedOn' | 'expectedWeeks'>): Day {
  return episode.startedOn.add({ weeks: episode.expectedWeeks })
}

/** Overrunning from the day after the expected end, for as long as it has not ended. */
export function stateOn(
  episode: Pick<ReablementEpisode, 'startedOn' | 'expectedWeeks' | 'ending'>,
  today: Day,
): EpisodeState {
  if (episode.ending) return episode.ending
  if (Temporal.PlainDate.compare(episode.startedOn, today) > 0) return 'planned'
  return Temporal.PlainDate.compare(today, expectedEnd(episode)) > 0 ? 'overrunning' : 'under-way'
}

/** Whole and tenth weeks from the first day to the last: 40 days are 5.7 weeks. */
export function weeksBetween(from: Day, to: Day): number {
  return Math.round((from.until(to).days / 7) * 10) / 10
}

/** What reablement did to the need for support, as the Welsh measures AD/011 have it; null while it has not been completed. */
export type EffectOnNeed = 'reduced' | 'maintained' | 'mitigated' | 'neither'

export const EFFECT_NAMES = {
  reduced: { en: 'Need reduced', cy: 'Lleihawyd yr angen' },
  maintained: { en: 'Need maintained', cy: 'Cynhaliwyd yr angen fel yr oedd' },
  mitigated: { en: 'Need mitigated', cy: 'Lliniarwyd yr angen' },
  neither: { en: 'None of the three', cy: 'Dim un o’r tri' },
} as const satisfies Record<EffectOnNeed, Bilingual>

export function effectOnNeed(
  episode: Pick<ReablementEpisode, 'ending' | 'neededAfter' | 'isMitigated'>,
): EffectOnNeed | null {
  if (episode.ending !== 'completed' || episode.neededAfter === null) return null
  if (episode.neededAfter === 'none' || episode.neededAfter === 'less') return 'reduced'
  if (episode.neededAfter === 'same') return 'maintained'
  return episode.neededAfter === 'more' && episode.isMitigated ? 'mitigated' : 'neither'
}

/** How an ending counts in the English measure of reablement (ASCOF 2D): not at all, as a success, or as none. */
export function countsInEngland(
  episode: Pick<ReablementEpisode, 'ending' | 'isSupportedAlready' | 'earlyReason' | 'follows'>,
): 'left-out' | 'success' | 'no-success' {
  const { ending, follows, earlyReason } = episode
  if (ending === null || follows === null || episode.isSupportedAlready) return 'left-out'
  if (earlyReason && LIFE_EVENTS.includes(earlyReason)) return 'left-out'
  if (follows === 'declined' || follows === 'self-funding') return 'left-out'
  return ['nothing', 'universal', 'low-level', 'short-term'].includes(follows) ? 'success' : 'no-success'
}

/** Whether a later start is a return: after the end, and no later than the same day twelve months on. */
export function isReturn(endedOn: Day, startedOn: Day): boolean {
  const { compare } = Temporal.PlainDate
  return compare(startedOn, endedOn) > 0 && compare(startedOn, endedOn.add({ months: 12 })) <= 0
}

/** Six months after the end is the day to look again; from then on the answer can be set down. */
export function sixMonthsDay(endedOn: Day): Day {
  return endedOn.add({ months: 6 })
}

/**
 * `now`: not ended. `two-weeks`: of those, begun two weeks ago and the hours then not known. `overrunning`: past the expected end.
 * `six-months`: completed six months ago and not looked at.
 */
export const EpisodeStateAsked = z.enum([
  'now',
  'two-weeks',
  'overrunning',
  'completed',
  'ended-early',
  'six-months',
  'all',
])
export const EPISODE_SORTS = ['started', 'ended', 'expected'] as const

/** The page of the list that is asked for; everything may be left out. */
export const EpisodesQuery = z.object({
  state: EpisodeStateAsked.default('now').catch('now'),
  area: z.coerce.number().int().positive().optional().catch(undefined),
  provider: z.coerce.number().int().positive().optional().catch(undefined),
  sort: z.enum(EPISODE_SORTS).default('started').catch('started'),
  direction: z.enum(['ascending', 'descending']).default('descending').catch('descending'),
  page: z.coerce.number().int().min(1).max(100_000).default(1).catch(1),
})
export type EpisodesQuery = z.infer<typeof EpisodesQuery>

export const EPISODES_PER_PAGE = 25

export type NewEpisode = Pick<
  ReablementEpisode,
  | 'personId'
  | 'areaId'
  | 'contractId'
  | 'providerId'
  | 'cameFrom'
  | 'isSupportedAlready'
  | 'referredOn'
  | 'startedOn'
  | 'expectedWeeks'
  | 'minutesAtStart'
  | 'goalIds'
>

/** Refuses a start that cannot be: more than sixty days ahead, before the referral, or while another episode goes on. */
export function refuseStart(
  start: Pick<NewEpisode, 'startedOn' | 'referredOn'>,
  others: readonly Pick<ReablementEpisode, 'startedOn' | 'endedOn'>[],
  today: Day,
): { ok: false; refusal: Refusal } | undefined {
  const { compare } = Temporal.PlainDate
  if (compare(start.startedOn, today.add({ days: 60 })) > 0) return refused(STARTS_TOO_FAR_AHEAD)
  if (start.referredOn && compare(start.referredOn, start.startedOn) > 0) return refused(REFERRED_AFTER_START)
  const overlaps = others.some(
    ({ startedOn, endedOn }) =>
      endedOn === null || (compare(start.startedOn, endedOn) <= 0 && compare(start.startedOn, startedOn) >= 0),
  )
  return overlaps ? refused(ONE_AT_A_TIME) : undefined
}

export type EndingFacts = Pick<
  ReablementEpisode,
  'ending' | 'earlyReason' | 'neededAfter' | 'isMitigated' | 'follows' | 'minutesAtEnd'
> & { readonly endedOn: Day }

/**
 * Refuses an ending that cannot be: before the start or in the future, early without a reason, completed without what is needed after
 * and what follows, or with hours that contradict what is said of the need ("none" with three hours a week left).
 */
export function refuseEnding(
  episode: Pick<ReablementEpisode, 'startedOn' | 'minutesAtStart'>,
  end: EndingFacts,
  today: Day,
): { ok: false; refusal: Refusal } | undefined {
  const { compare } = Temporal.PlainDate
  if (compare(end.endedOn, episode.startedOn) < 0) return refused(ENDS_BEFORE_START)
  if (compare(end.endedOn, today) > 0) return refused(ENDS_IN_FUTURE)
  if (end.ending === 'ended-early' && end.earlyReason === null) return refused(EARLY_NEEDS_REASON)
  if (end.ending === 'completed' && end.neededAfter === null) return refused(SAY_WHAT_IS_NEEDED)
  if (end.ending === 'completed' && end.follows === null) return refused(SAY_WHAT_FOLLOWS)
  if (end.ending === 'completed' && end.minutesAtEnd === null) return refused(SAY_THE_HOURS)
  return hoursContradict(episode.minutesAtStart, end.minutesAtEnd, end.neededAfter)
    ? refused(HOURS_CONTRADICT)
    : undefined
}

/** Whether the hours and the words say different things; where hours are not known they contradict nothing. */
export function hoursContradict(start: number | null, end: number | null, needed: NeededAfter | null): boolean {
  if (end === null || needed === null) return false
  if (needed === 'none') return end > 0
  if (start === null) return false
  if (needed === 'less') return end >= start
  return needed === 'more' && end <= start
}

function invalid(code: string, field: string, en: string, cy: string): Refusal {
  return { kind: 'invalid', code, field, message: { en, cy } }
}

const STARTS_TOO_FAR_AHEAD = invalid(
  'starts-too-far-ahead',
  'startedOn',
  'Reablement can be planned up to 60 days ahead. Check the day it starts.',
  'Gellir cynllunio ailalluogi hyd at 60 diwrnod ymlaen llaw. Gwiriwch y diwrnod y mae’n dechrau.',
)
const REFERRED_AFTER_START = invalid(
  'referred-after-start',
  'referredOn',
  'The person cannot have been referred after reablement started. Check both days.',
  'Ni all y person fod wedi’i atgyfeirio ar ôl i’r ailalluogi ddechrau. Gwiriwch y ddau ddiwrnod.',
)
const ONE_AT_A_TIME = invalid(
  'one-at-a-time',
  'startedOn',
  'This person has reablement at that time already. Record how that ended first.',
  'Mae’r person hwn yn cael ailalluogi yr adeg honno eisoes. Cofnodwch yn gyntaf sut y daeth hwnnw i ben.',
)
const ENDS_BEFORE_START = invalid(
  'ends-before-start',
  'endedOn',
  'It cannot have ended before it started. Check both days.',
  'Ni all fod wedi dod i ben cyn dechrau. Gwiriwch y ddau ddiwrnod.',
)
const ENDS_IN_FUTURE = invalid(
  'ends-in-the-future',
  'endedOn',
  'The day it ended cannot be in the future.',
  'Ni all y diwrnod y daeth i ben fod yn y dyfodol.',
)
const EARLY_NEEDS_REASON = invalid(
  'early-needs-reason',
  'earlyReason',
  'Choose why it ended early.',
  'Dewiswch pam y daeth i ben yn gynnar.',
)
const SAY_WHAT_IS_NEEDED = invalid(
  'say-what-is-needed',
  'neededAfter',
  'Choose how much support is needed after reablement.',
  'Dewiswch faint o gymorth y mae ei angen ar ôl ailalluogi.',
)
const SAY_WHAT_FOLLOWS = invalid(
  'say-what-follows',
  'follows',
  'Choose what comes after reablement.',
  'Dewiswch beth sy’n dod ar ôl ailalluogi.',
)
const SAY_THE_HOURS = invalid(
  'say-the-hours',
  'hoursAtEnd',
  'Enter the hours of support needed a week at the end; 0 where none is.',
  'Rhowch yr oriau o gymorth y mae eu hangen bob wythnos ar y diwedd; 0 os nad oes angen dim.',
)
const HOURS_CONTRADICT = invalid(
  'hours-contradict',
  'hoursAtEnd',
  'The hours at the end and what you chose about the need do not agree. Check both.',
  'Nid yw’r oriau ar y diwedd a’r hyn a ddewisoch am yr angen yn cytuno. Gwiriwch y ddau.',
)
