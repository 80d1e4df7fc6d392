/** What reablement's pages and report say first, made from the records by rule. */
import type { Language } from '../../../kernel/language.ts'
import { type Day, showDay } from '../../../kernel/period.ts'
import { text } from './reablement.text.ts'
import { type ReablementEpisode, stateOn, weeksBetween } from './reablement.ts'

export function showHours(language: Language, minutes: number): string {
  return text[language].hours(Math.round((minutes / 60) * 10) / 10)
}

/** Where it stands, and what became of the support needed: the last hours known against those at the start. */
export function episodeSentence(language: Language, episode: ReablementEpisode, today: Day): string {
  return `${standing(language, episode, today)} ${movement(language, episode)}`.trim()
}

function standing(language: Language, episode: ReablementEpisode, today: Day): string {
  const say = text[language].lead
  const state = stateOn(episode, today)
  if (state === 'planned') return say.planned(showDay(language, episode.startedOn), episode.expectedWeeks)
  if (state === 'completed' || state === 'ended-early')
    return say[state](text[language].weeks(weeksBetween(episode.startedOn, episode.endedOn ?? today)))
  const week = Math.floor(episode.startedOn.until(today).days / 7) + 1
  return say[state](week, episode.expectedWeeks)
}

function movement(language: Language, episode: ReablementEpisode): string {
  const t = text[language]
  const start = episode.minutesAtStart
  const latest = episode.minutesAtEnd ?? episode.minutesAtTwoWeeks
  if (start === null) return ''
  if (latest === null) return t.startsAt(showHours(language, start))
  const [from, to] = [showHours(language, start), showHours(language, latest)]
  if (latest === start) return t.stayed(from)
  return latest < start ? t.fell(from, to) : t.rose(from, to)
}

/** Whether the person came back; undefined where it was not completed. */
export function returnSentence(language: Language, episode: ReablementEpisode, today: Day): string | undefined {
  const t = text[language]
  if (episode.ending !== 'completed' || !episode.endedOn) return undefined
  if (episode.returnedOn) return t.returned(showDay(language, episode.returnedOn))
  const over = episode.endedOn.add({ months: 12 })
  return Temporal.PlainDate.compare(today, over) > 0 ? t.notReturned : t.notReturnedYet(showDay(language, over))
}
