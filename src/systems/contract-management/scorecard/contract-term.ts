/** How long a contract runs, in words. */
import type { Language } from '../../../kernel/language.ts'
import { type Day, showDay, showPeriod } from '../../../kernel/period.ts'

const OPEN_ENDED = { en: 'from', cy: 'o' } as const

/** "1 April 2025 to 31 March 2029"; "from 1 April 2025" where nobody has set an end. */
export function termOf(
  language: Language,
  { startsOn, endsOn }: { readonly startsOn: Day; readonly endsOn: Day | null },
): string {
  if (endsOn) return showPeriod(language, { from: startsOn, to: endsOn })
  return `${OPEN_ENDED[language]} ${showDay(language, startsOn)}`
}
