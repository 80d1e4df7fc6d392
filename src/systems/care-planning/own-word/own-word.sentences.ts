/** How a person's word reached us, in a sentence. */
import type { Language } from '../../../kernel/language.ts'
import type { OutcomeReview } from '../outcome-review/outcome-review.ts'
import { text } from './own-word.text.ts'

export function sourceOfWord(
  language: Language,
  review: Pick<OutcomeReview, 'personWordHow' | 'personWordRecordedBy'>,
): string {
  const t = text[language]
  if (!review.personWordHow) return t.atReview
  return t.source[review.personWordHow](review.personWordRecordedBy ?? '')
}
