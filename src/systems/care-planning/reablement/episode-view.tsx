/** One episode of reablement as pages show it: the hours, what it works towards, and the facts. */
import type { Child } from 'hono/jsx'
import type { Language } from '../../../kernel/language.ts'
import { type Day, showDay } from '../../../kernel/period.ts'
import { BarChart, DataTable, Link, Section, SummaryList, Tag, type TagTone } from '../../../ui/index.ts'
import { ACHIEVEMENT_NAMES } from '../outcome-review/outcome-review.ts'
import { carePlanningPaths } from '../paths.ts'
import { latestReview } from '../personal-outcome/personal-outcome.ts'
import { type EpisodeProps, episodeFacts, hoursOf } from './episode-facts.sentences.ts'
import { episodeSentence, returnSentence, showHours } from './reablement.sentences.ts'
import { text } from './reablement.text.ts'
import {
  countsInEngland,
  EPISODE_STATE_NAMES,
  type EpisodeState,
  NEEDED_AFTER_NAMES,
  type ReablementEpisode,
  stateOn,
  weeksBetween,
} from './reablement.ts'

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
