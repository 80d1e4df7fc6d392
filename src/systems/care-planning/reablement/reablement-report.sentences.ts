/** What the report at the end of an episode says, made from the records by rule: the same on page and paper. */
import type { Language } from '../../../kernel/language.ts'
import { ACHIEVEMENT_NAMES, hasOwnWord, PERSON_SAYS_NAMES } from '../outcome-review/outcome-review.ts'
import type { PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { EARLY_REASON_NAMES, FOLLOWS_NAMES, type ReablementEpisode } from './reablement.ts'
import { reportText } from './reablement-report.text.ts'

/** The sentences under "what is needed now"; none while it goes on. */
export function afterSentences(language: Language, episode: ReablementEpisode): readonly string[] {
  const t = reportText[language]
  return [
    ...(episode.earlyReason
      ? [t.whyEarly(EARLY_REASON_NAMES[episode.earlyReason][language].toLocaleLowerCase(language))]
      : []),
    ...(episode.neededAfter ? [t.afterSentence[episode.neededAfter]] : []),
    ...(episode.follows ? [`${t.follows}: ${FOLLOWS_NAMES[episode.follows][language]}.`] : []),
  ]
}

/** What was found of one goal: by its last review up to the end of the episode, with the person's own word beside it. */
export function goalSentences(
  language: Language,
  goal: PersonalOutcome,
  episode: ReablementEpisode,
): readonly string[] {
  const t = reportText[language]
  const until = episode.endedOn
  const review = goal.reviews
    .filter(({ heldOn }) => until === null || Temporal.PlainDate.compare(heldOn, until.add({ days: 28 })) <= 0)
    .at(-1)
  if (!review) return []
  const said = hasOwnWord(review) && review.personSays ? PERSON_SAYS_NAMES[review.personSays][language] : undefined
  return [
    ...(goal.baselineScore !== null && review.score !== null ? [t.scores(goal.baselineScore, review.score)] : []),
    t.reviewFound(ACHIEVEMENT_NAMES[review.achievement][language].toLocaleLowerCase(language)),
    ...(said ? [t.yourWord(said.toLocaleLowerCase(language))] : []),
  ]
}
