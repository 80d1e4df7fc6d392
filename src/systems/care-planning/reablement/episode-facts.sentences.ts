/** What is known of an episode of reablement, as rows of key and value and as hours: the same on page and paper. */
import type { Language } from '../../../kernel/language.ts'
import { type Day, showDay } from '../../../kernel/period.ts'
import type { Provider } from '../../commissioning/index.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { text } from './reablement.text.ts'
import {
  CAME_FROM_NAMES,
  EARLY_REASON_NAMES,
  EFFECT_NAMES,
  effectOnNeed,
  expectedEnd,
  FOLLOWS_NAMES,
  NEEDED_AFTER_NAMES,
  type ReablementEpisode,
  SIX_MONTHS_NAMES,
  weeksBetween,
} from './reablement.ts'

export type EpisodeProps = {
  readonly language: Language
  readonly episode: ReablementEpisode
  readonly shown: {
    readonly episodes: readonly ReablementEpisode[]
    readonly outcomes: readonly PersonalOutcome[]
    readonly providers: ReadonlyMap<number, Provider>
    readonly today: Day
  }
}

/** The hours a week at each of the three moments, to a tenth. */
export function hoursOf(
  language: Language,
  episode: ReablementEpisode,
): readonly { label: string; value: number | null }[] {
  const { points } = text[language]
  const hours = (minutes: number | null) => (minutes === null ? null : Math.round((minutes / 60) * 10) / 10)
  return [
    { label: points.start, value: hours(episode.minutesAtStart) },
    { label: points.twoWeeks, value: hours(episode.minutesAtTwoWeeks) },
    { label: points.end, value: hours(episode.minutesAtEnd) },
  ]
}

type Fact = { readonly key: string; readonly value: string }

/** What is known of it, as rows of key and value: the same on page and paper. */
export function episodeFacts({ language, episode, shown }: EpisodeProps): readonly Fact[] {
  const t = text[language]
  const { startedOn, endedOn, referredOn } = episode
  const provider = episode.providerId === null ? undefined : shown.providers.get(episode.providerId)
  const lasted = weeksBetween(startedOn, endedOn ?? shown.today)
  return [
    { key: t.columns.provider, value: provider?.name ?? t.notPlaced },
    { key: t.columns.cameFrom, value: CAME_FROM_NAMES[episode.cameFrom][language] },
    ...(referredOn
      ? [{ key: t.referred, value: `${showDay(language, referredOn)}, ${t.waited(referredOn.until(startedOn).days)}` }]
      : []),
    { key: t.supportedAlready, value: t.supported[episode.isSupportedAlready ? 'yes' : 'no'] },
    { key: t.columns.started, value: showDay(language, startedOn) },
    endedOn
      ? { key: t.columns.ended, value: showDay(language, endedOn) }
      : { key: t.expectedEnd, value: showDay(language, expectedEnd(episode)) },
    ...(lasted >= 0 ? [{ key: t.columns.weeks, value: t.ofExpected(t.weeks(lasted), episode.expectedWeeks) }] : []),
    ...endingFacts(language, episode),
    { key: t.columns.reference, value: episode.ref },
  ]
}

function endingFacts(language: Language, episode: ReablementEpisode): readonly Fact[] {
  const t = text[language]
  const effect = effectOnNeed(episode)
  return [
    ...(episode.earlyReason
      ? [{ key: t.columns.earlyReason, value: EARLY_REASON_NAMES[episode.earlyReason][language] }]
      : []),
    ...(episode.neededAfter
      ? [{ key: t.columns.needed, value: NEEDED_AFTER_NAMES[episode.neededAfter][language] }]
      : []),
    ...(episode.follows ? [{ key: t.columns.follows, value: FOLLOWS_NAMES[episode.follows][language] }] : []),
    ...(effect ? [{ key: t.effect, value: EFFECT_NAMES[effect][language] }] : []),
    ...(episode.sixMonthsLater
      ? [{ key: t.columns.sixMonths, value: SIX_MONTHS_NAMES[episode.sixMonthsLater][language] }]
      : []),
  ]
}
