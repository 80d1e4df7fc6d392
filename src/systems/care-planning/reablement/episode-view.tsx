/** One episode of reablement as pages show it: the hours, what it works towards, and the facts. */
import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { type Day, showDay } from '../../../kernel/period.ts'
import { BarChart, DataTable, Link, Section, SummaryList, Tag, type TagTone } from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { latestReview } from '../personal-outcome/personal-outcome.ts'
import type { EpisodesOfPerson } from './reablement.actions.ts'
import { episodeSentence, returnSentence, showHours } from './reablement.sentences.ts'
import { text } from './reablement.text.ts'
import {
  CAME_FROM_NAMES,
  countsInEngland,
  EARLY_REASON_NAMES,
  EFFECT_NAMES,
  EPISODE_STATE_NAMES,
  type EpisodeState,
  effectOnNeed,
  expectedEnd,
  FOLLOWS_NAMES,
  NEEDED_AFTER_NAMES,
  type ReablementEpisode,
  SIX_MONTHS_NAMES,
  stateOn,
  weeksBetween,
} from './reablement.ts'

export type EpisodeProps = {
  readonly language: Language
  readonly episode: ReablementEpisode
  readonly shown: EpisodesOfPerson
}

const STATE_TONES = {
  planned: 'plain',
  'under-way': 'strong',
  overrunning: 'attention',
  completed: 'done',
  'ended-early': 'plain',
} as const satisfies Record<EpisodeState, TagTone>

export const EpisodeTag = ({
  language,
  episode,
  today,
}: {
  language: Language
  episode: ReablementEpisode
  today: Day
}) => {
  const state = stateOn(episode, today)
  return <Tag tone={STATE_TONES[state]}>{EPISODE_STATE_NAMES[state][language]}</Tag>
}

/** `withoutMeaning`: the page's own first sentence says it already. */
export const HoursPicture = ({
  language,
  episode,
  shown,
  withoutMeaning,
}: EpisodeProps & { withoutMeaning?: boolean }) => {
  const t = text[language]
  const rows = hoursOf(language, episode)
  if (rows.every(({ value }) => value === null)) return null
  return (
    <BarChart
      title={t.hoursTitle}
      meaning={withoutMeaning ? undefined : episodeSentence(language, episode, shown.today)}
      rows={rows}
      format={t.hours}
    />
  )
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

export const Goals = ({ language, episode, shown }: EpisodeProps) => {
  const t = text[language]
  const goals = shown.outcomes.filter((outcome) => episode.goalIds.includes(outcome.personalOutcomeId))
  return (
    <Section title={t.goals}>
      {goals.length === 0 && <p>{t.noGoals}</p>}
      {goals.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {goals.map((goal) => {
            const review = latestReview(goal)
            return (
              <li>
                <Link
                  href={carePlanningPaths.outcome(goal.personId, goal.personalOutcomeId)}
                  lang={goal.ownWordsLanguage}
                >
                  {goal.ownWords}
                </Link>
                <br />
                {review
                  ? t.lastFound(ACHIEVEMENT_NAMES[review.achievement][language].toLocaleLowerCase(language))
                  : t.notLookedAt}
              </li>
            )
          })}
        </ul>
      )}
    </Section>
  )
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

export const EpisodeFacts = (props: EpisodeProps & { forStaff: boolean }) => {
  const { language, episode, shown } = props
  const t = text[language]
  const back = returnSentence(language, episode, shown.today)
  const rows: { key: string; value: Child }[] = [...episodeFacts(props)]
  if (props.forStaff && episode.ending) rows.push({ key: t.england, value: t.englandNames[countsInEngland(episode)] })
  return (
    <Section title={t.about}>
      <SummaryList rows={rows} />
      {back && <p>{back}</p>}
      {episode.endingNote && (
        <p>
          {t.note}: {episode.endingNote}
        </p>
      )}
    </Section>
  )
}

/** All of a person's episodes, newest first. */
export const EpisodeTable = ({ language, shown }: Pick<EpisodeProps, 'language' | 'shown'>) => {
  const t = text[language]
  return (
    <DataTable
      caption={t.episodes}
      captionHidden
      rows={shown.episodes}
      empty={t.none}
      columns={[
        {
          key: 'started',
          header: t.columns.started,
          rowHeader: true,
          cell: (episode) => (
            <Link href={carePlanningPaths.reablementEpisode(episode.personId, episode.reablementEpisodeId)}>
              {showDay(language, episode.startedOn)}
            </Link>
          ),
        },
        {
          key: 'state',
          header: t.columns.state,
          cell: (episode) => <EpisodeTag language={language} episode={episode} today={shown.today} />,
        },
        {
          key: 'weeks',
          header: t.columns.weeks,
          cell: (episode) =>
            t.ofExpected(
              t.weeks(Math.max(0, weeksBetween(episode.startedOn, episode.endedOn ?? shown.today))),
              episode.expectedWeeks,
            ),
        },
        {
          key: 'hours',
          header: t.columns.hoursAtStart,
          cell: (episode) => (episode.minutesAtStart === null ? '–' : showHours(language, episode.minutesAtStart)),
        },
        {
          key: 'needed',
          header: t.columns.needed,
          cell: (episode) => (episode.neededAfter ? NEEDED_AFTER_NAMES[episode.neededAfter][language] : '–'),
        },
      ]}
    />
  )
}
