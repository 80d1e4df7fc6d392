/** What a person's page says first, made from their outcomes by rule. */
import type { Language } from '../../../kernel/language.ts'
import type { Day } from '../../../kernel/period.ts'
import { latestReview, type PersonalOutcome } from '../personal-outcome/personal-outcome.ts'
import { text } from './person.text.ts'

/** How many outcomes are live, and how many of those looked at had been achieved when last looked at. */
export function leadSentence(language: Language, outcomes: readonly PersonalOutcome[], today: Day): string {
  const t = text[language]
  const live = outcomes.filter((o) => o.endedOn === null || Temporal.PlainDate.compare(o.endedOn, today) > 0)
  const latest = outcomes.map(latestReview).filter((review) => review !== undefined)
  const achieved = latest.filter((review) => review.achievement === 'achieved').length
  return outcomes.length === 0 ? t.noOutcomes : t.lead(live.length, achieved, latest.length)
}
