/** What a person says, in their own words and language: never translated, and never dressed as ours. */
import type { FC } from 'hono/jsx'
import type { Language } from '../../kernel/language.ts'

export type OwnWordsProps = {
  readonly words: string
  /** The language the words are in, which need not be the page's. */
  readonly language: Language
  /** Who says it and when; left out where the heading says so already. */
  readonly by?: string | undefined
}

export const OwnWords: FC<OwnWordsProps> = ({ words, language, by }) => (
  <figure class="app-own-words">
    <blockquote lang={language}>
      <p>{words}</p>
    </blockquote>
    {by && <figcaption>{by}</figcaption>}
  </figure>
)
